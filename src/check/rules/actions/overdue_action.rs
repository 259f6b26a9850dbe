//! Open actions whose day has passed.

use crate::check::prelude::*;
use crate::site::Owner;

pub const FIND: Find = Find::Site(find);

fn find(facts: &Facts) -> Vec<Diagnostic> {
    let today = facts.site.today;
    let overdue = facts.site.actions.iter().filter(|action| action.is_overdue(today));
    overdue
        .filter_map(|action| {
            let due = action.due?;
            let entry = &facts.site.entries[action.from];
            let message = format!(
                "the action “{}”{} was due on {due}, {} ago",
                shortened(&action.what),
                owners(facts, action),
                days(days_between(due, today))
            );
            let span = entry.outline.tasks[action.task].due.map_or(action.span, |(_, span)| span);
            let help = "close it with `[x]` and a link to what shows that it was done, or agree on another day";
            Some(facts.at(entry, span, message).help(help))
        })
        .collect()
}

fn owners(facts: &Facts, action: &Action) -> String {
    let names = action.owners.iter().map(|owner| match owner {
        Owner::Known(at) => facts.site.entries[*at].title.clone(),
        Owner::Unknown(name) => name.clone(),
    });
    let names = list(names, "and");
    if names.is_empty() { names } else { format!(" of {names}") }
}
