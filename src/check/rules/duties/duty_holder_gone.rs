//! Duties of people who do not belong to the group any more.

use crate::check::prelude::*;
use crate::fields::{PERSON, Ref};
use crate::site::{DutyToday, GroupDuties};

pub const FIND: Find = each!(group, find);

fn find(facts: &Facts, entry: &Entry, group: &Group) -> Vec<Diagnostic> {
    // A group that lists no members cannot tell who left.
    let is_listing = !group.member.items().is_empty();
    let Some(group) = facts.site.group_duties(entry).filter(|_| is_listing) else { return Vec::new() };
    let of_duty = |duty: &DutyToday| {
        let holders = duty.holders().iter().map(|it| (it, "has"));
        let named = holders.chain(duty.deputies().iter().map(|it| (it, "steps in for")));
        named.filter_map(|(person, what)| gone(facts, &group, duty, person, what)).collect::<Vec<_>>()
    };
    group.duties.iter().flat_map(of_duty).collect()
}

fn gone(
    facts: &Facts,
    group: &GroupDuties,
    duty: &DutyToday,
    named: &At<Ref<PERSON>>,
    what: &str,
) -> Option<Diagnostic> {
    let person = facts.site.find(&named.value)?;
    if facts.site.is_member(person, group.group, facts.site.today) {
        return None;
    }
    let last = last_day(facts, group.group, person);
    let (who, duty_name) = (name(person), duty_name(duty, group.group));
    let message = match last {
        Some((to, _)) => {
            let ago = days(days_between(to, facts.site.today));
            format!("{who} {what} {duty_name}, and the last term there ended on {to}, {ago} ago")
        }
        // Who never belonged may still help a group of which the profile asks nothing here.
        None if duty.rule.is_some() => format!("{who} {what} {duty_name}, and is no member of it"),
        None => return None,
    };
    let help = "give the duty to somebody who is there: end this table with `until` and add one for the next holder; \
        or correct the term";
    let finding = facts.at(group.group, named.span, message).help(help);
    let finding = citing_group_for(facts, group.group, "duty-holder-gone", "duty_deputies", finding);
    Some(match last {
        Some((_, span)) => finding.label(&group.group.path, span, "the term ended here"),
        None => finding,
    })
}

/// The end of the last term of `person` in the group, and its place; `None` without any.
fn last_day(facts: &Facts, group: &Entry, person: &Entry) -> Option<(Date, Span)> {
    let terms = group.group()?.member.items();
    let own = terms
        .iter()
        .filter(|term| term.person.get().and_then(|it| facts.site.find(it)).is_some_and(|it| it.at == person.at));
    let ends = own.filter_map(|term| term.to.get().copied().zip(term.to.span()));
    ends.filter(|(to, _)| *to < facts.site.today).max()
}
