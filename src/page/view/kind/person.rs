//! A person: seats and terms as lines in time, duties, and what they took on.

use crate::document::group::Member;
use crate::document::person::Person;
use crate::fields::{At, Field, List, PERSON, Ref};
use crate::site::DutyToday;
use crate::text::{Date, days_between};

use super::*;

impl OfKind for Person {
    const HEADING: Word = words::PERSON;
    const ORDER: Order = Order::ByName;
    const IN_SECTIONS: &'static [&'static str] =
        &["present", "owner", "admins", "operator", "member.person", "donor", "vote.person", "dissent.person"];
    const COLUMNS: &'static [Column<Person>] = &[
        Column::text(words::SEATS_TODAY, |view, entry, _| {
            let groups = view.site.referring(entry, Kind::Group, "member.person");
            let has_seat = |group: &&Entry| view.site.members_on(group, view.site.today).any(|(it, _)| it.at == entry.at);
            groups.filter(has_seat).map(|group| view.record_link(group)).collect()
        }),
        Column::text(words::WORKS_FOR, |view, _, it| works_for(view, it)),
        Column::number(words::OPEN_ACTIONS, |view, entry, _| {
            number(view.site.actions_of(entry).filter(|action| !action.done).count())
        }),
        Column::number(words::VOTES, |view, entry, _| {
            number(view.site.referring(entry, Kind::Decision, "vote.person").count())
        }),
        Column::number(words::MEETINGS, |view, entry, _| {
            number(view.site.referring(entry, Kind::Meeting, "present").count())
        }),
    ];
    const FACTS: &'static [Fact<Person>] = &[
        (words::GITHUB, |view, _, it| {
            view.field(&it.github, |name| vec![Part::external(&**name, format!("https://github.com/{name}"))])
        }),
        (words::FORUM, field!(discourse)),
        (words::E_MAIL, |view, _, it| if it.publish_email.is_true() { view.show(&it.email) } else { Vec::new() }),
        (words::ALSO_WRITTEN, field!(aliases)),
    ];

    fn before(view: &View, entry: &Entry, _: &Person) -> Vec<Option<Block>> {
        let [now, before] = terms(view, entry);
        let queue = view.queue(entry, words::WAITS_FOR_THEM);
        vec![now, duties(view, entry), queue, actions(view, entry), votes(view, entry), before]
    }

    fn after(view: &View, entry: &Entry, _: &Person) -> Vec<Option<Block>> {
        let answers_for = [
            (Kind::Service, "admins"),
            (Kind::Service, "owner"),
            (Kind::Service, "operator"),
            (Kind::Sow, "owner"),
            (Kind::Proposal, "maintainers"),
        ];
        vec![
            attended(view, entry),
            view.related(entry, "administers", words::ANSWERS_FOR, &answers_for),
            view.pledges_of(entry),
        ]
    }
}

/// Whom the person works for today.
fn works_for(view: &View, person: &Person) -> Vec<Part> {
    let today = view.site.today;
    let runs_today = |from: Option<&Date>, to: Option<&Date>| {
        from.is_none_or(|from| *from <= today) && to.is_none_or(|to| *to >= today)
    };
    let now = person.affiliation.items().iter().filter(|it| runs_today(it.from.get(), it.to.get()));
    now.flat_map(|it| view.show(&it.organization)).collect()
}

/// The seats that the person has, then those that they had or will have, on one axis.
fn terms(view: &View, entry: &Entry) -> [Option<Block>; 2] {
    let groups = view.site.referring(entry, Kind::Group, "member.person");
    let seats: Vec<(&Entry, &At<Member>)> = groups
        .flat_map(|group| view.site.terms_of(group, entry).map(move |member| (group, member)).collect::<Vec<_>>())
        .collect();
    let axis = Axis::of(view.site.today, &seats);
    let has_bars = seats.iter().any(|(_, member)| member.from.get().is_some());
    let (now, others): (Vec<_>, Vec<_>) =
        seats.into_iter().partition(|(_, member)| member.period().holds(view.site.today));
    let block = |id, title, seats: Vec<(&Entry, &At<Member>)>| {
        let lines: Vec<_> = seats.iter().map(|(group, member)| term(view, &axis, group, member)).collect();
        let years = if has_bars { axis.years() } else { Vec::new() };
        (!lines.is_empty()).then(|| Block::of(id, title, given! { terms: given! { lines, years } }))
    };
    let has_none = now.is_empty();
    let before = block("terms-before", words::SEATS_BEFORE, others);
    let folded = (!has_none).then_some(words::SHOW_THEM);
    [block("terms", words::SEATS_TODAY, now), before.map(|before| Block { folded, ..before })]
}

