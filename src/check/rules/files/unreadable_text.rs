//! Texts that are nested or tagged beyond what anybody writes.

use crate::check::prelude::*;

pub const FIND: Find = Find::Site(find);

fn find(facts: &Facts) -> Vec<Diagnostic> {
    let too_deep = facts.site.entries.iter().filter(|entry| entry.outline.too_deep);
    let message = "the text is nested too deeply, so it is published as plain text and nothing in it was checked";
    too_deep
        .map(|entry| {
            facts.at(entry, None, message).help("use fewer levels of lists and quotations, and close every HTML tag")
        })
        .collect()
}
