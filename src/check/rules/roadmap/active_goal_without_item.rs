//! Goals that are being worked on, and that lead to no record.

use crate::check::Facts;
use crate::check::rules::history::is_unread;
use crate::check::rules::phrase::name;
use crate::diagnostic::Diagnostic;
use crate::document::roadmap::GoalState;
use crate::id::Kind;
use crate::site::Entry;

pub fn find(facts: &Facts) -> Vec<Diagnostic> {
    facts.site.of_kind(Kind::Roadmap).flat_map(|entry| of_roadmap(facts, entry)).collect()
}

fn of_roadmap(facts: &Facts, entry: &Entry) -> Vec<Diagnostic> {
    let Some(roadmap) = entry.roadmap() else { return Vec::new() };
    // What was left open in a plan of the past is not worked on under it.
    let has_ended = roadmap.to.get().is_some_and(|to| *to < facts.site.today);
    if has_ended || is_unread(entry, "items") {
        return Vec::new();
    }
    let goals = roadmap.goal.items().iter().filter(|goal| goal.state.get() == Some(&GoalState::Active));
    let bare = goals.filter(|goal| goal.items.is_absent() || goal.items.get().is_some_and(Vec::is_empty));
    let found = bare.map(|goal| {
        let message = format!("the goal `{}` of {} is active, and no record leads there", goal.id.text(), name(entry));
        let help = "name the records in `items`, or set `state = \"planned\"` until there is one";
        facts.at(entry, goal.state.span(), message).help(help)
    });
    found.collect()
}
