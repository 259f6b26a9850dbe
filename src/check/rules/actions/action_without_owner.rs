//! Open actions that nobody is named for.

use crate::check::prelude::*;

pub const FIND: Find = each!(record, find);

fn find(facts: &Facts, entry: &Entry) -> Vec<Diagnostic> {
    let open = facts.site.actions_in(entry).iter().filter(|action| !action.done && action.owners.is_empty());
    open.map(|action| {
        let message = format!("nobody is named for the action “{}”", shortened(&action.what));
        let help = "name whoever does it before the words: `- [ ] @slug: …`, with a slug of the directory of people";
        facts.at(entry, action.span, message).help(help)
    })
    .collect()
}
