//! Work items of which nobody says how much work they are, once the cost is stated.

use crate::check::prelude::*;

pub const FIND: Find = each!(record, of_sow);

/// One finding for each statement of work, from the day on which its cost is stated until the work is handed over.
fn of_sow(facts: &Facts, entry: &Entry) -> Option<Diagnostic> {
    let state = &entry.status.as_ref()?.state;
    if !entry.is_between(Means::Costed, Means::Delivered) || is_unread(entry, "estimate") {
        return None;
    }
    let is_bare = |item: &&At<WorkItem>| item.estimate.get().is_none() && !item.done.is_true();
    let items: Vec<&At<WorkItem>> = entry.sow()?.work_item.items().iter().filter(is_bare).collect();
    let first = items.first()?;
    let ids = quoted(items.iter().map(|item| item.id.text()), "and");
    let message = format!(
        "{} is in `{state}`, and {} no estimate: {ids}",
        name(entry),
        count(items.len(), "work item has", "work items have"),
    );
    let span = first.id.span().unwrap_or(first.span);
    Some(facts.at(entry, span, message).help("add `estimate = \"3 days\"` to each; a range in words will do"))
}
