//! Decisions that somebody has to carry out and that nothing shows to be carried out.

use crate::check::prelude::*;
use crate::site::Via;

pub const FIND: Find = Find::Site(find);

fn find(facts: &Facts) -> Vec<Diagnostic> {
    let Some(limit) = facts.site.profile.requirements.days("execution_days") else { return Vec::new() };
    facts.site.of_kind(Kind::Decision).filter_map(|entry| of_decision(facts, entry, limit)).collect()
}

fn of_decision(facts: &Facts, entry: &Entry, limit: i64) -> Option<Diagnostic> {
    let decision = entry.decision()?;
    decision.kind.get().filter(|kind| is_carried_out(**kind))?;
    decision.outcome.get().filter(|outcome| **outcome == Outcome::Accepted)?;
    let decided = *decision.decided.get()?;
    let age = days_between(decided, facts.site.today);
    let is_shown = decision.executed.get().is_some()
        || is_unread(entry, "executed")
        || rests_on(entry)
        || has_dead_reference(facts.site, entry, "about")
        || has_moved(facts, entry, decided);
    if age <= limit || is_shown {
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
