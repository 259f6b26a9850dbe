//! Where a record is, in words: for its strip, and line by line for every list.

use std::cmp::Ordering;

use serde::Serialize;

use crate::site::{Due, End, Entry, Now, Position, Site, UnderWay};
use crate::text::{Date, capitalised};
use crate::words::{self, Word};

use super::View;
use super::part::{Day, Part, spoken_id};
use super::spelling::{self, held_by};

/// What a strip says, and any list that says a part of it.
#[derive(Serialize)]
pub(crate) struct Strip {
    /// The record that it is about, by its address on the site: `sow/0001`.
    pub of: String,
    pub state: Part,
    /// What that state is, in a sentence.
    pub meaning: String,
    pub since: Option<Day>,
    /// The step before and its day, where the day of the last one is not recorded.
    pub after: Option<After>,
    /// `12 days`; absent on the day itself and once it is over.
    pub lasted: Option<String>,
    /// It came to this on a day, and that was that: the day is said as one.
    pub is_settled: bool,
    /// `the board`; a person by name. Absent once it is over.
    pub with: Option<String>,
    /// Where whoever has it has a page, when that is one.
    pub with_href: Option<String>,
    /// The record in which the matter goes on, with where that is; what follows is then said of that.
    pub goes_on: Option<Box<GoesOn>>,
    /// What others can do today, as sentences.
    pub now: Vec<NowLine>,
    /// What comes next, as a sentence without its full stop.
    pub next: Option<String>,
    pub missing: Vec<String>,
    /// The first day on which it can move; absent when that is now.
    pub earliest: Option<Day>,
    pub deadline: Option<Deadline>,
    /// Whether one of the sentences on what others can do names that day.
    pub is_deadline_named: bool,
    pub blocked: Option<BlockedLine>,
    /// Why it is stalled, as a sentence without its full stop.
    pub stalled: Option<String>,
    /// `passed`, `now` and `ahead`.
    pub path: Vec<Station>,
}

#[derive(Serialize)]
pub(crate) struct After {
    state: String,
    day: Day,
}

/// The record in which a matter goes on.
#[derive(Serialize)]
pub(crate) struct GoesOn {
    record: Part,
    of: String,
    state: Part,
    since: Option<Day>,
    lasted: Option<String>,
    is_settled: bool,
}

/// Something that others can take part in today.
#[derive(Serialize)]
pub(crate) struct NowLine {
    /// The record that says so, where that is another one.
    pub record: Option<Part>,
    pub text: String,
}

/// A last day, and what ends on it.
#[derive(Serialize)]
pub(crate) struct Deadline {
    pub day: Day,
    pub what: Word,
}

#[derive(Serialize)]
pub(crate) struct BlockedLine {
    on: Part,
    since: Option<Day>,
    link: Option<Part>,
}

#[derive(Serialize)]
pub(crate) struct Station {
    label: String,
    place: &'static str,
}

