//! Open questions with no day by which they are decided.

use crate::check::prelude::*;

pub const FIND: Find = each!(decision, of_decision);

fn of_decision(facts: &Facts, entry: &Entry, decision: &Decision) -> Option<Diagnostic> {
    // That a day has passed is another finding.
    let is_endless = decision.outcome.is_missing() && decision.closes.is_missing();
    if !is_endless || is_unread(entry, "outcome") || is_unread(entry, "closes") {
        return None;
    }
    let opened = decision.opened.get().filter(|opened| **opened <= facts.site.today)?;
    let open = days(days_between(*opened, facts.site.today));
    let message =
        format!("{} has been open since {opened}, for {open}, and names no day by which it is decided", name(entry));
    let help = "add `closes` with the last day to take part, and say it in the thread";
    Some(facts.at(entry, decision.opened.span(), message).help(help))
}
