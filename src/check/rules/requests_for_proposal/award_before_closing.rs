//! Awards that are decided while offers can still come in.

use crate::check::prelude::*;
use crate::check::rules::money_trail::is_told_by_step;

pub const FIND: Find = each!(record, of_rfp);

fn of_rfp(facts: &Facts, entry: &Entry) -> Vec<Diagnostic> {
    let Some(closes) = entry.rfp().and_then(|rfp| Some((rfp.closes.get()?, rfp.closes.span()?))) else {
        return Vec::new();
    };
    let decided = awards(facts, entry).map(|(decision, date, span)| (decision, date, span, "decides on the award"));
    // Where the workflow waits for the closing time, the step that closes the call is reported.
    let is_told = is_told_by_step(facts.site, entry, &[Means::Closed]);
    let steps = facts.site.events_to(entry, &[Means::Done]).filter(|_| !is_told);
    let steps = steps.filter_map(|event| Some((entry, *event.date.get()?, event.date.span()?, "is awarded")));
    let early = decided.chain(steps).filter(|(_, date, ..)| *date < closes.0.date);
    early
        .take(1)
        .map(|(record, date, span, what)| {
            let message = format!(
                "{} {what} on {date}, {} before the closing time of {}",
                name(record),
                days(days_between(date, closes.0.date)),
                name(entry)
            );
            let help = "correct the date; if it is right, let the board decide again once the closing time has passed \
                and every offer is in";
            facts.at(record, span, message).help(help).label(&entry.path, closes.1, "the closing time")
        })
        .collect()
}

/// The accepted decisions on the award of `entry`, with their day.
fn awards<'a>(facts: &Facts<'a>, entry: &'a Entry) -> impl Iterator<Item = (&'a Entry, Date, Span)> {
    let about = facts.site.referring(entry, Kind::Decision, "about");
    about.chain(facts.site.targets(entry, "event.decision")).filter_map(|record| {
        let decision = record.decision()?;
        let is_award = decision.kind.get() == Some(&DecisionKind::Award);
        (is_award && decision.outcome.get() == Some(&Outcome::Accepted)).then_some(())?;
        Some((record, *decision.decided.get()?, decision.decided.span()?))
    })
}
