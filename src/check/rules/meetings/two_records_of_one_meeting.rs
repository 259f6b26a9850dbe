//! Two files about one meeting.

use crate::check::prelude::*;
use std::collections::HashMap;

pub const FIND: Find = Find::Site(find);

fn find(facts: &Facts) -> Vec<Diagnostic> {
    let mut first: HashMap<_, &Entry> = HashMap::new();
    let mut found = Vec::new();
    // The shortest name is the first record: `2021-04-27.md` before `2021-04-27-iwg.md`.
    let mut meetings: Vec<&Entry> = facts.site.of_kind(Kind::Meeting).collect();
    meetings.sort_by_key(|entry| entry.path.as_str().len());
    for entry in meetings {
        let Some((meeting, date)) = entry.meeting().zip(entry.id.date()) else { continue };
        let (Some(group), Some(kind)) = (facts.site.target(entry, "group"), meeting.kind.get()) else { continue };
        let Some(other) = first.get(&(group.at, date, *kind)) else {
            first.insert((group.at, date, *kind), entry);
            continue;
        };
        // Two files with one id are another finding.
        if entry.duplicate_of.is_some() {
            continue;
        }
        let message = format!("`{}` is about the meeting of {} on {date} too", other.path, name(group));
        let help =
            "move everything into one file and take the other out; two meetings on one day differ in their `kind`";
        let finding = facts.at(entry, meeting.group.span(), message).help(help);
        found.push(finding.label(
            &other.path,
            other.meeting().and_then(|other| other.group.span()),
            "the first record",
        ));
    }
    found
}
