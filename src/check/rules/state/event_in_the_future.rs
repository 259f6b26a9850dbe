//! Events and decisions that are dated after today.

use crate::check::Facts;
use crate::check::rules::phrase::name;
use crate::diagnostic::Diagnostic;
use crate::site::Entry;
use crate::text::{Date, Span};

pub fn find(facts: &Facts) -> Vec<Diagnostic> {
    let today = facts.site.today;
    let of_record = |entry| {
        dated(entry).filter(move |(_, date, _)| *date > today).map(move |(state, date, span)| {
            let what = state.map_or("was decided".to_owned(), |state| format!("became `{state}`"));
            let message = format!("{} {what} on {date}, which is after today, {today}", name(entry));
            facts.at(entry, span, message).help("correct the date, or add this on the day on which it happens")
        })
    };
    facts.site.entries.iter().flat_map(of_record).collect()
}

/// What the record says has happened, with the day and its place: the state that it entered, or `None` for a decision.
fn dated(entry: &Entry) -> impl Iterator<Item = (Option<&str>, Date, Span)> {
    let events = entry.events().iter();
    let events = events.filter_map(|event| Some((Some(event.to.text()), *event.date.get()?, event.date.span()?)));
    let decided = entry.decision().map(|decision| &decision.decided);
    let decided = decided.and_then(|decided| Some((None, *decided.get()?, decided.span()?)));
    events.chain(decided)
}
