//! Open actions whose day has passed.

use crate::check::prelude::*;

pub(crate) const FIND: Find = each!(action, find);

fn find(facts: &Facts, entry: &Entry, action: &Action) -> Option<Diagnostic> {
    let due = action.due.filter(|_| action.is_overdue(facts.site.today))?;
    let owners = list(action.owners.iter().map(|owner| facts.site.owner_name(owner).to_owned()), "and");
    let of = if owners.is_empty() { "" } else { " of " };
    let (what, age) = (shortened(&action.what), facts.age(due));
    let message = format!("the action “{what}”{of}{owners} was due on {due}, {age} ago");
    let span = entry.outline.tasks[action.task].due.map_or(action.span, |(_, span)| span);
    let help =
        "close it with `[x]` and a link to what shows that it was done, or agree on another day, `(due 2026-12-31)`";
    Some(facts.at(entry, span, message).help(help))
}
