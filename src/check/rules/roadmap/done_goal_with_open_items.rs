//! Goals that count as done while records that lead there are still open.

use crate::check::prelude::*;
use crate::document::roadmap::{Goal, GoalState};

pub const FIND: Find = Find::Site(find);

fn find(facts: &Facts) -> Vec<Diagnostic> {
    let roadmaps = facts.site.of_kind(Kind::Roadmap).filter_map(|entry| Some((entry, entry.roadmap()?)));
    let goals = roadmaps.flat_map(|(entry, roadmap)| roadmap.goal.items().iter().map(move |goal| (entry, goal)));
    goals.filter_map(|(entry, goal)| of_goal(facts, entry, goal)).collect()
}

fn of_goal(facts: &Facts, entry: &Entry, goal: &Goal) -> Option<Diagnostic> {
    if goal.state.get() != Some(&GoalState::Done) {
        return None;
    }
    let items = goal.items.items().iter().filter_map(|item| facts.site.find(&item.value));
    let open: Vec<&Entry> = items.filter(|item| facts.site.is_open_matter(item)).collect();
    if open.is_empty() {
        return None;
    }
    let still = open.iter().map(|item| {
        let state = item.status.as_ref().map_or("", |status| &status.state);
        format!("{} is in `{state}`", name(item))
    });
    let message = format!("the goal `{}` of {} is done, and {}", goal.id.text(), name(entry), list(still, "and"));
    let help = "take the step that ends the record, or set the goal back to `state = \"active\"`";
    let finding = facts.at(entry, goal.state.span(), message).help(help);
    Some(open.into_iter().fold(finding, |finding, item| {
        let last = item.status.as_ref().and_then(|status| status.steps.last());
        match last {
            Some(step) => finding.label(&item.path, step.span, format!("`{}` since {}", step.state, step.date)),
            None => finding,
        }
    }))
}
