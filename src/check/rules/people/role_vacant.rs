//! Groups in which a role has fewer people than are asked for.

use crate::check::prelude::*;
use crate::site::has_role;
use crate::workflow::RoleRule;

pub(crate) const FIND: Find = each!(group, find);

fn find(facts: &Facts, entry: &Entry, group: &Group) -> Vec<Diagnostic> {
    // A term that could not be read may be the one that is missed.
    if !group.member.is_complete() || entry.is_unreadable("member.role") {
        return Vec::new();
    }
    let vacant = facts.site.vacancies(group).into_iter();
    vacant.map(|(rule, there)| finding(facts, entry, group, rule, there)).collect()
}

fn finding(facts: &Facts, entry: &Entry, group: &Group, rule: &RoleRule, there: usize) -> Diagnostic {
    let (role, wanted) = (&rule.role, rule.min.unwrap_or_default());
    let terms = group.member.items().iter().filter(|term| has_role(term, role));
    let left = terms.filter_map(|term| term.to.get()).filter(|to| **to < facts.site.today).max();
    let since = left.map_or(String::new(), |left| format!("; the last one left on {left}"));
    let there = if there == 0 { "nobody".to_owned() } else { there.to_string() };
    let are = if wanted == 1 { "is" } else { "are" };
    let message = format!("{} has {there} as `{role}`, and at least {wanted} {are} asked for{since}", name(entry));
    let help = format!("add a `[[member]]` table with `role = \"{role}\"` and the first day as `from`");
    let finding = facts.at(entry, group.name.span(), message).about(role.as_str()).help(help);
    let key = format!("group.{}.roles", group.r#type.get().map_or("", |it| it.as_str()));
    citing_for(facts, "role-vacant", &key, finding)
}
