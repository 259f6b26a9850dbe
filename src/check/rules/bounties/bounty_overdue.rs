//! Bounties whose last day has passed and that still say they can be claimed.

use crate::check::prelude::*;
use crate::document::bounty::Bounty;

pub(crate) const FIND: Find = each!(bounty, find);

fn find(facts: &Facts, entry: &Entry, bounty: &Bounty) -> Option<Diagnostic> {
    let state = &entry.status.as_ref()?.state;
    let expires = *bounty.expires.get()?;
    let overdue = days_between(expires, facts.site.today);
    if entry.means() != Some(Means::Open) || overdue <= 0 {
        return None;
    }
    let message = format!("{} is `{state}`, and could be claimed until {expires}, {} ago", name(entry), days(overdue));
    let help = format!(
        "add `[[event]]` with `to = \"{}\"`, `date` and `by`, or set a later `expires` and say so where it was announced",
        facts.site.state_that(Kind::Bounty, Means::Expired)
    );
    Some(facts.at(entry, bounty.expires.span(), message).help(help))
}
