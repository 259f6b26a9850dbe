//! Groups whose lead keeps every duty.

use crate::check::prelude::*;
use crate::check::rules::duty::{Asked, groups, place};

pub const FIND: Find = Find::Site(find);

fn find(facts: &Facts) -> Vec<Diagnostic> {
    groups(facts).iter().filter_map(|group| of_group(facts, group)).collect()
}

fn of_group(facts: &Facts, group: &Asked) -> Option<Diagnostic> {
    if group.asks.duty_spread != Some(true) || !group.is_all_on_the_lead(facts) {
        return None;
    }
    let held = group.held(facts);
    let leads = group.leads(facts);
    let (lead, has) = if leads.len() == 1 { ("leads", "has") } else { ("lead", "have") };
    let leads = list(leads.into_iter().map(name), "and");
    let message = format!(
        "{leads} {lead} {} and {has} every duty that anybody has: {}",
        name(group.entry),
        quoted(held.iter().map(|(duty, _)| duty.area), "and")
    );
    let span = held.first().and_then(|(duty, _)| place(duty));
    let help = "give at least one of them to somebody else: a new name in `holders`, with `since` and `delegated_by`";
    Some(group.cited(facts, "duties-all-on-the-lead", "duty_spread", facts.at(group.entry, span, message).help(help)))
}
