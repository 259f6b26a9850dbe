//! Decisions that somebody has to carry out and that nothing shows to be carried out.

use crate::check::prelude::*;
use crate::site::Via;

pub const FIND: Find = each!(decision, find);

fn find(facts: &Facts, entry: &Entry, decision: &Decision) -> Option<Diagnostic> {
    decision.kind.get().filter(|kind| is_carried_out(**kind))?;
    decision.outcome.get().filter(|outcome| **outcome == Outcome::Accepted)?;
    let decided = *decision.decided.get()?;
    let age = days_between(decided, facts.site.today);
    let is_shown = decision.executed.get().is_some()
        || decision.executed.is_unreadable()
        || rests_on(entry)
        || has_dead_reference(facts.site, entry, "about")
        || has_moved(facts, entry, decided);
    if age <= facts.limit || is_shown {
        return None;
    }
    let message = format!(
        "{} was accepted on {decided}, {} ago, and nothing shows that it was carried out",
        name(entry),
        days(age)
    );
    let help = "add `executed` with a link or the id of a record that shows it, or a later decision that \
        `supersedes` this one";
    Some(citing(facts, "execution_days", facts.at(entry, decision.decided.span(), message).help(help)))
}

/// Decisions after which somebody has to act outside the group.
fn is_carried_out(kind: DecisionKind) -> bool {
    match kind {
        DecisionKind::Expenditure
        | DecisionKind::Membership
        | DecisionKind::Chair
        | DecisionKind::Handover
        | DecisionKind::Award => true,
        DecisionKind::General | DecisionKind::Acceptance | DecisionKind::Charter => false,
    }
}

/// Whether another record names the decision as what it rests on: a term, a contract, a step, or the decision that took
/// its place.
fn rests_on(entry: &Entry) -> bool {
    let carried = ["member.confirmed_by", "contract.decision", "event.decision", "supersedes"];
    entry.backlinks.iter().any(|link| matches!(&link.via, Via::Key(key) if carried.contains(&&**key)))
}

/// Whether a record that the decision is about has taken a step since.
fn has_moved(facts: &Facts, entry: &Entry, decided: Date) -> bool {
    let about = facts.site.targets(entry, "about").filter_map(|target| target.status.as_ref());
    about.flat_map(|status| &status.steps).any(|step| step.date >= decided)
}
