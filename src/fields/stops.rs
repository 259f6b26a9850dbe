//! Lines at which the parser of TOML stops, so that it reads nothing behind them, or takes that for something else: a key without
//! `=`, a text of several lines that nothing ends, a header that is not closed as it is opened. Each is reported and passed over, a
//! header with its table, and the rest is read.

use std::borrow::Cow;

use memchr::memmem;
use toml::de::DeTable;

use crate::text::{Span, floor};

use super::headers::{Header, MeantHeader, bare_header, end_of_table};
use super::slips::unassigned;
use super::stumbles::blank;

/// What the parser says of a place.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct SyntaxError {
    /// Counted from the beginning of the text.
    pub span: Span,
    /// In the words of the parser.
    pub message: String,
    /// The header that is meant where one stands without its brackets, or with other ones: `[[event]]`.
    pub meant: Option<String>,
}

impl From<toml::de::Error> for SyntaxError {
    fn from(error: toml::de::Error) -> SyntaxError {
        SyntaxError { span: error.span().unwrap_or(0..0).into(), message: error.message().to_owned(), meant: None }
    }
}

/// So many such lines are passed over; a file that has more is no TOML at all.
const LIMIT: usize = 16;

/// `source` without the lines at which the parser stops, each character at its place, and what it says of each; `meant` knows which
/// headers there are.
pub(super) fn passed_over<'s>(source: &'s str, meant: &MeantHeader) -> (Cow<'s, str>, Vec<SyntaxError>) {
    let mut text = Cow::Borrowed(source);
    let mut found = Vec::new();
    // Where each line looks as it should, nothing has to be parsed to know it.
    let has_long_text =
        ["\"\"\"", "'''"].iter().any(|quotes| memmem::find(source.as_bytes(), quotes.as_bytes()).is_some());
    if !has_long_text && !source.lines().any(may_stop) {
        return (text, found);
    }
    while found.len() < LIMIT
        && let Some((stop, lost)) = first(&text, meant)
    {
        let spaces: String = text[lost.range()].chars().map(blank).collect();
        text.to_mut().replace_range(lost.range(), &spaces);
        found.push(stop);
    }
    (text, found)
}

/// Whether the parser may stop at `line`: where it begins with a word and what stands before the first `=` is no key, or where it is a
/// header that is not closed as it is opened.
fn may_stop(line: &str) -> bool {
    let line = line.trim_start();
    match line.bytes().next() {
        Some(b'[') => Header::on_line_of(line, 0).is_some_and(|header| !header.is_whole()),
        None | Some(b'#' | b']' | b'{' | b'}' | b'"' | b'\'') => false,
        Some(_) => !line.split_once('=').is_some_and(|(before, _)| is_key(before.trim_end())),
    }
}

/// Whether `text` is a key, be it of several parts.
fn is_key(text: &str) -> bool {
    let is_of_key = |byte: u8| byte.is_ascii_alphanumeric() || b"_-.\"' ".contains(&byte);
    text.bytes().all(is_of_key) && (!text.contains(' ') || text.contains(['"', '\'', '.']))
}

/// The first such place, and what is lost with it.
fn first(text: &str, meant: &MeantHeader) -> Option<(SyntaxError, Span)> {
    let (_, errors) = DeTable::parse_recoverable(text);
    errors.into_iter().map(SyntaxError::from).find_map(|error| {
        let header = Header::on_line_of(text, floor(text, error.span.start.min(text.len())));
        if let Some(header) = header.filter(|it| !it.is_whole()) {
            let lost = Span::new(header.place.start, end_of_table(text, header.place));
            let meant = meant(header.name).unwrap_or_else(|| header.written());
            return Some((SyntaxError { span: header.place, meant: Some(meant), ..error }, lost));
        }
        if error.message.starts_with("key with no value") {
            let line = line_around(text, error.span.start);
            // A key with the items of a list below it, each behind a dash.
            if let Some(list) = unassigned(text, line.start).filter(|it| it.span.end > line.end) {
                return Some((error, list.span));
            }
            if let Some((span, meant)) = bare_header(text, floor(text, error.span.start.min(text.len())), meant) {
                let lost = Span::new(span.start, end_of_table(text, span));
                return Some((SyntaxError { span, meant: Some(meant), ..error }, lost));
            }
            return Some((error, line));
        }
        let quotes = match error.message.as_str() {
            message if message.starts_with("invalid multi-line basic string, expected `\"`") => "\"\"\"",
            message if message.starts_with("invalid multi-line literal string, expected `'`") => "'''",
            _ => return None,
        };
        // It stumbles where the text ends, and the mistake is where it begins.
        let start = text[..floor(text, error.span.start.min(text.len()))].rfind(quotes)?;
        let error = SyntaxError { span: Span::new(start, start + quotes.len()), ..error };
        Some((error, line_around(text, start)))
    })
}

/// The line of the byte `at`, without its end.
fn line_around(text: &str, at: usize) -> Span {
    let at = floor(text, at.min(text.len()));
    // A place at the end of a line may count as the beginning of the next one.
    let start = text[..at].rfind('\n').map_or(0, |end| end + 1);
    Span::new(start, text[start..].find('\n').map_or(text.len(), |end| start + end))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_stands_behind_a_broken_line_is_read() {
        for line in ["[[event\nto = 9", "[event]]\nto = 9", "[[event]\nto = 9", "[event\nto = 9"] {
            let text = format!("{line}\n\n[[event]]\nto = 1\n\n[[event]]\nto = 3\n");
            let (read, stops) = passed_over(&text, &|_| None);
            let (table, errors) = DeTable::parse_recoverable(&read);
            assert!(errors.is_empty() && stops.len() == 1, "{line}: {errors:?} {stops:?}");
            assert_eq!(table.get_ref()["event"].get_ref().as_array().unwrap().len(), 2, "{line}");
        }
        for line in [
            "by \"ada\"",
            "by: ada",
            "- by = \"ada\"",
            "by",
            "by = \"\"\"ada",
            "by = '''ada",
            "<<<<<<< HEAD",
            "* by",
            "```",
        ] {
            let text = format!("[[event]]\nto = 1\n{line}\nnote = 2\n\n[[event]]\nto = 3\n");
            let (read, stops) = passed_over(&text, &|_| None);
            assert_eq!(stops.len(), 1, "{line}: {stops:?}");
            assert_eq!(read.len(), text.len());
            let line_of = |at: usize| text[..at].matches('\n').count();
            assert_eq!(line_of(stops[0].span.start), 2, "{line}: {stops:?}");
            let (table, errors) = DeTable::parse_recoverable(&read);
            assert!(errors.is_empty(), "{line}: {errors:?}");
            assert_eq!(table.get_ref()["event"].get_ref().as_array().unwrap().len(), 2, "{line}");
        }
    }

    #[test]
    fn what_the_parser_reads_is_left_alone() {
        for text in
            ["", "a = 1\n", "a = \"\"\"\nb\nc d\n\"\"\"\n", "a = [\n  \"b c\",\n  d,\n]\n", "a.b = 1\n\"a b\" = 2\n"]
        {
            assert_eq!(passed_over(text, &|_| None).1, Vec::new(), "{text}");
        }
    }
}
