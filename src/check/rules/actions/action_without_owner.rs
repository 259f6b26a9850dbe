//! Open actions that nobody is named for.

use crate::check::prelude::*;

pub(crate) const FIND: Find = each!(action, find);

fn find(facts: &Facts, entry: &Entry, action: &Action) -> Option<Diagnostic> {
    if action.done || !action.owners.is_empty() {
        return None;
    }
    let message = format!("nobody is named for the action “{}”", shortened(&action.what));
    let help = "name whoever does it before the words: `- [ ] @slug: …`, with a slug of the directory of people";
    Some(facts.at(entry, action.span, message).help(help))
}
