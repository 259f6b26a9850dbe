//! Records that take more than one step in a change.

use crate::check::prelude::*;

pub(crate) const FIND: Find = each!(pair, find);

fn find(facts: &Facts, _: &Change, pair: &Pair) -> Option<Diagnostic> {
    let added = &pair.steps.added;
    let (last, earlier) = added.split_last().filter(|(_, earlier)| !earlier.is_empty())?;
    let states = quoted(added.iter().map(|event| event.to.text()), "and");
    let message = format!("{} takes {} steps in one change: to {states}", name(pair.after), added.len());
    let finding = facts
        .at(pair.after, last.to.span(), message)
        .help("propose each `[[event]]` by itself, so that those whom it concerns can look at it before the next one");
    let labels = earlier.iter().filter_map(|event| event.to.span());
    Some(labels.fold(finding, |finding, span| finding.label(&pair.after.path, span, "also new")))
}
