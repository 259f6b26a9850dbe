//! Goals that are planned or worked on, and that nobody looks after.

use crate::check::prelude::*;
use crate::document::roadmap::{Goal, GoalState};

pub(crate) const FIND: Find = each!(roadmap.goal, find);

fn find(facts: &Facts, entry: &Entry, goal: &At<Goal>) -> Option<Diagnostic> {
    let is_over = entry.roadmap()?.period().has_ended(facts.site.today);
    let gap = gap(&goal.owner, None).filter(|_| needs_owner(goal) && !is_over)?;
    let state = goal.state.get().map_or(String::new(), |state| format!(" is `{state}` and"));
    let message = format!("the goal `{}` of {}{state} has no owner{}", goal.id.text(), name(entry), gap.why);
    let help = "add `owner = \"…\"`: a person, a group or an organization; what nobody takes on yet is an `idea`";
    Some(facts.at(entry, goal.id.span().unwrap_or(goal.span), message).help(help))
}

/// An idea is free to take, and what is over or put aside needs nobody. A goal that does not say is taken as planned.
fn needs_owner(goal: &Goal) -> bool {
    match goal.state.get() {
        Some(GoalState::Planned | GoalState::Active) => true,
        None => goal.state.is_missing(),
        Some(GoalState::Idea | GoalState::Done | GoalState::Parked | GoalState::Dropped) => false,
    }
}
