//! A line that is written like a task and is none, because its box is not as Markdown wants it.

use crate::check::prelude::*;

pub(crate) const FIND: Find = each!(file, find);

fn find(facts: &Facts, entry: &Entry) -> Vec<Diagnostic> {
    if !entry.is_minutes() {
        return Vec::new();
    }
    let tasks = &entry.outline.tasks;
    let code = &entry.outline.code;
    let mut at = entry.body_start;
    let mut found = Vec::new();
    for line in entry.body().split_inclusive('\n') {
        let start = at;
        at += line.len();
        let Some(boxed) = boxed(line) else { continue };
        // All three are in the order of the text.
        let first = tasks.partition_point(|task| task.span.start < start);
        let is_task = tasks.get(first).is_some_and(|task| task.span.start < at);
        let after = code.partition_point(|block| block.start <= start + boxed.begin);
        let block = after.checked_sub(1).map(|before| code[before]).filter(|block| start < block.end);
        match block {
            _ if is_task || is_label(entry, &boxed) => {}
            Some(block) if is_fenced(entry, block) => {}
            Some(_) => {
                found.extend(line[boxed.words..].starts_with('@').then(|| indented(facts, entry, start, line, &boxed)))
            }
            None if names_somebody(entry, start, at) => found.push(finding(facts, entry, start, line, &boxed)),
            None => {}
        }
    }
    found
}

/// Whether `block` is a block of code between lines that say so; others are code for the blanks before each line alone.
fn is_fenced(entry: &Entry, block: Span) -> bool {
    entry.text[block.range()].trim_start().starts_with(['`', '~'])
}

/// Whether the box is the label of a link whose address stands elsewhere in the text, or the number of a note.
fn is_label(entry: &Entry, boxed: &Boxed) -> bool {
    let label = boxed.inside.trim();
    let is_letter = label.chars().all(char::is_alphanumeric) && !label.eq_ignore_ascii_case("x");
    !label.is_empty() && is_letter && entry.body().contains(&format!("[{label}]:"))
}

/// The finding that the blanks before a box make code of its line.
fn indented(facts: &Facts, entry: &Entry, start: usize, line: &str, boxed: &Boxed) -> Diagnostic {
    let span = Span::new(start + boxed.begin, start + line.trim_end().len());
    let blanks = line.len() - line.trim_start().len();
    let help = "take the blanks before it out";
    let edit = Edit::new(&entry.path, Span::new(start, start + blanks), "");
    let message = "the blanks before this line make code of it, so nobody is reminded of this action";
    facts.at(entry, span, message).help(help).fix(Fix::patch(help, vec![edit]))
}

/// A box at the beginning of a line or of a cell, by its places in the line.
struct Boxed {
    /// Where the mark of the list is, or the box where there is none.
    begin: usize,
    /// The mark of the list, or `-` where there is none.
    mark: String,
    /// What stands between the brackets.
    inside: String,
    /// Where the words begin.
    words: usize,
    in_table: bool,
}

/// The box with which `line` begins, behind the signs of quotations and lists, or a cell of it.
fn boxed(line: &str) -> Option<Boxed> {
    let rest = line.trim_start_matches([' ', '\t', '>']);
    if rest.starts_with('|') {
        let cell = rest.split('|').find_map(|cell| inside(cell.trim_start()).map(|(inside, _)| (cell, inside)));
        let (cell, inside) = cell?;
        let begin = line.find(cell).unwrap_or_default() + (cell.len() - cell.trim_start().len());
        return Some(Boxed { begin, mark: "-".to_owned(), inside: inside.to_owned(), words: begin, in_table: true });
    }
    let begin = line.len() - rest.len();
    let digits = rest.bytes().take_while(u8::is_ascii_digit).count();
    let mark = match rest.as_bytes().get(digits) {
        Some(b'-' | b'*' | b'+') if digits == 0 => &rest[..1],
        Some(b'.' | b')') if digits > 0 => &rest[..=digits],
        // What editors make of a hyphen, or put before an item.
        Some(_) if digits == 0 => {
            ["–", "—", "•", "·", "‣", "▪"].into_iter().find(|it| rest.starts_with(it)).unwrap_or("")
        }
        Some(_) | None => "",
    };
    let (inside, length) = inside(rest[mark.len()..].trim_start())?;
    let gap = rest[mark.len()..].len() - rest[mark.len()..].trim_start().len();
    let words = &rest[mark.len() + gap + length..];
    let words = begin + mark.len() + gap + length + (words.len() - words.trim_start().len());
    let mark = if mark.is_ascii() && !mark.is_empty() { mark } else { "-" };
    Some(Boxed { begin, mark: mark.to_owned(), inside: inside.to_owned(), words, in_table: false })
}

