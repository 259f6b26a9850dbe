//! Roles that more people have at a time than there should be.

use crate::check::prelude::*;
use crate::document::group::Role;
use crate::site::has_role;

pub const FIND: Find = each!(group, find);

fn find(facts: &Facts, entry: &Entry, group: &Group) -> Vec<Diagnostic> {
    limits(facts, entry).into_iter().flat_map(|(role, max)| check_role(facts, entry, group, role, max)).collect()
}

/// How many people may have a role at a time. A group has one chair where the profile does not say otherwise.
fn limits<'a>(facts: &Facts<'a>, entry: &Entry) -> Vec<(&'a str, usize)> {
    let roles = facts.site.asked_of(entry).map_or(&[][..], |asked| &asked.roles);
    let mut limits: Vec<(&str, usize)> =
        roles.iter().filter_map(|rule| Some((rule.role.as_str(), rule.max? as usize))).collect();
    let chair = Role::Chair.as_str();
    if limits.iter().all(|(role, _)| *role != chair) {
        limits.push((chair, 1));
    }
    limits
}

/// One finding for each term that is one too many on its first day.
fn check_role(facts: &Facts, entry: &Entry, group: &Group, role: &str, max: usize) -> Vec<Diagnostic> {
    let of_role = group.member.items().iter().filter(|term| has_role(term, role));
    let mut terms: Vec<(Date, &At<Member>)> = of_role.filter_map(|term| Some((*term.from.get()?, term))).collect();
    terms.sort_by_key(|(from, _)| *from);
    let mut running: Vec<&At<Member>> = Vec::new();
    let mut found = Vec::new();
    for (from, term) in terms {
        // A day on which one hands over to the next belongs to both, and an end that nobody knows may have come.
        running.retain(|other| other.to.unknown().is_none() && other.to.get().is_none_or(|to| from < *to));
        running.retain(|other| other.person.text() != term.person.text());
        if running.len() >= max {
            found.push(finding(facts, entry, &running, term, role, max));
        }
        running.push(term);
    }
    found
}

fn finding(
    facts: &Facts,
    entry: &Entry,
    others: &[&At<Member>],
    term: &At<Member>,
    role: &str,
    max: usize,
) -> Diagnostic {
    let from = term.from.get().map_or(String::new(), |from| format!(" from {from} on"));
    let people = list(others.iter().chain([&term]).map(|term| member_name(facts, term)), "and");
    let message = format!("{} has {} people as `{role}`{from}, and {max} at most: {people}", name(entry), others.len() + 1);
    let help = "add the last day of the earlier term as `to`, or give one of them another role";
    let finding = facts.at(entry, term.role.span(), message).about(role).help(help);
    let finding = others
        .iter()
        .filter_map(|other| other.role.span())
        .fold(finding, |finding, span| finding.label(&entry.path, span, "this term still runs"));
    let group_type = entry.group().and_then(|group| group.r#type.get()).map_or("", |it| it.as_str());
    citing_for(facts, "too-many-in-role", &format!("group.{group_type}.roles"), finding)
}
