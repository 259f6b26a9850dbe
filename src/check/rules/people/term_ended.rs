//! Members whose term is over by the group's own rules, and who are still listed.

use crate::check::prelude::*;
use crate::check::rules::terms::{asked_groups, runs_on, with_clause};
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
    let (today, length) = (facts.site.today, i64::from(rule.term_days?));
    let (from, role) = (*term.from.get()?, term.role.get()?);
    // A term with an end is judged by its length.
    if role.as_str() != rule.role || !runs_on(term, today) || !term.to.is_missing() || is_unread(entry, "to") {
        return None;
    }
    let end = days_after(from, length);
    if today <= end {
        return None;
    }
    let known = term.person.get().and_then(|person| facts.site.find(person));
    let who = known.map_or_else(|| term.person.text().to_owned(), name);
    let message = format!(
        "the term of {who} as {role} of {} ended on {end} at the latest, {} ago, and they are still listed",
        name(entry),
        days(days_between(end, today))
    );
    let help = "add the last day as `to`; if they were chosen again, add a `[[member]]` table for the new term, with \
        the decision in `confirmed_by`";
    let finding = facts.at(entry, term.from.span(), message).help(help);
    Some(with_clause(facts, group, &format!("roles.{role}.term_days"), finding))
}
