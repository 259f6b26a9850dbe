//! What a group has to talk about at its next meeting: what waits for it, what is due, what was left over.

use std::collections::BTreeSet;

use crate::document::meeting::AgendaItem;
use crate::fields::At;
use crate::id::Kind;
use crate::text::{Date, days_after};
use crate::workflow::Means;

use super::{Action, Entry, Site};

/// One point that a group has to talk about.
#[derive(Debug)]
pub struct Point<'a> {
    /// Why it is one.
    pub why: Why<'a>,
    /// The record that it is about; for what was left over as an item may have it, `None` where that names none.
    pub about: Option<&'a Entry>,
}

/// Why a group has to talk about something.
#[derive(Debug)]
pub enum Why<'a> {
    /// A decision is before the group, with its last day where one is stated.
    Decision(Option<Date>),
    /// An earlier meeting had it on its agenda and came to nothing.
    LeftOver(&'a Entry, &'a At<AgendaItem>),
    /// The matter is with the group, since this day where it is known.
    Waits(Option<Date>),
    /// Somebody took these on in the meeting that the point is about, and their last day is before the meeting.
    Due(Vec<&'a Action>),
}

impl Site {
    /// What `group` has to talk about on `day`, without what that meeting has on its agenda already: decisions by their last
    /// day, then what was left over, then matters by how long they wait, then actions by their meetings.
    pub fn agenda_for<'a>(&'a self, group: &'a Entry, day: Date) -> Vec<Point<'a>> {
        let written = self.meeting_on(group, day).into_iter().flat_map(|meeting| self.targets(meeting, "agenda.about"));
        let mut met: BTreeSet<usize> = written.map(|entry| entry.at).collect();
        let mut points = self.decisions_before(group);
        points.extend(self.left_over(group, day));
        points.extend(self.waiting_for(group));
        points.retain(|point| point.about.is_none_or(|entry| met.insert(entry.at)));
        points.extend(self.due_of(group, day));
        points
    }

    /// The next meeting of `group` from today on: its day, and its record where it has one. `None` when none is announced.
    pub fn next_meeting<'a>(&'a self, group: &'a Entry) -> Option<(Date, Option<&'a Entry>)> {
        let is_to_come = |date: &Date| *date >= self.today;
        let ahead = self.all_meetings_of(group).filter(|meeting| !is_off(meeting) && !self.was_held(meeting));
        let ahead = ahead.filter_map(|meeting| Some((meeting.id.date().filter(is_to_come)?, Some(meeting))));
        let announced = self.all_meetings_of(group).filter_map(|it| it.meeting()?.next.get().copied());
        let announced = announced.filter(|date| is_to_come(date) && self.meeting_on(group, *date).is_none());
        ahead.chain(announced.map(|date| (date, None))).min_by_key(|(date, _)| *date)
    }

    /// The day on which `group` would meet where nobody announced one: as long after the last meeting as its page says, or
    /// today when that is over. `None` where neither is known.
    pub fn usual_next_meeting(&self, group: &Entry) -> Option<Date> {
        let every = *group.group()?.meets_every.get()?;
        let (last, _) = self.meetings_of(group).next_back()?;
        Some(days_after(last, every.into()).max(self.today))
    }

    /// The record of the meeting of `group` on `day`.
    pub fn meeting_on<'a>(&'a self, group: &'a Entry, day: Date) -> Option<&'a Entry> {
        self.all_meetings_of(group).find(|meeting| meeting.id.date() == Some(day))
    }

    /// Every meeting that names `group`, in the order of the days.
    fn all_meetings_of<'a>(&'a self, group: &'a Entry) -> impl Iterator<Item = &'a Entry> {
        self.of_kind(Kind::Meeting).filter(|meeting| self.target(meeting, "group").is_some_and(|it| it.at == group.at))
    }

    fn was_held(&self, meeting: &Entry) -> bool {
        meeting.meeting().is_some_and(|it| it.held.is_true())
    }

    fn decisions_before<'a>(&'a self, group: &'a Entry) -> Vec<Point<'a>> {
        let of_group = |it: &&Entry| self.target(it, "group").is_some_and(|its| its.at == group.at);
        let open = self.of_kind(Kind::Decision).filter(|it| it.means() == Some(Means::Open)).filter(of_group);
        let mut open: Vec<(Option<Date>, &Entry)> =
            open.filter_map(|it| Some((it.decision()?.closes.get().copied(), it))).collect();
        open.sort_by_key(|(closes, entry)| (closes.is_none(), *closes, entry.at));
        open.into_iter().map(|(closes, entry)| Point { why: Why::Decision(closes), about: Some(entry) }).collect()
    }

    /// What the last meeting before `day` that took place, and those called off since, came to nothing on.
    fn left_over<'a>(&'a self, group: &'a Entry, day: Date) -> Vec<Point<'a>> {
        let before: Vec<&Entry> =
            self.all_meetings_of(group).filter(|it| it.id.date().is_some_and(|date| date < day)).collect();
        let last = before.iter().rposition(|meeting| self.took_place(meeting)).unwrap_or(0);
        let items = before[last.min(before.len())..].iter().flat_map(|meeting| {
            let items = meeting.meeting().map_or(&[][..], |it| it.agenda.items());
            items.iter().map(move |item| (*meeting, item))
        });
        let open = items.filter(|(_, item)| item.outcome.get().is_none());
        open.map(|(meeting, item)| Point { why: Why::LeftOver(meeting, item), about: self.first_about(item) }).collect()
    }

    /// The first record that an item of an agenda is about; `None` where it names none.
    fn first_about(&self, item: &AgendaItem) -> Option<&Entry> {
        use crate::fields::OneOf;
        match item.about.get()? {
            OneOf::First(one) => self.find(one),
            OneOf::Second(several) => several.iter().find_map(|one| self.find(&one.value)),
        }
    }

    fn waiting_for<'a>(&'a self, group: &'a Entry) -> Vec<Point<'a>> {
        let open = self.entries.iter().filter(|entry| entry.kind() != Kind::Decision && self.is_open_matter(entry));
        let with_group = open.filter_map(|entry| self.position(entry)).filter(|it| {
            let whom = it.holder.as_ref().map_or(&[][..], |(_, whom)| whom);
            it.goes_on_in.is_none() && whom.iter().any(|it| it.at == group.at)
        });
        let mut waiting: Vec<_> = with_group.map(|it| (it.since, it.entry)).collect();
        waiting.sort_by_key(|(since, entry)| (since.is_none(), *since, entry.at));
        waiting.into_iter().map(|(since, entry)| Point { why: Why::Waits(since), about: Some(entry) }).collect()
    }

    fn due_of<'a>(&'a self, group: &'a Entry, day: Date) -> Vec<Point<'a>> {
        let late = |action: &&Action| !action.done && action.due.is_some_and(|due| due < day);
        let of_meeting =
            |meeting: &'a Entry| -> Vec<&'a Action> { self.actions_in(meeting).iter().filter(late).collect() };
        let meetings = self.all_meetings_of(group).map(|meeting| (meeting, of_meeting(meeting)));
        let meetings = meetings.filter(|(_, actions)| !actions.is_empty());
        meetings.map(|(meeting, actions)| Point { why: Why::Due(actions), about: Some(meeting) }).collect()
    }
}

fn is_off(meeting: &Entry) -> bool {
    meeting.meeting().is_some_and(|it| !it.cancelled.is_missing())
}
