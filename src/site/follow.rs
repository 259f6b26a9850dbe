//! What can be followed: what happened, what lies ahead and what waits, as values that feeds and calendars print.

use std::collections::{HashMap, HashSet};

use rayon::prelude::*;

use crate::document::group::Member;
use crate::fields::At;
use crate::id::Kind;
use crate::text::{Date, days_after};

use super::withheld::secrets;
use super::{Activity, End, Entry, MATTER_KINDS, Site};

/// How many days before it a day is announced of which nobody knows when it was set.
fn announced_before(what: OnTheDay) -> i64 {
    match what {
        OnTheDay::Meeting | OnTheDay::NextMeeting | OnTheDay::End(_) | OnTheDay::Action(_) => 14,
        OnTheDay::Milestone(_) | OnTheDay::Revealed => 30,
        OnTheDay::ContractEnds(_) | OnTheDay::Notice(_) | OnTheDay::SeatEnds(_) => 90,
    }
}

/// For how many days a calendar keeps what is over.
const DAYS_KEPT: i64 = 365;

/// What somebody can follow.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Follow {
    /// Everything.
    Site,
    /// The records of a kind.
    Kind(Kind),
    /// One record, by its place among the entries: a matter with what leads to it and follows from it; what waits for a group; what
    /// a person did and has to do.
    Record(usize),
}

/// In which form.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Form {
    /// RSS 2.0.
    Rss,
    /// Atom 1.0.
    Atom,
    /// JSON Feed 1.1.
    Json,
    /// iCalendar: the days that lie ahead, and those of the last year.
    Calendar,
}

impl Form {
    /// The forms of a feed, in the order in which readers are offered them.
    pub const FEEDS: [Form; 3] = [Form::Rss, Form::Atom, Form::Json];

    /// What a file of it is called.
    pub(super) fn file(self) -> &'static str {
        match self {
            Form::Rss => "feed.xml",
            Form::Atom => "feed.atom",
            Form::Json => "feed.json",
            Form::Calendar => "calendar.ics",
        }
    }

    /// The media type of a file of it.
    pub fn media_type(self) -> &'static str {
        match self {
            Form::Rss => "application/rss+xml",
            Form::Atom => "application/atom+xml",
            Form::Json => "application/feed+json",
            Form::Calendar => "text/calendar",
        }
    }
}

/// A day that somebody may want to know of beforehand.
#[derive(Debug, Clone)]
pub struct DayAhead {
    /// The day; it may be over.
    pub day: Date,
    /// The record that states it, by its place among the entries.
    pub of: usize,
    /// The group to whose calendar it belongs, by its place among the entries: the one that the record names, else the first of those
    /// that have it, else the site's own; `None` where there is none of these.
    pub group: Option<usize>,
    /// What is on it.
    pub what: OnTheDay,
    /// The day from which on it is announced: that on which it was set, else so many days before as are usual; it may be to come.
    pub announced: Date,
    /// The same whatever else changes in the record; that of a task or a part of the work counts those before it.
    pub key: String,
}

/// What is on a day.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum OnTheDay {
    /// The record itself: a meeting.
    Meeting,
    /// A meeting that so far only the minutes of another know of.
    NextMeeting,
    /// The last day for something that others can take part in.
    End(End),
    /// A contract ends, by its place among those of the record.
    ContractEnds(usize),
    /// The last day on which such a contract can be given notice of.
    Notice(usize),
    /// An action is due, by its place in [`Whole::actions`](super::Whole::actions).
    Action(usize),
    /// A part of the work is promised, by its place among those of the record.
    Milestone(usize),
    /// A seat ends, by its place among those of the group.
    SeatEnds(usize),
    /// What a record withholds is to be published.
    Revealed,
}

impl DayAhead {
    /// Whether those who follow it are told of it on the day of `site`: it is known, and not over.
    pub fn is_announced(&self, site: &Site) -> bool {
        let is_held = || self.what == OnTheDay::Meeting && site.took_place(&site.entries[self.of]);
        self.announced <= site.today && self.day >= site.today && !is_held()
    }
}

/// One thing to tell those who follow something.
#[derive(Debug, Clone)]
pub struct News<'a> {
    /// The day on which it is told.
    pub day: Date,
    /// The record that it is about.
    pub of: &'a Entry,
    /// What it is.
    pub what: What<'a>,
    /// The same for ever, whatever else changes in the record.
    pub key: String,
}

