//! Duties that several people have and nobody decided on.

use crate::check::prelude::*;
use crate::site::{DutyToday, GroupDuties};

pub(crate) const FIND: Find = each!(duty, find);

fn find(facts: &Facts, group: &GroupDuties, duty: &DutyToday) -> Option<Diagnostic> {
    let role = group.asked.final_say.as_deref()?;
    let holders = facts.site.people(duty.holders());
    if holders.len() < 2 || duty.not_applicable().is_some() {
        return None;
    }
    let (who, shared) = (list(holders.into_iter().map(name), "and"), duty_name(duty, group.group));
    let cited = &duty.written?.decision;
    let (message, span) = match cited.get().map(|decision| facts.site.find(decision)) {
        None if cited.is_unreadable() => return None,
        None => (format!("{who} share {shared}, and no decision of the {role} says so"), duty.span()),
        // A decision that is not there is another finding.
        Some(decision) => {
            let by =
                decision.filter(|it| !it.is_unreadable_at(&["mode", "outcome"]) && !is_by_lead(facts, it)).map(name)?;
            (format!("{who} share {shared} by {by}, which is no accepted decision of the {role}"), cited.span())
        }
    };
    let help =
        format!("record the decision of the {role} with `mode = \"lead\"`, and name it as `decision` in the duty");
    let finding = facts.at(group.group, span, message).help(help);
    Some(citing_group_for(facts, group.group, "contested-duty", "final_say", finding))
}

fn is_by_lead(facts: &Facts, decision: &Entry) -> bool {
    let outcome = decision.decision().and_then(|it| it.outcome.get());
    outcome == Some(&Outcome::Accepted) && facts.site.mode(decision) == Some(Mode::Lead)
}
