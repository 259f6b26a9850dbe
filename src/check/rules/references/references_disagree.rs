//! Pairs of records that each name the other in their front matter, where one names somebody else.

use std::collections::BTreeSet;

use crate::check::prelude::*;
use crate::site::Via;

/// What a meeting calls the decisions that it took, and a decision the meeting that took it. The pairs of a statement of work
/// are those of the rule `reference-not-returned`.
const KEY: &str = "decisions";
const ANSWER: &str = "meeting";

pub const FIND: Find = each!(meeting, find);

/// A meeting that names a decision, which names only other meetings. A decision that names none leaves it to the meeting.
fn find(facts: &Facts, entry: &Entry, _: &Meeting) -> Vec<Diagnostic> {
    let by_key = entry.edges.iter().filter(|edge| matches!(&edge.via, Via::Key(it) if **it == *KEY));
    by_key.filter_map(|edge| disagreement(facts, entry, &facts.site.entries[edge.to], edge.span)).collect()
}

fn disagreement(facts: &Facts, entry: &Entry, other: &Entry, span: Span) -> Option<Diagnostic> {
    let site = facts.site;
    let decision = other.decision()?;
    let named: BTreeSet<usize> = site.targets(other, ANSWER).map(|it| it.at).collect();
    if named.contains(&entry.at) || named.is_empty() || has_dead_reference(site, other, ANSWER) {
        return None;
    }
    // A matter that several meetings discuss names the one that decided it.
    let is_earlier_meeting = named.iter().all(|at| site.entries[*at].id.date() != entry.id.date());
    if is_earlier_meeting && decision.outcome.get().is_none() {
        return None;
    }
    let others = list(named.iter().map(|at| name(&site.entries[*at])), "and");
    let (meeting, decision) = (name(entry), name(other));
    let message =
        format!("{meeting} names {decision} under `{KEY}`, and {decision} names {others} under `{ANSWER}`");
    let finding = facts.at(entry, span, message).help("correct one of the two: both sides mean the same pair");
    let back = other.edges.iter().find(|back| matches!(&back.via, Via::Key(it) if **it == *ANSWER));
    Some(match back {
        Some(back) => finding.label(&other.path, back.span, "the other side"),
        None => finding,
    })
}
