//! Events that are not in the order of their days.

use crate::check::prelude::*;

pub(crate) const FIND: Find = each!(file, find);

fn find(facts: &Facts, entry: &Entry) -> Vec<Diagnostic> {
    let mut found = Vec::new();
    let mut latest: Option<Dated> = None;
    let dated = entry.events().iter().enumerate();
    for event in dated.filter_map(|(at, event)| Some(Dated { at, event, date: *event.date.get()? })) {
        match latest.filter(|latest| event.date < latest.date) {
            Some(latest) => found.push(finding(facts, entry, event, latest)),
            None => latest = Some(event),
        }
    }
    found
}

#[derive(Clone, Copy)]
struct Dated<'a> {
    at: usize,
    event: &'a At<Event>,
    date: Date,
}

fn finding(facts: &Facts, entry: &Entry, event: Dated, earlier: Dated) -> Diagnostic {
    let message = format!(
        "the step of {} to `{}` is dated {} and comes after the one to `{}` on {}",
        name(entry),
        event.event.to.text(),
        event.date,
        earlier.event.to.text(),
        earlier.date
    );
    let help = "put the events in the order of their days, or correct the date that is wrong";
    let finding = facts.at(entry, event.event.date.span(), message).help(help);
    let finding = finding.label(&entry.path, earlier.event.date.span(), "this day is later");
    [event.at, earlier.at].into_iter().fold(finding, |finding, at| finding.concerning(&entry.path, event_key(at)))
}
