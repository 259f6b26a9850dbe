//! Decisions before the last day to take part, or after less time to comment than the group promises.

use crate::check::prelude::*;

pub const FIND: Find = Find::Site(find);

fn find(facts: &Facts) -> Vec<Diagnostic> {
    let decisions = facts.site.of_kind(Kind::Decision).filter_map(|entry| Some((entry, entry.decision()?)));
    decisions
        .flat_map(|(entry, decision)| {
            before_the_end(facts, entry, decision).into_iter().chain(short_window(facts, entry, decision))
        })
        .collect()
}

fn before_the_end(facts: &Facts, entry: &Entry, decision: &Decision) -> Option<Diagnostic> {
    let (decided, closes) = (*decision.decided.get()?, *decision.closes.get()?);
    let is_early = decided < closes && decision.outcome.get() != Some(&Outcome::Withdrawn);
    if !is_early || everybody_voted(facts, entry) || has_touched_voting(facts, entry) {
        return None;
    }
    let message = format!("{} was decided on {decided}, while it was open until {closes}", name(entry));
    let help = "correct the dates, or decide again once everybody had the time that was promised";
    let finding = facts.at(entry, decision.decided.span(), message).help(help);
    Some(finding.label(&entry.path, decision.closes.span(), "the last day to take part"))
}

/// When nobody is left to be heard, a vote may end.
fn everybody_voted(facts: &Facts, entry: &Entry) -> bool {
    facts.site.tally(entry).is_some_and(|tally| tally.has_everybody())
}

fn short_window(facts: &Facts, entry: &Entry, decision: &Decision) -> Option<Diagnostic> {
    let wanted = facts.site.profile.requirements.days("comment_days")?;
    let (opened, closes) = (*decision.opened.get()?, *decision.closes.get()?);
    let window = days_between(opened, closes);
    if !(0..wanted).contains(&window) || has_shorter_window(facts, entry) {
        return None;
    }
    let message = format!("{} is open for {}, and the group promises {}", name(entry), days(window), days(wanted));
    let help = format!("move `closes` to {} or later", crate::text::days_after(opened, wanted));
    let finding = facts.at(entry, decision.closes.span(), message).at_level(Level::Warning).help(help);
    Some(finding.cited(facts.site.profile.clause_of("comment_days")))
}
