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
