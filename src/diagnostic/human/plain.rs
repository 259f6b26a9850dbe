//! Texts as they may reach a terminal.

use crate::text::turns_direction;

/// Ends the header of an excerpt. The renderer adds line and column within the excerpt, which is not the file's column
/// when the line was cut: what follows this letter is taken out again.
pub(super) const HEADER_END: char = '\u{e000}';

/// Lines longer than this are not shown whole.
pub(super) const LONG_LINE: usize = 1000;

/// `text` without what a terminal would obey, and what would show it in another order.
pub(crate) fn printable(text: &str) -> String {
    let tame = |letter: char| match letter {
        '\n' => '\n',
        '\t' => ' ',
        HEADER_END => '\u{fffd}',
        letter if letter.is_control() || turns_direction(letter) => '\u{fffd}',
        letter => letter,
    };
    text.chars().map(tame).collect()
}

/// `text` on one line, with nothing in it that a terminal would take for a command.
pub fn one_line(text: &str) -> String {
    printable(text).replace('\n', " ")
}
