//! Events and decisions that are dated after today.

use crate::check::Facts;
use crate::check::rules::phrase::name;
use crate::diagnostic::Diagnostic;
use crate::site::Entry;
use crate::text::{Date, Span};

pub fn find(facts: &Facts) -> Vec<Diagnostic> {
    let today = facts.site.today;
    let of_record = |entry| {
        let ahead = dated(entry).into_iter().filter(move |(_, date, _)| *date > today);
        ahead.map(move |(what, date, span)| {
            let message = format!("{what} on {date}, which is after today, {today}");
            facts.at(entry, span, message).help("correct the date, or add this on the day on which it happens")
        })
    };
    facts.site.entries.iter().flat_map(of_record).collect()
}

/// What the record says has happened, with the day and its place.
fn dated(entry: &Entry) -> Vec<(String, Date, Span)> {
    let record = name(entry);
    let events = entry.events().iter().filter_map(|event| {
        Some((format!("{record} became `{}`", event.to.text()), *event.date.get()?, event.date.span()?))
    });
    let decided = entry.decision().map(|decision| &decision.decided);
    let decided = decided.and_then(|decided| Some((format!("{record} was decided"), *decided.get()?, decided.span()?)));
    events.chain(decided).collect()
}
