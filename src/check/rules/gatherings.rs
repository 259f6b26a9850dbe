//! The meetings of each group in the order of their days, and who was there.

use std::collections::BTreeMap;

use crate::id::Kind;
use crate::site::{Entry, Site};
use crate::text::Date;

/// The past meetings that nobody says did not take place, by the place of their group in the site.
pub fn of_groups(site: &Site) -> BTreeMap<usize, Vec<(Date, &Entry)>> {
    let mut of_groups: BTreeMap<usize, Vec<(Date, &Entry)>> = BTreeMap::new();
    for entry in site.of_kind(Kind::Meeting).filter(|entry| took_place(site, entry)) {
        if let (Some(group), Some(date)) = (site.target(entry, "group"), entry.id.date()) {
            of_groups.entry(group.at).or_default().push((date, entry));
        }
    }
    of_groups.values_mut().for_each(|meetings| meetings.sort_by_key(|(date, _)| *date));
    of_groups
}

/// A past meeting that does not say whether it was held is another finding, and no gap.
fn took_place(site: &Site, entry: &Entry) -> bool {
    entry.meeting().is_some_and(|it| it.cancelled.is_missing() && it.held.get() != Some(&false))
        && entry.id.date().is_some_and(|date| date <= site.today)
}

/// How many people a meeting lists as present, and those of them whom the directory knows, each once.
pub fn present<'a>(site: &'a Site, meeting: &'a Entry) -> (usize, Vec<&'a Entry>) {
    let in_front = meeting.meeting().map_or(0, |it| it.present.items().len());
    let mut known: Vec<&Entry> = site.targets(meeting, "present").collect();
    known.sort_by_key(|person| person.at);
    known.dedup_by_key(|person| person.at);
    (in_front + site.participants(meeting).len(), known)
}
