//! Seats and terms of a person as lines in time, and what they took on.

use crate::document::group::Member;
use crate::fields::{At, Field, List, PERSON, Ref};
use crate::id::Kind;
use crate::site::Entry;
use crate::text::{Date, days_between, long_date};

use super::super::View;
use super::super::part::{Part, capitalised};
use super::super::strip::stretch;
use super::{Block, TermLine, Terms, Year, without_empty_columns};

impl View<'_> {
    pub(super) fn terms_of(&self, entry: &Entry) -> Option<Block> {
        let mut held = Vec::new();
        for group in self.site.referring(entry, Kind::Group, "member.person") {
            let members = group.group().map_or(&[][..], |group| group.member.items());
            let own = |it: &&At<Member>| {
                it.person.get().and_then(|it| self.site.find(it)).is_some_and(|it| it.at == entry.at)
            };
            held.extend(members.iter().filter(own).map(|member| (group, member)));
        }
        let known = |pick: fn(&Member) -> Option<&Date>| held.iter().filter_map(move |(_, member)| pick(&member.value));
        let first = known(|member| member.from.get()).min().map_or(self.site.today.year(), |date| date.year());
        let last = known(|member| member.to.get()).max().map_or(self.site.today.year(), |date| date.year());
        let last = last.max(self.site.today.year()) + 1;
        let axis = Axis { first, last };
        let lines: Vec<TermLine> = held
            .iter()
            .map(|(group, member)| {
                let (from, to) = (member.from.get().copied(), member.to.get().copied());
                let mut what = self.word(&member.role, |role| role.as_str());
                what.push(self.record_link(group));
                what.extend(self.words(&member.seat));
                let when = member.from.unknown().map_or_else(|| Part::text(stretch(from, to)), Part::unknown);
                let end = to.unwrap_or(self.site.today).min(axis.end());
                TermLine {
                    what,
                    when: vec![when],
                    bar: from.map(|from| [axis.share(from), axis.length(from, end)]),
                    runs: !member.period().has_ended(self.site.today),
                }
            })
            .collect();
        let drawn = lines.iter().any(|line| line.bar.is_some());
        let years = if drawn { axis.years() } else { Vec::new() };
        (!lines.is_empty())
            .then(|| Block { terms: Some(Terms { lines, years }), ..Block::titled("terms", "Seats and terms") })
    }

    /// The duties that the person has today, and those for which they step in.
    pub(super) fn duties_of(&self, entry: &Entry) -> Option<Block> {
        let is_named = |people: &Field<List<Ref<PERSON>>>| {
            people.items().iter().any(|it| self.site.find(&it.value).is_some_and(|it| it.at == entry.at))
        };
        let keys = ["duty.holders", "duty.deputies"];
        let mut groups: Vec<&Entry> =
            keys.iter().flat_map(|key| self.site.referring(entry, Kind::Group, key).collect::<Vec<_>>()).collect();
        groups.sort_by_key(|group| group.at);
        groups.dedup_by_key(|group| group.at);
        let mut rows = Vec::new();
        for group in groups {
            for duty in self.site.duties(group) {
                let Some(written) = duty.written else { continue };
                let role = match (is_named(&written.holders), is_named(&written.deputies)) {
                    (true, _) => "has it",
                    (false, true) => "steps in",
                    (false, false) => continue,
                };
                rows.push(vec![
                    vec![Part::text(capitalised(duty.area))],
                    vec![self.record_link(group)],
                    vec![Part::text(role)],
                    self.date(&written.since),
                    self.words(&written.authority),
                ]);
            }
        }
        let columns = ["Duty", "Of", "How", "Since", "Authority"];
        Some(without_empty_columns(Block::table("duties", "Duties", &columns, rows)?))
    }

    pub(super) fn actions_of(&self, entry: &Entry) -> Option<Block> {
        let open = self.site.actions_of(entry).filter(|action| !action.done);
        let actions: Vec<_> = open.map(|action| self.action(action, false, true)).collect();
        (!actions.is_empty()).then(|| Block {
            count: Some(actions.len()),
            actions,
            ..Block::titled("actions", "Open actions")
        })
    }

    pub(super) fn attended(&self, entry: &Entry) -> Option<Block> {
        let mut meetings: Vec<&Entry> = self.site.referring(entry, Kind::Meeting, "present").collect();
        meetings.sort_by_key(|meeting| std::cmp::Reverse(meeting.id.date()));
        let run = meetings
            .into_iter()
            .map(|meeting| match meeting.id.date() {
                Some(date) => Part { text: long_date(date), ..self.record_link(meeting) },
                None => self.record_link(meeting),
            })
            .collect();
        Block::run("attended", "Took part in the meetings of", run)
    }

    pub(super) fn administers(&self, entry: &Entry) -> Option<Block> {
        self.related(
            entry,
            "administers",
            "Answers for",
            &[
                (Kind::Service, "admins"),
                (Kind::Service, "owner"),
                (Kind::Service, "operator"),
                (Kind::Sow, "owner"),
                (Kind::Proposal, "maintainers"),
            ],
        )
    }
}

/// The years from the first of January of one to the first of January of another.
struct Axis {
    first: i16,
    last: i16,
}

impl Axis {
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

    fn share(&self, date: Date) -> String {
        self.part(days_between(self.start(), date))
    }

    fn length(&self, from: Date, to: Date) -> String {
        self.part(days_between(from, to).max(1))
    }

    fn years(&self) -> Vec<Year> {
        let x = |year: i16| Date::new(year, 1, 1).map_or_else(|_| "0".to_owned(), |date| self.share(date));
        (self.first..=self.last).map(|year| Year { number: year, x: x(year) }).collect()
    }
}
