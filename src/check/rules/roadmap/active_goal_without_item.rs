//! Goals that are being worked on, and that lead to no record.

use crate::check::prelude::*;
use crate::document::roadmap::{Goal, GoalState};

pub(crate) const FIND: Find = each!(roadmap.goal, find);

fn find(facts: &Facts, entry: &Entry, goal: &Goal) -> Option<Diagnostic> {
    // What was left open in a plan of the past is not worked on under it.
    let is_over = entry.roadmap()?.period().has_ended(facts.site.today);
    let is_bare = goal.state.get() == Some(&GoalState::Active) && goal.items.has_no_items();
    let message = format!("the goal `{}` of {} is active, and no record leads there", goal.id.text(), name(entry));
    let help = "name the records in `items`, or set `state = \"planned\"` until there is one";
    (is_bare && !is_over).then(|| facts.at(entry, goal.state.span(), message).help(help))
}
