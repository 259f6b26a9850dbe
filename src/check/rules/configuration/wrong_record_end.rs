//! The day on which the record is said to end, where the record itself says otherwise.

use crate::check::prelude::*;
use crate::site::dates::{HAPPENED, days};

/// Keys whose day is that of a text and not of what the text tells of.
const KEPT_LATER: [&str; 2] = ["published", "reviewed"];

pub(crate) const FIND: Find = Find::Site(find);

fn find(facts: &Facts) -> Vec<Diagnostic> {
    let site = facts.site;
    let Some((end, span)) = site.config.record_until.get().copied().zip(site.config.record_until.span()) else {
        return Vec::new();
    };
    if end > site.made_on {
        let message = format!("the record is said to end on {end}, which is after today, {}", site.made_on);
        let help = "leave `record_until` out while the record is kept, and write the day when it has ended";
        return vec![in_configuration(facts, span, message).help(help)];
    }
    let later = site.entries.iter().filter_map(|entry| Some((happened(entry)?, entry)));
    let Some((day, entry)) =
        later.filter(|((day, _), _)| *day > end && *day <= site.made_on).max_by_key(|((day, _), entry)| {
            // Of several on one day the first.
            (*day, std::cmp::Reverse(entry.at))
        })
    else {
        return Vec::new();
    };
    let (day, place) = day;
    let message = format!("the record is said to end on {end}, and {} tells of {day}", name(entry));
    let finding = in_configuration(facts, span, message);
    let finding = match place {
        Some(place) => finding.label(&entry.path, place, "this happened later"),
        None => finding,
    };
    vec![finding.help(format!("write `record_until = {day}` or a later day, or leave it out while the record is kept"))]
}

/// The last day on which something happened to `entry`, and where that is written; a meeting that took place did on its day.
fn happened(entry: &Entry) -> Option<(Date, Option<Span>)> {
    let events = entry.events().iter().filter_map(|event| Some((*event.date.get()?, event.date.span())));
    // Who publishes old minutes, or looks through a page, does not go on with the record.
    let is_kept_later = |path: &str| KEPT_LATER.contains(&path);
    let others = HAPPENED.iter().filter(|(kind, path, _)| *kind == entry.kind() && !is_kept_later(path));
    let others = others.flat_map(|(_, path, _)| days(entry, path)).map(|(day, span)| (day, Some(span)));
    let held = entry.meeting().filter(|it| it.held.get() == Some(&true) || !it.present.items().is_empty());
    let held = held.and_then(|_| entry.id.date()).map(|day| (day, None));
    events.chain(others).chain(held).max_by_key(|(day, _)| *day)
}
