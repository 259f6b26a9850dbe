//! Duties that somebody has without a record of how they came to it and what they may do.

use crate::check::prelude::*;
use crate::site::{DutyToday, GroupDuties, has_role};

pub(crate) const FIND: Find = each!(duty, find);

fn find(facts: &Facts, group: &GroupDuties, duty: &DutyToday) -> Option<Diagnostic> {
    let holders = facts.site.people(duty.holders());
    // What the lead keeps needs no delegation.
    let is_kept = !holders.is_empty() && holders.iter().all(|holder| holder.is_one_of(&group.leads));
    let is_given = duty.not_applicable().is_none() && !duty.holders().is_empty() && !is_kept;
    if group.asked.duty_delegation != Some(true) || !is_given {
        return None;
    }
    let finding = incomplete(facts, group, duty).or_else(|| by_another(facts, group, duty))?;
    Some(citing_group_for(facts, group.group, "duty-not-delegated", "duty_delegation", finding))
}

fn incomplete(facts: &Facts, group: &GroupDuties, duty: &DutyToday) -> Option<Diagnostic> {
    let written = duty.written?;
    let parts = [
        (is_there(&written.since), "since when", "`since`"),
        (is_there(&written.delegated_by), "by whom it was given", "`delegated_by`"),
        (is_there(&written.authority), "what it allows", "`authority`"),
    ];
    let missing = || parts.iter().filter(|(is_there, ..)| !is_there);
    missing().next()?;
    let what = list(missing().map(|(_, what, _)| (*what).to_owned()), "and");
    let keys = list(missing().map(|(.., key)| (*key).to_owned()), "and");
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
    let leads = facts.site.final_say(group.group, since);
    let when = match leads.len() {
        _ if giver.is_one_of(&leads) => return None,
        // Where nobody is known to have led before, it may have been anybody; but not who came to lead later.
        0 => {
            let led = facts.site.terms_of(group.group, giver).filter(|term| has_role(term, role));
            let from = led.filter_map(|term| term.from.get().copied()).min().filter(|from| since < *from)?;
            format!("before becoming its {role} on {from}")
        }
        several => {
            let was = if several == 1 { "was" } else { "were each" };
            format!("when {} {was} its {role}", list(leads.into_iter().map(name), "and"))
        }
    };
    let message = format!("{} was given by {} on {since}, {when}", duty_name(duty, group.group), name(giver));
    let help = format!("let the {role} confirm it, and write that day and that name; or correct `delegated_by`");
    Some(facts.at(group.group, written.delegated_by.span(), message).help(help))
}
