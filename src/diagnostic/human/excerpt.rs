//! The lines of a file that a finding speaks of, with what it says of them.

use std::ops::Range;

use annotate_snippets::{Annotation, AnnotationKind, Snippet};

use super::plain::{HEADER_END, LONG_LINE, one_line};
use crate::diagnostic::Diagnostic;
use crate::diagnostic::lines::Lines;
use crate::id::ContentPath;
use crate::text::Span;

/// How much of a cut line stands around what it shows.
const AROUND: usize = 200;

/// Places farther apart than this many lines have an excerpt each.
const FAR: usize = 10;
/// So many labels of a finding are drawn; whoever mends the first few knows the others.
pub(super) const DRAWN: usize = 20;
/// A place of more lines than this is shown by its first line.
const TALL: usize = 6;

/// One place that an excerpt points at, in bytes of its file.
pub(super) struct Place {
    span: Span,
    label: Option<String>,
    kind: AnnotationKind,
}

/// The places of a finding that are drawn: those of its own file first, its own place before its labels.
pub(super) fn places_by_file(diagnostic: &Diagnostic) -> Vec<(&ContentPath, Vec<Place>)> {
    let own = diagnostic.span.map(|span| Place { span, label: None, kind: AnnotationKind::Primary });
    let mut files = vec![(&diagnostic.path, Vec::from_iter(own))];
    for label in diagnostic.labels.iter().take(DRAWN) {
        let place = Place { span: label.span, label: Some(one_line(&label.text)), kind: AnnotationKind::Context };
        match files.iter_mut().find(|(path, _)| **path == label.path) {
            Some((_, places)) => places.push(place),
            None => files.push((&label.path, vec![place])),
        }
    }
    files
}

/// The places divided into those that one excerpt can show. The excerpt with the first place comes first, and within
/// each one the place that its header names.
pub(super) fn clusters<'a>(lines: &Lines, places: &'a [Place]) -> Vec<Vec<(Range<usize>, &'a Place)>> {
    let mut found: Vec<(Range<usize>, &Place)> =
        places.iter().map(|place| (shown_range(lines, place.span), place)).collect();
    let first = found[0].0.clone();
    found.sort_by_key(|(range, _)| (range.start, range.end));
    let mut clusters: Vec<Vec<(Range<usize>, &Place)>> = Vec::new();
    for place in found {
        match clusters.last_mut() {
            Some(near)
                if near.last().is_some_and(|(last, _)| lines.line(place.0.start) <= lines.line(last.end) + FAR) =>
            {
                near.push(place);
            }
            _ => clusters.push(vec![place]),
        }
    }
    clusters.sort_by_key(|near| !near.iter().any(|(range, _)| *range == first));
    for near in &mut clusters {
        near.sort_by_key(|(range, place)| (place.kind != AnnotationKind::Primary, range.start));
    }
    clusters
}

/// What an excerpt shows of `span`: all of it, or what stands on its first line when it is tall.
fn shown_range(lines: &Lines, span: Span) -> Range<usize> {
    let range = lines.clamp(span);
    let first = lines.line(range.start);
    if lines.line(range.end) < first + TALL { range } else { range.start..lines.range(first).end.max(range.start) }
}

/// The lines from the first to the last of these places, long ones cut.
pub(super) fn excerpt(lines: &Lines, places: Vec<(Range<usize>, &Place)>) -> Snippet<'static, Annotation<'static>> {
    let first = places.iter().map(|(range, _)| lines.line(range.start)).min().unwrap_or(0);
    let last = places.iter().map(|(range, _)| lines.line(range.end)).max().unwrap_or(0);
    let mut text = String::new();
    // Which bytes of the file were kept of each line, and where they begin in the excerpt.
    let mut kept = Vec::new();
    for line in first..=last {
        let whole = lines.range(line);
        let part = cut(&whole, lines, &places);
        text.push_str(if part.start > whole.start { "…" } else { "" });
        kept.push((part.clone(), text.len()));
        text.push_str(&lines.text[part.clone()].replace(HEADER_END, "\u{fffd}"));
        text.push_str(if part.end < whole.end { "…\n" } else { "\n" });
    }
    let moved = |offset: usize| {
        let (part, start) = &kept[lines.line(offset) - first];
        start + offset.clamp(part.start, part.end) - part.start
    };
    let annotations: Vec<Annotation> = places
        .iter()
        .map(|(range, place)| place.kind.span(moved(range.start)..moved(range.end)).label(place.label.clone()))
        .collect();
    Snippet::source(text).line_start(first + 1).annotations(annotations)
}

/// The part of a line that an excerpt keeps: all of it, or what stands around its first place.
fn cut(line: &Range<usize>, lines: &Lines, places: &[(Range<usize>, &Place)]) -> Range<usize> {
    if line.len() <= LONG_LINE {
        return line.clone();
    }
    let shown = places.iter().flat_map(|(range, _)| [range.start, range.end]);
    let first = shown.filter(|offset| (line.start..=line.end).contains(offset)).min().unwrap_or(line.start);
    let start = first.saturating_sub(AROUND).max(line.start);
    let end = (first + LONG_LINE - AROUND).min(line.end);
    lines.clamp(Span::new(start, end))
}
