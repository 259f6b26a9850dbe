//! Open actions whose day has passed.

use crate::check::prelude::*;
use crate::site::Owner;

pub const FIND: Find = each!(record, find);

fn find(facts: &Facts, entry: &Entry) -> Vec<Diagnostic> {
    let today = facts.site.today;
    let overdue = facts.site.actions_in(entry).iter().filter(|action| action.is_overdue(today));
    let finding = |action: &Action| {
        let due = action.due?;
        let age = days(days_between(due, today));
        let (what, owners) = (shortened(&action.what), owners(facts, action));
        let message = format!("the action “{what}”{owners} was due on {due}, {age} ago");
        let span = entry.outline.tasks[action.task].due.map_or(action.span, |(_, span)| span);
        let help = "close it with `[x]` and a link to what shows that it was done, or agree on another day";
        Some(facts.at(entry, span, message).help(help))
    };
    overdue.filter_map(finding).collect()
}

fn owners(facts: &Facts, action: &Action) -> String {
    let names = action.owners.iter().map(|owner| match owner {
        Owner::Known(at) => facts.site.entries[*at].title.clone(),
        Owner::Unknown(name) => name.clone(),
    });
    let names = list(names, "and");
    if names.is_empty() { names } else { format!(" of {names}") }
}
