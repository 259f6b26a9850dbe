//! What the record says has happened, on a day after today.

use crate::check::prelude::*;
use crate::site::dates::{HAPPENED, days};

pub(crate) const FIND: Find = each!(file, find);

fn find(facts: &Facts, entry: &Entry) -> Vec<Diagnostic> {
    let finding = |what: &str, key: &str, date: Date, span: Span| {
        let today = facts.site.made_on;
        let message = || format!("{} {what} {date}, which is after today, {today}", name(entry));
        (date > today).then(|| {
            facts
                .at(entry, span, message())
                .help(format!("correct `{key}`, or add this on the day on which it happens"))
        })
    };
    let steps = entry.events().iter().filter_map(|event| {
        let step = event.to.get().map_or("has a step of".to_owned(), |state| format!("became `{state}` on"));
        finding(&step, "date", *event.date.get()?, event.date.span()?)
    });
    let others = HAPPENED.iter().filter(|(kind, _, _)| *kind == entry.kind());
    let others = others.flat_map(|(_, path, what)| {
        days(entry, path).filter_map(|(date, span)| finding(what, path.rsplit('.').next().unwrap_or(path), date, span))
    });
    steps.chain(others).collect()
}
