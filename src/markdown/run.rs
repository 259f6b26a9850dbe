//! The parser hands out text in pieces, cut wherever a mark might have been. Here they are one text again, with the way back.

use std::ops::Range;

use pulldown_cmark::CowStr;

use crate::text::Span;

/// Adjacent pieces of plain text: what a reader sees without a break in between.
#[derive(Debug, Default)]
pub(super) struct Run<'a> {
    /// The only piece, as most runs have one.
    single: Option<CowStr<'a>>,
    joined: String,
    pieces: Vec<Piece>,
}

#[derive(Debug, Clone, Copy)]
struct Piece {
    /// Where it begins in the run.
    at: usize,
    /// Where it stands in the source. Longer or shorter than its text when an entity was decoded.
    source: Span,
    /// The author put a backslash before its first letter.
    is_escaped: bool,
}

impl<'a> Run<'a> {
    /// Adds what the parser read at `range` of `source`.
    pub(super) fn push(&mut self, source: &str, text: CowStr<'a>, range: Range<usize>) {
        let is_escaped = source[..range.start].ends_with('\\');
        let at = self.text().len();
        match self.pieces.len() {
            0 => self.single = Some(text),
            count => {
                if count == 1 {
                    self.joined.clear();
                    self.joined.push_str(self.single.as_deref().unwrap_or_default());
                }
                self.joined.push_str(&text);
            }
        }
        self.pieces.push(Piece { at, source: range.into(), is_escaped });
    }

    pub(super) fn text(&self) -> &str {
        if self.pieces.len() < 2 { self.single.as_deref().unwrap_or_default() } else { &self.joined }
    }

    pub(super) fn is_empty(&self) -> bool {
        self.pieces.is_empty()
    }

    pub(super) fn clear(&mut self) {
        self.single = None;
        self.pieces.clear();
    }

    /// Where `range` of the run stands in the source.
    pub(super) fn span(&self, range: &Range<usize>) -> Span {
        let start = self.piece(range.start);
        let end = self.piece(range.end.saturating_sub(1).max(range.start));
        let place = |piece: Piece, at: usize| (piece.source.start + (at - piece.at)).min(piece.source.end);
        Span::new(place(start, range.start), place(end, range.end))
    }

    /// Whether the author took the special meaning from the letter at `at`.
    pub(super) fn is_escaped(&self, at: usize) -> bool {
        let piece = self.piece(at);
        piece.at == at && piece.is_escaped
    }

    fn piece(&self, at: usize) -> Piece {
        let after = self.pieces.partition_point(|piece| piece.at <= at);
        self.pieces[after.saturating_sub(1)]
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_run_knows_where_its_text_stands() {
        let source = "a\\@b &amp; https://c_d";
        let mut run = Run::default();
        for (text, range) in [("a", 0..1), ("@b ", 2..5), ("&", 5..10), (" https://c", 10..20), ("_d", 20..22)] {
            run.push(source, text.into(), range);
        }
        assert_eq!(run.text(), "a@b & https://c_d");
        assert!(run.is_escaped(1) && !run.is_escaped(0));
        assert_eq!(&source[run.span(&(6..17)).range()], "https://c_d");
        assert_eq!(&source[run.span(&(0..3)).range()], "a\\@b");
    }
}
