//! Duties that nobody could take over tomorrow.

use crate::check::prelude::*;
use crate::check::rules::duty::{Asked, groups, is_among, people, place};
use crate::document::group::Role;
use crate::site::DutyToday;

pub const FIND: Find = Find::Site(find);

fn find(facts: &Facts) -> Vec<Diagnostic> {
    let groups = groups(facts);
    let asked = groups.iter().filter(|group| group.asks.duty_deputies == Some(true));
    asked.flat_map(|group| duties(facts, group).into_iter().chain(lead(facts, group))).collect()
}

/// One finding for a group, at its first such duty.
fn duties(facts: &Facts, group: &Asked) -> Option<Diagnostic> {
    let held = group.held(facts);
    let alone: Vec<&DutyToday> = held
        .iter()
        .filter(|(duty, holders)| !has_successor(facts, group, duty, holders))
        .map(|(duty, _)| *duty)
        .collect();
    let first = alone.first()?;
    let noun = if alone.len() == 1 { "the duty" } else { "the duties" };
    let areas = quoted(alone.iter().map(|duty| duty.area), "and");
    let message = format!("nobody can step in for {noun} {areas} of {}", name(group.entry));
    let help = "name `deputies`, or the day on which the duty is looked at again as `until`";
    let finding = group.cited(
        facts,
        "duty-without-deputy",
        "duty_deputies",
        facts.at(group.entry, place(first), message).help(help),
    );
    Some(
        alone[1..]
            .iter()
            .filter_map(|duty| place(duty))
            .fold(finding, |finding, span| finding.label(&group.entry.path, span, "nobody here either")),
    )
}

/// Whether there is a deputy, or a second holder, or an end that makes the group look for somebody.
fn has_successor(facts: &Facts, group: &Asked, duty: &DutyToday, holders: &[&Entry]) -> bool {
    let deputies = people(facts, duty.deputies());
    let is_unclear = duty.written.is_some_and(|it| it.deputies.unknown().is_some());
    deputies.iter().any(|deputy| !is_among(deputy, holders))
        || holders.len() > 1
        || is_unclear
        || duty.written.is_some_and(|it| it.until.get().is_some())
        || holders.iter().all(|holder| has_end(facts, group, holder))
}

fn has_end(facts: &Facts, group: &Asked, person: &Entry) -> bool {
    let mut terms =
        facts.site.members_on(group.entry, facts.site.today).filter(|(it, _)| it.at == person.at).peekable();
    terms.peek().is_some() && terms.all(|(_, term)| term.to.get().is_some())
}

/// Whoever has the final say is followed by somebody too.
fn lead(facts: &Facts, group: &Asked) -> Option<Diagnostic> {
    let role = group.asks.final_say.as_deref()?;
    let leads = group.leads(facts);
    let mut members = facts.site.members_on(group.entry, facts.site.today);
    let has_deputy = members.any(|(_, term)| term.role.get() == Some(&Role::Deputy));
    if leads.is_empty() || has_deputy || leads.iter().all(|it| has_end(facts, group, it)) {
        return None;
    }
    let term = facts.site.members_on(group.entry, facts.site.today).find(|(person, _)| is_among(person, &leads));
    let message = format!(
        "{} {} {role} of {} without an end, and nobody can step in",
        list(leads.iter().map(|it| name(it)), "and"),
        if leads.len() == 1 { "is" } else { "are each" },
        name(group.entry)
    );
    let help = "add the last day of the term as `to`, or a member with `role = \"deputy\"`";
    let finding = facts.at(group.entry, term.and_then(|(_, term)| term.role.span()), message).help(help);
    Some(group.cited(facts, "duty-without-deputy", "duty_deputies", finding))
}
