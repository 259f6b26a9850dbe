//! Terms that are longer than the group's rules allow.

use crate::check::prelude::*;

pub(crate) const FIND: Find = each!(group.member, find);

fn find(facts: &Facts, entry: &Entry, term: &At<Member>) -> Option<Diagnostic> {
    let (from, to, rule) = (*term.from.get()?, *term.to.get()?, rule_of(facts, entry, term)?);
    let longest = i64::from(rule.term_days?);
    let length = Some(days_between(from, to)).filter(|length| *length > longest)?;
    let (is_long, allowed, end) = (days(length), days(longest), days_after(from, longest));
    let term_name = term_name(facts, entry, term);
    let message = format!("{term_name} is {is_long} long, from {from} to {to}, and at most {allowed} are agreed");
    let help =
        format!("end it on {end} or earlier; if they were chosen again, the rest is a `[[member]]` table of its own");
    let finding = facts.at(entry, term.to.span(), message).help(help);
    Some(citing_group(facts, entry.group()?, &format!("roles.{}.term_days", rule.role), finding))
}
