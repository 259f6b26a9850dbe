//! Calls whose closing time has passed and that still say they take offers.

use crate::check::prelude::*;

pub(crate) const FIND: Find = each!(rfp, find);

fn find(facts: &Facts, entry: &Entry, rfp: &Rfp) -> Option<Diagnostic> {
    let status = entry.status.as_ref().filter(|status| status.means == Some(Means::Open))?;
    let closes = rfp.closes.get().filter(|closes| closes.date < facts.site.today)?;
    let (call, state) = (name(entry), &status.state);
    let age = days(days_between(closes.date, facts.site.today));
    let message = format!("{call} is `{state}`, and its closing time, {}, passed {age} ago", closes.text);
    let closed = facts.site.state_that(Kind::Rfp, Means::Closed);
    let help =
        format!("add `[[event]]` with `to = \"{closed}\"`, `date = {}` and `by`, or set a later `closes`", closes.date);
    let finding = facts.at(entry, rfp.closes.span(), message).help(help);
    Some(match status.steps.last() {
        Some(step) => finding.label(&entry.path, step.span, format!("`{state}` since {}", step.date)),
        None => finding,
    })
}
