//! Where the front matter of a file ends and its text begins.

use toml::de::DeTable;

use crate::diagnostic::{Diagnostic, Edit, Fix};
use crate::fields::{Notation, yaml};
use crate::id::ContentPath;
use crate::text::Span;

/// The two parts of a file.
pub(super) struct Parts {
    /// The TOML between the `+++` lines, or the YAML between the `---` lines; `None` when the file has no front matter that is
    /// read.
    pub front: Option<Span>,
    /// In which of the two it is written.
    pub notation: Notation,
    /// Front matter that is not read; `None` when there is none, or where nobody can tell.
    pub unread: Option<Span>,
    /// Where the text begins.
    pub body: usize,
    /// What is wrong with the fences.
    pub problem: Option<Diagnostic>,
}

impl Parts {
    fn text_only() -> Parts {
        Parts { front: None, notation: Notation::Toml, unread: None, body: 0, problem: None }
    }

    fn read(front: Span, notation: Notation, body: usize) -> Parts {
        Parts { front: Some(front), notation, unread: None, body, problem: None }
    }

    pub(super) fn not_read(unread: Span, body: usize, problem: Diagnostic) -> Parts {
        Parts { unread: Some(unread), body, problem: Some(problem), ..Parts::text_only() }
    }
}

/// Splits `text` at its `+++` or `---` lines. What readers do not see may stand before the first: empty lines, invisible characters,
/// comments. Total: what begins like front matter and is not read is not text either.
pub(super) fn split(path: &ContentPath, text: &str) -> Parts {
    let begin = first_visible(text);
    let first = text[begin..].lines().next().unwrap_or_default();
    match first.chars().next() {
        Some('+') if is_fence(first) => toml_front(path, text, begin),
        Some('-') if is_fence(first) => yaml_front(path, text, begin),
        Some(_) | None => Parts::text_only(),
    }
}