/// What there is to tell.
#[derive(Debug, Clone)]
pub enum What<'a> {
    /// A step that was taken.
    Step(&'a Activity),
    /// A day that lies ahead.
    Ahead(&'a DayAhead),
    /// That it waits for the group.
    Waits,
    /// That the person voted.
    Voted,
}

/// What happened and what lies ahead, by the record.
#[derive(Debug)]
pub struct Calendar {
    /// Every day that a record states, the earliest first.
    pub days: Vec<DayAhead>,
    days_of: HashMap<usize, Vec<usize>>,
    activity_of: HashMap<usize, Vec<usize>>,
}

impl Calendar {
    /// That of `site`.
    pub fn of(site: &Site) -> Calendar {
        let met = site.of_kind(Kind::Meeting).filter_map(|it| Some((site.target(it, "group")?.at, it.id.date()?)));
        let met: HashSet<(usize, Date)> = met.collect();
        let of_entries = site.entries.par_iter().flat_map_iter(|entry| days_of(site, &met, entry));
        let mut days: Vec<DayAhead> = of_entries.collect();
        days.par_sort_by(|one, other| one.day.cmp(&other.day).then_with(|| one.key.cmp(&other.key)));
        let mut days_of: HashMap<usize, Vec<usize>> = HashMap::new();
        for (at, day) in days.iter().enumerate() {
            days_of.entry(day.of).or_default().push(at);
        }
        let mut activity_of: HashMap<usize, Vec<usize>> = HashMap::new();
        for (at, activity) in site.activity.iter().enumerate() {
            activity_of.entry(activity.entry).or_default().push(at);
        }
        Calendar { days, days_of, activity_of }
    }

    /// The days ahead that `entry` states.
    fn ahead_of<'a>(&'a self, site: &'a Site, at: usize) -> impl Iterator<Item = News<'a>> {
        let days = self.days_of.get(&at).map_or(&[][..], Vec::as_slice).iter().map(|at| &self.days[*at]);
        days.filter(|it| it.is_announced(site)).map(|it| announced(site, it))
    }

    fn steps_of<'a>(&'a self, site: &'a Site, at: usize) -> impl Iterator<Item = News<'a>> {
        let steps = self.activity_of.get(&at).map_or(&[][..], Vec::as_slice);
        steps.iter().map(|at| happened(site, &site.activity[*at]))
    }

    /// Whether there is anything to tell those who follow `what`.
    pub fn has_news(&self, site: &Site, what: Follow) -> bool {
        let has_own = |at: usize| {
            let days = self.days_of.get(&at).into_iter().flatten();
            self.activity_of.contains_key(&at) || days.into_iter().any(|it| self.days[*it].is_announced(site))
        };
        let has_any = |is_meant: &dyn Fn(usize) -> bool| {
            site.activity.iter().any(|it| is_meant(it.entry))
                || self.days.iter().any(|it| is_meant(it.of) && it.is_announced(site))
        };
        match what {
            Follow::Site => has_any(&|_| true),
            Follow::Kind(kind) => has_any(&|at| site.entries[at].kind() == kind),
            Follow::Record(at) if MATTER_KINDS.contains(&site.entries[at].kind()) && has_own(at) => true,
            Follow::Record(at) => !self.of_record(site, &site.entries[at]).is_empty(),
        }
    }

    /// The days of the last year and those ahead that are in the calendar of `what`: of the whole site, or of a group; the earliest
    /// first. Empty for all else.
    pub fn days_in(&self, site: &Site, what: Follow) -> Vec<&DayAhead> {
        let first = days_after(site.today, -DAYS_KEPT);
        let is_of = |it: &&DayAhead| match what {
            Follow::Site => true,
            Follow::Record(at) => it.group == Some(at),
            Follow::Kind(_) => false,
        };
        let kept = self.days.iter().filter(|it| it.day >= first);
        kept.filter(|it| it.day >= site.today || is_kept(it.what)).filter(is_of).collect()
    }

    /// What there is to tell those who follow `what`, the latest first; those of one day in the order of their keys. Empty where there
    /// is nothing, and for records that nobody can follow.
    pub fn news<'a>(&'a self, site: &'a Site, what: Follow) -> Vec<News<'a>> {
        let ahead = || self.days.iter().filter(|it| it.is_announced(site));
        let mut news: Vec<News> = match what {
            Follow::Site => ahead()
                .map(|it| announced(site, it))
                .chain(site.activity.iter().map(|activity| happened(site, activity)))
                .collect(),
            Follow::Kind(kind) => {
                let steps = site.activity.iter().filter(|it| site.entries[it.entry].kind() == kind);
                let days = ahead().filter(|it| site.entries[it.of].kind() == kind).map(|it| announced(site, it));
                days.chain(steps.map(|activity| happened(site, activity))).collect()
            }
            Follow::Record(at) => self.of_record(site, &site.entries[at]),
        };
        news.sort_by(|one, other| other.day.cmp(&one.day).then_with(|| one.key.cmp(&other.key)));
        news.dedup_by(|one, other| one.key == other.key);
        news
    }

    fn of_record<'a>(&'a self, site: &'a Site, entry: &'a Entry) -> Vec<News<'a>> {
        if entry.kind() == Kind::Group {
            return site.queue(entry).map(|of| waits(site, entry, of)).collect();
        }
        if entry.kind() == Kind::Person {
            return self.of_person(site, entry);
        }
        // Empty for kinds of which no matter consists.
        let line = site.line_of(entry).into_iter();
        line.flat_map(|of| self.ahead_of(site, of.at).chain(self.steps_of(site, of.at))).collect()
    }

    /// What the person did, how they voted, and the days that concern them.
    fn of_person<'a>(&'a self, site: &'a Site, person: &'a Entry) -> Vec<News<'a>> {
        let is_person =
            |name: &str| site.resolve(name, crate::fields::PERSON).entry().map(|it| it.at) == Some(person.at);
        let mut naming: Vec<usize> = person.backlinks.iter().map(|link| link.from).collect();
        naming.dedup();
        let own_steps = naming.iter().flat_map(|at| {
            let entry = &site.entries[*at];
            let steps = entry.status.as_ref().map_or(&[][..], |status| &status.steps);
            let is_own = |it: &News| match &it.what {
                What::Step(activity) => {
                    activity.step.and_then(|step| steps.get(step)?.by.as_deref()).is_some_and(is_person)
                }
                What::Ahead(_) | What::Waits | What::Voted => false,
            };
            self.steps_of(site, *at).filter(is_own).collect::<Vec<_>>()
        });
        let votes = naming.iter().filter_map(|at| voted(site, person, &site.entries[*at]));
        let is_theirs = |it: &&DayAhead| match it.what {
            OnTheDay::Action(at) => site.actions[at].owners.iter().any(|owner| owner.known() == Some(person.at)),
            OnTheDay::SeatEnds(at) => {
                seats_of(&site.entries[it.of])[at].person.get().is_some_and(|it| is_person(it.as_str()))
            }
            OnTheDay::Meeting
            | OnTheDay::NextMeeting
            | OnTheDay::End(_)
            | OnTheDay::ContractEnds(_)
            | OnTheDay::Notice(_)
            | OnTheDay::Milestone(_)
            | OnTheDay::Revealed => false,
        };
        let acting = site.actions_of(person).map(|action| action.from);
        let mut stating: Vec<usize> = naming.iter().copied().chain(acting).collect();
        stating.sort_unstable();
        stating.dedup();
        let days = stating.iter().filter_map(|at| self.days_of.get(at)).flatten().map(|at| &self.days[*at]);
        let days = days.filter(|it| it.is_announced(site)).filter(is_theirs).map(|it| announced(site, it));
        own_steps.chain(votes).chain(days).collect()
    }
}

