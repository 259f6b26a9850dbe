//! Roles that more people have at a time than there should be. That a group has one chair is a rule of its own.

use crate::check::prelude::*;
use crate::check::rules::terms::asked_groups;
use crate::document::group::Role;
use crate::site::has_role;
use crate::workflow::RoleRule;

pub const FIND: Find = Find::Site(find);

fn find(facts: &Facts) -> Vec<Diagnostic> {
    let is_the_chair = |rule: &RoleRule| rule.role == Role::Chair.as_str() && rule.max == Some(1);
    let limited = asked_groups(facts).flat_map(|(entry, group, asked)| {
        asked.roles.iter().filter(|rule| !is_the_chair(rule)).map(move |rule| (entry, group, rule))
    });
    limited.flat_map(|(entry, group, rule)| of_role(facts, entry, group, rule)).collect()
}

/// One finding for each term that is one too many on its first day.
fn of_role(facts: &Facts, entry: &Entry, group: &Group, rule: &RoleRule) -> Vec<Diagnostic> {
    let Some(max) = rule.max else { return Vec::new() };
    let mut terms: Vec<&At<Member>> =
        group.member.items().iter().filter(|term| has_role(term, &rule.role) && !term.from.is_missing()).collect();
    terms.sort_by_key(|term| term.from.get().copied());
    let mut running: Vec<&At<Member>> = Vec::new();
    let mut found = Vec::new();
    for term in terms {
        let Some(from) = term.from.get().copied() else { continue };
        // A day on which one hands over to the next belongs to both, and an end that nobody knows may have come.
        running.retain(|other| other.to.unknown().is_none() && other.to.get().is_none_or(|to| from < *to));
        running.retain(|other| other.person.text() != term.person.text());
        running.push(term);
        if running.len() > max as usize {
            let people = list(running.iter().map(|term| person(facts, term)), "and");
            let message = format!(
                "{} has {} people as `{}` from {from} on, and {max} at most: {people}",
                name(entry),
                running.len(),
                rule.role
            );
            let help = "add the last day of the earlier term as `to`, or give one of them another role";
            let finding = facts.at(entry, term.role.span(), message).help(help);
            let key = format!("group.{}.roles", group.r#type.get().map_or("", |it| it.as_str()));
            let finding = running[..running.len() - 1]
                .iter()
                .filter_map(|other| other.role.span())
                .fold(finding, |finding, span| finding.label(&entry.path, span, "this term still runs"));
            found.push(citing_for(facts, "too-many-in-role", &key, finding));
        }
    }
    found
}

fn person(facts: &Facts, term: &Member) -> String {
    let known = term.person.get().and_then(|person| facts.site.find(person));
    known.map_or_else(|| term.person.text().to_owned(), name)
}