impl View<'_> {
    /// The strip of a record; `None` for kinds without a workflow, and where its state is not known.
    pub(crate) fn strip(&self, entry: &Entry) -> Option<Strip> {
        let position = self.site.position(entry)?;
        // A meeting that was held says so by its minutes.
        if entry.meeting().is_some() && position.is_settled && !entry.has_ended() {
            return None;
        }
        Some(self.told(entry, &position))
    }

    fn told(&self, entry: &Entry, position: &Position) -> Strip {
        let with = position.holder.as_ref().map(|(words, whom)| held_by(words, whom));
        let with_href = position.holder.as_ref().and_then(|(_, whom)| match whom[..] {
            [one] => Some(self.to_record(one)),
            _ => None,
        });
        let is_last_day = |date: &Date| position.deadline.is_some_and(|due| due.date == *date);
        let runs = entry.service().is_some() && position.is_settled;
        let chairs = if runs && !entry.has_ended() { super::inventory::missing(entry) } else { Vec::new() };
        Strip {
            of: place_of(entry),
            state: self.state_named(entry.kind(), position.state),
            meaning: position.row.map(|row| row.meaning.clone()).unwrap_or_default(),
            since: position.since.map(|since| Day::of(self.site, since)),
            after: position
                .after
                .map(|step| After { state: self.label(entry.kind(), &step.state), day: Day::of(self.site, step.date) }),
            lasted: position.days.filter(|days| *days > 0).map(words::duration),
            is_settled: position.is_settled,
            with,
            with_href,
            goes_on: position.goes_on_in.and_then(|work| self.goes_on(work)).map(Box::new),
            now: position.under_way.iter().map(|it| self.now_line(position, it)).collect(),
            next: next(position),
            missing: position
                .missing
                .iter()
                .chain(&chairs)
                .map(|unmet| capitalised(&words::of_profile(unmet)))
                .collect(),
            earliest: position.earliest.filter(|date| !is_last_day(date)).map(|date| Day::of(self.site, date)),
            deadline: position.deadline.map(|due| self.deadline(due)),
            is_deadline_named: position.under_way.iter().filter_map(|it| it.what.ends()).any(|end| is_last_day(&end)),
            blocked: position.blocked.map(|blocked| BlockedLine {
                on: self.record_or_words(blocked.on.text()),
                since: blocked.since.get().map(|since| Day::of(self.site, *since)),
                link: blocked.link.get().map(|link| self.written_link(&link.0)),
            }),
            stalled: position.stalled.map(stalled),
            path: if runs { Vec::new() } else { self.path(entry) },
        }
    }

    fn goes_on(&self, work: &Entry) -> Option<GoesOn> {
        let status = work.status.as_ref()?;
        let days = self.site.days_in_state(work).filter(|days| *days > 0);
        let is_over = self.site.is_over(work);
        Some(GoesOn {
            record: self.record_link(work),
            of: place_of(work),
            state: self.state_named(work.kind(), &status.state),
            since: status.since.map(|since| Day::of(self.site, since)),
            lasted: days.filter(|_| !is_over).map(words::duration),
            is_settled: is_over,
        })
    }

    fn now_line(&self, position: &Position, it: &UnderWay) -> NowLine {
        let is_own = it.of.at == position.entry.at;
        NowLine { record: (!is_own).then(|| self.record_link(it.of)), text: now(self.site, it) }
    }

    pub(crate) fn deadline(&self, due: Due) -> Deadline {
        Deadline { day: Day::of(self.site, due.date), what: ends(due.what) }
    }

    /// The good path with the place of the record on it; an ended record shows how far it came, and its end.
    fn path(&self, entry: &Entry) -> Vec<Station> {
        let (Some(status), Some(workflow)) = (&entry.status, self.site.profile.kind(entry.kind())) else {
            return Vec::new();
        };
        let visited = |name: &str| status.steps.iter().any(|step| step.state == name);
        let path: Vec<_> = workflow.path().collect();
        let now = path.iter().position(|state| state.name == status.state);
        if path.len() < 2 {
            return Vec::new();
        }
        let station = |label: &str, place| Station { label: capitalised(label), place };
        let Some(now) = now else {
            // It left the path: how far it came, and how it ended.
            let passed = path.iter().filter(|state| visited(&state.name));
            let ended = station(&self.label(entry.kind(), &status.state), "now");
            let stations: Vec<_> =
                passed.map(|state| station(&words::of_profile(&state.label), "passed")).chain([ended]).collect();
            return if stations.len() < 2 { Vec::new() } else { stations };
        };
        path.iter()
            .enumerate()
            .filter(|(at, state)| *at >= now || visited(&state.name))
            .map(|(at, state)| {
                let place = match at.cmp(&now) {
                    Ordering::Less => "passed",
                    Ordering::Equal => "now",
                    Ordering::Greater => "ahead",
                };
                station(&words::of_profile(&state.label), place)
            })
            .collect()
    }
}

/// By what the pages know the record that they say something of: its address, without the slash at its end.
pub(super) fn place_of(entry: &Entry) -> String {
    entry.address.trim_end_matches('/').to_owned()
}

