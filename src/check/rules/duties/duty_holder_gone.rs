//! Duties of people who do not belong to the group any more.

use crate::check::prelude::*;
use crate::fields::{PERSON, Ref};
use crate::site::{DutyToday, GroupDuties};

pub(crate) const FIND: Find = each!(duty, find);

fn find(facts: &Facts, group: &GroupDuties, duty: &DutyToday) -> Vec<Diagnostic> {
    let holders = duty.holders().iter().map(|it| (it, "has"));
    let named = holders.chain(duty.deputies().iter().map(|it| (it, "steps in for")));
    named.filter_map(|(person, does)| gone(facts, group, duty, person, does)).collect()
}

fn gone(
    facts: &Facts,
    group: &GroupDuties,
    duty: &DutyToday,
    named: &At<Ref<PERSON>>,
    does: &str,
) -> Option<Diagnostic> {
    let (person, entry) = (facts.site.find(&named.value)?, group.group);
    let is_unclear =
        facts.site.has_unclear_roster(entry) || duty.written.is_some_and(|duty| duty.until.is_unreadable());
    // A group that lists no members cannot tell who left.
    if is_unclear || entry.group()?.member.items().is_empty() || facts.site.is_member(person, entry, facts.site.today) {
        return None;
    }
    let last = facts.site.last_day(entry, person);
    let why = match last {
        Some((to, _)) => format!("the last term there ended on {to}, {} ago", facts.age(to)),
        // Who never belonged may still help a group of which the profile asks nothing here.
        None => duty.rule.map(|_| "is no member of it".to_owned())?,
    };
    let message = format!("{} {does} {}, and {why}", name(person), duty_name(duty, entry));
    let help = "give the duty to somebody who is there: end this table with `until` and add one for the next holder; \
        or correct the term";
    let finding = facts.at(entry, named.span, message).help(help);
    let finding = citing_group_for(facts, entry, "duty-holder-gone", "duty_deputies", finding);
    Some(finding.label(&entry.path, last.map(|(_, span)| span), "the term ended here"))
}
