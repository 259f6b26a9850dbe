//! Where a parser stumbled, by the lines of the text.

use crate::text::Span;

/// Where the lines of a text end.
#[derive(Debug, Default)]
pub(super) struct Lines(Vec<usize>);

impl Lines {
    pub(super) fn of(text: &str) -> Lines {
        Lines(text.match_indices('\n').map(|(at, _)| at).collect())
    }

    /// The number of the line of the byte `at`, from zero.
    pub(super) fn number(&self, at: usize) -> usize {
        self.0.partition_point(|end| *end < at)
    }

    /// The lines that `span` touches, without the last end of line.
    fn around(&self, span: Span) -> Span {
        let start = self.number(span.start).checked_sub(1).map_or(0, |before| self.0[before] + 1);
        Span::new(start, self.0.get(self.number(span.end)).copied().unwrap_or(usize::MAX))
    }
}

/// Where the parser stumbled.
#[derive(Debug, Default)]
pub(super) struct Stumbles {
    /// In order; none overlap.
    places: Vec<Span>,
    lines: Lines,
    /// Where the text begins in its file.
    offset: usize,
}

impl Stumbles {
    /// `places` of the file in which the text with `lines` begins at `offset`.
    pub(super) fn new(mut places: Vec<Span>, lines: Lines, offset: usize) -> Stumbles {
        places.sort_unstable();
        places.dedup_by(|next, last| {
            let overlap = next.start < last.end;
            last.end = if overlap { last.end.max(next.end) } else { last.end };
            overlap
        });
        Stumbles { places, lines, offset }
    }

    /// Whether there is none.
    pub(super) fn is_empty(&self) -> bool {
        self.places.is_empty()
    }

    /// Where the first one begins behind the byte `at`; `None` where there is none.
    pub(super) fn first_after(&self, at: usize) -> Option<usize> {
        let begun = self.places.partition_point(|it| it.start <= at);
        self.places[begun..].first().map(|it| it.start)
    }

    /// Whether one is on the lines of `span`.
    pub(super) fn on_lines_of(&self, span: Span) -> bool {
        let inside = |at: usize| at.saturating_sub(self.offset);
        let lines = self.lines.around(Span::new(inside(span.start), inside(span.end)));
        let (start, end) = (lines.start + self.offset, lines.end.saturating_add(self.offset));
        let begun = self.places.partition_point(|it| it.start <= end);
        self.places[..begun].last().is_some_and(|it| start <= it.start || start < it.end)
    }
}

/// As many bytes of space as `letter` has; the ends of lines stay.
pub(super) fn blank(letter: char) -> &'static str {
    match letter {
        '\n' => "\n",
        '\r' => "\r",
        _ => &"    "[..letter.len_utf8()],
    }
}
