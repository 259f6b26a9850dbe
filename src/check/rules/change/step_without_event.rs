//! Services that go from one part of their life to another without an event that says when and by whom.

use crate::check::prelude::*;

pub(crate) const FIND: Find = each!(pair, find);

fn find(facts: &Facts, _: &Change, pair: &Pair) -> Option<Diagnostic> {
    let (before, after) = (&pair.before.service()?.lifecycle, &pair.after.service()?.lifecycle);
    let (was, is) = (before.get()?, after.get()?);
    if was == is || !pair.steps.added.is_empty() {
        return None;
    }
    let message = format!("the `lifecycle` of {} goes from `{was}` to `{is}`, and no event says so", name(pair.after));
    Some(facts.at(pair.after, after.span(), message).help(format!(
        "add `[[event]]` with `to = \"{is}\"`, the day, who took the step in `by`, and the decision if there is one"
    )))
}
