//! Votes that are dated before the question was put, or after it was closed.

use crate::check::prelude::*;
use crate::document::decision::Vote;

pub const FIND: Find = each!(record, of_decision);

fn of_decision(facts: &Facts, entry: &Entry) -> Vec<Diagnostic> {
    let Some(decision) = entry.decision().filter(|_| !has_touched_voting(facts, entry)) else { return Vec::new() };
    decision.vote.items().iter().filter_map(|vote| of_vote(facts, entry, decision, vote)).collect()
}

fn of_vote(facts: &Facts, entry: &Entry, decision: &Decision, vote: &At<Vote>) -> Option<Diagnostic> {
    let date = *vote.date.get()?;
    let (what, limit) = outside(decision, date)?;
    let voter = vote.person.get().and_then(|person| facts.site.find(person));
    let voter = voter.map_or_else(|| vote.person.text().to_owned(), name);
    let message = format!("the vote of {voter} is dated {date}, {what}");
    let help = "correct the date; a vote that came too late is told in the text and does not stand in the table";
    let finding = facts.at(entry, vote.date.span(), message).help(help);
    Some(finding.label(&entry.path, limit, "this day"))
}

/// What `date` lies outside of, with its place; nothing where the days of the decision stand the wrong way round, for then
/// every vote would.
fn outside(decision: &Decision, date: Date) -> Option<(String, Span)> {
    let is_reversed =
        |end: &Field<Date>| decision.opened.get().zip(end.get()).is_some_and(|(opened, end)| end < opened);
    if is_reversed(&decision.closes) || is_reversed(&decision.decided) {
        return None;
    }
    let limit = |field: &Field<Date>, is_outside: fn(Date, Date) -> bool| {
        let day = *field.get()?;
        is_outside(date, day).then_some((day, field.span()?))
    };
    let opened = limit(&decision.opened, |date, opened| date < opened);
    let closed = || limit(&decision.closes, |date, closes| date > closes);
    let decided = || limit(&decision.decided, |date, decided| date > decided);
    if let Some((day, span)) = opened {
        return Some((format!("before the question was put on {day}"), span));
    }
    if let Some((day, span)) = closed() {
        return Some((format!("after the last day to take part, {day}"), span));
    }
    decided().map(|(day, span)| (format!("after the decision of {day}"), span))
}
