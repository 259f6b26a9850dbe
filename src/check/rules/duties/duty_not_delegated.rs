//! Duties that somebody has without a record of how they came to it and what they may do.

use crate::check::prelude::*;
use crate::site::{DutyToday, GroupDuties, has_role};

pub const FIND: Find = each!(group, find);

fn find(facts: &Facts, entry: &Entry, _: &Group) -> Vec<Diagnostic> {
    let group = facts.site.group_duties(entry).filter(|group| group.asked.duty_delegation == Some(true));
    let Some(group) = group else { return Vec::new() };
    // What the lead keeps needs no delegation.
    let given = group.duties.iter().filter(|duty| {
        let holders = facts.site.people(duty.holders());
        duty.not_applicable().is_none()
            && !duty.holders().is_empty()
            && (holders.is_empty() || !holders.iter().all(|holder| holder.is_one_of(&group.leads)))
    });
    let found = given.filter_map(|duty| incomplete(facts, &group, duty).or_else(|| by_another(facts, &group, duty)));
    found.map(|finding| citing_group_for(facts, entry, "duty-not-delegated", "duty_delegation", finding)).collect()
}

fn incomplete(facts: &Facts, group: &GroupDuties, duty: &DutyToday) -> Option<Diagnostic> {
    let written = duty.written?;
    let parts = [
        (is_there(&written.since), "since when", "`since`"),
        (is_there(&written.delegated_by), "by whom it was given", "`delegated_by`"),
        (is_there(&written.authority), "what it allows", "`authority`"),
    ];
    let missing: Vec<_> = parts.iter().filter(|(is_there, ..)| !is_there).collect();
    if missing.is_empty() {
        return None;
    }
    let what = list(missing.iter().map(|(_, what, _)| (*what).to_owned()), "and");
    let keys = list(missing.iter().map(|(.., key)| (*key).to_owned()), "and");
    let message = format!("{} has somebody, and the record does not say {what}", duty_name(duty, group.group));
    Some(facts.at(group.group, duty.span(), message).help(format!("add {keys} to the `[[duty]]` table")))
}

/// Whether the key holds something, be it readable or not; a stated gap does not count.
fn is_there<T>(field: &Field<T>) -> bool {
    field.get().is_some() || field.is_unreadable()
}

/// Only who leads the group on the day can give away what the lead answers for.
fn by_another(facts: &Facts, group: &GroupDuties, duty: &DutyToday) -> Option<Diagnostic> {
    let (role, written) = (group.asked.final_say.as_deref()?, duty.written?);
    let since = *written.since.get()?;
    let giver = facts.site.find(written.delegated_by.get()?).filter(|giver| giver.kind() == Kind::Person)?;
    let leads: Vec<&Entry> = facts.site.final_say(group.group, since);
    if giver.is_one_of(&leads) {
        return None;
    }
    let when = if leads.is_empty() {
        // Where nobody is known to have led before, it may have been anybody; but not who came to lead later.
        let from = first_day_as(facts, group.group, giver, role).filter(|from| since < *from)?;
        format!("before becoming its {role} on {from}")
    } else {
        let was = if leads.len() == 1 { "was" } else { "were each" };
        format!("when {} {was} its {role}", list(leads.iter().map(|lead| name(lead)), "and"))
    };
    let message = format!("{} was given by {} on {since}, {when}", duty_name(duty, group.group), name(giver));
    let help = format!("let the {role} confirm it, and write that day and that name; or correct `delegated_by`");
    Some(facts.at(group.group, written.delegated_by.span(), message).help(help))
}

/// The day on which `person` first had the role in `group`.
fn first_day_as(facts: &Facts, group: &Entry, person: &Entry, role: &str) -> Option<Date> {
    let terms = group.group().map_or(&[][..], |it| it.member.items()).iter();
    let theirs = terms.filter(|term| {
        has_role(term, role)
            && term.person.get().and_then(|it| facts.site.find(it)).is_some_and(|it| it.at == person.at)
    });
    theirs.filter_map(|term| term.from.get().copied()).min()
}