/// How the person voted and what they objected to, the latest first.
fn votes(view: &View, entry: &Entry) -> Option<Block> {
    let site = view.site;
    let keys = ["vote.person", "dissent.person"];
    let mut decisions: Vec<&Entry> =
        keys.iter().flat_map(|key| site.referring(entry, Kind::Decision, key).collect::<Vec<_>>()).collect();
    decisions.sort_by_key(|decision| (std::cmp::Reverse(site.day_of_decision(decision)), decision.at));
    decisions.dedup_by_key(|decision| decision.at);
    let vote = |decision: &Entry| {
        let voters = decision.tally().map_or(&[][..], |tally| &tally.voters);
        let own = voters.iter().rfind(|it| it.person == Some(entry.at) && it.is_last_word());
        let is_theirs = |it: &Ref<PERSON>| site.find(it).is_some_and(|person| person.at == entry.at);
        let dissent = decision.decision().map_or(&[][..], |it| it.dissent.items());
        let reason = dissent.iter().find(|it| it.person.get().is_some_and(is_theirs)).map(|it| it.text.text().to_owned());
        let text = own.map_or_else(|| words::OBJECTED.to_string(), |voter| spelling::label(voter.value.as_str()));
        vec![Part::noted(text, reason)]
    };
    let count = Some(decisions.len());
    let block = Block::lean_table(
        "votes",
        words::HOW_THEY_VOTED,
        decisions,
        &[
            (words::DECISION, &|decision| vec![view.record_link(decision)]),
            (words::VOTE, &|decision| vote(decision)),
            (words::OUTCOME, &|decision| {
                let outcome = decision.decision().and_then(|it| it.outcome.get());
                outcome.map(|it| Part::text(spelling::label(it.as_str()))).into_iter().collect()
            }),
            (words::DATE, &|decision| {
                decision.decision().and_then(|it| it.decided.get()).map(|day| view.day(*day)).into_iter().collect()
            }),
        ],
    )?;
    Some(Block { count, ..block })
}

fn term(view: &View, axis: &Axis, group: &Entry, member: &Member) -> impl Serialize {
    let (from, to) = (member.from.get().copied(), member.to.get().copied());
    let mut what = view.show(&member.role);
    what.push(view.record_link(group));
    what.extend(view.show(&member.seat));
    let when = member.from.unknown().map_or_else(|| Part::text(words::period(from, to)), Part::unknown);
    let end = to.unwrap_or(view.site.today).min(axis.end());
    given! {
        what,
        when: vec![when],
        // Where it begins and how long it is, of a hundred.
        bar: from.map(|from| [axis.share(from), axis.length(from, end)]),
        runs: to.is_none_or(|to| to >= view.site.today),
    }
}

/// The duties that the person has today, and those for which they step in.
fn duties(view: &View, entry: &Entry) -> Option<Block> {
    let is_among = |people: &Field<List<Ref<PERSON>>>| {
        people.items().iter().any(|it| view.site.find(&it.value).is_some_and(|it| it.at == entry.at))
    };
    let keys = ["duty.holders", "duty.deputies"];
    let mut groups: Vec<&Entry> =
        keys.iter().flat_map(|key| view.site.referring(entry, Kind::Group, key).collect::<Vec<_>>()).collect();
    groups.sort_by_key(|group| group.at);
    groups.dedup_by_key(|group| group.at);
    let duties = groups.into_iter().flat_map(|group| {
        let duties = view.site.duties(group).into_iter();
        duties.map(move |duty| (group, duty)).collect::<Vec<_>>()
    });
    let own = duties.filter_map(|(group, duty): (&Entry, DutyToday)| {
        let written = duty.written?;
        let role = match (is_among(&written.holders), is_among(&written.deputies)) {
            (true, _) => words::HAS_THE_DUTY,
            (false, true) => words::STEPS_IN,
            (false, false) => return None,
        };
        Some((group, duty.area, role, written))
    });
    Block::lean_table(
        "duties",
        words::DUTIES,
        own,
        &[
            (words::DUTY, &|(_, area, ..)| vec![Part::text(capitalised(area))]),
            (words::OF, &|(group, ..)| vec![view.record_link(group)]),
            (words::HOW, &|(_, _, role, _)| vec![Part::text(*role)]),
            (words::SINCE, &|(.., duty)| view.show(&duty.since)),
            (words::AUTHORITY, &|(.., duty)| view.show(&duty.authority)),
        ],
    )
}

