//! Goals that are planned or worked on, and that nobody looks after.

use crate::check::prelude::*;
use crate::document::roadmap::{Goal, GoalState};

pub const FIND: Find = each!(roadmap, find);

fn find(facts: &Facts, entry: &Entry, roadmap: &Roadmap) -> Vec<Diagnostic> {
    if roadmap.period().has_ended(facts.site.today) {
        return Vec::new();
    }
    let goals = roadmap.goal.items().iter().filter(|goal| needs_owner(goal));
    let found = goals.filter_map(|goal| {
        let why = match &goal.owner {
            Field::Absent => String::new(),
            Field::Unknown(gap) => unknown_because(gap),
            Field::Unreadable(_) | Field::Stated(_) | Field::Withheld(_) => return None,
        };
        let state = goal.state.get().map_or(String::new(), |state| format!(" is `{state}` and"));
        let message = format!("the goal `{}` of {}{state} has no owner{why}", goal.id.text(), name(entry));
        let help = "add `owner = \"…\"`: a person, a group or an organization; what nobody takes on yet is an `idea`";
        Some(facts.at(entry, goal.id.span().unwrap_or(goal.span), message).help(help))
    });
    found.collect()
}

/// An idea is free to take, and what is over or put aside needs nobody. A goal that does not say is taken as planned.
fn needs_owner(goal: &Goal) -> bool {
    match goal.state.get() {
        Some(GoalState::Planned | GoalState::Active) => true,
        None => goal.state.is_missing(),
        Some(GoalState::Idea | GoalState::Done | GoalState::Parked | GoalState::Dropped) => false,
    }
}
