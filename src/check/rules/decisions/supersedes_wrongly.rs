//! Decisions that take the place of one that is not theirs to replace: of a later one, or of one of another body.

use crate::check::prelude::*;

pub(crate) const FIND: Find = each!(decision, find);

fn find(facts: &Facts, entry: &Entry, decision: &Decision) -> Vec<Diagnostic> {
    let Some(before) = decision.supersedes.get().and_then(|it| facts.site.find(it)) else { return Vec::new() };
    let later = of_later(facts, entry, decision, before);
    later.into_iter().chain(of_another_body(facts, entry, decision, before)).collect()
}

fn of_later(facts: &Facts, entry: &Entry, decision: &Decision, before: &Entry) -> Option<Diagnostic> {
    let other = &before.decision()?.decided;
    let (decided, earlier) = (*decision.decided.get()?, *other.get()?);
    if decided >= earlier {
        return None;
    }
    let (record, other_record) = (name(entry), name(before));
    let message =
        format!("{record} of {decided} takes the place of {other_record}, which was decided later, on {earlier}");
    let help =
        format!("correct one of the days; if {other_record} is the later word, let it name this one in `supersedes`");
    let finding = facts.at(entry, decision.supersedes.span(), message).help(help);
    Some(finding.label(&before.path, other.span(), "decided on this day"))
}

/// A body replaces its own decisions and those of the bodies below it. Of two that have nothing to do with each other it is asked in
/// the change that does it, since nobody knows who took over what in years past.
fn of_another_body(facts: &Facts, entry: &Entry, decision: &Decision, before: &Entry) -> Option<Diagnostic> {
    let site = facts.site;
    let outcome = decision.settled()?;
    let (group, other) = (site.target(entry, "group")?, site.target(before, "group")?);
    let is_in = |group: &Entry, all: &Entry| site.upwards(all).any(|it| it.at == group.at);
    let is_unreadable = |it: &Entry| it.is_unreadable_at(&["parent", "member", "external"]);
    if outcome != Outcome::Accepted || is_in(group, other) || is_unreadable(group) || is_unreadable(other) {
        return None;
    }
    // Nobody is left in it to decide otherwise.
    let is_dissolved = site.members_on(other, site.day_of_decision(entry)).next().is_none()
        && !other.group()?.member.items().is_empty();
    let is_new = || {
        let change = facts.change()?;
        let was = change.before(entry).and_then(|it| change.base.target(it, "supersedes"));
        Some(change.before(before).is_some() && was.is_none())
    };
    if is_dissolved || !is_in(other, group) && is_new() != Some(true) {
        return None;
    }
    let message = format!(
        "{} of {} takes the place of {}, a decision of {}",
        name(entry),
        name(group),
        name(before),
        name(other)
    );
    let help = format!(
        "take `supersedes` out, and let {} decide; what the two have to do with each other is said by `parent` in their records",
        name(other)
    );
    let finding = facts.at(entry, decision.supersedes.span(), message).help(help);
    Some(finding.label(&before.path, before.decision()?.group.span(), "decided by this group"))
}
