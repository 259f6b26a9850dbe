//! Members whose term is over by the group's own rules, and who are still listed.

use crate::check::prelude::*;

pub(crate) const FIND: Find = each!(group.member, find);

fn find(facts: &Facts, entry: &Entry, term: &At<Member>) -> Option<Diagnostic> {
    let (today, from) = (facts.site.today, *term.from.get()?);
    let rule = rule_of(facts, entry, term)?;
    // A term with an end is judged by its length.
    let end = Some(days_after(from, i64::from(rule.term_days?))).filter(|_| term.to.is_missing())?;
    let ago = (end < today).then(|| days(days_between(end, today)))?;
    let term_name = term_name(facts, entry, term);
    let message = format!("{term_name} ended on {end} at the latest, {ago} ago, and they are still listed");
    let help = "add the last day as `to`; if they were chosen again, add a `[[member]]` table for the new term, with \
        the decision in `confirmed_by`";
    let finding = facts.at(entry, term.from.span(), message).help(help);
    Some(citing_group(facts, entry.group()?, &format!("roles.{}.term_days", rule.role), finding))
}
