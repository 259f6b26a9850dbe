//! Pledges that came long ago, and whose donors got no report on what came of them.

use crate::check::prelude::*;

pub(crate) const FIND: Find = each!(pledge, find);

fn find(facts: &Facts, entry: &Entry, pledge: &Pledge) -> Option<Diagnostic> {
    let (_, state) = facts.site.state(entry).filter(|(_, state)| state.phase == Phase::Done)?;
    let age = facts.site.days_in_state(entry).filter(|age| *age > facts.limit && pledge.report.is_missing())?;
    let status = entry.status.as_ref()?;
    let since = status.since?;
    let donor = facts.site.target(entry, "donor").map_or_else(|| "the donor".to_owned(), name);
    let message = format!(
        "{} has been in `{}` since {since}, for {}, and {donor} got no report on what came of it; that was due on {}",
        name(entry),
        state.name,
        days(age),
        days_after(since, facts.limit),
    );
    let help = "write a report in `reports/` with `audience = \"donor\"`, and name it here: `report = \"…\"`";
    Some(facts.at(entry, status.steps.last().map(|step| step.span), message).help(help))
}
