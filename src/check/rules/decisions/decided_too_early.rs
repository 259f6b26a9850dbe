//! Decisions before the last day to take part.

use crate::check::prelude::*;

pub(crate) const FIND: Find = each!(decision, find);

fn find(facts: &Facts, entry: &Entry, decision: &Decision) -> Option<Diagnostic> {
    let (decided, closes) = (*decision.decided.get()?, *decision.closes.get()?);
    let is_early = decided < closes && decision.outcome.get() != Some(&Outcome::Withdrawn);
    // When nobody is left to be heard, a vote may end.
    let is_complete = entry.tally().is_some_and(|tally| tally.has_everybody());
    if !is_early || is_complete {
        return None;
    }
    let message = format!("{} was decided on {decided}, while it was open until {closes}", name(entry));
    let help = "correct `decided` or `closes`, or decide again once everybody had the time that was promised";
    let finding = facts.at(entry, decision.decided.span(), message).help(help);
    let finding = finding.label(&entry.path, decision.closes.span(), "the last day to take part");
    Some(concerning_keys(finding, entry, BALLOT.into_iter().chain(WINDOW)))
}
