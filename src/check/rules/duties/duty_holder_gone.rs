//! Duties of people who do not belong to the group any more.

use crate::check::prelude::*;
use crate::check::rules::duty::{Asked, duty_of, groups};
use crate::fields::{PERSON, Ref};
use crate::site::DutyToday;

pub const FIND: Find = Find::Site(find);

fn find(facts: &Facts) -> Vec<Diagnostic> {
    let groups = groups(facts);
    // A group that lists no members cannot tell who left.
    let listing = groups.iter().filter(|group| group.entry.group().is_some_and(|it| !it.member.items().is_empty()));
    listing.flat_map(|group| group.duties.iter().flat_map(|duty| of_duty(facts, group, duty))).collect()
}

fn of_duty(facts: &Facts, group: &Asked, duty: &DutyToday) -> Vec<Diagnostic> {
    let named =
        duty.holders().iter().map(|it| (it, "has")).chain(duty.deputies().iter().map(|it| (it, "steps in for")));
    named.filter_map(|(person, what)| of_person(facts, group, duty, person, what)).collect()
}

fn of_person(
    facts: &Facts,
    group: &Asked,
    duty: &DutyToday,
    named: &At<Ref<PERSON>>,
    what: &str,
) -> Option<Diagnostic> {
    let person = facts.site.find(&named.value)?;
    if facts.site.is_member(person, group.entry, facts.site.today) {
        return None;
    }
    let last = last_day(facts, group, person);
    let (who, duty_of) = (name(person), duty_of(duty, group.entry));
    let message = match last {
        Some((to, _)) => {
            let ago = days(days_between(to, facts.site.today));
            format!("{who} {what} {duty_of}, and the last term there ended on {to}, {ago} ago")
        }
        // Who never belonged may still help a group of which the profile asks nothing here.
        None if duty.rule.is_some() => format!("{who} {what} {duty_of}, and is no member of it"),
        None => return None,
    };
    let help = "give the duty to somebody who is there: end this table with `until` and add one for the next holder; \
        or correct the term";
    let finding =
        group.cited(facts, "duty-holder-gone", "duty_deputies", facts.at(group.entry, named.span, message).help(help));
    Some(match last {
        Some((_, span)) => finding.label(&group.entry.path, span, "the term ended here"),
        None => finding,
    })
}

/// The end of the last term of `person` in the group, and where it stands; `None` without any.
fn last_day(facts: &Facts, group: &Asked, person: &Entry) -> Option<(crate::text::Date, Span)> {
    let terms = group.entry.group()?.member.items();
    let own = terms
        .iter()
        .filter(|term| term.person.get().and_then(|it| facts.site.find(it)).is_some_and(|it| it.at == person.at));
    let ends = own.filter_map(|term| term.to.get().copied().zip(term.to.span()));
    ends.filter(|(to, _)| *to < facts.site.today).max()
}