/// What comes next, as a sentence without its full stop.
fn next(position: &Position) -> Option<String> {
    position.next.as_deref().map(|step| capitalised(&words::of_profile(step)))
}

fn stalled((days, limit): (i64, i64)) -> String {
    words::no_step_for(words::duration(days), words::duration(limit))
}

/// What ends on a last day, after the day: `comments close`.
pub(crate) fn ends(what: End) -> Word {
    match what {
        End::Comments => words::COMMENTS_CLOSE,
        End::Votes => words::LAST_DAY_TO_TAKE_PART,
        End::Offers => words::OFFERS_CLOSE,
        End::Claims => words::BOUNTY_EXPIRES,
        End::Answers => words::SURVEY_CLOSES,
        End::Silence => words::ASKED_AGAIN,
    }
}

/// `Comments are open until 1 December 2026.`
pub(crate) fn now(site: &Site, it: &UnderWay) -> String {
    match it.what {
        Now::Comments(day) => words::comments_are_open_until(words::long_date(day)),
        Now::Offers(moment) => words::offers_close_on(spelling::moment(moment).text),
        Now::Claims(day) => words::can_be_claimed_until(words::long_date(day)),
        Now::Answers(day) => words::takes_answers_until(words::long_date(day)),
        Now::Undecided => words::is_before(words::of_profile(
            &site.holder(it.of).map_or_else(|| site.group_called(it.of), |(it, _)| it),
        )),
        Now::Vote { voted, members, quorum, closes } => {
            let until = closes.map(|day| words::votes_until(words::long_date(day)));
            let quorum = quorum.filter(|quorum| voted < *quorum as usize);
            until.into_iter().chain([words::voted_so_far(voted, members, quorum)]).collect::<Vec<_>>().join(" ")
        }
    }
}

/// Where a record is, in one paragraph for feeds: `Board review since 20 October 2026, with the board. Next: … Missing: …`
pub(crate) fn paragraph(site: &Site, entry: &Entry) -> Option<String> {
    let position = site.position(entry)?;
    let label = |entry: &Entry, state: &str| {
        let row = site.profile.kind(entry.kind()).and_then(|workflow| workflow.state(state));
        capitalised(&words::of_profile(&row.map_or_else(|| state.replace('-', " "), |row| row.label.clone())))
    };
    let since = |date| {
        let word = if position.is_settled { words::SINCE_WHEN_SETTLED } else { words::BEFORE_SINCE };
        words::since_day(word, words::long_date(date))
    };
    let with = position.holder.as_ref().map(|(words, whom)| words::with_whom(held_by(words, whom)));
    let state = label(entry, position.state);
    let state = words::state_in_a_sentence(
        state,
        position.since.map(since).unwrap_or_default(),
        with.filter(|_| position.goes_on_in.is_none()).unwrap_or_default(),
    );
    let goes_on = position.goes_on_in.map(|work| {
        let with = position.holder.as_ref().map(|(words, whom)| words::with_whom(held_by(words, whom)));
        let state = work.status.as_ref().map(|status| label(work, &status.state)).unwrap_or_default();
        let called = spoken_id(&work.id).unwrap_or_else(|| work.title.clone());
        words::goes_on_in(called, state.to_lowercase(), with.unwrap_or_default())
    });
    let now = position.under_way.iter().map(|it| match it.of.at == position.entry.at {
        true => now(site, it),
        false => words::of_record(spoken_id(&it.of.id).unwrap_or_else(|| it.of.title.clone()), now(site, it)),
    });
    let next = next(&position).map(words::next_is);
    let missing = (!position.missing.is_empty()).then(|| {
        words::missing_is(
            position.missing.iter().map(|it| capitalised(&words::of_profile(it))).collect::<Vec<_>>().join("; "),
        )
    });
    let deadline = position.deadline.map(|due| words::last_day_is(words::long_date(due.date), ends(due.what)));
    let sentences = [Some(state), goes_on].into_iter().flatten().chain(now);
    Some(sentences.chain([next, missing, deadline].into_iter().flatten()).collect::<Vec<_>>().join(" "))
}
