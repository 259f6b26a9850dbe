//! Two files about one meeting.

use crate::check::prelude::*;
use std::collections::HashMap;

pub(crate) const FIND: Find = Find::Site(find);

fn find(facts: &Facts) -> Vec<Diagnostic> {
    let mut first: HashMap<_, &Entry> = HashMap::new();
    // The shortest name is the first record: `2021-04-27.md` before `2021-04-27-iwg.md`.
    let mut meetings: Vec<&Entry> = facts.site.of_kind(Kind::Meeting).collect();
    meetings.sort_by_key(|entry| entry.path.as_str().len());
    let second = meetings.into_iter().filter_map(|entry| {
        let (meeting, date, group) = (entry.meeting()?, entry.id.date()?, facts.site.target(entry, "group")?);
        let other = *first.entry((group.at, date, *meeting.kind.get()?)).or_insert(entry);
        // Two files with one id are another finding.
        if other.at == entry.at || entry.duplicate_of.is_some() {
            return None;
        }
        let message = format!("`{}` is about the meeting of {} on {date} too", other.path, name(group));
        let help =
            "move everything into one file and take the other out; two meetings on one day differ in their `kind`";
        let finding = facts.at(entry, meeting.group.span(), message).help(help);
        Some(finding.label(&other.path, other.meeting()?.group.span(), "the first record"))
    });
    second.collect()
}
