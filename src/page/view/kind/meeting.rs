//! A meeting: before it when it is and what waits for it; afterwards what was decided, what is to do, what was talked about.

use std::collections::BTreeSet;

use crate::document::meeting::{AgendaItem, Meeting};
use crate::fields::{At, Moment, PERSON};
use crate::site::Action;
use crate::site::agenda::{Point, Why};

use super::*;

impl OfKind for Meeting {
    const HEADING: Word = words::MEETING;
    const ORDER: Order = Order::LatestFirst;
    const COLUMNS: &'static [Column<Meeting>] = &[
        Column::<Meeting>::text(words::GROUP, |view, entry, _| other_group(view, entry)).before(words::BEFORE_GROUP),
        Column::<Meeting>::text(words::ON_THE_TABLE, |view, _, it| topics(view, it)).alone(),
        Column::state(),
        Column::text(words::DECISIONS, decisions),
        Column::number(words::ACTIONS_OPEN, |view, entry, _| {
            match view.site.actions_in(entry).iter().filter(|action| !action.done).count() {
                0 => Vec::new(),
                open => number(open),
            }
        }),
    ];
    const FACTS: &'static [Fact<Meeting>] = &[
        (words::WHEN, |view, _, it| view.hours(it).map(|hours| hours.part).into_iter().collect()),
        (words::HOST, field!(host)),
        (words::NEXT, field!(next)),
        (words::PUBLISHED, field!(published)),
        (words::JOIN, field!(join)),
    ];

    fn before(view: &View, entry: &Entry, it: &Meeting) -> Vec<Option<Block>> {
        if lies_ahead(view, entry, it) {
            return vec![Some(when_and_where(view, it)), agenda(view, it), proposed(view, entry)];
        }
        let minutes = [decided(view, entry), taken_on(view, entry)];
        let was_held = view.site.took_place(entry);
        let minutes = minutes.into_iter().map(|block| block.filter(|_| was_held || it.cancelled.is_missing()));
        minutes.chain([agenda(view, it)]).collect()
    }

    fn after(view: &View, entry: &Entry, it: &Meeting) -> Vec<Option<Block>> {
        vec![attendance(view, entry, it)]
    }

    fn deadlines(entry: &Entry, it: &Meeting) -> Vec<Deadline> {
        let own = entry.id.date().filter(|_| it.cancelled.is_missing());
        vec![
            Deadline { day: own, what: Ahead::Itself },
            Deadline { day: it.next.get().copied(), what: Ahead::NextMeeting },
        ]
    }
}

/// When a meeting is, for readers anywhere.
#[derive(Serialize)]
pub(crate) struct Hours {
    /// `18:00 to 19:00 (Europe/Berlin), 17:00 UTC`, with the first moment for programs.
    pub part: Part,
    /// When it begins and when it ends, as ISO 8601 has it in UTC; the end is empty where none is stated.
    pub from: String,
    pub to: String,
}

impl View<'_> {
    /// The hours of a meeting in the time zone of the site; `None` where none are stated.
    pub(crate) fn hours(&self, meeting: &Meeting) -> Option<Hours> {
        let at = meeting.at.get()?;
        let zone = &self.site.config.timezone;
        let here = |moment: &Moment| moment.instant.to_zoned(zone.clone());
        let clock = |time: &jiff::Zoned| format!("{:02}:{:02}", time.hour(), time.minute());
        let (begins, ends) = (here(at), meeting.ends.get().map(here));
        let from = match &ends {
            Some(ends) if ends.date() == begins.date() => words::clock_to(clock(&begins), clock(ends)),
            Some(ends) => words::clock_to(clock(&begins), words::day_and_time(words::long_date(ends.date()), clock(ends))),
            None => clock(&begins),
        };
        let text = match zone.iana_name().filter(|name| *name != "UTC") {
            Some(name) => {
                let utc = at.instant.to_zoned(jiff::tz::TimeZone::UTC);
                words::hours_in_zone(from, name, clock(&utc))
            }
            None => words::hours_in_utc(from),
        };
        let iso = at.instant.to_string();
        let to = meeting.ends.get().map(|ends| ends.instant.to_string()).unwrap_or_default();
        Some(Hours { part: Part { iso: Some(iso.clone()), ..Part::of(Sort::Day, text) }, from: iso, to })
    }
}

