//! Decisions that somebody has to carry out and that nothing shows to be carried out.

use crate::check::prelude::*;

pub(crate) const FIND: Find = each!(decision, find);

fn find(facts: &Facts, entry: &Entry, decision: &Decision) -> Option<Diagnostic> {
    decision.kind.get().filter(|kind| is_carried_out(**kind))?;
    decision.outcome.get().filter(|outcome| **outcome == Outcome::Accepted)?;
    let decided = *decision.decided.get()?;
    let age = facts.overdue(decided)?;
    let is_shown = decision.executed.get().is_some()
        || decision.executed.is_unreadable()
        || entry.backlinks.iter().any(|link| link.via.is_one_of(&RESTS_ON))
        || may_rest_on(facts.site, entry)
        || has_dead_reference(facts.site, entry, "about")
        || facts.site.targets(entry, "about").any(|about| about.has_moved_since(decided));
    if is_shown {
        return None;
    }
    let record = name(entry);
    let message = format!("{record} was accepted on {decided}, {age} ago, and nothing shows that it was carried out");
    let help = "add `executed` with a link or the id of a record that shows it, or a later decision that \
        `supersedes` this one";
    Some(citing(facts, "execution_days", facts.at(entry, decision.decided.span(), message).help(help)))
}

/// The keys by which another record names the decision as what it rests on: a term, a contract, a step, or the decision
/// that took its place.
const RESTS_ON: [&str; 4] = ["member.confirmed_by", "contract.decision", "event.decision", "supersedes"];

/// Whether what the decision is about, or the group, may name it where that could not be read.
fn may_rest_on(site: &Site, entry: &Entry) -> bool {
    let known = site.targets(entry, "about").chain(site.target(entry, "group")).chain(site.of_kind(Kind::Contractor));
    known.into_iter().any(|it| it.is_unreadable_at(&RESTS_ON) || it.is_unreadable_at(&CHANGES))
}

/// The keys by which something is seen to have gone on.
const CHANGES: [&str; 5] = ["member", "contract", "event", "event.to", "event.date"];

/// Decisions after which somebody has to act outside the group.
fn is_carried_out(kind: DecisionKind) -> bool {
    match kind {
        DecisionKind::Expenditure
        | DecisionKind::Membership
        | DecisionKind::Chair
        | DecisionKind::Handover
        | DecisionKind::Award => true,
        DecisionKind::General | DecisionKind::Acceptance | DecisionKind::Charter | DecisionKind::Route => false,
    }
}
