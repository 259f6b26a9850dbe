//! Bounties whose time has passed and that still say they can be claimed.

use crate::check::prelude::*;

pub const FIND: Find = each!(record, of_bounty);

fn of_bounty(facts: &Facts, entry: &Entry) -> Option<Diagnostic> {
    let state = &entry.status.as_ref()?.state;
    let field = &entry.bounty()?.expires;
    let expires = *field.get()?;
    let late = days_between(expires, facts.site.today);
    if state != "open" || late <= 0 {
        return None;
    }
    let message = format!("{} is `open`, and could be claimed until {expires}, {} ago", name(entry), days(late));
    let help = "add `[[event]]` with `to = \"expired\"`, or set a later `expires` and say so where it was announced";
    Some(facts.at(entry, field.span(), message).help(help))
}