/// Whether a meeting is to come, so that its page says how to take part and not what came of it.
fn lies_ahead(view: &View, entry: &Entry, it: &Meeting) -> bool {
    it.cancelled.is_missing() && !it.held.is_true() && entry.id.date().is_some_and(|date| date >= view.site.today)
}

fn when_and_where(view: &View, it: &Meeting) -> Block {
    let hours = view.hours(it);
    let no_hour = hours.is_none().then_some(words::NO_HOUR);
    let join = it.join.get().map(|link| Part::external(words::JOIN_THE_MEETING, &*link.0));
    Block::of("when", words::WHEN_AND_WHERE, given! { hours, no_hour, join })
}

/// The group that met, where it is not the one whose site this is.
fn other_group(view: &View, entry: &Entry) -> Vec<Part> {
    let own = view.site.own_group().map(|own| own.at);
    let group = view.site.target(entry, "group").filter(|group| Some(group.at) != own);
    group.map(|group| view.record_link(group)).into_iter().collect()
}

/// What was or is to be talked about, by the titles alone: the page of the meeting links the records.
fn topics(view: &View, it: &Meeting) -> Vec<Part> {
    if !it.cancelled.is_missing() {
        return view.field(&it.cancelled, |why| vec![Part::text(words::called_off(why))]);
    }
    let titles: Vec<&str> = it.agenda.items().iter().map(|item| item.title.text()).filter(|it| !it.is_empty()).collect();
    if titles.is_empty() { Vec::new() } else { vec![Part::text(titles.join(" · "))] }
}

/// What a meeting decided, each decision with where it is; a sentence where none is recorded.
fn decided(view: &View, entry: &Entry) -> Option<Block> {
    let taken = decided_in(view, entry);
    if taken.is_empty() {
        return Some(Block::empty("decided", words::DECIDED, &words::NOTHING_DECIDED));
    }
    let line = |decision: &Entry| -> Vec<Part> {
        std::iter::once(view.record_link(decision)).chain(view.state(decision)).chain(view.tally(decision)).collect()
    };
    Block::listed("decided", words::DECIDED, "items", taken.into_iter().map(line).collect())
}

/// The decisions that the minutes list, then those that say that they were taken there.
fn decided_in<'a>(view: &View<'a>, entry: &'a Entry) -> Vec<&'a Entry> {
    let listed = view.site.targets(entry, "decisions");
    let mut met = BTreeSet::new();
    listed.chain(view.site.referring(entry, Kind::Decision, "meeting")).filter(|it| met.insert(it.at)).collect()
}

/// What else waits for the group that meets.
fn proposed(view: &View, entry: &Entry) -> Option<Block> {
    let group = view.site.target(entry, "group")?;
    let block = view.proposed_agenda(group, entry.id.date()?)?;
    Some(Block { note: Some(words::PROPOSED_NOTE.to_string()), ..block })
}

/// How many points of one sort are named; the others are counted.
const NAMED: usize = 8;

