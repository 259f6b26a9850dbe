//! Work items that nobody has, once it is settled who carries the work out.

use crate::check::prelude::*;

pub(crate) const FIND: Find = each!(sow, find);

/// One finding for each statement of work, while the work lies ahead or is being done.
fn find(facts: &Facts, entry: &Entry, sow: &Sow) -> Option<Diagnostic> {
    let state = &entry.status.as_ref().filter(|_| entry.is_between(Means::Routed, Means::Delivered))?.state;
    let has_nobody = |item: &&At<WorkItem>| {
        let has_owner = item.owner.get().is_some() || item.owner.is_unreadable();
        !has_owner && !item.done.is_true()
    };
    let items: Vec<&At<WorkItem>> = sow.work_item.items().iter().filter(has_nobody).collect();
    let first = items.first()?;
    let ids = quoted(items.iter().map(|item| item.id.text()), "and");
    let have = count(items.len(), "work item has", "work items have");
    let message = format!("{} is in `{state}`, and {have} nobody: {ids}", name(entry));
    let span = first.id.span().unwrap_or(first.span);
    Some(facts.at(entry, span, message).help("add `owner = \"…\"` to each: a person, a group or an organization"))
}
