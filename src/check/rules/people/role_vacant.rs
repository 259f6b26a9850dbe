//! Groups in which a role has fewer people than are asked for. The chair has a rule of its own.

use crate::check::prelude::*;
use crate::document::group::Role;
use crate::site::has_role;
use crate::workflow::RoleRule;

pub const FIND: Find = each!(group, of_group);

fn of_group(facts: &Facts, entry: &Entry, group: &Group) -> Vec<Diagnostic> {
    if is_unread(entry, "member") || is_unread(entry, "role") {
        return Vec::new();
    }
    let key = format!("group.{}.roles", group.r#type.get().map_or("", |it| it.as_str()));
    let vacant = facts.site.vacancies(group).into_iter().filter(|(rule, _)| rule.role != Role::Chair.as_str());
    vacant
        .map(|(rule, there)| citing_for(facts, "role-vacant", &key, of_role(facts, entry, group, rule, there)))
        .collect()
}

fn of_role(facts: &Facts, entry: &Entry, group: &Group, rule: &RoleRule, there: usize) -> Diagnostic {
    let (role, wanted) = (&rule.role, rule.min.unwrap_or_default());
    let terms = group.member.items().iter().filter(|term| has_role(term, role));
    let left = terms.filter_map(|term| term.to.get()).filter(|to| **to < facts.site.today).max();
    let since = left.map_or(String::new(), |left| format!("; the last one left on {left}"));
    let are = if wanted == 1 { "is" } else { "are" };
    let message = match there {
        0 => format!("{} has nobody as `{role}`, and at least {wanted} {are} asked for{since}", name(entry)),
        some => format!("{} has {some} as `{role}`, and at least {wanted} {are} asked for{since}", name(entry)),
    };
    let help = format!("add a `[[member]]` table with `role = \"{role}\"` and the first day as `from`");
    facts.at(entry, group.name.span(), message).about(role.as_str()).help(help)
}
