//! Terms that are longer than the group's rules allow.

use crate::check::prelude::*;
use crate::check::rules::terms::{asked_groups, with_clause};
use crate::workflow::RoleRule;

pub const FIND: Find = Find::Site(find);

fn find(facts: &Facts) -> Vec<Diagnostic> {
    asked_groups(facts)
        .flat_map(|(entry, group, asked)| {
            asked.roles.iter().flat_map(move |rule| {
                let terms = group.member.items().iter();
                terms.filter_map(move |term| of_term(facts, entry, group, rule, term))
            })
        })
        .collect()
}

fn of_term(facts: &Facts, entry: &Entry, group: &Group, rule: &RoleRule, term: &At<Member>) -> Option<Diagnostic> {
    let longest = i64::from(rule.term_days?);
    let (from, to, role) = (*term.from.get()?, *term.to.get()?, term.role.get()?);
    let length = days_between(from, to);
    if role.as_str() != rule.role || length <= longest {
        return None;
    }
    let known = term.person.get().and_then(|person| facts.site.find(person));
    let who = known.map_or_else(|| term.person.text().to_owned(), name);
    let message = format!(
        "the term of {who} as {role} of {} is {} long, from {from} to {to}, and at most {} are agreed",
        name(entry),
        days(length),
        days(longest)
    );
    let help = format!(
        "end it on {} or earlier; if they were chosen again, the rest is a `[[member]]` table of its own",
        days_after(from, longest)
    );
    let finding = facts.at(entry, term.to.span(), message).help(help);
    Some(with_clause(facts, group, &format!("roles.{role}.term_days"), finding))
}
