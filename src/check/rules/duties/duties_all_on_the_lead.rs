//! Groups whose lead keeps every duty.

use crate::check::prelude::*;

pub const FIND: Find = each!(group, find);

fn find(facts: &Facts, entry: &Entry, _: &Group) -> Option<Diagnostic> {
    let group = facts.site.group_duties(entry)?;
    if group.asked.duty_spread != Some(true) || !group.is_all_on_the_lead() {
        return None;
    }
    let (held, leads) = (&group.held, &group.leads);
    let (lead, has) = if leads.len() == 1 { ("leads", "has") } else { ("lead", "have") };
    let leads = list(leads.iter().map(|it| name(it)), "and");
    let message = format!(
        "{leads} {lead} {} and {has} every duty that anybody has: {}",
        name(entry),
        quoted(held.iter().map(|(duty, _)| duty.area), "and")
    );
    let span = held.first().and_then(|(duty, _)| duty.span());
    let help = "give at least one of them to somebody else: a new name in `holders`, with `since` and `delegated_by`";
    let finding = facts.at(entry, span, message).help(help);
    Some(citing_group_for(facts, entry, "duties-all-on-the-lead", "duty_spread", finding))
}
