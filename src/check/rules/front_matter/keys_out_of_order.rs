//! Keys that stand elsewhere than the manual lists them: records of one kind are compared line by line.

use crate::check::prelude::*;
use crate::check::rules::front_keys::{Statement, statements};
use crate::document::Record;
use crate::fields::KeyPlace;

pub const FIND: Find = each!(file, of_entry);

/// One finding for a file, at the first key that stands behind one that it comes before.
fn of_entry(facts: &Facts, entry: &Entry) -> Option<Diagnostic> {
    // Where the TOML is broken, other findings say so, and its lines cannot be told apart.
    let front = entry.front.filter(|_| !entry.keys.is_empty())?;
    let toml = &entry.text[front.range()];
    let order = Record::keys(entry.kind());
    let place = |key: &str| order.iter().position(|it| *it == key);
    // The value of a table's header begins before its key, with the bracket.
    let before_tables = entry.keys.iter().filter(|it| it.value.start >= it.key.start);
    if before_tables.filter_map(|it| place(&entry.text[it.key.range()])).is_sorted() {
        return None;
    }
    let statements = statements(toml);
    let known: Vec<(usize, &Statement)> = statements.iter().filter_map(|it| Some((place(it.key)?, it))).collect();
    let at = (1..known.len()).find(|at| known[*at].0 < known[*at - 1].0)?;
    let late = known[at].1;
    let next = known[..at].iter().find(|(place, _)| *place > known[at].0).expect("the one before it, at least").1;
    let span = |statement: &Statement| Span::from(statement.at.clone()).shifted(front.start);
    let finding = facts
        .at(entry, span(late), format!("`{}` stands behind `{}`, and the manual lists it before", late.key, next.key))
        .label(&entry.path, span(next), format!("`{}` belongs above this", late.key))
        .help(format!("move the line of `{}` up", late.key));
    if !are_told_apart(entry, front, &statements) {
        return Some(finding);
    }
    let (lines, sorted) = in_order(toml, &statements, place)?;
    let edits = vec![Edit::new(&entry.path, Span::from(lines).shifted(front.start), sorted)];
    Some(finding.fix(Fix::safe("put the keys into the order of the manual", edits)))
}

/// Whether the parser saw the same keys with whole values in the same lines: only then can the lines change places without a
/// change to what they say. A key in two parts, `a.b`, has lines in two places.
fn are_told_apart(entry: &Entry, front: Span, statements: &[Statement]) -> bool {
    let places = statements.iter().map(|it| (it, Span::from(it.block.clone()).shifted(front.start)));
    let end = statements.last().map_or(front.start, |last| front.start + last.block.end);
    let keys: Vec<&KeyPlace> = entry.keys.iter().take_while(|place| place.key.start < end).collect();
    let fits = |((statement, block), place): ((&Statement, Span), &&KeyPlace)| {
        let key = Span::from(statement.at.clone()).shifted(front.start);
        place.key.holds(key) && block.holds(place.key) && block.holds(place.value) && place.value.start > place.key.end
    };
    keys.len() == statements.len() && places.zip(&keys).all(fits)
}

/// The lines that must change and what they become. A key that the manual does not list stays behind the one that it
/// follows. `None` when all stand as they should.
fn in_order(
    toml: &str,
    statements: &[Statement],
    place: impl Fn(&str) -> Option<usize>,
) -> Option<(std::ops::Range<usize>, String)> {
    let mut groups: Vec<(usize, std::ops::Range<usize>)> = Vec::new();
    for statement in statements {
        match (place(statement.key), groups.last_mut()) {
            (None, Some((_, lines))) => lines.end = statement.block.end,
            (place, _) => groups.push((place.unwrap_or_default(), statement.block.clone())),
        }
    }
    let mut sorted = groups.clone();
    sorted.sort_by_key(|(place, _)| *place);
    let differs = |at: &usize| groups[*at] != sorted[*at];
    let first = (0..groups.len()).find(differs)?;
    let last = (0..groups.len()).rev().find(differs)?;
    let text = sorted[first..=last].iter().map(|(_, lines)| &toml[lines.clone()]).collect();
    Some((groups[first].1.start..groups[last].1.end, text))
}
