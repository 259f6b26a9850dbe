//! Milestones that were paid before anybody accepted them.

use crate::check::prelude::*;
use crate::document::sow::Milestone;

pub(crate) const FIND: Find = each!(sow.milestone, find);

fn find(facts: &Facts, entry: &Entry, milestone: &At<Milestone>) -> Option<Diagnostic> {
    let paid = *milestone.paid.get()?;
    let opening = format!("the milestone “{}” of {} was paid on {paid}", shortened(milestone.what.text()), name(entry));
    let (level, span, message) = match &milestone.accepted {
        Field::Stated(accepted) if accepted.value <= paid => return None,
        Field::Stated(accepted) => {
            let early = days(days_between(paid, accepted.value));
            (Level::Error, milestone.paid.span(), format!("{opening}, {early} before it was accepted"))
        }
        Field::Absent => {
            (Level::Error, milestone.paid.span(), format!("{opening}, and nothing says that it was accepted"))
        }
        Field::Unknown(gap) => {
            let why = unknown_because(gap);
            (Level::Warning, Some(gap.span), format!("{opening}, and it is not known when it was accepted{why}"))
        }
        Field::Unreadable(_) | Field::Withheld(_) => return None,
    };
    let help = "say in `accepted` on which day the group accepted it; where it was paid in advance, let the group decide on that, and \
        name the decision in a waiver";
    Some(facts.at(entry, span, message).at_level(level).help(help))
}
