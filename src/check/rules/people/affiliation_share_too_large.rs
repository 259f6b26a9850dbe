//! Groups in which too many members work for one organization.

use crate::check::prelude::*;
use crate::fields::ORGANIZATION;
use crate::site::current_members;

/// By these a page says for whom somebody works.
const EMPLOYED: [&str; 4] = ["affiliation", "affiliation.organization", "affiliation.from", "affiliation.to"];

pub(crate) const FIND: Find = each!(group, find);

fn find(facts: &Facts, entry: &Entry, group: &Group) -> Vec<Diagnostic> {
    let site = facts.site;
    let Some(most) = site.asked_of(entry).and_then(|asked| asked.max_affiliation_percent) else { return Vec::new() };
    let members = current_members(group, site.today);
    let people: Vec<&Entry> = members.values().filter_map(|term| site.find(term.person.get()?)).collect();
    if site.has_unclear_roster(entry) || people.iter().any(|it| it.is_unreadable_at(&EMPLOYED)) {
        return Vec::new();
    }
    let employed =
        people.into_iter().flat_map(|it| site.organizations(it, site.today).into_iter().map(move |by| (by, it)));
    // One of one, or of two, says nothing about a balance.
    let is_too_large = |people: usize| people > 1 && 100 * people > most as usize * members.len();
    let too_large = grouped(employed).into_iter().filter(|(_, people)| is_too_large(people.len()));
    let found = too_large.map(|(organization, people)| {
        let known = site.resolve(&organization, ORGANIZATION).entry();
        let employer = known.map_or_else(|| organization.clone(), |it| it.title.clone());
        let (all, part) = (count(members.len(), "member", "members"), people.len());
        let (group_name, people) = (name(entry), list(people.into_iter().map(name), "and"));
        let of_members = format!("{part} of the {all} of {group_name} work for {employer}");
        let message = format!("{of_members}, and at most {most} of a hundred may: {people}");
        let help = "look for members from elsewhere; if one of them has left, close their affiliation with `to`";
        let span = group.member.items().first().map(|member| member.span).or_else(|| group.name.span());
        let finding = facts.at(entry, span, message).about(organization).help(help);
        citing_group(facts, group, "max_affiliation_percent", finding)
    });
    found.collect()
}
