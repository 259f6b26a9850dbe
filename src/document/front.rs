//! Where the front matter of a file ends and its text begins.

use toml::de::DeTable;

use crate::diagnostic::{Diagnostic, Edit, Fix};
use crate::id::ContentPath;
use crate::text::Span;

/// The two parts of a file.
pub(super) struct Parts {
    /// The TOML between the `+++` lines; `None` when the file has no front matter that is read.
    pub toml: Option<Span>,
    /// Front matter that is not read; `None` when there is none, or where nobody can tell.
    pub unread: Option<Span>,
    /// Where the text begins.
    pub body: usize,
    /// What is wrong with the fences.
    pub problem: Option<Diagnostic>,
}

/// Splits `text` at its `+++` lines. What readers do not see may stand before the first: empty lines, invisible characters,
/// comments. Total: what begins like front matter and is not read is not text either.
pub(super) fn split(path: &ContentPath, text: &str) -> Parts {
    let begin = first_visible(text);
    let first = text[begin..].lines().next().unwrap_or_default();
    match first.chars().next() {
        Some('+') if is_fence(first) => toml_front(path, text, begin),
        Some('-') if is_fence(first) => foreign_front(path, text, begin),
        Some(_) | None => Parts { toml: None, unread: None, body: 0, problem: None },
    }
}

/// Whether `line` is nothing but a fence: `+++`, with spaces around it, a plus too many or the name of the notation behind
/// it, or `---` in the same way.
pub(super) fn is_fence(line: &str) -> bool {
    let line = line.trim_matches(|letter: char| letter.is_whitespace() || is_invisible(letter));
    ['+', '-'].iter().any(|mark| {
        let rest = line.trim_start_matches(*mark);
        let name = rest.trim().to_ascii_lowercase();
        line.len() - rest.len() >= 3 && matches!(name.as_str(), "" | "toml" | "yaml" | "yml")
    })
}

/// Where the first thing stands that a reader would see: after empty lines, invisible characters and comments.
pub(super) fn first_visible(text: &str) -> usize {
    let mut rest = text;
    loop {
        rest = rest.trim_start_matches(|letter: char| letter.is_whitespace() || is_invisible(letter));
        match rest.strip_prefix("<!--").and_then(|comment| comment.split_once("-->")) {
            Some((_, after)) => rest = after,
            None => return text.len() - rest.len(),
        }
    }
}

/// Letters of no width, that an editor puts in without a word.
pub(super) fn is_invisible(letter: char) -> bool {
    matches!(letter, '\u{ad}' | '\u{200b}'..='\u{200f}' | '\u{2060}'..='\u{2064}' | '\u{feff}' | '\u{0}'..='\u{1f}')
}

fn toml_front(path: &ContentPath, text: &str, begin: usize) -> Parts {
    let start = line_end(text, begin);
    if let Some((end, body)) = closing_line(text, start, '+') {
        return Parts { toml: Some(Span::new(start, end)), unread: None, body, problem: None };
    }
    let fence = Span::new(begin, begin + 3);
    let message = "the front matter is not closed, so nothing of this file is shown";
    let problem = Diagnostic::new("unclosed-front-matter", path, fence, message)
        .help("add a line `+++` after the last key, before the text")
        .mended_by(end_of_keys(text, start).map(|end| {
            let fence = if text[begin..start].ends_with("\r\n") { "+++\r\n" } else { "+++\n" };
            Fix::safe("close the front matter before the text", vec![Edit::new(path, Span::new(end, end), fence)])
        }));
    let unread = Some(Span::new(begin, text.len()));
    Parts { toml: None, unread, body: text.len(), problem: Some(problem) }
}

/// What other tools want: not read, and not shown as text either.
fn foreign_front(path: &ContentPath, text: &str, begin: usize) -> Parts {
    let start = line_end(text, begin);
    let is_key = |line: &str| line.split_once(" = ").is_some_and(|(key, _)| !key.contains(char::is_whitespace));
    let closed = closing_line(text, start, '-').and_then(|(end, body)| {
        let inner = &text[start..end];
        let is_toml = inner.lines().any(is_key);
        (is_toml || inner.contains(": ")).then_some((Span::new(start, end), body, is_toml))
    });
    let Some((unread, body, is_toml)) = closed else {
        return Parts { toml: None, unread: None, body: 0, problem: None };
    };
    let (message, help) = match is_toml {
        true => ("the front matter stands between `---` lines", "write `+++` in place of both `---` lines"),
        false => (
            "the front matter is YAML",
            "write it as TOML between two `+++` lines: `title = \"…\"` instead of `title: …`",
        ),
    };
    let problem = Diagnostic::new("foreign-front-matter", path, Span::new(begin, begin + 3), message).help(help);
    let fences = [Span::new(begin, start), Span::new(unread.end, body)];
    let is_read = is_toml && DeTable::parse(&text[unread.range()]).is_ok();
    let problem = problem.mended_by(is_read.then(|| {
        let edits = fences.map(|fence| {
            let line = &text[fence.range()];
            Edit::new(path, Span::new(fence.start, fence.start + line.trim_end().len()), "+++")
        });
        Fix::safe("write `+++` in place of both `---` lines", edits.to_vec())
    }));
    Parts { toml: None, unread: Some(unread), body, problem: Some(problem) }
}

/// Where the keys end that begin at `from` and that nothing closes: before the empty line after which something stands that
/// is no TOML, or a heading. `None` where it is not clear: where what follows could be keys too.
fn end_of_keys(text: &str, from: usize) -> Option<usize> {
    let mut at = from;
    let mut is_after_empty = false;
    while at < text.len() {
        let end = line_end(text, at);
        let line = text[at..end].trim();
        let begins_text = is_after_empty && (line.starts_with("# ") || line.starts_with("## ") || !is_toml_line(line));
        if !line.is_empty() && begins_text {
            let keys = text[from..at].trim_end();
            let end = line_end(text, from + keys.len());
            let rest_is_text =
                !text[at..].lines().any(|line| line.trim_start().starts_with("[[") || is_assignment(line));
            let is_read = !keys.is_empty() && DeTable::parse(keys).is_ok_and(|table| !table.get_ref().is_empty());
            return (is_read && rest_is_text).then_some(end);
        }
        is_after_empty = line.is_empty();
        at = end;
    }
    None
}

fn is_toml_line(line: &str) -> bool {
    line.starts_with(['[', '#', ']', '}', '"', '\'']) || is_assignment(line)
}

fn is_assignment(line: &str) -> bool {
    line.split_once(" =").is_some_and(|(key, _)| {
        let key = key.trim();
        !key.is_empty() && key.chars().all(|letter| letter.is_ascii_alphanumeric() || "_-.".contains(letter))
    })
}

/// Where the next fence of `mark` begins and where the line after it begins; `None` when there is none.
fn closing_line(text: &str, from: usize, mark: char) -> Option<(usize, usize)> {
    let mut at = from;
    while at < text.len() {
        let end = line_end(text, at);
        let line = text[at..end].trim();
        if line.len() >= 3 && line.chars().all(|letter| letter == mark) {
            return Some((at, end));
        }
        at = end;
    }
    None
}

fn line_end(text: &str, from: usize) -> usize {
    text[from..].find('\n').map_or(text.len(), |at| from + at + 1)
}