/// Whether a calendar still has it once it is over: what took place, not what somebody should have done.
fn is_kept(what: OnTheDay) -> bool {
    match what {
        OnTheDay::Meeting | OnTheDay::End(_) | OnTheDay::ContractEnds(_) | OnTheDay::SeatEnds(_) => true,
        OnTheDay::NextMeeting
        | OnTheDay::Notice(_)
        | OnTheDay::Action(_)
        | OnTheDay::Milestone(_)
        | OnTheDay::Revealed => false,
    }
}

fn happened<'a>(site: &'a Site, activity: &'a Activity) -> News<'a> {
    News {
        day: activity.date,
        of: &site.entries[activity.entry],
        key: activity.key.clone(),
        what: What::Step(activity),
    }
}

fn announced<'a>(site: &'a Site, day: &'a DayAhead) -> News<'a> {
    News { day: day.announced, of: &site.entries[day.of], key: day.key.clone(), what: What::Ahead(day) }
}

fn waits<'a>(site: &Site, group: &Entry, of: &'a Entry) -> News<'a> {
    let status = of.status.as_ref();
    let since = status.and_then(|status| status.since);
    let state = status.map(|status| status.state.as_str()).unwrap_or_default();
    let day = since.unwrap_or(site.today).min(site.today);
    let when = since.map(|since| format!("-{since}")).unwrap_or_default();
    News { day, of, what: What::Waits, key: format!("{}#{state}{when}@{}", of.id, group.id) }
}

/// That `person` voted in `decision`; `None` where they did not.
fn voted<'a>(site: &Site, person: &Entry, decision: &'a Entry) -> Option<News<'a>> {
    let tally = decision.tally()?;
    tally.voters.iter().find(|voter| voter.person == Some(person.at))?;
    let day = site.day_of_decision(decision).min(site.today);
    Some(News { day, of: decision, what: What::Voted, key: format!("{}#vote-{}", decision.id, person.id) })
}

