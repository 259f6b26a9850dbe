//! Where the front matter of a file ends and its text begins.

use crate::diagnostic::Diagnostic;
use crate::id::ContentPath;
use crate::text::Span;

/// The two parts of a file.
pub struct Parts {
    /// The TOML between the `+++` lines; `None` when the file has no front matter.
    pub toml: Option<Span>,
    /// Where the text begins.
    pub body: usize,
    /// What is wrong with the fences.
    pub problem: Option<Diagnostic>,
}

/// Splits `text` at its `+++` lines. Total: without an end, everything after the first line is text.
pub fn split(path: &ContentPath, text: &str) -> Parts {
    let first = text.lines().next().unwrap_or_default();
    match first.trim_end() {
        "+++" => toml_front(path, text),
        "---" => foreign_front(path, text),
        _ => Parts { toml: None, body: 0, problem: None },
    }
}

fn toml_front(path: &ContentPath, text: &str) -> Parts {
    let start = line_end(text, 0);
    if let Some((end, body)) = closing_line(text, start, "+++") {
        return Parts { toml: Some(Span::new(start, end)), body, problem: None };
    }
    let problem = Diagnostic::new("unclosed-front-matter", path, Span::new(0, 3), "the front matter is not closed")
        .help("add a line `+++` after the last key, before the text");
    Parts { toml: None, body: start, problem: Some(problem) }
}

/// YAML, as other tools want it: not read, and not shown as text either.
fn foreign_front(path: &ContentPath, text: &str) -> Parts {
    let start = line_end(text, 0);
    let closed = closing_line(text, start, "---").filter(|(end, _)| text[start..*end].contains(": "));
    let Some((_, body)) = closed else { return Parts { toml: None, body: 0, problem: None } };
    let problem = Diagnostic::new("foreign-front-matter", path, Span::new(0, 3), "the front matter is YAML")
        .help("write it as TOML between two `+++` lines: `title = \"…\"` instead of `title: …`");
    Parts { toml: None, body, problem: Some(problem) }
}

/// Where the line `fence` begins and where the line after it begins; `None` when there is none.
fn closing_line(text: &str, from: usize, fence: &str) -> Option<(usize, usize)> {
    let mut at = from;
    while at < text.len() {
        let end = line_end(text, at);
        if text[at..end].trim_end() == fence {
            return Some((at, end));
        }
        at = end;
    }
    None
}

fn line_end(text: &str, from: usize) -> usize {
    text[from..].find('\n').map_or(text.len(), |at| from + at + 1)
}
