//! Keys that stand elsewhere than the manual lists them: records of one kind are compared line by line.

use toml::de::{DeTable, DeValue};

use crate::check::Facts;
use crate::check::rules::front_keys::{Statement, statements};
use crate::diagnostic::{Diagnostic, Edit, Fix};
use crate::document::Record;
use crate::site::Entry;
use crate::text::Span;

pub fn find(facts: &Facts) -> Vec<Diagnostic> {
    facts.site.entries.iter().filter_map(|entry| of_entry(facts, entry)).collect()
}

/// One finding for a file, at the first key that stands behind one that it comes before.
fn of_entry(facts: &Facts, entry: &Entry) -> Option<Diagnostic> {
    let front = entry.front?;
    let toml = &entry.text[front.range()];
    let order = Record::keys(entry.kind());
    let place = |key: &str| order.iter().position(|it| *it == key);
    let statements = statements(toml);
    let known: Vec<(usize, &Statement)> = statements.iter().filter_map(|it| Some((place(it.key)?, it))).collect();
    let at = (1..known.len()).find(|at| known[*at].0 < known[*at - 1].0)?;
    // Where the TOML is broken, other findings say so, and its lines cannot be told apart.
    let parsed = DeTable::parse(toml).ok()?;
    let late = known[at].1;
    let next = known[..at].iter().find(|(place, _)| *place > known[at].0).expect("the one before it, at least").1;
    let span = |statement: &Statement| Span::from(statement.at.clone()).shifted(front.start);
    let finding = facts
        .at(entry, span(late), format!("`{}` stands behind `{}`, and the manual lists it before", late.key, next.key))
        .label(&entry.path, span(next), format!("`{}` belongs above this", late.key))
        .help(format!("move the line of `{}` up", late.key));
    let (lines, sorted) = in_order(toml, &statements, place)?;
    let whole = [&toml[..lines.start], &sorted, &toml[lines.end..]].concat();
    // A fix that changed what is said would not be one.
    if !is_same_table(DeTable::parse(&whole).ok()?.get_ref(), parsed.get_ref()) {
        return Some(finding);
    }
    let edits = vec![Edit::new(&entry.path, Span::from(lines).shifted(front.start), sorted)];
    Some(finding.fix(Fix::safe("put the keys into the order of the manual", edits)))
}

/// Whether two tables hold the same, wherever it stands. Parsed without copies, which is several times as fast as into values
/// of their own.
fn is_same_table(one: &DeTable, other: &DeTable) -> bool {
    let holds = |(key, value): (&toml::Spanned<_>, &toml::Spanned<DeValue>)| {
        other.get(key).is_some_and(|there| is_same(value.get_ref(), there.get_ref()))
    };
    one.len() == other.len() && one.iter().all(holds)
}

fn is_same(one: &DeValue, other: &DeValue) -> bool {
    match (one, other) {
        (DeValue::Table(one), DeValue::Table(other)) => is_same_table(one, other),
        (DeValue::Array(one), DeValue::Array(other)) => {
            let mut pairs = one.iter().zip(other.iter());
            one.len() == other.len() && pairs.all(|(one, other)| is_same(one.get_ref(), other.get_ref()))
        }
        (DeValue::String(one), DeValue::String(other)) => one == other,
        (DeValue::Integer(one), DeValue::Integer(other)) => one.to_string() == other.to_string(),
        (DeValue::Float(one), DeValue::Float(other)) => one.to_string() == other.to_string(),
        (DeValue::Boolean(one), DeValue::Boolean(other)) => one == other,
        (DeValue::Datetime(one), DeValue::Datetime(other)) => one == other,
        _ => false,
    }
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
