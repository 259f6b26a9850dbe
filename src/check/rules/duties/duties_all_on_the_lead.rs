//! Groups whose lead keeps every duty.

use crate::check::prelude::*;
use crate::site::GroupDuties;

pub(crate) const FIND: Find = each!(duties, find);

fn find(facts: &Facts, group: &GroupDuties) -> Option<Diagnostic> {
    let (first, _) = group.held.first().filter(|_| group.is_all_on_the_lead())?;
    group.asked.duty_spread.filter(|is_asked| *is_asked)?;
    let (lead, has) = if group.leads.len() == 1 { ("leads", "has") } else { ("lead", "have") };
    let leads = list(group.leads.iter().map(|it| name(it)), "and");
    let (of, areas) = (name(group.group), quoted(group.held.iter().map(|(duty, _)| duty.area), "and"));
    let message = format!("{leads} {lead} {of} and {has} every duty that anybody has: {areas}");
    let help = "give at least one of them to somebody else: a new name in `holders`, with `since` and `delegated_by`";
    let finding = facts.at(group.group, first.span(), message).help(help);
    Some(citing_group_for(facts, group.group, "duties-all-on-the-lead", "duty_spread", finding))
}
