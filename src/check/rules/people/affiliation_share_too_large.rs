//! Groups in which too many members work for one organization.

use std::collections::BTreeMap;

use crate::check::prelude::*;
use crate::check::rules::terms::{asked_groups, current, with_clause};
use crate::fields::ORGANIZATION;

pub const FIND: Find = Find::Site(find);

fn find(facts: &Facts) -> Vec<Diagnostic> {
    let asked =
        asked_groups(facts).filter_map(|(entry, group, asked)| Some((entry, group, asked.max_affiliation_percent?)));
    asked.flat_map(|(entry, group, most)| of_group(facts, entry, group, most as usize)).collect()
}

fn of_group(facts: &Facts, entry: &Entry, group: &Group, most: usize) -> Vec<Diagnostic> {
    let today = facts.site.today;
    let members = current(group, today);
    let mut by_organization: BTreeMap<String, Vec<String>> = BTreeMap::new();
    for (text, term) in &members {
        let Some(person) = term.person.get().and_then(|person| facts.site.find(person)) else { continue };
        for organization in facts.site.organizations(person, today) {
            by_organization.entry(organization).or_default().push(if text.is_empty() {
                String::new()
            } else {
                name(person)
            });
        }
    }
    // One of one, or of two, says nothing about a balance.
    let is_too_large = |people: usize| people > 1 && 100 * people > most * members.len();
    by_organization
        .into_iter()
        .filter(|(_, people)| is_too_large(people.len()))
        .map(|(organization, people)| {
            let known = facts.site.resolve(&organization, ORGANIZATION).entry();
            let employer = known.map_or_else(|| organization.clone(), |it| it.title.clone());
            let message = format!(
                "{} of the {} of {} work for {employer}, and at most {most} of a hundred may: {}",
                people.len(),
                count(members.len(), "member", "members"),
                name(entry),
                list(people, "and")
            );
            let help = "look for members from elsewhere; if one of them has left, close their affiliation with `to`";
            let span = group.member.items().first().map(|member| member.span).or_else(|| group.name.span());
            with_clause(facts, group, "max_affiliation_percent", facts.at(entry, span, message).about(organization).help(help))
        })
        .collect()
}
