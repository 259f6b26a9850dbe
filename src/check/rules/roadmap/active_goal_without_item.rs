//! Goals that are being worked on, and that lead to no record.

use crate::check::prelude::*;
use crate::document::roadmap::GoalState;

pub const FIND: Find = each!(roadmap, find);

fn find(facts: &Facts, entry: &Entry, roadmap: &Roadmap) -> Vec<Diagnostic> {
    // What was left open in a plan of the past is not worked on under it.
    if roadmap.period().has_ended(facts.site.today) {
        return Vec::new();
    }
    let goals = roadmap.goal.items().iter().filter(|goal| goal.state.get() == Some(&GoalState::Active));
    let bare = goals.filter(|goal| goal.items.has_no_items());
    let found = bare.map(|goal| {
        let message = format!("the goal `{}` of {} is active, and no record leads there", goal.id.text(), name(entry));
        let help = "name the records in `items`, or set `state = \"planned\"` until there is one";
        facts.at(entry, goal.state.span(), message).help(help)
    });
    found.collect()
}
