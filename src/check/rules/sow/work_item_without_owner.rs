//! Work items that nobody has, once it is settled who carries the work out.

use crate::check::prelude::*;

pub const FIND: Find = each!(record, of_sow);

/// One finding for each statement of work, while the work lies ahead or is being done.
fn of_sow(facts: &Facts, entry: &Entry) -> Option<Diagnostic> {
    let state = &entry.status.as_ref()?.state;
    if !entry.is_between(Means::Routed, Means::Delivered) {
        return None;
    }
    let has_nobody = |item: &&At<WorkItem>| item.owner.get().is_none() && !item.done.is_true();
    let items: Vec<&At<WorkItem>> = entry.sow()?.work_item.items().iter().filter(has_nobody).collect();
    let first = items.first()?;
    let ids = quoted(items.iter().map(|item| item.id.text()), "and");
    let message = format!(
        "{} is in `{state}`, and {} nobody: {ids}",
        name(entry),
        count(items.len(), "work item has", "work items have"),
    );
    let span = first.id.span().unwrap_or(first.span);
    Some(facts.at(entry, span, message).help("add `owner = \"…\"` to each: a person, a group or an organization"))
}
