//! Groups with two chairs on one day.

use crate::check::prelude::*;
use crate::document::group::Role;

pub const FIND: Find = each!(group, of_group);

fn of_group(facts: &Facts, entry: &Entry, group: &Group) -> Vec<Diagnostic> {
    let rules = group.r#type.get().and_then(|it| facts.site.profile.group(it.as_str()));
    let rule = rules.and_then(|rules| rules.role("chair"));
    let is_chair = |member: &&At<Member>| member.role.get() == Some(&Role::Chair);
    let chairs: Vec<&At<Member>> = group.member.items().iter().filter(is_chair).collect();
    // The profile may allow several at a time.
    match rule.and_then(|rule| rule.max).unwrap_or(1) {
        0 | 1 => overlaps(facts, entry, &chairs),
        _ => Vec::new(),
    }
}

/// Terms of different people that run at the same time. A day on which one hands over to the next belongs to both.
fn overlaps(facts: &Facts, entry: &Entry, chairs: &[&At<Member>]) -> Vec<Diagnostic> {
    let mut terms: Vec<(Date, Option<Date>, &At<Member>)> =
        chairs.iter().filter_map(|term| Some((*term.from.get()?, term.to.get().copied(), *term))).collect();
    terms.sort_by_key(|(from, _, _)| *from);
    let mut found = Vec::new();
    let mut longest: Option<(Option<Date>, &At<Member>)> = None;
    for (from, to, term) in terms {
        if let Some((end, other)) = longest
            && end.is_none_or(|end| from < end)
            && other.to.unknown().is_none()
            && other.person.text() != term.person.text()
        {
            let message = format!(
                "{} has two chairs from {from} on: {} and {}",
                name(entry),
                person(facts, other),
                person(facts, term)
            );
            let help = "add the last day of the first term as `to`, or give one of them another role";
            let finding = facts.at(entry, term.role.span(), message).help(help);
            found.push(finding.label(&entry.path, other.role.span(), "this term still runs"));
        }
        let is_longer = longest.is_none_or(|(end, _)| end.is_some_and(|end| to.is_none_or(|to| to > end)));
        if is_longer {
            longest = Some((to, term));
        }
    }
    found
}

fn person(facts: &Facts, term: &Member) -> String {
    let known = term.person.get().and_then(|person| facts.site.find(person));
    known.map_or_else(|| term.person.text().to_owned(), name)
}
