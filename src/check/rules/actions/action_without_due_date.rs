//! Open actions that name no day.

use crate::check::prelude::*;
use std::collections::BTreeMap;

/// One finding for each meeting: its actions were agreed together, and get their days together.
pub const FIND: Find = Find::Site(find);

fn find(facts: &Facts) -> Vec<Diagnostic> {
    let mut of_meetings: BTreeMap<usize, Vec<&Action>> = BTreeMap::new();
    for action in facts.site.actions.iter().filter(|action| !action.done && action.due.is_none()) {
        let task = &facts.site.entries[action.from].outline.tasks[action.task];
        // A day that could not be read is another finding.
        if task.wrong_due.is_none() {
            of_meetings.entry(action.from).or_default().push(action);
        }
    }
    of_meetings.into_iter().map(|(at, actions)| of_meeting(facts, at, &actions)).collect()
}

fn of_meeting(facts: &Facts, at: usize, actions: &[&Action]) -> Diagnostic {
    let entry = &facts.site.entries[at];
    let message = format!(
        "{} without a day by which to do {}",
        count(actions.len(), "open action", "open actions"),
        if actions.len() == 1 { "it" } else { "them" },
    );
    let help = "add the day at the end of each, `(due 2026-12-31)`, or close it with `[x]` and a link to what shows \
        that it was done";
    let finding = facts.at(entry, actions[0].span, format!("{} has {message}", name(entry))).help(help);
    actions[1..].iter().fold(finding, |finding, action| finding.label(&entry.path, action.span, "and this one"))
}