/// Whether `line` is nothing but a fence: `+++`, with spaces around it, a plus too many or the name of the notation behind
/// it, or `---` in the same way.
pub(super) fn is_fence(line: &str) -> bool {
    let line = line.trim_matches(|letter: char| letter.is_whitespace() || is_invisible(letter));
    ['+', '-'].iter().any(|mark| {
        let rest = line.trim_start_matches(*mark);
        let name = rest.trim();
        line.len() - rest.len() >= 3 && ["", "toml", "yaml", "yml"].iter().any(|it| name.eq_ignore_ascii_case(it))
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
    if let Some(second) = doubled(text, start, is_plus_line, is_assignment) {
        let parts = toml_front(path, text, second);
        return Parts { problem: parts.problem.or_else(|| Some(twice(path, text, second))), ..parts };
    }
    match closing_line(text, start, is_plus_line) {
        Some((end, body)) if is_yaml_alone(&text[start..end]) => {
            yaml_between_pluses(path, text, begin, Span::new(start, end), body)
        }
        Some((end, body)) => Parts::read(Span::new(start, end), Notation::Toml, body),
        None => match nearly_closed(text, start, is_whole_toml) {
            Some(line) => closed_by_other(path, text, begin, "+++", line),
            None => unclosed(path, text, begin, "+++", end_of_keys(text, start)),
        },
    }
}

/// YAML; or TOML between the lines of YAML, which is neither read nor shown as text. What only begins with a line across the
/// page is text.
fn yaml_front(path: &ContentPath, text: &str, begin: usize) -> Parts {
    let start = line_end(text, begin);
    if let Some(second) = doubled(text, start, is_end_of_yaml, |line| yaml_key(line).is_some()) {
        let parts = yaml_front(path, text, second);
        return Parts { problem: parts.problem.or_else(|| Some(twice(path, text, second))), ..parts };
    }
    let Some((end, body)) = closing_line(text, start, is_end_of_yaml) else {
        let is_keys = |keys: &str| first_line(keys).is_some_and(|line| yaml_key(line).is_some()) && is_yaml(keys);
        if let Some(line) = nearly_closed(text, start, is_keys) {
            return closed_by_other(path, text, begin, "---", line);
        }
        return match end_of_yaml_keys(&text[start..]) {
            Some(end) => {
                unclosed(path, text, begin, "---", Some(start + end).filter(|end| is_yaml(&text[start..*end])))
            }
            None => Parts::text_only(),
        };
    };
    let inner = &text[start..end];
    let first =
        inner.lines().map(str::trim).find(|line| !line.is_empty() && !line.starts_with('#')).unwrap_or_default();
    if yaml_key(first).is_none() && (is_assignment(first) || first.starts_with('[') && first.ends_with(']')) {
        return toml_between_dashes(path, text, begin, Span::new(start, end), body);
    }
    let has_keys = inner.contains(": ") || inner.lines().any(|line| yaml_key(line).is_some());
    match has_keys {
        true => Parts::read(Span::new(start, end), Notation::Yaml, body),
        false => Parts::text_only(),
    }
}

/// Where the second of two lines begins that both open the front matter: the first ends at `start`, nothing stands between the two,
/// and keys follow that another line closes. `None` where the front matter is opened once.
fn doubled(text: &str, start: usize, is_fence: fn(&str) -> bool, is_key: fn(&str) -> bool) -> Option<usize> {
    let (second, keys) = closing_line(text, start, is_fence).filter(|(end, _)| text[start..*end].trim().is_empty())?;
    let opens = first_line(&text[keys..]).is_some_and(|line| is_key(line) || is_fence(line));
    (opens && closing_line(text, keys, is_fence).is_some()).then_some(second)
}

/// The finding that the line at `second` opens the front matter again.
fn twice(path: &ContentPath, text: &str, second: usize) -> Diagnostic {
    let line = Span::new(second, line_end(text, second));
    let fence = text[line.range()].trim();
    let place = Span::new(second, second + fence.len());
    let title = format!("take this line `{fence}` out");
    Diagnostic::new("foreign-front-matter", path, place, format!("`{fence}` opens the front matter a second time"))
        .help(title.clone())
        .fix(Fix::safe(title, vec![Edit::new(path, line, "")]))
}

/// The line that is nearly one that ends the front matter, without its end: `++`, or the fence of another notation. What stands before
/// it has to be whole, so that it stands in no value; `None` where nothing of the sort is there.
fn nearly_closed(text: &str, start: usize, is_whole: impl Fn(&str) -> bool) -> Option<Span> {
    let mut at = start;
    let mut lines = text[start..].split_inclusive('\n');
    lines.find_map(|line| {
        let here = at;
        at += line.len();
        let fence = line.trim();
        let is_like_one = fence.len() >= 2 && ["+", "-"].iter().any(|mark| fence.replace(mark, "").is_empty());
        (is_like_one && is_whole(&text[start..here])).then(|| Span::new(here, here + line.trim_end().len()))
    })
}

fn is_whole_toml(keys: &str) -> bool {
    DeTable::parse(keys).is_ok_and(|table| !table.get_ref().is_empty())
}

/// Front matter that `line` was to close, where `fence` does.
fn closed_by_other(path: &ContentPath, text: &str, begin: usize, fence: &str, line: Span) -> Parts {
    let written = text[line.range()].trim();
    let message = format!("`{written}` does not close the front matter, so nothing of this file is shown");
    let title = format!("write `{fence}` in place of `{written}`");
    let problem = Diagnostic::new("unclosed-front-matter", path, line, message)
        .label(path, Span::new(begin, begin + 3), "it begins here")
        .help(title.clone())
        .fix(Fix::safe(title, vec![Edit::new(path, line, fence)]));
    Parts::not_read(Span::new(begin, text.len()), text.len(), problem)
}

/// Whether `inner` begins as YAML does, and is YAML without a fault.
fn is_yaml_alone(inner: &str) -> bool {
    first_line(inner).is_some_and(|line| yaml_key(line).is_some()) && is_yaml(inner)
}

/// The first line that says something.
fn first_line(inner: &str) -> Option<&str> {
    inner.lines().map(str::trim_end).find(|line| !line.trim().is_empty() && !line.trim_start().starts_with('#'))
}

fn yaml_between_pluses(path: &ContentPath, text: &str, begin: usize, unread: Span, body: usize) -> Parts {
    let message = "the front matter is YAML and stands between `+++` lines, which are those of TOML";
    let help = "write `---` in place of both `+++` lines";
    Parts::not_read(unread, body, in_other_fences(path, text, (begin, unread, body), (message, help), Some("---")))
}

/// The finding that a front matter, from `begin` to `body` with its fences, stands between those of the other notation; it is
/// mended by `fence` in their place.
fn in_other_fences(
    path: &ContentPath,
    text: &str,
    (begin, inner, body): (usize, Span, usize),
    (message, help): (&str, &str),
    fence: Option<&str>,
) -> Diagnostic {
    let problem = Diagnostic::new("foreign-front-matter", path, Span::new(begin, begin + 3), message).help(help);
    problem.mended_by(fence.map(|fence| {
        let edits = [Span::new(begin, inner.start), Span::new(inner.end, body)].map(|place| {
            let line = &text[place.range()];
            Edit::new(path, Span::new(place.start, place.start + line.trim_end().len()), fence)
        });
        Fix::safe(help, edits.to_vec())
    }))
}

fn toml_between_dashes(path: &ContentPath, text: &str, begin: usize, unread: Span, body: usize) -> Parts {
    let message = "the front matter is TOML and stands between `---` lines, which are those of YAML";
    let help = "write `+++` in place of both `---` lines";
    let fence = DeTable::parse(&text[unread.range()]).is_ok().then_some("+++");
    let problem = in_other_fences(path, text, (begin, unread, body), (message, help), fence);
    Parts::not_read(unread, body, problem)
}

/// Front matter that nothing closes; `end` is where its keys end, where that is clear.
fn unclosed(path: &ContentPath, text: &str, begin: usize, fence: &str, end: Option<usize>) -> Parts {
    let message = "the front matter is not closed, so nothing of this file is shown";
    let problem = Diagnostic::new("unclosed-front-matter", path, Span::new(begin, begin + 3), message)
        .help(format!("add a line `{fence}` after the last key, before the text"))
        .mended_by(end.map(|end| {
            let line_break = if text[..line_end(text, begin)].ends_with("\r\n") { "\r\n" } else { "\n" };
            let edit = Edit::new(path, Span::new(end, end), format!("{fence}{line_break}"));
            Fix::safe("close the front matter before the text", vec![edit])
        }));
    Parts::not_read(Span::new(begin, text.len()), text.len(), problem)
}

/// Where the keys of YAML end with which `text` begins: at its first empty line. `None` where it does not begin with keys.
fn end_of_yaml_keys(text: &str) -> Option<usize> {
    let mut end = 0;
    let mut lines = text.split_inclusive('\n').take_while(|line| !line.trim().is_empty());
    let goes_on = |line: &str| line.starts_with([' ', '\t', '#', '-']) || yaml_key(line).is_some();
    let is_keys = lines.all(|line| {
        end += line.len();
        goes_on(line)
    });
    (is_keys && end > 0 && yaml_key(text.lines().next()?).is_some()).then_some(end)
}

/// Whether `text` is YAML without a fault.
fn is_yaml(text: &str) -> bool {
    yaml::readable(text).1.is_empty()
}

/// The key with which a line of YAML begins, at its first column: `title: …`, `last-call-deadline:`.
fn yaml_key(line: &str) -> Option<&str> {
    let (key, rest) = line.split_once(':')?;
    let is_word = key.starts_with(|letter: char| letter.is_ascii_alphabetic())
        && key.chars().all(|letter| letter.is_ascii_alphanumeric() || "_-".contains(letter));
    (is_word && (rest.is_empty() || rest.starts_with(char::is_whitespace))).then_some(key)
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
            return (is_whole_toml(keys) && rest_is_text).then_some(end);
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

/// Where the next line begins that `closes`, and where the line after it begins; `None` when there is none.
fn closing_line(text: &str, from: usize, closes: fn(&str) -> bool) -> Option<(usize, usize)> {
    let mut at = from;
    while at < text.len() {
        let end = line_end(text, at);
        if closes(&text[at..end]) {
            return Some((at, end));
        }
        at = end;
    }
    None
}

fn is_plus_line(line: &str) -> bool {
    let line = line.trim();
    line.len() >= 3 && line.chars().all(|letter| letter == '+')
}

/// Where YAML ends: further in, such a line is one of a text.
fn is_end_of_yaml(line: &str) -> bool {
    let line = line.trim_end();
    line.len() >= 3 && line.chars().all(|letter| letter == '-') || line == "..."
}

pub(super) fn line_end(text: &str, from: usize) -> usize {
    memchr::memchr(b'\n', &text.as_bytes()[from..]).map_or(text.len(), |at| from + at + 1)
}
