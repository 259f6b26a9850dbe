//! Calls whose closing time has passed and that still say they take offers.

use crate::check::prelude::*;

pub const FIND: Find = each!(record, of_rfp);

fn of_rfp(facts: &Facts, entry: &Entry) -> Option<Diagnostic> {
    let status = entry.status.as_ref().filter(|status| status.means == Some(Means::Open))?;
    let closes = entry.rfp()?.closes.get()?;
    let late = days_between(closes.date, facts.site.today);
    if late <= 0 {
        return None;
    }
    let state = &status.state;
    let message =
        format!("{} is `{state}`, and its closing time, {}, passed {} ago", name(entry), closes.text, days(late));
    let closed = facts.site.state_that(Kind::Rfp, Means::Closed);
    let help =
        format!("add `[[event]]` with `to = \"{closed}\"` and `date = {}`, or set a later `closes`", closes.date);
    let finding = facts.at(entry, entry.rfp()?.closes.span(), message).help(help);
    Some(match status.steps.last() {
        Some(step) => finding.label(&entry.path, step.span, format!("`{state}` since {}", step.date)),
        None => finding,
    })
}
