//! Open actions that nobody is named for.

use crate::check::prelude::*;

pub const FIND: Find = Find::Site(find);

fn find(facts: &Facts) -> Vec<Diagnostic> {
    let open = facts.site.actions.iter().filter(|action| !action.done && action.owners.is_empty());
    open.map(|action| {
        let message = format!("nobody is named for the action “{}”", shortened(&action.what));
        let help = "name whoever does it before the words: `- [ ] @slug: …`, with a slug of the directory of people";
        facts.at(&facts.site.entries[action.from], action.span, message).help(help)
    })
    .collect()
}
