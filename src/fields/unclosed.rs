//! A list without its `]` swallows what follows it. Where that can be seen, one finding says so, and the rest is read.

use std::borrow::Cow;

use toml::de::{DeTable, DeValue};

use crate::text::Span;

/// A list that nothing closes.
pub(super) struct Unclosed {
    /// Its `[`.
    pub start: Span,
    /// What follows it and is no item: a key or the header of a table.
    pub next: Span,
}

/// `source` as though its lists were closed, each character at its place, and the lists that are not.
pub(super) fn closed(source: &str) -> (Cow<'_, str>, Vec<Unclosed>) {
    let mut text = Cow::Borrowed(source);
    let mut found = Vec::new();
    // A file that is no TOML at all is not looked through without end.
    while found.len() < 8
        && let Some((unclosed, spare)) = first(&text)
    {
        text.to_mut().replace_range(spare..spare + 1, "]");
        found.push(unclosed);
    }
    (text, found)
}

/// Whether the line of `at`, or the next one that is not empty, begins a key or a table.
pub(super) fn begins_anew(text: &str, at: usize) -> bool {
    beginning(&text[next_line(text, at)..]).is_some()
}

/// The first list that nothing closes, and the place for its `]`; `None` where there is none, or no place.
fn first(text: &str) -> Option<(Unclosed, usize)> {
    let (table, errors) = DeTable::parse_recoverable(text);
    errors.iter().filter_map(|error| error.span()).find_map(|error| {
        let at = next_line(text, error.start);
        let start = list_around(table.get_ref(), at)?;
        let begun = &text[start..at];
        let is_open = begun.matches('{').count() == begun.matches('}').count();
        let next = beginning(&text[at..])?;
        let spare = spare(text, start, at)?;
        let unclosed = Unclosed { start: Span::new(start, start + 1), next: Span::new(at, at + next.len()) };
        is_open.then_some((unclosed, spare))
    })
}

/// Where the first line from that of `at` on begins that is not empty, after its spaces.
fn next_line(text: &str, at: usize) -> usize {
    let at = at.min(text.len());
    let at = (0..=at).rev().find(|at| text.is_char_boundary(*at)).unwrap_or_default();
    let rest = &text[at..];
    let at = at + (rest.len() - rest.trim_start().len());
    let line = text[..at].rfind('\n').map_or(0, |end| end + 1);
    line + (text[line..].len() - text[line..].trim_start().len())
}

/// Where the outermost list begins that holds `at`.
fn list_around(table: &DeTable, at: usize) -> Option<usize> {
    table.iter().find_map(|(_, value)| match value.get_ref() {
        DeValue::Array(items) if items.iter().any(|item| matches!(item.get_ref(), DeValue::Table(_))) => {
            let inner = items.iter().filter_map(|item| item.get_ref().as_table());
            let span = value.span();
            inner.filter_map(|table| list_around(table, at)).next().or_else(|| holds(&span, at))
        }
        DeValue::Array(_) => holds(&value.span(), at),
        DeValue::Table(table) => list_around(table, at),
        DeValue::String(_) | DeValue::Integer(_) | DeValue::Float(_) | DeValue::Boolean(_) | DeValue::Datetime(_) => {
            None
        }
    })
}

fn holds(span: &std::ops::Range<usize>, at: usize) -> Option<usize> {
    (span.start < at && at <= span.end).then_some(span.start)
}

/// The key or the header with which `line` begins something that is no item of a list.
fn beginning(text: &str) -> Option<&str> {
    let line = text.lines().next()?.trim_end();
    let is_bare = |word: &str| {
        !word.is_empty() && word.chars().all(|letter| letter.is_ascii_alphanumeric() || "_-.".contains(letter))
    };
    if let Some((key, _)) = line.split_once('=') {
        let key = key.trim_end();
        return is_bare(key).then_some(key);
    }
    let header = line.split('#').next()?.trim_end();
    let inner = header.strip_prefix('[')?.strip_suffix(']')?;
    let inner = inner.strip_prefix('[').and_then(|inner| inner.strip_suffix(']')).unwrap_or(inner);
    let is_word = is_bare(inner) && !inner.starts_with(|letter: char| letter.is_ascii_digit());
    (is_word && !matches!(inner, "true" | "false")).then_some(header)
}

/// A character between the list and `next` that a `]` can take the place of: the comma after the last item, or what follows
/// that item, a space or an end of line. Where it was the only end of line, the parser stumbles over `next`.
fn spare(text: &str, start: usize, next: usize) -> Option<usize> {
    let items = text[start..next].trim_ascii_end();
    let end = start + items.len();
    // What stands behind a `#` closes nothing.
    if items.lines().last().is_some_and(|line| line.contains('#')) {
        return None;
    }
    match items.ends_with(',') {
        true => Some(end - 1),
        false => Some(end),
    }
}
