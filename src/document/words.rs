//! Whether two states of a document differ in words that nobody but its own reader sees.

use crate::markdown::Outline;
use crate::text::Span;

use super::Document;

impl Document {
    /// Whether `other` says the same to all other records: the same front matter, the same headings, links, mentions, tasks, lists and
    /// anchors, so that the two differ at most in one run of plain words between them.
    pub(crate) fn says_the_same_to_others(&self, other: &Document) -> bool {
        let (was, is) = (self.text.as_bytes(), other.text.as_bytes());
        let shorter = was.len().min(is.len());
        let start = was.iter().zip(is).take_while(|(one, other)| one == other).count();
        let end = was.iter().rev().zip(is.iter().rev()).take_while(|(one, other)| one == other).count();
        let run =
            Run { start, was_end: was.len() - end.min(shorter - start), is_end: is.len() - end.min(shorter - start) };
        self.path == other.path
            && self.body_start == other.body_start
            && self.body_start <= start
            && self.may_be_draft == other.may_be_draft
            && ![self, other].iter().any(|it| it.text.contains(['\u{fffd}', '\0']))
            && !self.outline.lists.iter().any(|item| run.touches(item.span))
            && seen_by_others(self.outline.clone().with_spans(|span| run.moved(span)))
                == seen_by_others(other.outline.clone())
    }
}

/// Where the words stand that differ.
#[derive(Clone, Copy)]
struct Run {
    start: usize,
    was_end: usize,
    is_end: usize,
}

impl Run {
    fn touches(self, span: Span) -> bool {
        span.start <= self.was_end && self.start <= span.end
    }

    /// Where `span` is in the other text; a place that is nowhere in it where it begins or ends within the words.
    fn moved(self, span: Span) -> Span {
        let place = |at: usize| match at {
            at if at <= self.start => at,
            at if at >= self.was_end => at - self.was_end + self.is_end,
            _ => usize::MAX,
        };
        Span::new(place(span.start).min(place(span.end)), place(span.end))
    }
}

/// What other records may look at: all but how many words there are, what the text begins with, and what is still to be written.
fn seen_by_others(outline: Outline) -> Outline {
    Outline { words: 0, lead: None, placeholders: Vec::new(), unshown: Vec::new(), code: Vec::new(), ..outline }
}
