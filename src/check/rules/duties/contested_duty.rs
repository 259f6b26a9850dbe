//! Duties that several people have and nobody decided on.

use crate::check::prelude::*;
use crate::site::{DutyToday, GroupDuties};

pub const FIND: Find = each!(group, find);

fn find(facts: &Facts, entry: &Entry, _: &Group) -> Vec<Diagnostic> {
    let Some(group) = facts.site.group_duties(entry) else { return Vec::new() };
    group.duties.iter().filter_map(|duty| contested(facts, &group, duty)).collect()
}

fn contested(facts: &Facts, group: &GroupDuties, duty: &DutyToday) -> Option<Diagnostic> {
    let role = group.asked.final_say.as_deref()?;
    let holders = facts.site.people(duty.holders());
    if holders.len() < 2 || duty.not_applicable().is_some() {
        return None;
    }
    let who = list(holders.iter().map(|holder| name(holder)), "and");
    let shared = duty_name(duty, group.group);
    let cited = &duty.written?.decision;
    let (message, span) = match cited.get().map(|decision| facts.site.find(decision)) {
        None if cited.is_unreadable() => return None,
        None => (format!("{who} share {shared}, and no decision of the {role} says so"), duty.span()),
        Some(Some(decision)) if !is_by_lead(facts, decision) => (
            format!("{who} share {shared} by {}, which is no accepted decision of the {role}", name(decision)),
            cited.span(),
        ),
        // A decision that is not there is another finding.
        Some(_) => return None,
    };
    let help =
        format!("record the decision of the {role} with `mode = \"lead\"`, and name it as `decision` in the duty");
    let finding = facts.at(group.group, span, message).help(help);
    Some(citing_group_for(facts, group.group, "contested-duty", "final_say", finding))
}

fn is_by_lead(facts: &Facts, decision: &Entry) -> bool {
    let is_accepted = decision.decision().and_then(|it| it.outcome.get()) == Some(&Outcome::Accepted);
    is_accepted && facts.site.tally(decision).and_then(|tally| tally.mode) == Some(Mode::Lead)
}
