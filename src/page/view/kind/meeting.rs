//! A meeting: who was there, what was talked about, what was taken on, and its neighbours in time.

use std::collections::BTreeSet;

use crate::document::meeting::{AgendaItem, Meeting};
use crate::fields::{At, PERSON};
use crate::site::Via;
use crate::text::{long_date, weekday};

use super::*;

impl OfKind for Meeting {
    const HEADING: &'static str = words::MEETING;
    const ORDER: Order = Order::LatestFirst;
    const COLUMNS: &'static [Column<Meeting>] = &[
        Column::state(),
        Column::<Meeting>::text(words::GROUP, field!(group)).before(words::BEFORE_GROUP),
        Column::number(words::PRESENT, |_, entry, _| present(entry)),
        Column::number(words::ACTIONS_OPEN, |view, entry, _| {
            number(view.site.actions_in(entry).iter().filter(|action| !action.done).count())
        }),
        Column::text(words::DECISIONS, decisions),
    ];
    const FACTS: &'static [Fact<Meeting>] = &[
        (words::HOST, field!(host)),
        (words::DECISIONS, field!(decisions)),
        (words::NEXT, field!(next)),
        (words::PUBLISHED, field!(published)),
        (words::JOIN, field!(join)),
    ];

    fn before(view: &View, entry: &Entry, it: &Meeting) -> Vec<Option<Block>> {
        vec![attendance(view, entry, it), agenda(view, it)]
    }

    fn after(view: &View, entry: &Entry, _: &Meeting) -> Vec<Option<Block>> {
        vec![taken_on(view, entry)]
    }

    fn deadlines(entry: &Entry, it: &Meeting) -> Vec<Deadline> {
        let own = entry.id.date().filter(|_| it.cancelled.is_missing());
        vec![
            Deadline { day: own, what: Ahead::Itself },
            Deadline { day: it.next.get().copied(), what: Ahead::NextMeeting },
        ]
    }
}

/// How many are listed as present. Nobody listed is not nobody there.
fn present(entry: &Entry) -> Vec<Part> {
    let is_present = |via: &Via| matches!(via, Via::Key(key) if **key == *"present");
    match entry.edges.iter().filter(|edge| is_present(&edge.via)).count() {
        0 => Vec::new(),
        count => number(count),
    }
}

/// The decisions that the minutes list, then those that say that they were taken there.
fn decisions(view: &View, entry: &Entry, meeting: &Meeting) -> Vec<Part> {
    let mut decisions = view.show(&meeting.decisions);
    let taken = view.site.referring(entry, Kind::Decision, "meeting").map(|decision| view.record_link(decision));
    let mut met: BTreeSet<Option<String>> = decisions.iter().map(|decision| decision.href.clone()).collect();
    decisions.extend(taken.filter(|decision| met.insert(decision.href.clone())));
    decisions
}

fn attendance(view: &View, entry: &Entry, meeting: &Meeting) -> Option<Block> {
    let person = |name: String| match view.site.resolve(&name, PERSON).entry() {
        Some(person) => view.record_link(person),
        None => Part::text(name),
    };
    let present = match meeting.present.is_missing() {
        true => view.site.participants(entry).into_iter().map(|(text, _)| person(text)).collect(),
        false => view.show(&meeting.present),
    };
    let groups = [
        (words::PRESENT, present),
        (words::GUESTS, view.show(&meeting.guests)),
        (words::REGRETS, view.show(&meeting.regrets)),
    ];
    Block::groups("present", words::WHO_WAS_THERE, groups)
}

fn agenda(view: &View, meeting: &Meeting) -> Option<Block> {
    let item = |topic: &At<AgendaItem>| {
        given! {
            title: topic.title.text().to_owned(),
            outcome: view.show(&topic.outcome),
            about: view.show(&topic.about).into_iter().chain(view.show(&topic.link)).collect::<Vec<_>>(),
        }
    };
    let agenda: Vec<_> = meeting.agenda.items().iter().map(item).collect();
    let has_outcomes = agenda.iter().any(|item| !item.outcome.is_empty());
    let title = if has_outcomes { words::AGENDA_AND_OUTCOMES } else { words::AGENDA };
    Block::listed("agenda", title, "agenda", agenda)
}

/// What was taken on in a meeting, as it is today.
fn taken_on(view: &View, entry: &Entry) -> Option<Block> {
    let actions = view.site.actions_in(entry);
    let open = actions.iter().filter(|action| !action.done).count();
    let views = actions.iter().map(|action| view.action(action, true, false)).collect();
    let block = Block::listed("actions", words::ACTIONS_TODAY, "actions", views)?;
    Some(Block { note: Some(words::of_open(open, actions.len())), ..block })
}

/// The day of a meeting that has no other title; `None` for all other records.
pub(crate) fn day_in_place_of_title(entry: &Entry) -> Option<impl Serialize> {
    let date = entry.id.date().filter(|_| entry.kind() == Kind::Meeting && entry.stated_title().is_none())?;
    Some(given! { weekday: weekday(date), text: long_date(date), iso: date.to_string() })
}

/// What is above the title: `Statement of work`, `Regular meeting`.
pub(crate) fn kicker(view: &View, entry: &Entry) -> String {
    let kind = view.singular(entry.kind());
    match entry.meeting().and_then(|meeting| meeting.kind.get()) {
        Some(sort) => capitalised(&words::sort_of(spelling::spelled(sort.as_str()), &kind)),
        None => capitalised(&kind),
    }
}

/// The meetings of the same group before and after a meeting; none for other records.
pub(crate) fn neighbours(view: &View, entry: &Entry) -> (Option<Part>, Option<Part>) {
    if entry.kind() != Kind::Meeting {
        return (None, None);
    }
    fn group(entry: &Entry) -> &str {
        entry.meeting().map_or("", |meeting| meeting.group.text())
    }
    let of_same_group = |other: &&Entry| group(other) == group(entry);
    // Meetings are in the order of their paths, and so of their days.
    let meetings = || view.site.of_kind(Kind::Meeting);
    let before = meetings().rev().skip_while(|other| other.at >= entry.at).find(of_same_group);
    let after = meetings().skip_while(|other| other.at <= entry.at).find(of_same_group);
    (before.map(|other| view.record_link(other)), after.map(|other| view.record_link(other)))
}
