//! Events that do not stand in the order of their days.

use crate::check::prelude::*;

pub const FIND: Find = Find::Site(find);

fn find(facts: &Facts) -> Vec<Diagnostic> {
    let mut found = Vec::new();
    for entry in &facts.site.entries {
        let dated = entry.events().iter().filter_map(|event| Some((event, *event.date.get()?)));
        let steps = facts.pair(entry).map(|pair| reported_steps(facts, pair)).unwrap_or_default();
        let dated = dated.filter(|(event, _)| !steps.touches(event));
        let mut latest: Option<(&At<Event>, Date)> = None;
        for (event, date) in dated {
            if let Some((earlier, day)) = latest.filter(|(_, day)| date < *day) {
                let steps = (event.to.text(), earlier.to.text());
                let message = format!(
                    "the step of {} to `{}` is dated {date} and stands after the one to `{}` on {day}",
                    name(entry),
                    steps.0,
                    steps.1
                );
                let finding = facts
                    .at(entry, event.date.span(), message)
                    .help("put the events in the order of their days, or correct the date that is wrong");
                found.push(finding.label(&entry.path, earlier.date.span(), "this day is later"));
            } else {
                latest = Some((event, date));
            }
        }
    }
    found
}
