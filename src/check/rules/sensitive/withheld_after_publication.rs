//! Values that a change withholds and that were there for everybody to read.

use std::collections::BTreeSet;

use crate::check::prelude::*;
use crate::fields::Missing;
use crate::fields::look::{Look, Value};

pub(crate) const FIND: Find = Find::Change(find);

fn find(facts: &Facts, change: &Change) -> Vec<Diagnostic> {
    change.pairs.iter().flat_map(|pair| check_pair(facts, pair)).collect()
}

/// One finding for each key of which fewer values are shown than before, and more withheld.
fn check_pair(facts: &Facts, pair: &Pair) -> Vec<Diagnostic> {
    let keys: BTreeSet<&str> = withheld(pair.after).map(|(key, _)| key).collect();
    let hidden = keys.into_iter().filter_map(|key| {
        let count = |entry: &Entry| {
            (withheld(entry).filter(|(it, _)| *it == key).count(), count_shown(entry.record.as_value(), key))
        };
        let ((withheld_before, shown_before), (withheld_after, shown_after)) = (count(pair.before), count(pair.after));
        let (_, span) = withheld(pair.after).find(|(it, _)| *it == key)?;
        (withheld_before < withheld_after && shown_after < shown_before).then_some((key, span))
    });
    hidden.chain(hidden_cost(pair)).map(|(key, span)| finding(facts, pair, key, span)).collect()
}

fn withheld(entry: &Entry) -> impl Iterator<Item = (&str, Span)> {
    entry.gaps.iter().filter_map(|gap| match &gap.what {
        Missing::Withheld(it) => Some((gap.key.as_str(), it.span)),
        Missing::Unknown(_) => None,
    })
}

/// How many values there are at `path`, those in the items of lists included.
fn count_shown(table: &dyn Value, path: &str) -> usize {
    let (key, rest) = path.split_once('.').map_or((path, None), |(key, rest)| (key, Some(rest)));
    let Some(value) = table.field(key).and_then(Look::value) else { return 0 };
    match (rest, value.items()) {
        (None, _) => 1,
        (Some(rest), items) if items.is_empty() => count_shown(value, rest),
        (Some(rest), items) => items.into_iter().map(|item| count_shown(item, rest)).sum(),
    }
}

/// The cost of a statement of work says in its own keys that it is withheld.
fn hidden_cost(pair: &Pair) -> Option<(&'static str, Span)> {
    let (before, after) = (pair.before.sow()?.cost.get()?, pair.after.sow()?.cost.get()?);
    let is_hidden = before.amount.get().is_some() && after.amount.get().is_none() && before.withheld.get().is_none();
    after.withheld.get().filter(|_| is_hidden)?;
    Some(("cost.amount", after.withheld.span()?))
}

fn finding(facts: &Facts, pair: &Pair, key: &str, span: Span) -> Diagnostic {
    let message = format!("`{key}` of {} is withheld now, and is in the revision before", name(pair.after));
    let help = "everybody can read it there with `git show`: ask those who look after the repository whether it can \
        be taken out there, and take it that bidders know it";
    facts.at(pair.after, span, message).help(help)
}
