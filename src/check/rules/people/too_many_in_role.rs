//! Roles that more people have at a time than there should be.

use crate::check::prelude::*;
use crate::document::group::Role;
use crate::site::has_role;

pub(crate) const FIND: Find = each!(group, find);

/// A group has one chair where the profile does not say otherwise.
fn find(facts: &Facts, entry: &Entry, group: &Group) -> Vec<Diagnostic> {
    let roles = facts.site.asked_of(entry).map_or(&[][..], |asked| &asked.roles);
    let limits = roles.iter().filter_map(|rule| Some((rule.role.as_str(), rule.max? as usize)));
    let mut limits: Vec<(&str, usize)> = limits.collect();
    let chair = Role::Chair.as_str();
    if limits.iter().all(|(role, _)| *role != chair) {
        limits.push((chair, 1));
    }
    limits.into_iter().flat_map(|(role, max)| check_role(facts, entry, group, role, max)).collect()
}

/// One finding for each term that is one too many on its first day.
fn check_role(facts: &Facts, entry: &Entry, group: &Group, role: &str, max: usize) -> Vec<Diagnostic> {
    let of_role = group.member.items().iter().filter(|term| has_role(term, role));
    let mut terms: Vec<(Date, &At<Member>)> = of_role.filter_map(|term| Some((*term.from.get()?, term))).collect();
    terms.sort_by_key(|(from, _)| *from);
    let mut running: Vec<&At<Member>> = Vec::new();
    let found = terms.into_iter().filter_map(|(from, term)| {
        // A day on which one hands over to the next belongs to both, and an end that nobody knows may have come.
        running.retain(|other| {
            other.to.unknown().is_none() && !other.to.is_unreadable() && other.to.get().is_none_or(|to| from < *to)
        });
        running.retain(|other| other.person.text() != term.person.text());
        running.push(term);
        let (others, there) = (&running[..running.len() - 1], running.len());
        let people = list(running.iter().map(|term| member_name(facts, term)), "and");
        let who = name(entry);
        let message = format!("{who} has {there} people as `{role}` from {from} on, and {max} at most: {people}");
        let help = "add the last day of the earlier term as `to`, or give one of them another role";
        let finding = facts.at(entry, term.role.span(), message).about(role).help(help);
        let still = others.iter().map(|other| (&entry.path, other.role.span(), "this term still runs"));
        let group_type = group.r#type.get().map_or("", |it| it.as_str());
        let key = format!("group.{group_type}.roles");
        (there > max).then(|| citing_for(facts, "too-many-in-role", &key, finding.labels(still)))
    });
    found.collect()
}
