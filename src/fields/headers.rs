//! The lines that begin a table, `[contract]` or `[[event]]`, where the parser stumbles over one.

use super::Shape;
use crate::text::{Span, nearest};

/// The header that is meant by a name: `[[event]]` for `event` or `events`. `None` where there is no such table.
pub(crate) type MeantHeader<'a> = dyn Fn(&str) -> Option<String> + 'a;

/// A line that begins a table, or was meant to.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Header<'s> {
    /// The keys between the brackets: `contract.payment`.
    pub name: &'s str,
    /// With its brackets, without a comment behind it.
    pub place: Span,
    opened: usize,
    closed: usize,
}

impl<'s> Header<'s> {
    /// The header on the line of the byte `at` of `source`; `None` where something else is there.
    pub(super) fn on_line_of(source: &'s str, at: usize) -> Option<Header<'s>> {
        let (start, text) = written_at(source, at)?;
        let opened = text.len() - text.trim_start_matches('[').len();
        let closed = text.len() - text.trim_end_matches(']').len();
        let name = text.get(opened..text.len().checked_sub(closed)?)?.trim();
        let is_key = |letter: char| letter.is_ascii_alphanumeric() || "_-.".contains(letter);
        (opened > 0 && !name.is_empty() && name.chars().all(is_key)).then(|| Header {
            name,
            place: Span::new(start, start + text.len()),
            opened,
            closed,
        })
    }

    /// Whether it begins one of several tables: with two brackets on either side.
    fn is_of_list(&self) -> bool {
        self.opened.max(self.closed) > 1
    }

    /// Whether as many brackets close it as open it.
    pub(super) fn is_whole(&self) -> bool {
        self.opened == self.closed && self.opened <= 2
    }

    /// The outermost key of its name, and its place in the file in which the text begins at `offset`.
    pub(super) fn of_file(&self, offset: usize) -> (String, Span) {
        let outermost = self.name.split('.').next().unwrap_or(self.name);
        (outermost.to_owned(), self.place.shifted(offset))
    }

    /// As it is meant.
    pub(super) fn written(&self) -> String {
        let Header { name, .. } = self;
        if self.is_of_list() { format!("[[{name}]]") } else { format!("[{name}]") }
    }
}

/// The header that `name` is meant as, of a table with the keys `known`; `shape` says what each of them asks for.
pub(crate) fn meant_header<'k>(
    name: &str,
    known: impl Iterator<Item = &'k str> + Clone,
    shape: &dyn Fn(&str) -> Shape,
) -> Option<String> {
    let (outermost, inner) = name.split_once('.').map_or((name, None), |(outermost, inner)| (outermost, Some(inner)));
    let mut tables = known.clone().filter(|key| shape(key).header(std::iter::empty()).is_some());
    let outermost =
        if known.clone().any(|key| key == outermost) { outermost } else { nearest(outermost, &mut tables)? };
    let is_of_list = shape(outermost).header(inner.into_iter().flat_map(|inner| inner.split('.')))?;
    let name = inner.map_or(outermost.to_owned(), |inner| format!("{outermost}.{inner}"));
    Some(if is_of_list { format!("[[{name}]]") } else { format!("[{name}]") })
}

/// Where a header stands without its brackets, `event` or `event:`, or between other ones, `(event)`, on the line of the byte `at` of `source`, and the one that is
/// meant; `None` where something else is there.
pub(super) fn bare_header(source: &str, at: usize, meant: &MeantHeader) -> Option<(Span, String)> {
    let (start, text) = written_at(source, at)?;
    let name = text.strip_suffix(':').unwrap_or(text).trim_end();
    let name = name.trim_matches(|sign| "(){}<>«»".contains(sign)).trim();
    Some((Span::new(start, start + text.len()), meant(name)?))
}

/// The header above the byte `at`; `None` where none is.
pub(super) fn header_above(source: &str, at: usize) -> Option<Header<'_>> {
    source[..at].rfind("\n[").and_then(|before| Header::on_line_of(source, before + 1))
}

/// What is written on the line of the byte `at` of `source`, without a comment and the spaces around it, and where it begins.
fn written_at(source: &str, at: usize) -> Option<(usize, &str)> {
    let start = source[..at.min(source.len())].rfind('\n').map_or(0, |end| end + 1);
    let line = source[start..].lines().next()?;
    Some((start + line.len() - line.trim_start().len(), line.split('#').next()?.trim()))
}

/// The header with one bracket of a table of which the headers from `again` on make a list: everything that follows is of one
/// cause, which is reported there. `None` where none is.
pub(super) fn single_before<'s>(source: &'s str, again: &Header) -> Option<Header<'s>> {
    let mut at = 0;
    let lines = source[..again.place.start].split_inclusive('\n').map(|line| {
        at += line.len();
        at - line.len()
    });
    let mut headers = lines.filter_map(|at| Header::on_line_of(source, at));
    headers.find(|it| it.name == again.name && !(it.is_of_list() && it.is_whole()) && again.is_of_list())
}

/// The line of `span`, without the spaces around it.
pub(super) fn line_of(source: &str, span: Span) -> Span {
    let start = source[..span.start].rfind('\n').map_or(0, |end| end + 1);
    let end = source[start..].find('\n').map_or(source.len(), |at| start + at);
    let line = source[start..end].trim_start();
    Span::new(end - line.len(), end - line.len() + line.trim_end().len())
}

/// Where the table ends whose header `span` lies in: at the next header.
pub(super) fn end_of_table(source: &str, span: Span) -> usize {
    let body = line_of(source, span).end;
    source[body..].find("\n[").map_or(source.len(), |at| body + at + 1)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn headers_are_known_with_any_brackets() {
        for (line, name, is_whole, meant) in [
            ("[event]", "event", true, "[event]"),
            ("[[event]] # the first", "event", true, "[[event]]"),
            ("  [[ event ]]", "event", true, "[[event]]"),
            ("[[event]", "event", false, "[[event]]"),
            ("[event]]", "event", false, "[[event]]"),
            ("[[event", "event", false, "[[event]]"),
            ("[event", "event", false, "[event]"),
            ("[[contract.step]]]", "contract.step", false, "[[contract.step]]"),
        ] {
            let header = Header::on_line_of(line, 0).expect(line);
            assert_eq!((header.name, header.is_whole(), &*header.written()), (name, is_whole, meant), "{line}");
        }
        for other in ["", "[]", "event = 1", "[\"a\", \"b\"]", "[1, 2]", "event]]"] {
            assert_eq!(Header::on_line_of(other, 0), None, "{other}");
        }
    }
}
