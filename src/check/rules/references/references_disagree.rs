//! Pairs of records that each name the other in their front matter, where one names somebody else.

use std::collections::BTreeSet;

use crate::check::prelude::*;

/// What a meeting calls the decisions that it took, and a decision the meeting that took it. The pairs of a statement of work
/// are those of the rule `reference-not-returned`.
const KEY: &str = "decisions";
const ANSWER: &str = "meeting";

pub(crate) const FIND: Find = each!(meeting, find);

/// A meeting that names a decision, which names only other meetings. A decision that names none leaves it to the meeting.
fn find(facts: &Facts, entry: &Entry, _: &Meeting) -> Vec<Diagnostic> {
    edges(entry, KEY).filter_map(|edge| disagreement(facts, entry, &facts.site.entries[edge.to], edge.span)).collect()
}

fn disagreement(facts: &Facts, entry: &Entry, other: &Entry, span: Span) -> Option<Diagnostic> {
    let site = facts.site;
    let is_decided = other.decision()?.outcome.get().is_some();
    let named: BTreeSet<usize> = site.targets(other, ANSWER).map(|it| it.at).collect();
    let disagrees = !named.contains(&entry.at) && !has_dead_reference(site, other, ANSWER);
    let back = edges(other, ANSWER).next().filter(|_| disagrees)?;
    // A matter that several meetings discuss names the one that decided it.
    let is_same_day = named.iter().any(|at| site.entries[*at].id.date() == entry.id.date());
    (is_decided || is_same_day).then_some(())?;
    let others = list(named.iter().map(|at| name(&site.entries[*at])), "and");
    let (meeting, decision) = (name(entry), name(other));
    let message = format!("{meeting} names {decision} under `{KEY}`, and {decision} names {others} under `{ANSWER}`");
    let finding = facts
        .at(entry, span, message)
        .help(format!("correct `{KEY}` here or `{ANSWER}` there: both sides mean the same pair"));
    Some(finding.label(&other.path, back.span, "the other side"))
}
