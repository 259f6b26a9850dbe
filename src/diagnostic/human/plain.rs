//! Texts as they may reach a terminal.

/// Ends the header of an excerpt. The renderer adds line and column within the excerpt, which is not the file's column
/// when the line was cut: what follows this letter is taken out again.
pub(super) const HEADER_END: char = '\u{e000}';

/// Lines longer than this are not shown whole.
pub(super) const LONG_LINE: usize = 1000;

/// `text` without what a terminal would obey or reorder.
pub(crate) fn printable(text: &str) -> String {
    let tame = |letter: char| match letter {
        '\n' => '\n',
        '\t' => ' ',
        '\u{200e}' | '\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}' => '\u{fffd}',
        HEADER_END => '\u{fffd}',
        letter if letter.is_control() => '\u{fffd}',
        letter => letter,
    };
    text.chars().map(tame).collect()
}

/// `text` on one line, with nothing in it that a terminal would take for a command.
pub fn one_line(text: &str) -> String {
    printable(text).replace('\n', " ")
}
