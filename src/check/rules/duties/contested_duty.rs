//! Duties that several people have and nobody decided on.

use crate::check::prelude::*;
use crate::check::rules::duty::{Asked, duty_of, groups, people, place};
use crate::site::DutyToday;

pub const FIND: Find = Find::Site(find);

fn find(facts: &Facts) -> Vec<Diagnostic> {
    let groups = groups(facts);
    groups.iter().flat_map(|group| group.duties.iter().filter_map(|duty| of_duty(facts, group, duty))).collect()
}

fn of_duty(facts: &Facts, group: &Asked, duty: &DutyToday) -> Option<Diagnostic> {
    let role = group.asks.final_say.as_deref()?;
    let holders = people(facts, duty.holders());
    if holders.len() < 2 || duty.not_applicable().is_some() {
        return None;
    }
    let who = list(holders.iter().map(|holder| name(holder)), "and");
    let duty_of = duty_of(duty, group.entry);
    let cited = duty.written?.decision.get();
    let (message, span) = match cited.map(|decision| facts.site.find(decision)) {
        None => (format!("{who} share {duty_of}, and no decision of the {role} says so"), place(duty)),
        Some(Some(decision)) if !is_of_lead(facts, decision) => (
            format!("{who} share {duty_of} by {}, which is no accepted decision of the {role}", name(decision)),
            duty.written?.decision.span(),
        ),
        // A decision that is not there is told elsewhere.
        Some(_) => return None,
    };
    let help =
        format!("record the decision of the {role} with `mode = \"lead\"`, and name it as `decision` in the duty");
    Some(group.cited(facts, "contested-duty", "final_say", facts.at(group.entry, span, message).help(help)))
}

fn is_of_lead(facts: &Facts, decision: &Entry) -> bool {
    let is_accepted = decision.decision().and_then(|it| it.outcome.get()) == Some(&Outcome::Accepted);
    is_accepted && facts.site.tally(decision).and_then(|tally| tally.mode) == Some(Mode::Lead)
}
