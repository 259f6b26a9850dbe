//! Goals that count as done while records that lead there are still open.

use crate::check::prelude::*;
use crate::document::roadmap::{Goal, GoalState};

pub(crate) const FIND: Find = each!(roadmap.goal, find);

fn find(facts: &Facts, entry: &Entry, goal: &Goal) -> Option<Diagnostic> {
    goal.state.get().filter(|state| **state == GoalState::Done)?;
    let items = goal.items.items().iter().filter_map(|item| facts.site.find(&item.value));
    let open: Vec<&Entry> = items.filter(|item| facts.site.is_open_matter(item)).collect();
    open.first()?;
    let still = list(open.iter().map(|item| format!("{} is in `{}`", name(item), state_of(item))), "and");
    let message = format!("the goal `{}` of {} is done, and {still}", goal.id.text(), name(entry));
    let help = "take the step that ends the record, or set the goal back to `state = \"active\"`";
    let steps = open.iter().filter_map(|item| Some((item, item.status.as_ref()?.steps.last()?)));
    let labels = steps.map(|(item, step)| (&item.path, step.span, format!("`{}` since {}", step.state, step.date)));
    Some(facts.at(entry, goal.state.span(), message).help(help).labels(labels))
}
