//! Goals that count as done while records that lead there are still open.

use crate::check::prelude::*;
use crate::document::roadmap::{Goal, GoalState};

pub const FIND: Find = each!(roadmap, find);

fn find(facts: &Facts, entry: &Entry, roadmap: &Roadmap) -> Vec<Diagnostic> {
    roadmap.goal.items().iter().filter_map(|goal| check_goal(facts, entry, goal)).collect()
}

fn check_goal(facts: &Facts, entry: &Entry, goal: &Goal) -> Option<Diagnostic> {
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
