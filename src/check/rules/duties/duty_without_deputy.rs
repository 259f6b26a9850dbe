//! Duties that nobody could take over tomorrow.

use crate::check::prelude::*;
use crate::document::group::{Duty, Role};
use crate::site::{DutyToday, GroupDuties};

pub(crate) const FIND: Find = each!(duties, find);

fn find(facts: &Facts, group: &GroupDuties) -> Vec<Diagnostic> {
    if group.asked.duty_deputies != Some(true) {
        return Vec::new();
    }
    let found = of_duties(facts, group).into_iter().chain(of_lead(facts, group));
    found.map(|finding| citing_group_for(facts, group.group, "duty-without-deputy", "duty_deputies", finding)).collect()
}

/// One finding for a group, at its first such duty.
fn of_duties(facts: &Facts, group: &GroupDuties) -> Option<Diagnostic> {
    let alone = group.held.iter().filter(|(duty, holders)| !has_successor(facts, group, duty, holders));
    let alone: Vec<&DutyToday> = alone.map(|(duty, _)| duty).collect();
    alone.first()?;
    let noun = if alone.len() == 1 { "the duty" } else { "the duties" };
    let areas = quoted(alone.iter().map(|duty| duty.area), "and");
    let message = format!("nobody can step in for {noun} {areas} of {}", name(group.group));
    let help = "name `deputies`, or the day on which the duty is looked at again as `until`";
    let places = alone.iter().map(|duty| duty.span());
    Some(facts.at_all(group.group, places, message, "nobody here either").help(help))
}

/// Whether there is a deputy, or a second holder, or an end that makes the group look for somebody.
fn has_successor(facts: &Facts, group: &GroupDuties, duty: &DutyToday, holders: &[&Entry]) -> bool {
    let deputies = facts.site.people(duty.deputies());
    let is_unclear = |duty: &Duty| duty.deputies.unknown().is_some() || !duty.deputies.is_complete();
    deputies.iter().any(|deputy| !deputy.is_one_of(holders))
        || holders.len() > 1
        || duty.written.is_some_and(|it| is_unclear(it) || it.until.get().is_some() || it.until.is_unreadable())
        || holders.iter().all(|holder| has_end(facts, group, holder))
}

fn has_end(facts: &Facts, group: &GroupDuties, person: &Entry) -> bool {
    let terms = facts.site.terms_of(group.group, person).filter(|term| term.period().holds(facts.site.today));
    terms.clone().next().is_some() && terms.into_iter().all(|term| !term.to.is_missing())
}

/// Whoever has the final say is followed by somebody too.
fn of_lead(facts: &Facts, group: &GroupDuties) -> Option<Diagnostic> {
    let (role, leads) = (group.asked.final_say.as_deref()?, &group.leads);
    let members = || facts.site.members_on(group.group, facts.site.today);
    let has_deputy = members().any(|(_, term)| term.role.get() == Some(&Role::Deputy));
    if leads.is_empty()
        || has_deputy
        || facts.site.has_unclear_roles(group.group)
        || leads.iter().all(|it| has_end(facts, group, it))
    {
        return None;
    }
    let (who, are) = (list(leads.iter().map(|it| name(it)), "and"), if leads.len() == 1 { "is" } else { "are each" });
    let message = format!("{who} {are} {role} of {} without an end, and nobody can step in", name(group.group));
    let help = "add the last day of the term as `to`, or a `[[member]]` with `person`, `from` and `role = \"deputy\"`";
    let term = members().find(|(person, _)| person.is_one_of(leads));
    Some(facts.at(group.group, term.and_then(|(_, term)| term.role.span()), message).help(help))
}