fn actions(view: &View, entry: &Entry) -> Option<Block> {
    let open = view.site.actions_of(entry).filter(|action| !action.done);
    let actions = open.map(|action| view.action(action, false, true)).collect();
    Block::counted("actions", words::OPEN_ACTIONS, "actions", actions)
}

fn attended(view: &View, entry: &Entry) -> Option<Block> {
    let mut meetings: Vec<&Entry> = view.site.referring(entry, Kind::Meeting, "present").collect();
    meetings.sort_by_key(|meeting| std::cmp::Reverse(meeting.id.date()));
    let by_day = |meeting: &Entry| match meeting.id.date() {
        Some(date) => view.record_link_as(meeting, words::long_date(date)),
        None => view.record_link(meeting),
    };
    let note = attendance(view, entry, &meetings);
    let block = Block::counted("attended", words::TOOK_PART_IN, "run", meetings.into_iter().map(by_day).collect())?;
    Some(Block { note, ..block })
}

/// `4 of the 6 meetings of the board since 1 May 2026.`, for each seat of today; `None` without a seat with a first day. Only
/// meetings count that say who was there.
fn attendance(view: &View, entry: &Entry, there: &[&Entry]) -> Option<String> {
    let groups = view.site.referring(entry, Kind::Group, "member.person");
    let of_group = |group: &Entry| {
        let terms = view.site.terms_of(group, entry).filter(|term| term.period().holds(view.site.today));
        let from = terms.filter_map(|term| term.from.get().copied()).min()?;
        let listed = |meeting: &Entry| view.site.present(meeting).0 > 0;
        let held = view.site.meetings_of(group).filter(|(day, meeting)| *day >= from && listed(meeting));
        let held: Vec<usize> = held.map(|(_, meeting)| meeting.at).collect();
        let present = there.iter().filter(|meeting| held.contains(&meeting.at)).count();
        (!held.is_empty()).then(|| words::was_at(present, held.len(), &group.title, words::long_date(from)))
    };
    let sentences: Vec<String> = groups.filter_map(of_group).collect();
    (!sentences.is_empty()).then(|| sentences.join(" "))
}

/// The years from the first of January of one to the first of January of another.
pub(super) struct Axis {
    pub first: i16,
    pub last: i16,
}

impl Axis {
    /// From the earliest seat to the end of the latest one or of this year.
    fn of(today: Date, seats: &[(&Entry, &At<Member>)]) -> Axis {
        let years = |pick: fn(&Member) -> Option<&Date>| {
            seats.iter().filter_map(move |(_, member)| pick(&member.value)).map(|date| date.year())
        };
        let first = years(|member| member.from.get()).min().unwrap_or(today.year());
        let last = years(|member| member.to.get()).max().unwrap_or(today.year());
        Axis { first, last: last.max(today.year()) + 1 }
    }

    fn start(&self) -> Date {
        Date::new(self.first, 1, 1).unwrap_or(Date::MIN)
    }

    fn end(&self) -> Date {
        Date::new(self.last, 1, 1).unwrap_or(Date::MAX)
    }

    fn part(&self, days: i64) -> String {
        let all = days_between(self.start(), self.end()).max(1) as f64;
        format!("{:.2}", days.max(0) as f64 * 100.0 / all)
    }

    pub(super) fn share(&self, date: Date) -> String {
        self.part(days_between(self.start(), date))
    }

    pub(super) fn length(&self, from: Date, to: Date) -> String {
        self.part(days_between(from, to).max(1))
    }

    pub(super) fn years(&self) -> Vec<impl Serialize> {
        let x = |year: i16| Date::new(year, 1, 1).map_or_else(|_| "0".to_owned(), |date| self.share(date));
        (self.first..=self.last).map(|year| given! { number: year, x: x(year) }).collect()
    }
}