/// What stands between the brackets at the beginning of `text`, with how long they are: nothing, blanks, one sign.
fn inside(text: &str) -> Option<(&str, usize)> {
    let inner = text.strip_prefix('[')?.split(']').next()?;
    let is_box = inner.trim().chars().count() <= 1 && inner.len() <= 8 && !inner.contains('\n');
    // A number is that of a note.
    let is_sign = !inner.trim().chars().any(char::is_numeric);
    let is_closed = text[1 + inner.len()..].starts_with(']') && !text[inner.len() + 2..].starts_with(['(', '[', ':']);
    (is_box && is_sign && is_closed).then_some((inner, inner.len() + 2))
}

/// Whether a person is named between two places of the text.
fn names_somebody(entry: &Entry, start: usize, end: usize) -> bool {
    let mentions = &entry.outline.mentions;
    let first = mentions.partition_point(|mention| mention.span.start < start);
    let here = mentions[first..].iter().take_while(|mention| mention.span.start < end);
    here.into_iter().any(|mention| matches!(mention.what, crate::markdown::MentionKind::Person(_)))
}

fn finding(facts: &Facts, entry: &Entry, start: usize, line: &str, boxed: &Boxed) -> Diagnostic {
    let span = Span::new(start + boxed.begin, start + line.trim_end().len());
    if boxed.in_table {
        let help = "write it as an item of a list, `- [ ] @slug: … (due 2026-12-31)`, outside of the table";
        return facts.at(entry, span, "a box in a table is no task, so nobody is reminded of this action").help(help);
    }
    let message = "this box is not read as one, so nobody is reminded of this action";
    let done = match boxed.inside.trim() {
        "" => " ",
        "x" | "X" => "x",
        _ => {
            let help =
                format!("write `{} [ ] ` while it is open, and `{} [x] ` when it is done", boxed.mark, boxed.mark);
            return facts.at(entry, span, message).help(help);
        }
    };
    let right = format!("{} [{done}] ", boxed.mark);
    let place = Span::new(start + boxed.begin, start + boxed.words);
    let finding = facts.at(entry, span, message).help(format!("begin the line with `{right}`"));
    finding.fix(Fix::safe("write the box as tasks have it", vec![Edit::new(&entry.path, place, right)]))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn boxes_are_told_from_links_and_notes() {
        for (line, expected) in [
            ("- [] @ada: a", "- [] @ada: a"),
            ("  * [  ] @ada", "* [  ] @ada"),
            ("> 1. [ ]@ada", "1. [ ]@ada"),
            ("-[ ] @ada", "-[ ] @ada"),
            ("- [-] @ada", "- [-] @ada"),
            ("[x] @ada", "[x] @ada"),
            ("- [v] @ada", "- [v] @ada"),
            ("* [✗] @ada", "* [✗] @ada"),
            ("- [—] @ada", "- [—] @ada"),
            ("– [ ] @ada", "– [ ] @ada"),
            ("• [\u{a0}] @ada", "• [\u{a0}] @ada"),
            ("| a | [ ] @ada |", "[ ] @ada |"),
        ] {
            assert_eq!(boxed(line).map(|it| &line[it.begin..]), Some(expected), "{line}");
        }
        for line in ["- [x](y) @ada", "- [1] @ada", "[x]: y @ada", "- @ada [ ]", "- [ab] @ada", "| a | @ada |", "text"]
        {
            assert!(boxed(line).is_none(), "{line}");
        }
    }
}
