//! Applying what the findings offer: edits of a text, and which fixes go together.
//!
//! Pure functions. Who writes the files decides which of them may be written.

use std::collections::BTreeMap;
use std::ops::Range;

use super::{Diagnostic, Edit, Fix};
use crate::id::ContentPath;
use crate::text::Span;

/// `text` after `edits`, which stand in any order. `None` when one of them is no place in the text, or two of them meet.
pub fn apply(text: &str, edits: &[&Edit]) -> Option<String> {
    let mut sorted: Vec<&Edit> = edits.to_vec();
    sorted.sort_by_key(|edit| edit.span);
    let mut mended = String::with_capacity(text.len());
    let mut done = 0;
    for (at, edit) in sorted.iter().enumerate() {
        if at > 0 && meet(&sorted[at - 1].span.range(), &edit.span.range()) {
            return None;
        }
        mended.push_str(text.get(done..edit.span.start)?);
        text.get(edit.span.range())?;
        mended.push_str(&edit.text);
        done = edit.span.end;
    }
    mended.push_str(text.get(done..)?);
    Some(mended)
}

/// Where what stands at `range` of a text after `edits` stands in the text before them; `edits` stand in the order of their places.
pub(crate) fn before(edits: &[Edit], range: Range<usize>) -> Span {
    let at = |place: usize, is_end: bool| {
        let mut shift = 0_isize;
        for edit in edits {
            let start = edit.span.start.saturating_add_signed(shift);
            let end = start + edit.text.len();
            if place < start || place == start && !is_end {
                break;
            }
            if place < end || place == end && is_end {
                return if is_end { edit.span.end } else { edit.span.start };
            }
            shift += edit.text.len().cast_signed() - (edit.span.end - edit.span.start).cast_signed();
        }
        place.saturating_add_signed(-shift)
    };
    Span::new(at(range.start, false), at(range.end, true))
}

/// What does in one go to `text` what the edits `first` do, and then those that stand in what comes of them; in the order of the
/// places, and of those that touch one. `first` stand in order too. `None` where they cannot be applied.
pub(crate) fn composed(text: &str, first: &[Edit], then: &[Edit]) -> Option<Vec<Edit>> {
    let between = apply(text, &first.iter().collect::<Vec<_>>())?;
    let mut shift = 0_isize;
    let written = first.iter().map(|edit| {
        let start = edit.span.start.saturating_add_signed(shift);
        shift += edit.text.len().cast_signed() - (edit.span.end - edit.span.start).cast_signed();
        (&edit.path, start..start + edit.text.len())
    });
    let mut places: Vec<_> = written.chain(then.iter().map(|edit| (&edit.path, edit.span.range()))).collect();
    places.sort_by_key(|(_, place)| (place.start, place.end));
    places.dedup_by(|(_, next), (_, last)| {
        let is_one = meet(last, next);
        last.end = if is_one { last.end.max(next.end) } else { last.end };
        is_one
    });
    let made = places.into_iter().map(|(path, place)| {
        let inside = then.iter().filter(|edit| meet(&place, &edit.span.range()));
        let inside: Vec<Edit> = inside
            .map(|edit| {
                let span = Span::new(edit.span.start - place.start, edit.span.end - place.start);
                Edit::new(path, span, edit.text.clone())
            })
            .collect();
        let text = apply(&between[place.clone()], &inside.iter().collect::<Vec<_>>())?;
        Some(Edit::new(path, before(first, place), text))
    });
    made.collect()
}

/// Whether one of the edits `ones` of a file touches one of the `others`.
pub(crate) fn do_meet(ones: &[Edit], others: &[Edit]) -> bool {
    ones.iter().any(|one| others.iter().any(|other| meet(&one.span.range(), &other.span.range())))
}

/// The findings whose safe fixes can be applied in one go, in the order of `findings`: of those that meet, the first.
/// `may_change` tells whether a file may be written at all.
pub fn together<'a>(
    findings: impl IntoIterator<Item = &'a Diagnostic>,
    may_change: impl Fn(&ContentPath) -> bool,
) -> Vec<(&'a Diagnostic, &'a Fix)> {
    apart(findings, |fix| fix.is_safe && fix.edits.iter().all(|edit| may_change(&edit.path)))
}

