//! The meetings of each group in the order of their days, and who was there.

use std::collections::HashMap;

use crate::id::Kind;
use crate::text::Date;

use super::{Entry, Site};

impl Site {
    /// The past meetings of `group` that nobody says did not take place, the first one first, each with its day.
    pub fn meetings_of(
        &self,
        group: &Entry,
    ) -> impl DoubleEndedIterator<Item = (Date, &Entry)> + ExactSizeIterator + Clone {
        let meetings = self.meetings.get(&group.at).map_or(&[][..], Vec::as_slice);
        meetings.iter().map(|(date, at)| (*date, &self.entries[*at]))
    }

    /// Whether `entry` is a past meeting that nobody says did not take place. One that does not say whether it was held counts:
    /// that it does not say so is another finding, and no gap between the meetings.
    pub fn took_place(&self, entry: &Entry) -> bool {
        entry.meeting().is_some_and(|it| it.cancelled.is_missing() && it.held.get() != Some(&false))
            && entry.id.date().is_some_and(|date| date <= self.today)
    }

    /// How many people a meeting lists as present, and those of them whom the directory knows, each once.
    pub fn present<'a>(&'a self, meeting: &'a Entry) -> (usize, Vec<&'a Entry>) {
        let in_front = meeting.meeting().map_or(0, |it| it.present.items().len());
        let mut known: Vec<&Entry> = self.targets(meeting, "present").collect();
        known.sort_by_key(|person| person.at);
        known.dedup_by_key(|person| person.at);
        (in_front + self.participants(meeting).len(), known)
    }
}

/// The meetings that took place, by the place of their group in the entries, each with its day and its own place, in the
/// order of the days.
pub(super) fn meetings(site: &Site) -> HashMap<usize, Vec<(Date, usize)>> {
    let mut meetings: HashMap<usize, Vec<(Date, usize)>> = HashMap::new();
    for entry in site.of_kind(Kind::Meeting).filter(|entry| site.took_place(entry)) {
        if let (Some(group), Some(date)) = (site.target(entry, "group"), entry.id.date()) {
            meetings.entry(group.at).or_default().push((date, entry.at));
        }
    }
    meetings.values_mut().for_each(|meetings| meetings.sort_by_key(|(date, _)| *date));
    meetings
}
