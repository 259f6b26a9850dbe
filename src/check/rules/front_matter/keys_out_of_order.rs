//! Keys in another order than the manual lists them: records of one kind are compared line by line.

use std::collections::BTreeSet;
use std::ops::Range;

use crate::check::prelude::*;
use crate::document::Record;
use crate::document::statements::{Statement, statements_of};

pub(crate) const FIND: Find = each!(file, find);

/// One finding for a file, at the first key that comes after one that the manual lists behind it.
fn find(facts: &Facts, entry: &Entry) -> Option<Diagnostic> {
    let order = Record::keys(entry.kind());
    let place = |key: &str| order.iter().position(|it| *it == key);
    // Whoever writes YAML has an order of their own.
    let (front, toml) = entry.toml()?;
    if is_in_order(entry, place) {
        return None;
    }
    let statements = statements_of(entry, front.start, toml)?;
    let known: Vec<(usize, &Statement)> = statements.iter().filter_map(|it| Some((place(&it.key)?, it))).collect();
    let at = (1..known.len()).find(|at| known[*at].0 < known[*at - 1].0)?;
    let moved = known[at].1;
    let next = known[..at].iter().find(|(place, _)| *place > known[at].0).expect("the one before it, at least").1;
    let (key, other) = (&moved.key, &next.key);
    let span = |range: &Range<usize>| Span::from(range.clone()).shifted(front.start);
    let finding = facts
        .at(entry, span(&moved.at), format!("`{key}` comes after `{other}`, and the manual lists it before"))
        .label(&entry.path, span(&next.at), format!("`{key}` belongs above this"))
        .help(format!("move the line of `{key}` up"));
    // A key in two parts, `a.b` and `a.c`, has lines in two places, and which go together is its author's to say.
    let keys: BTreeSet<&str> = statements.iter().map(|it| it.key.as_str()).collect();
    if keys.len() < statements.len() {
        return Some(finding);
    }
    let (lines, sorted) = sorted_lines(toml, &statements, place)?;
    let edits = vec![Edit::new(&entry.path, span(&lines), sorted)];
    Some(finding.fix(Fix::safe("put the keys into the order of the manual", edits)))
}

/// Whether the keys above the tables are in the order of the manual: quickly, as nearly all are.
fn is_in_order(entry: &Entry, place: impl Fn(&str) -> Option<usize>) -> bool {
    // The value of a table's header begins before its key, with the bracket.
    let before_tables = entry.keys.iter().filter(|it| it.value.start >= it.key.start);
    before_tables.filter_map(|it| place(&entry.text[it.key.range()])).is_sorted()
}

/// The lines that must change and what they become. A key that the manual does not list stays behind the one that it
/// follows. `None` when none has to change.
fn sorted_lines(
    toml: &str,
    statements: &[Statement],
    place: impl Fn(&str) -> Option<usize>,
) -> Option<(Range<usize>, String)> {
    let mut groups: Vec<(usize, Range<usize>)> = Vec::new();
    for statement in statements {
        match (place(&statement.key), groups.last_mut()) {
            (None, Some((_, lines))) => lines.end = statement.lines.end,
            (place, _) => groups.push((place.unwrap_or_default(), statement.lines.clone())),
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
