//! Open actions that name no day.

use crate::check::prelude::*;

/// One finding for each meeting: its actions were agreed together, and get their days together.
pub const FIND: Find = each!(record, find);

fn find(facts: &Facts, entry: &Entry) -> Option<Diagnostic> {
    // A day that could not be read is another finding.
    let is_dated = |action: &Action| action.due.is_some() || entry.outline.tasks[action.task].wrong_due.is_some();
    let actions = facts.site.actions_in(entry).iter().filter(|action| !action.done && !is_dated(action));
    let actions: Vec<&Action> = actions.collect();
    let (first, others) = actions.split_first()?;
    let message = format!(
        "{} without a day by which to do {}",
        count(actions.len(), "open action", "open actions"),
        if actions.len() == 1 { "it" } else { "them" },
    );
    let help = "add the day at the end of each, `(due 2026-12-31)`, or close it with `[x]` and a link to what shows \
        that it was done";
    let finding = facts.at(entry, first.span, format!("{} has {message}", name(entry))).help(help);
    Some(others.iter().fold(finding, |finding, action| finding.label(&entry.path, action.span, "and this one")))
}
