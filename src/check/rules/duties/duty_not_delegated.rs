//! Duties that somebody has without a record of how they came to it and what they may do.

use crate::check::prelude::*;
use crate::check::rules::duty::{Asked, duty_of, groups, is_among, people, place};
use crate::site::{DutyToday, has_role};

pub const FIND: Find = Find::Site(find);

fn find(facts: &Facts) -> Vec<Diagnostic> {
    let groups = groups(facts);
    groups
        .iter()
        .filter(|group| group.asks.duty_delegation == Some(true))
        .flat_map(|group| of_group(facts, group))
        .collect()
}

fn of_group(facts: &Facts, group: &Asked) -> Vec<Diagnostic> {
    let leads = group.leads(facts);
    // What the lead keeps needs no delegation.
    let given = group.duties.iter().filter(|duty| {
        let holders = people(facts, duty.holders());
        duty.not_applicable().is_none()
            && !duty.holders().is_empty()
            && (holders.is_empty() || !holders.iter().all(|holder| is_among(holder, &leads)))
    });
    let found = given.filter_map(|duty| incomplete(facts, group, duty).or_else(|| by_another(facts, group, duty)));
    found.map(|finding| group.cited(facts, "duty-not-delegated", "duty_delegation", finding)).collect()
}

fn incomplete(facts: &Facts, group: &Asked, duty: &DutyToday) -> Option<Diagnostic> {
    let written = duty.written?;
    let parts = [
        (written.since.get().is_some(), "since when", "`since`"),
        (written.delegated_by.get().is_some(), "by whom it was given", "`delegated_by`"),
        (written.authority.get().is_some(), "what it allows", "`authority`"),
    ];
    let missing: Vec<_> = parts.iter().filter(|(is_there, ..)| !is_there).collect();
    if missing.is_empty() {
        return None;
    }
    let what = list(missing.iter().map(|(_, what, _)| (*what).to_owned()), "and");
    let keys = list(missing.iter().map(|(.., key)| (*key).to_owned()), "and");
    let message = format!("{} has somebody, and the record does not say {what}", duty_of(duty, group.entry));
    Some(facts.at(group.entry, place(duty), message).help(format!("add {keys} to the `[[duty]]` table")))
}

/// Only who leads the group on the day can give away what the lead answers for.
fn by_another(facts: &Facts, group: &Asked, duty: &DutyToday) -> Option<Diagnostic> {
    let (role, written) = (group.asks.final_say.as_deref()?, duty.written?);
    let since = *written.since.get()?;
    let giver = facts.site.find(written.delegated_by.get()?).filter(|giver| giver.kind() == Kind::Person)?;
    let leads: Vec<&Entry> = facts.site.final_say(group.entry, since);
    if is_among(giver, &leads) {
        return None;
    }
    let when = if leads.is_empty() {
        // Where nobody is known to have led before, it may have been anybody; but not who came to lead later.
        let from = first_day_as(facts, group.entry, giver, role).filter(|from| since < *from)?;
        format!("before becoming its {role} on {from}")
    } else {
        let was = if leads.len() == 1 { "was" } else { "were each" };
        format!("when {} {was} its {role}", list(leads.iter().map(|lead| name(lead)), "and"))
    };
    let message = format!("{} was given by {} on {since}, {when}", duty_of(duty, group.entry), name(giver));
    let help = format!("let the {role} confirm it, and write that day and that name; or correct `delegated_by`");
    Some(facts.at(group.entry, written.delegated_by.span(), message).help(help))
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
