//! Decisions before the last day to take part, or after less time to comment than the group promises.

use crate::check::prelude::*;

pub(crate) const FIND: Find = each!(decision, find);

fn find(facts: &Facts, entry: &Entry, decision: &Decision) -> impl Iterator<Item = Diagnostic> {
    before_the_end(facts, entry, decision).into_iter().chain(short_window(facts, entry, decision))
}

fn before_the_end(facts: &Facts, entry: &Entry, decision: &Decision) -> Option<Diagnostic> {
    let (decided, closes) = (*decision.decided.get()?, *decision.closes.get()?);
    let is_early = decided < closes && decision.outcome.get() != Some(&Outcome::Withdrawn);
    // When nobody is left to be heard, a vote may end.
    let is_complete = facts.site.tally(entry).is_some_and(|tally| tally.has_everybody());
    if !is_early || is_complete {
        return None;
    }
    let message = format!("{} was decided on {decided}, while it was open until {closes}", name(entry));
    let help = "correct the dates, or decide again once everybody had the time that was promised";
    let finding = facts.at(entry, decision.decided.span(), message).help(help);
    let finding = finding.label(&entry.path, decision.closes.span(), "the last day to take part");
    Some(concerning_keys(finding, entry, BALLOT.into_iter().chain(WINDOW)))
}

fn short_window(facts: &Facts, entry: &Entry, decision: &Decision) -> Option<Diagnostic> {
    let wanted = facts.site.profile.requirements.days("comment_days")?;
    let (opened, closes) = (*decision.opened.get()?, *decision.closes.get()?);
    let window = days_between(opened, closes);
    if !(0..wanted).contains(&window) {
        return None;
    }
    let message = format!("{} is open for {}, and the group promises {}", name(entry), days(window), days(wanted));
    let help = format!("move `closes` to {} or later", days_after(opened, wanted));
    let finding = facts.at(entry, decision.closes.span(), message).at_level(Level::Warning).help(help);
    Some(citing(facts, "comment_days", concerning_keys(finding, entry, WINDOW)))
}
