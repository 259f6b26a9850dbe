//! Open actions that name no day.

use crate::check::prelude::*;

/// One finding for each meeting: its actions were agreed together, and get their days together.
pub(crate) const FIND: Find = each!(record, find);

fn find(facts: &Facts, entry: &Entry) -> Option<Diagnostic> {
    // A day that could not be read is another finding.
    let is_dated = |action: &Action| action.due.is_some() || entry.outline.tasks[action.task].wrong_due.is_some();
    let open = facts.site.actions_in(entry).iter().filter(|action| !action.done && !is_dated(action));
    let places: Vec<Span> = open.map(|action| action.span).collect();
    places.first()?;
    let (open, them) =
        (count(places.len(), "open action", "open actions"), if places.len() == 1 { "it" } else { "them" });
    let message = format!("{} has {open} without a day by which to do {them}", name(entry));
    let help = "add the day at the end of each, `(due 2026-12-31)`, or close it with `[x]` and a link to what shows \
        that it was done";
    Some(facts.at_all(entry, places, message, "and this one").help(help))
}
