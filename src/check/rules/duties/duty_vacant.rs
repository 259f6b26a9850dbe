//! Duties that somebody should have and nobody has, the last word included.

use crate::check::prelude::*;
use crate::check::rules::duty::{Asked, groups, place};
use crate::check::rules::inventory::unknown_because;
use crate::site::DutyToday;

pub const FIND: Find = Find::Site(find);

fn find(facts: &Facts) -> Vec<Diagnostic> {
    let groups = groups(facts);
    groups.iter().flat_map(|group| vacant(facts, group).into_iter().chain(without_lead(facts, group))).collect()
}

fn vacant(facts: &Facts, group: &Asked) -> Vec<Diagnostic> {
    let asked = group.duties.iter().filter(|duty| duty.rule.is_some() && duty.is_vacant());
    asked.map(|duty| group.cited(facts, "duty-vacant", "duties", finding(facts, group, duty))).collect()
}

fn finding(facts: &Facts, group: &Asked, duty: &DutyToday) -> Diagnostic {
    let (who, area) = (name(group.entry), duty.area);
    let gap = duty.written.and_then(|it| it.holders.unknown());
    let message = match gap {
        Some(gap) => format!("nobody is known to have the duty `{area}` of {who}{}", unknown_because(gap)),
        None => format!("nobody has the duty `{area}` of {who}"),
    };
    let help = match duty.written {
        Some(_) => "name who has it in `holders`, or say in `not_applicable` why the group needs nobody".to_owned(),
        None => format!(
            "add a `[[duty]]` table with `area = \"{area}\"` and `holders`, or `not_applicable` with the reason why \
            the group needs nobody"
        ),
    };
    facts.at(group.entry, place(duty).or(group.span()), message).about(area).help(help)
}

/// The role that settles what is left open is a duty as well. Where the profile asks how many people have it, that is
/// counted elsewhere.
fn without_lead(facts: &Facts, group: &Asked) -> Option<Diagnostic> {
    let role = group.asks.final_say.as_deref()?;
    let is_counted = group.asks.role(role).is_some_and(|rule| rule.min.is_some());
    if is_counted || !group.leads(facts).is_empty() {
        return None;
    }
    let message = format!("{} has no {role} on record, so nobody has the final say", name(group.entry));
    let help = format!("add a `[[member]]` table with `role = \"{role}\"` and the first day as `from`");
    let finding = facts.at(group.entry, group.span(), message).about(role).help(help);
    Some(group.cited(facts, "duty-vacant", "final_say", finding))
}
