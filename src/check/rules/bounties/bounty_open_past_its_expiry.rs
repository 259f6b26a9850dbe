//! Bounties whose time has passed and that still say they can be claimed.

use crate::check::prelude::*;

pub const FIND: Find = each!(record, of_bounty);

fn of_bounty(facts: &Facts, entry: &Entry) -> Option<Diagnostic> {
    let state = &entry.status.as_ref()?.state;
    let field = &entry.bounty()?.expires;
    let expires = *field.get()?;
    let late = days_between(expires, facts.site.today);
    if entry.means() != Some(Means::Open) || late <= 0 {
        return None;
    }
    let message = format!("{} is `{state}`, and could be claimed until {expires}, {} ago", name(entry), days(late));
    let help = format!(
        "add `[[event]]` with `to = \"{}\"`, or set a later `expires` and say so where it was announced",
        facts.site.state_that(Kind::Bounty, Means::Expired)
    );
    Some(facts.at(entry, field.span(), message).help(help))
}
