//! Texts that are nested or tagged beyond what anybody writes.

use crate::check::prelude::*;

pub(crate) const FIND: Find = each!(file, find);

fn find(facts: &Facts, entry: &Entry) -> Option<Diagnostic> {
    let message = "the text is nested too deeply, so it is published as plain text and nothing in it was checked";
    let help = "use fewer levels of lists (`-`) and quotations (`>`), and close every HTML tag";
    entry.outline.too_deep.then(|| facts.at(entry, None, message).help(help))
}
