//! Groups in which a role has fewer people than are asked for. The chair has a rule of its own.

use std::collections::BTreeSet;

use crate::check::Facts;
use crate::check::rules::history::is_unread;
use crate::check::rules::phrase::name;
use crate::check::rules::terms::{runs_on, with_clause};
use crate::diagnostic::Diagnostic;
use crate::document::group::{Group, Member};
use crate::id::Kind;
use crate::site::Entry;
use crate::workflow::RoleRule;

pub fn find(facts: &Facts) -> Vec<Diagnostic> {
    let groups = facts.site.of_kind(Kind::Group).filter_map(|entry| Some((entry, entry.group()?)));
    groups.flat_map(|(entry, group)| of_group(facts, entry, group)).collect()
}

fn of_group(facts: &Facts, entry: &Entry, group: &Group) -> Vec<Diagnostic> {
    let Some(group_type) = group.r#type.get() else { return Vec::new() };
    let Some(asked) = facts.site.profile.group(group_type.as_str()) else { return Vec::new() };
    if is_unread(entry, "member") || is_unread(entry, "role") {
        return Vec::new();
    }
    let roles = asked.roles.iter().filter(|rule| rule.role != "chair");
    roles.filter_map(|rule| Some(with_clause(facts, group, "roles", of_role(facts, entry, group, rule)?))).collect()
}

fn of_role(facts: &Facts, entry: &Entry, group: &Group, rule: &RoleRule) -> Option<Diagnostic> {
    let (today, wanted, role) = (facts.site.today, rule.min?, &rule.role);
    // Whoever has another role is a member too.
    let has_role =
        |term: &&Member| role == "member" || term.role.get().is_some_and(|it| it.as_str() == role);
    let terms: Vec<&Member> = group.member.items().iter().map(|term| &term.value).filter(has_role).collect();
    let current = terms.iter().filter(|term| runs_on(term, today));
    let there = current.map(|term| term.person.text()).collect::<BTreeSet<&str>>().len();
    if there >= wanted as usize {
        return None;
    }
    let left = terms.iter().filter_map(|term| term.to.get()).filter(|to| **to < today).max();
    let since = left.map_or(String::new(), |left| format!("; the last one left on {left}"));
    let message = match there {
        0 => format!("{} has nobody as `{role}`, and at least {wanted} is asked for{since}", name(entry)),
        some => format!("{} has {some} as `{role}`, and at least {wanted} are asked for{since}", name(entry)),
    };
    let help = format!("add a `[[member]]` table with `role = \"{role}\"` and the first day as `from`");
    Some(facts.at(entry, group.name.span(), message).help(help))
}
