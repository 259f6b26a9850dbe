//! Members whose term is over by the group's own rules, and who are still listed.

use crate::check::prelude::*;
use crate::workflow::RoleRule;

pub const FIND: Find = each!(group, find);

fn find(facts: &Facts, entry: &Entry, group: &Group) -> Vec<Diagnostic> {
    let Some(asked) = facts.site.asked_of(entry) else { return Vec::new() };
    let ruled = group.member.items().iter().filter_map(|term| Some((term, asked.role(term.role.get()?.as_str())?)));
    ruled.filter_map(|(term, rule)| check_term(facts, entry, group, rule, term)).collect()
}

fn check_term(facts: &Facts, entry: &Entry, group: &Group, rule: &RoleRule, term: &At<Member>) -> Option<Diagnostic> {
    let (today, length) = (facts.site.today, i64::from(rule.term_days?));
    let (from, role) = (*term.from.get()?, term.role.get()?);
    // A term with an end is judged by its length.
    if !term.period().holds(today) || !term.to.is_missing() {
        return None;
    }
    let end = days_after(from, length);
    if today <= end {
        return None;
    }
    let who = member_name(facts, term);
    let message = format!(
        "the term of {who} as {role} of {} ended on {end} at the latest, {} ago, and they are still listed",
        name(entry),
        days(days_between(end, today))
    );
    let help = "add the last day as `to`; if they were chosen again, add a `[[member]]` table for the new term, with \
        the decision in `confirmed_by`";
    let finding = facts.at(entry, term.from.span(), message).help(help);
    Some(citing_group(facts, group, &format!("roles.{role}.term_days"), finding))
}
