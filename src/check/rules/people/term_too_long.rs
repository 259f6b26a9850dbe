//! Terms that are longer than the group's rules allow.

use crate::check::prelude::*;
use crate::workflow::RoleRule;

pub const FIND: Find = each!(group, find);

fn find(facts: &Facts, entry: &Entry, group: &Group) -> Vec<Diagnostic> {
    let Some(asked) = facts.site.asked_of(entry) else { return Vec::new() };
    let ruled = group.member.items().iter().filter_map(|term| Some((term, asked.role(term.role.get()?.as_str())?)));
    ruled.filter_map(|(term, rule)| check_term(facts, entry, group, rule, term)).collect()
}

fn check_term(facts: &Facts, entry: &Entry, group: &Group, rule: &RoleRule, term: &At<Member>) -> Option<Diagnostic> {
    let longest = i64::from(rule.term_days?);
    let (from, to, role) = (*term.from.get()?, *term.to.get()?, term.role.get()?);
    let length = days_between(from, to);
    if length <= longest {
        return None;
    }
    let who = member_name(facts, term);
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
    Some(citing_group(facts, group, &format!("roles.{role}.term_days"), finding))
}
