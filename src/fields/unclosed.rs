//! A list without its `]`, or a table without its `}`, swallows what follows it. Where that can be seen, one finding says so,
//! and the rest is read.

use std::borrow::Cow;

use toml::de::{DeTable, DeValue};

use crate::text::Span;

use super::stops::SyntaxError;

/// A list or a table that nothing closes.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Unclosed {
    /// Its `[` or its `{`.
    pub start: Span,
    /// What follows it and is not in it: a key or the header of a table.
    pub next: Span,
    /// What would close it.
    pub sign: char,
    /// Where that may have been meant to stand.
    pub end: usize,
    /// Whether the comma after the last item is there, which has to give way.
    pub is_at_comma: bool,
}

/// What may be left open.
#[derive(Debug, Clone, Copy)]
struct Open {
    start: usize,
    end: usize,
    sign: char,
}

/// `source` as though its lists and tables were closed, each character at its place, and those that are not.
pub(super) fn closed(source: Cow<'_, str>) -> (Cow<'_, str>, Vec<Unclosed>) {
    let mut text = source;
    let mut found = Vec::new();
    // Where each is closed, nothing has to be parsed to know it. A file that is no TOML at all is not looked through without end.
    while found.len() < 8
        && [(b'[', b']'), (b'{', b'}')].iter().any(|(open, close)| count(&text, *open) != count(&text, *close))
        && let Some(unclosed) = first(&text)
    {
        text.to_mut().replace_range(unclosed.end..unclosed.end + 1, unclosed.sign.encode_utf8(&mut [0; 4]));
        found.push(unclosed);
    }
    (text, found)
}

fn count(text: &str, sign: u8) -> usize {
    memchr::memchr_iter(sign, text.as_bytes()).count()
}

/// A list or a table that stays open until the parser gives up.
pub(super) struct Swallowed {
    /// From its first sign to where the parser gave up.
    pub open: Span,
    /// Where the parser first stumbled in it.
    pub first: usize,
}

/// The lists and tables of `table` that stay open, in no order; of a text that is no TOML at all a few.
pub(super) fn swallowed(source: &str, table: &DeTable, errors: &[SyntaxError]) -> Vec<Swallowed> {
    let starts = || errors.iter().map(|error| error.span.start);
    let ends = errors.iter().filter(|it| it.message.starts_with("unclosed ")).map(|it| it.span);
    let open = ends.take(8).filter_map(|end| open_around(source, table, end.start));
    let of = |it: Open| {
        let first = starts().filter(|at| (it.start..=it.end).contains(at)).min()?;
        Some(Swallowed { open: Span::new(it.start, it.end), first })
    };
    open.filter_map(of).collect()
}

/// Whether the line of `at`, or the next one that is not empty, begins a key or a table.
pub(super) fn begins_anew(text: &str, at: usize) -> bool {
    beginning(&text[next_line(text, at)..]).is_some()
}

/// The first list or table that nothing closes; `None` where there is none, or no place for what would close it.
fn first(text: &str) -> Option<Unclosed> {
    let (table, errors) = DeTable::parse_recoverable(text);
    errors.iter().filter_map(|error| error.span()).find_map(|error| {
        let at = next_line(text, error.start);
        let Open { start, sign, .. } = open_around(text, table.get_ref(), at)?;
        let at = header_within(text, start, at).unwrap_or(at);
        let begun = &text[start + 1..at];
        let is_open = count(begun, b'{') == count(begun, b'}');
        let next = beginning(&text[at..])?;
        let end = spare(text, start, at)?;
        let (start, next) = (Span::new(start, start + 1), Span::new(at, at + next.len()));
        is_open.then_some(Unclosed { start, next, sign, end, is_at_comma: text[end..].starts_with(',') })
    })
}

/// Where the first line behind that of `start` and before `end` begins that is the header of a table: no list has such an item, though
/// the parser reads on behind it.
fn header_within(text: &str, start: usize, end: usize) -> Option<usize> {
    let lines = text[start..end].split_inclusive('\n').scan(start, |at, line| {
        *at += line.len();
        Some((*at - line.len(), line))
    });
    let is_header = |(_, line): &(usize, &str)| line.starts_with('[') && beginning(line).is_some();
    lines.skip(1).find(is_header).map(|(at, _)| at)
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

/// The outermost list that holds `at`, or else the outermost table between braces.
fn open_around(text: &str, table: &DeTable, at: usize) -> Option<Open> {
    table.iter().find_map(|(_, value)| {
        let span = value.span();
        let open =
            |sign: char| (span.start < at && at <= span.end).then_some(Open { start: span.start, end: span.end, sign });
        match value.get_ref() {
            DeValue::Array(items) => {
                let inner = items.iter().filter_map(|item| item.get_ref().as_table());
                // The header of a list of tables is closed, or no list.
                let is_value = || text[..span.start].trim_ascii_end().ends_with('=');
                inner
                    .filter_map(|table| open_around(text, table, at))
                    .next()
                    .or_else(|| open(']').filter(|_| is_value()))
            }
            DeValue::Table(table) => {
                let is_inline = text[span.start..].starts_with('{');
                open_around(text, table, at).or_else(|| open('}').filter(|_| is_inline))
            }
            DeValue::String(_)
            | DeValue::Integer(_)
            | DeValue::Float(_)
            | DeValue::Boolean(_)
            | DeValue::Datetime(_) => None,
        }
    })
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

/// A character between the list and `next` that what closes it can take the place of: the comma after the last item, or what
/// follows that item, a space or an end of line. Where it was the only end of line, the parser stumbles over `next`. `None`
/// where quotation marks are not closed either.
fn spare(text: &str, start: usize, next: usize) -> Option<usize> {
    let mut items = text[start..next].trim_ascii_end();
    // What stands behind a `#` closes nothing.
    while let Some((rest, comment)) = items.rsplit_once('#')
        && !comment.contains(['\n', '"', '\''])
    {
        items = rest.trim_ascii_end();
    }
    let is_quoted = items.lines().any(|line| count(line, b'"') % 2 == 1);
    let end = start + items.len();
    let end = if items.ends_with(',') { end - 1 } else { end };
    let is_place = text[end..].starts_with(|next: char| next == ',' || next.is_ascii_whitespace());
    Some(end).filter(|_| is_place && !is_quoted)
}