/// The findings with a fix that is `wanted` and meets none of an earlier one, in the order of `findings`.
pub(crate) fn apart<'a>(
    findings: impl IntoIterator<Item = &'a Diagnostic>,
    wanted: impl Fn(&Fix) -> bool,
) -> Vec<(&'a Diagnostic, &'a Fix)> {
    let mut taken: BTreeMap<&ContentPath, Vec<Range<usize>>> = BTreeMap::new();
    let mut picked = Vec::new();
    for finding in findings {
        let Some(fix) = finding.fix.as_ref().filter(|fix| wanted(fix) && !fix.edits.is_empty()) else { continue };
        let is_free = |edit: &Edit| {
            let of_file = taken.get(&edit.path).map_or(&[][..], Vec::as_slice);
            !of_file.iter().any(|range| meet(range, &edit.span.range()))
        };
        if fix.edits.iter().all(is_free) {
            for edit in &fix.edits {
                taken.entry(&edit.path).or_default().push(edit.span.range());
            }
            picked.push((finding, fix));
        }
    }
    picked
}

/// Whether two places touch: of two texts that are put in at one place, nobody can tell which comes first.
fn meet(one: &Range<usize>, other: &Range<usize>) -> bool {
    one.start <= other.end && other.start <= one.end
}

#[cfg(test)]
mod tests {
    use super::*;

    fn edit(start: usize, end: usize, text: &str) -> Edit {
        Edit { path: ContentPath::parse("a.md").unwrap(), span: Span::new(start, end), text: text.to_owned() }
    }

    fn applied(text: &str, edits: &[Edit]) -> Option<String> {
        apply(text, &edits.iter().collect::<Vec<_>>())
    }

    #[test]
    fn edits_are_applied_in_the_order_of_their_places() {
        let text = "Kühnel was here\r\n";
        let last = edit(12, 16, "there");
        assert_eq!(applied(text, &[last.clone(), edit(0, 7, "Ada")]).as_deref(), Some("Ada was there\r\n"));
        assert_eq!(applied(text, &[edit(18, 18, "x")]).as_deref(), Some("Kühnel was here\r\nx"));
        assert_eq!(applied(text, &[]).as_deref(), Some(text));
    }

    #[test]
    fn edits_that_meet_or_lie_outside_change_nothing() {
        for wrong in [
            vec![edit(0, 3, "a"), edit(2, 4, "b")],
            vec![edit(1, 1, "a"), edit(1, 1, "b")],
            vec![edit(2, 3, "inside a letter")],
            vec![edit(0, 99, "beyond the end")],
            vec![edit(3, 1, "backwards")],
        ] {
            assert_eq!(applied("Kühnel", &wrong), None, "{wrong:?}");
        }
    }

    #[test]
    fn of_fixes_that_meet_the_first_is_applied() {
        let path = ContentPath::parse("a.md").unwrap();
        let finding = |is_safe: bool, edits: Vec<Edit>| {
            Diagnostic::new("some-rule", &path, None, "no").fix(Fix { title: "mend".to_owned(), edits, is_safe })
        };
        let findings = [
            finding(true, vec![edit(0, 2, "a")]),
            finding(true, vec![edit(1, 3, "b"), edit(8, 9, "c")]),
            finding(false, vec![edit(5, 6, "d")]),
            finding(true, vec![edit(8, 9, "e")]),
            Diagnostic::new("some-rule", &path, None, "nothing to be done"),
        ];
        let texts = |may_change: bool| -> Vec<String> {
            let picked = together(&findings, |_| may_change);
            picked.iter().flat_map(|(_, fix)| &fix.edits).map(|edit| edit.text.clone()).collect()
        };
        assert_eq!(texts(true), ["a", "e"]);
        assert_eq!(texts(false), Vec::<String>::new());
    }
}
