//! Open questions with no day by which they are decided.

use crate::check::Facts;
use crate::check::rules::history::is_unread;
use crate::check::rules::phrase::{days, name};
use crate::diagnostic::Diagnostic;
use crate::id::Kind;
use crate::site::Entry;
use crate::text::days_between;

pub fn find(facts: &Facts) -> Vec<Diagnostic> {
    facts.site.of_kind(Kind::Decision).filter_map(|entry| of_decision(facts, entry)).collect()
}

fn of_decision(facts: &Facts, entry: &Entry) -> Option<Diagnostic> {
    let decision = entry.decision()?;
    // That a day has passed is another finding.
    let is_endless = decision.outcome.is_absent() && decision.closes.is_absent();
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
