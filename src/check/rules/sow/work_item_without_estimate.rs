//! Work items of which nobody says how much work they are, once the cost is stated.

use crate::check::prelude::*;

pub(crate) const FIND: Find = each!(sow, find);

/// One finding for each statement of work, from the day on which its cost is stated until the work is handed over.
fn find(facts: &Facts, entry: &Entry, sow: &Sow) -> Option<Diagnostic> {
    let state = &entry.status.as_ref().filter(|_| entry.is_between(Means::Costed, Means::Delivered))?.state;
    let is_bare = |item: &&At<WorkItem>| {
        let has_estimate = item.estimate.get().is_some() || item.estimate.is_unreadable();
        !has_estimate && !item.done.is_true()
    };
    let items: Vec<&At<WorkItem>> = sow.work_item.items().iter().filter(is_bare).collect();
    let first = items.first()?;
    let ids = quoted(items.iter().map(|item| item.id.text()), "and");
    let have = count(items.len(), "work item has", "work items have");
    let message = format!("{} is in `{state}`, and {have} no estimate: {ids}", name(entry));
    let span = first.id.span().unwrap_or(first.span);
    Some(facts.at(entry, span, message).help("add `estimate = \"3 days\"` to each; a range in words will do"))
}
