//! Pairs of records that each name the other in their front matter, where one names somebody else.

use std::collections::BTreeSet;

use crate::check::prelude::*;
use crate::site::Via;

/// What a meeting calls the decisions that it took, and a decision the meeting that took it. The pairs of a statement of work
/// are those of the rule `one-sided-reference`.
const KEY: &str = "decisions";
const ANSWER: &str = "meeting";

pub const FIND: Find = Find::Site(find);

fn find(facts: &Facts) -> Vec<Diagnostic> {
    facts.site.of_kind(Kind::Meeting).flat_map(|entry| of_entry(facts, entry)).collect()
}

/// A record that names another, which names only others than this one. One that names none leaves it to the first.
fn of_entry(facts: &Facts, entry: &Entry) -> Vec<Diagnostic> {
    let by_key = entry.edges.iter().filter(|edge| matches!(&edge.via, Via::Key(it) if **it == *KEY));
    let mut found = Vec::new();
    for edge in by_key {
        let other = &facts.site.entries[edge.to];
        let named: BTreeSet<usize> = facts.site.targets(other, ANSWER).map(|it| it.at).collect();
        let is_told = named.contains(&entry.at) || named.is_empty() || has_dead_reference(facts.site, other, ANSWER);
        // A matter that is put to several meetings names the one that took it.
        let is_earlier_meeting = named.iter().all(|at| facts.site.entries[*at].id.date() != entry.id.date());
        let is_undecided = other.decision().is_some_and(|it| it.outcome.get().is_none());
        if other.kind() != Kind::Decision || is_told || (is_earlier_meeting && is_undecided) {
            continue;
        }
        let others = list(named.iter().map(|at| name(&facts.site.entries[*at])), "and");
        let message = format!(
            "{} names {} under `{KEY}`, and {} names {others} under `{ANSWER}`",
            name(entry),
            name(other),
            name(other)
        );
        let finding = facts.at(entry, edge.span, message).help("correct one of the two: both sides mean the same pair");
        let place = other.edges.iter().find(|back| matches!(&back.via, Via::Key(it) if **it == *ANSWER));
        found.push(match place {
            Some(back) => finding.label(&other.path, back.span, "the other side"),
            None => finding,
        });
    }
    found
}
