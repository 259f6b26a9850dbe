//! Pledges that came long ago, and whose donors were not told what came of them.

use crate::check::prelude::*;

pub const FIND: Find = Find::Site(find);

fn find(facts: &Facts) -> Vec<Diagnostic> {
    let Some(limit) = facts.site.profile.requirements.days("donor_report_days") else { return Vec::new() };
    let pledges = facts.site.of_kind(Kind::Pledge);
    pledges.filter_map(|entry| of_pledge(facts, entry, limit)).collect()
}

fn of_pledge(facts: &Facts, entry: &Entry, limit: i64) -> Option<Diagnostic> {
    let (_, state) = facts.site.state(entry)?;
    let age = facts.site.days_in_state(entry).filter(|age| *age > limit)?;
    if state.phase != Phase::Done || !entry.pledge()?.report.is_missing() || is_unread(entry, "report") {
        return None;
    }
    let status = entry.status.as_ref()?;
    let since = status.since?;
    let donor = facts.site.target(entry, "donor").map_or_else(|| "the donor".to_owned(), name);
    let message = format!(
        "{} has been in `{}` since {since}, for {}, and {donor} has not been told what came of it; that was due on {}",
        name(entry),
        state.name,
        days(age),
        days_after(since, limit),
    );
    let help = "write a report in `reports/` with `audience = \"donor\"`, and name it here: `report = \"…\"`";
    let finding = facts.at(entry, status.steps.last().map(|step| step.span), message).help(help);
    Some(citing(facts, "donor_report_days", finding))
}
