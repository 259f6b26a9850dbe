//! Awards that are decided while offers can still come in.

use crate::check::prelude::*;

pub(crate) const FIND: Find = each!(rfp, find);

/// One finding for each call, at the decision, else at the step.
fn find(facts: &Facts, entry: &Entry, rfp: &Rfp) -> Option<Diagnostic> {
    let closes = rfp.closes.get()?.date;
    // Where the workflow waits for the closing time, the step that closes the call too early is wrong.
    let is_asked = facts.site.fields_lacking_at(entry, &[Means::Closed]).contains(&"closes");
    let steps = facts.site.events_to(entry, &[Means::Done]).filter(|_| !is_asked);
    let steps = steps.filter_map(|event| Some((entry, *event.date.get()?, event.date.span(), "is awarded")));
    let (record, date, span, what) = awards(facts, entry).chain(steps).find(|(_, date, ..)| *date < closes)?;
    let message = format!(
        "{} {what} on {date}, {} before the closing time of {}",
        name(record),
        days(days_between(date, closes)),
        name(entry)
    );
    let help = "correct the day of the award, `decided` or `date`; if it is right, let the board decide again once the closing time has passed \
        and every offer is in";
    let finding = facts.at(record, span, message).for_several(entry.id.to_string()).help(help);
    Some(finding.label(&entry.path, rfp.closes.span(), "the closing time"))
}

/// The accepted decisions on the award of `entry`: each with its day, the place of that, and what it does.
fn awards<'a>(
    facts: &Facts<'a>,
    entry: &'a Entry,
) -> impl Iterator<Item = (&'a Entry, Date, Option<Span>, &'static str)> {
    let about = facts.site.referring(entry, Kind::Decision, "about");
    about.chain(facts.site.targets(entry, "event.decision")).filter_map(|record| {
        let decision = record.decision()?;
        let is_award = decision.kind.get() == Some(&DecisionKind::Award);
        (is_award && decision.outcome.get() == Some(&Outcome::Accepted)).then_some(())?;
        Some((record, *decision.decided.get()?, decision.decided.span(), "decides on the award"))
    })
}