impl View<'_> {
    /// What `group` has to talk about on `day` beside what that meeting has on its agenda; `None` when nothing.
    pub(crate) fn proposed_agenda(&self, group: &Entry, day: Date) -> Option<Block> {
        let points = self.site.agenda_for(group, day);
        let is_waiting = |point: &&Point| matches!(point.why, Why::Waits(_));
        let waiting = points.iter().filter(is_waiting).count();
        let mut named = 0;
        let mut shown: Vec<_> = Vec::new();
        for point in &points {
            named += usize::from(is_waiting(&point));
            if !is_waiting(&point) || named <= NAMED {
                shown.push(self.point(point));
            }
        }
        if waiting > NAMED {
            let page = self.record_link(group);
            shown.push(AgendaLine {
                title: words::more_that_wait(waiting - NAMED),
                outcome: Vec::new(),
                about: vec![page],
            });
        }
        Block::listed("waiting", words::WHAT_ELSE_WAITS, "agenda", shown)
    }

    /// Who took something on, what, and until when.
    pub(crate) fn due(&self, action: &Action) -> Part {
        let whom = action.owners.iter().map(|it| self.site.owner_name(it)).collect::<Vec<_>>().join(", ");
        let whom = if whom.is_empty() { words::NOBODY.to_string() } else { whom };
        Part::text(words::due_action(whom, &action.what, action.due.map(words::long_date).unwrap_or_default()))
    }

    fn point(&self, point: &Point) -> AgendaLine {
        let about: Vec<Part> = point.about.map(|entry| self.record_link(entry)).into_iter().collect();
        let title = point.about.map(|entry| entry.title.clone()).unwrap_or_default();
        let why = |text: String| vec![Part::text(text)];
        match &point.why {
            Why::Decision(Some(day)) if *day < self.site.today => {
                AgendaLine { title, outcome: why(words::decision_was_due(words::long_date(*day))), about }
            }
            Why::Decision(Some(day)) => AgendaLine { title, outcome: why(words::decision_until(words::long_date(*day))), about },
            Why::Decision(None) => AgendaLine { title, outcome: why(words::DECISION_OPEN.to_string()), about },
            Why::LeftOver(meeting, item) => {
                let day = meeting.id.date().map_or_else(|| meeting.title.clone(), words::long_date);
                AgendaLine { title: item.title.text().to_owned(), outcome: why(words::left_over_from(day)), about }
            }
            Why::Waits(since) => {
                let since = since.map(|since| words::waits_since(words::long_date(since)));
                AgendaLine { title, outcome: why(since.unwrap_or_else(|| words::WAITS.to_string())), about }
            }
            Why::Due(actions) => {
                AgendaLine { title: words::due_actions(actions.len()), outcome: actions.iter().map(|it| self.due(it)).collect(), about }
            }
        }
    }
}

/// A line of an agenda, ready for the template.
#[derive(Serialize)]
struct AgendaLine {
    title: String,
    outcome: Vec<Part>,
    about: Vec<Part>,
}

fn decisions(view: &View, entry: &Entry, _: &Meeting) -> Vec<Part> {
    decided_in(view, entry).into_iter().map(|decision| view.record_link(decision)).collect()
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
    let title = if has_outcomes { words::TALKED_ABOUT } else { words::AGENDA };
    Block::listed("agenda", title, "agenda", agenda)
}

/// What was taken on in a meeting, as it is today.
fn taken_on(view: &View, entry: &Entry) -> Option<Block> {
    let actions = view.site.actions_in(entry);
    let open = actions.iter().filter(|action| !action.done).count();
    let views = actions.iter().map(|action| view.action(action, true, false)).collect();
    let block = Block::listed("actions", words::TO_DO, "actions", views)?;
    Some(Block { note: Some(words::of_open(open, actions.len())), ..block })
}

/// The day of a meeting that has no other title; `None` for all other records.
pub(crate) fn day_in_place_of_title(entry: &Entry) -> Option<impl Serialize> {
    let date = entry.id.date().filter(|_| entry.kind() == Kind::Meeting && entry.stated_title().is_none())?;
    Some(given! { weekday: words::weekday(date), text: words::long_date(date), iso: date.to_string() })
}

/// What a row of an index calls a record: a meeting by its day, all others by their titles.
pub(crate) fn row_title(entry: &Entry) -> String {
    let Some(date) = entry.id.date().filter(|_| entry.kind() == Kind::Meeting) else { return entry.title.clone() };
    match entry.stated_title() {
        Some(title) if !title.contains(&words::long_date(date)) => words::titled_on(title, words::long_date(date)),
        Some(title) => title.to_owned(),
        None => words::long_date(date),
    }
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
