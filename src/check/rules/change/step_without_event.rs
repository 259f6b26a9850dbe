//! Services that go from one part of their life to another without an event that says when and by whom.

use crate::check::prelude::*;

pub(crate) const FIND: Find = Find::Change(find);

fn find(facts: &Facts, change: &Change) -> Vec<Diagnostic> {
    let moved = change.pairs.iter().filter_map(|pair| changed(facts, pair));
    let added = change.added.iter().filter_map(|entry| added(facts, change, entry));
    moved.chain(added).collect()
}

/// A service that is new on the site and that people rely on already. Where the site listed no services before, it takes stock.
fn added(facts: &Facts, change: &Change, entry: &Entry) -> Option<Diagnostic> {
    let lifecycle = &entry.service()?.lifecycle;
    let is = lifecycle.get().filter(|it| matches!(it, Lifecycle::Production | Lifecycle::Deprecated))?;
    if !entry.events().is_empty() || change.base.of_kind(Kind::Service).next().is_none() {
        return None;
    }
    let message = format!("{} is new and in `{is}`, and no event says since when and by whom", name(entry));
    Some(facts.at(entry, lifecycle.span(), message).help(help(*is)))
}

fn help(is: Lifecycle) -> String {
    format!(
        "add `[[event]]` with `to = \"{is}\"`, the day, who took the step in `by`, and the decision if there is one"
    )
}

fn changed(facts: &Facts, pair: &Pair) -> Option<Diagnostic> {
    let (before, after) = (&pair.before.service()?.lifecycle, &pair.after.service()?.lifecycle);
    let (was, is) = (before.get()?, after.get()?);
    if was == is || !pair.steps.added.is_empty() {
        return None;
    }
    let message = format!("the `lifecycle` of {} goes from `{was}` to `{is}`, and no event says so", name(pair.after));
    Some(facts.at(pair.after, after.span(), message).help(help(*is)))
}