/// Every day that `entry` states of which somebody may want to know beforehand; `met` has the days of each group's meetings.
fn days_of(site: &Site, met: &HashSet<(usize, Date)>, entry: &Entry) -> Vec<DayAhead> {
    let id = entry.duplicate_of.map_or_else(|| entry.id.to_string(), |_| entry.path.to_string());
    let group = group_of(site, entry).map(|group| group.at);
    let ahead = |day: Date, what: OnTheDay, since: Option<Date>, name: &str| {
        let announced = since.unwrap_or_else(|| days_after(day, -announced_before(what)));
        DayAhead { day, of: entry.at, group, what, announced, key: format!("{id}#{name}-{day}") }
    };
    let mut days = Vec::new();
    if let Some(meeting) = entry.meeting() {
        let own = entry.id.date().filter(|_| meeting.cancelled.is_missing());
        days.extend(own.map(|day| ahead(day, OnTheDay::Meeting, None, "meeting")));
        let has_own = |day: &Date| site.target(entry, "group").is_some_and(|it| met.contains(&(it.at, *day)));
        let next = meeting.next.get().copied().filter(|day| !has_own(day));
        days.extend(next.map(|day| ahead(day, OnTheDay::NextMeeting, entry.id.date(), "next-meeting")));
    }
    let position = site.position(entry);
    let since = position.as_ref().and_then(|it| it.since);
    let due = position.and_then(|it| it.deadline).filter(|due| due.of.at == entry.at);
    days.extend(due.map(|due| ahead(due.date, OnTheDay::End(due.what), since, "last-day")));
    let contracts = entry.contractor().map_or(&[][..], |it| it.contract.items());
    for (at, contract) in contracts.iter().enumerate() {
        let Some(end) = contract.last_day() else { continue };
        let id = contract.id.text();
        days.push(ahead(end, OnTheDay::ContractEnds(at), None, &format!("{id}-ends")));
        let notice = contract.notice_days.get().map(|notice| days_after(end, -i64::from(*notice)));
        days.extend(
            notice.filter(|day| *day != end).map(|day| ahead(day, OnTheDay::Notice(at), None, &format!("{id}-notice"))),
        );
    }
    let open = site.actions_at(entry).filter(|at| !site.actions[*at].done);
    days.extend(open.filter_map(|at| {
        let action = &site.actions[at];
        Some(ahead(action.due?, OnTheDay::Action(at), action.agreed, &format!("action-{}", action.task + 1)))
    }));
    let milestones = entry.sow().map_or(&[][..], |it| it.milestone.items()).iter().enumerate();
    days.extend(milestones.filter(|(_, it)| it.accepted.is_missing() && !site.is_over(entry)).filter_map(
        |(at, it)| Some(ahead(*it.due.get()?, OnTheDay::Milestone(at), since, &format!("milestone-{}", at + 1))),
    ));
    days.extend(seats_of(entry).iter().enumerate().filter_map(|(at, member)| {
        let person = member.person.get()?;
        Some(ahead(*member.to.get()?, OnTheDay::SeatEnds(at), None, &format!("seat-{}", person.as_str())))
    }));
    let mut revealed: Vec<Date> = secrets(entry).into_iter().filter_map(|secret| secret.until).collect();
    revealed.sort_unstable();
    revealed.dedup();
    days.extend(revealed.into_iter().map(|day| ahead(day, OnTheDay::Revealed, None, "published")));
    days
}

fn seats_of(entry: &Entry) -> &[At<Member>] {
    entry.group().map_or(&[][..], |group| group.member.items())
}

fn group_of<'a>(site: &'a Site, entry: &'a Entry) -> Option<&'a Entry> {
    if entry.kind() == Kind::Group {
        return Some(entry);
    }
    let holder = || site.holder(entry)?.1.into_iter().find(|it| it.kind() == Kind::Group);
    site.target(entry, "group").or_else(holder).or_else(|| site.own_group())
}

/// Everything that has a feed or a calendar where there is something to tell, of `entries`, with the forms.
pub(super) fn all(entries: &[Entry], kinds: impl Iterator<Item = Kind>) -> Vec<(Follow, Form)> {
    let can_be_followed = |kind: Kind| MATTER_KINDS.contains(&kind) || matches!(kind, Kind::Group | Kind::Person);
    let records = entries.iter().filter(|it| can_be_followed(it.kind()) && !it.is_introduction());
    let followed = std::iter::once(Follow::Site)
        .chain(kinds.map(Follow::Kind))
        .chain(records.map(|entry| Follow::Record(entry.at)));
    let feeds = followed.flat_map(|what| Form::FEEDS.map(|form| (what, form)));
    let groups = entries.iter().filter(|it| it.kind() == Kind::Group && !it.is_introduction());
    let calendars = std::iter::once(Follow::Site).chain(groups.map(|entry| Follow::Record(entry.at)));
    feeds.chain(calendars.map(|what| (what, Form::Calendar))).collect()
}
