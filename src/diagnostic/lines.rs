//! Offsets of files as lines and columns, for the printers. Total: an offset that is no place in the text becomes the nearest
//! one before it.

use std::collections::HashMap;
use std::ops::Range;
use std::sync::Arc;

use crate::id::ContentPath;
use crate::text::{Span, floor};

/// The files of one report, each divided into lines once, however many findings are in it.
pub(super) struct Files<'a> {
    source: &'a dyn Fn(&ContentPath) -> Option<Arc<str>>,
    read: HashMap<ContentPath, Option<Arc<Lines>>>,
}

impl<'a> Files<'a> {
    /// Those that `source` gives the text of.
    pub(super) fn new(source: &'a dyn Fn(&ContentPath) -> Option<Arc<str>>) -> Files<'a> {
        Files { source, read: HashMap::new() }
    }

    /// The lines of the file at `path`; `None` where its text is not known.
    pub(super) fn lines(&mut self, path: &ContentPath) -> Option<Arc<Lines>> {
        let source = self.source;
        let read = self.read.entry(path.clone());
        read.or_insert_with(|| source(path).map(|text| Arc::new(Lines::new(text)))).clone()
    }
}

/// A text and where its lines begin. Lines count from zero here.
pub(super) struct Lines {
    pub text: Arc<str>,
    starts: Vec<usize>,
}

impl Lines {
    pub(super) fn new(text: Arc<str>) -> Lines {
        let after_breaks = text.bytes().enumerate().filter(|(_, byte)| *byte == b'\n').map(|(at, _)| at + 1);
        let starts = std::iter::once(0).chain(after_breaks).collect();
        Lines { text, starts }
    }

    /// The line that holds `offset`.
    pub(super) fn line(&self, offset: usize) -> usize {
        self.starts.partition_point(|start| *start <= offset) - 1
    }

    /// The bytes of a line, without what ends it.
    pub(super) fn range(&self, line: usize) -> Range<usize> {
        let start = self.starts[line];
        let end = self.starts.get(line + 1).copied().unwrap_or(self.text.len());
        start..start + self.text[start..end].trim_end_matches(['\n', '\r']).len()
    }

    /// Line and column of `offset`, both counted from one; the column counts characters. What ends a line is no column of
    /// it, be it one byte or two.
    pub(super) fn place(&self, offset: usize) -> (usize, usize) {
        let (line, before) = self.before(offset);
        (line + 1, before.chars().count() + 1)
    }

    /// The same with a column that counts UTF-16 code units.
    pub(super) fn place_utf16(&self, offset: usize) -> (usize, usize) {
        let (line, before) = self.before(offset);
        (line + 1, before.encode_utf16().count() + 1)
    }

    /// The line of `offset` and what stands before it on that line.
    fn before(&self, offset: usize) -> (usize, &str) {
        let offset = floor(&self.text, offset);
        let line = self.line(offset);
        let range = self.range(line);
        (line, &self.text[range.start..offset.min(range.end)])
    }

    /// `span` as a range that can be cut out of the text.
    pub(super) fn clamp(&self, span: Span) -> Range<usize> {
        let start = floor(&self.text, span.start);
        start..floor(&self.text, span.end).max(start)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lines_end_before_their_break() {
        let lines = Lines::new("ab\r\nKühnel\n".into());
        assert_eq!([0, 1, 2].map(|line| &lines.text[lines.range(line)]), ["ab", "Kühnel", ""]);
        assert_eq!((lines.place(4), lines.place(999)), ((2, 1), (3, 1)));
        assert_eq!((lines.place(2), lines.place(3)), ((1, 3), (1, 3)), "before and after the carriage return");
    }

    #[test]
    fn columns_count_characters_or_code_units() {
        let lines = Lines::new("é👩x".into());
        assert_eq!((lines.place(6), lines.place_utf16(6)), ((1, 3), (1, 4)));
        assert_eq!(
            (lines.place(99), lines.place_utf16(99)),
            ((1, 4), (1, 5)),
            "a file without a line break at its end"
        );
    }
}
