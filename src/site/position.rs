//! Where a record is: one value, which its strip, every list, the home page, the pages of groups and the feeds show.
//!
//! Nothing else computes any part of it, so no two places can disagree.

use crate::document::decision::Mode;
use crate::document::shared::{Blocked, Window};
use crate::fields::look::Value;
use crate::fields::{Field, Moment};
use crate::id::Kind;
use crate::text::{Date, Period, plain};
use crate::workflow::{KindWorkflow, Means, Phase, StateRow};

use super::{Entry, NextStep, Site, Step, Unmet};

/// Where a record is, and what can be said of its way on.
#[derive(Debug)]
pub struct Position<'a> {
    /// The record.
    pub entry: &'a Entry,
    /// Its state, as events spell it.
    pub state: &'a str,
    /// The row of the workflow for that state; `None` when the workflow does not know it.
    pub row: Option<&'a StateRow>,
    /// The day on which it entered that state; `None` when none is recorded.
    pub since: Option<Date>,
    /// The step before the last one, where the day of the last one is not recorded.
    pub after: Option<&'a Step>,
    /// For how many days it has been in that state; `None` when nobody knows, and when it is settled.
    pub days: Option<i64>,
    /// Whether it came to this on a day and that was that: nobody waits in such a state.
    pub is_settled: bool,
    /// The record in which the matter goes on: the statement of work that answers a proposal. What follows is then said of
    /// that record. `None` where the matter is in this record still.
    pub goes_on_in: Option<&'a Entry>,
    /// Who has it: the words of the profile and whom they mean, which may be nobody that is known. `None` once it is over.
    pub holder: Option<(String, Vec<&'a Entry>)>,
    /// What is going on for it today, its own first, then that of its call, its bounty and the decisions about it.
    pub under_way: Vec<UnderWay<'a>>,
    /// What comes next, in the words of the workflow; `None` when nothing does, and when an end that `under_way` names is all.
    pub next: Option<String>,
    /// What is missing for that, in words; never what time alone brings.
    pub missing: Vec<String>,
    /// The first day on which nothing but what is missing stands in the way; `None` when that is today or before.
    pub earliest: Option<Date>,
    /// The last day for what is to come now; `None` when no day is stated.
    pub deadline: Option<Due<'a>>,
    /// What stops it, as the record says.
    pub blocked: Option<&'a Blocked>,
    /// For how many days nothing happened, and how many are usual at most, where that is fewer.
    pub stalled: Option<(i64, i64)>,
}

/// Something that others can take part in today.
#[derive(Debug, Clone, Copy)]
pub struct UnderWay<'a> {
    /// The record that says so: the one whose position it is, its call, its bounty, a decision about it.
    pub of: &'a Entry,
    /// What it is.
    pub what: Now<'a>,
}

/// What others can do today, and until when.
#[derive(Debug, Clone, Copy)]
pub enum Now<'a> {
    /// The public can comment, the last day included.
    Comments(Date),
    /// Members vote, or say otherwise what they think.
    Vote {
        /// How many took part so far.
        voted: usize,
        /// How many could; `None` where the group lists no members.
        members: Option<usize>,
        /// How many have to take part at least; `None` where nobody says.
        quorum: Option<u32>,
        /// The last day to take part.
        closes: Option<Date>,
    },
    /// A decision is before its group, and nothing says until when or who took part.
    Undecided,
    /// Offers are taken until this moment.
    Offers(&'a Moment),
    /// A bounty can be claimed, the last day included.
    Claims(Date),
    /// A survey takes answers, the last day included.
    Answers(Date),
}

impl Now<'_> {
    /// Its last day; `None` where none is stated.
    pub fn ends(&self) -> Option<Date> {
        match self {
            Now::Comments(day) | Now::Claims(day) | Now::Answers(day) => Some(*day),
            Now::Offers(moment) => Some(moment.date),
            Now::Vote { closes, .. } => *closes,
            Now::Undecided => None,
        }
    }
}

/// The last day for something.
#[derive(Debug, Clone, Copy)]
pub struct Due<'a> {
    /// The day; it may be over.
    pub date: Date,
    /// The record that states it.
    pub of: &'a Entry,
    /// What ends on that day.
    pub what: End,
}

/// What ends on a last day.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum End {
    /// Comments of the public.
    Comments,
    /// Taking part in a decision.
    Votes,
    /// Offers.
    Offers,
    /// The time in which a bounty can be claimed.
    Claims,
    /// Answers to a survey.
    Answers,
    /// The wait before somebody asks a donor again.
    Silence,
}

/// Where the workflow names no last day for a state: the kind, what the state means, the field that has it.
const LAST_DAYS: [(Kind, Means, &str); 6] = [
    (Kind::Sow, Means::Open, "comment.closes"),
    (Kind::Proposal, Means::Open, "comment.closes"),
    (Kind::Decision, Means::Open, "closes"),
    (Kind::Rfp, Means::Open, "closes"),
    (Kind::Bounty, Means::Open, "expires"),
    (Kind::Survey, Means::Open, "closes"),
];

impl Site {
    /// Where `entry` is. `None` for kinds without states, and where its state is not known.
    pub fn position<'a>(&'a self, entry: &'a Entry) -> Option<Position<'a>> {
        let own = self.own_position(entry)?;
        let Some(work) = self.goes_on_in(entry) else { return Some(own) };
        let Some(there) = self.own_position(work) else { return Some(own) };
        let Position { entry, state, row, since, after, days, is_settled, .. } = own;
        Some(Position { entry, state, row, since, after, days, is_settled, goes_on_in: Some(work), ..there })
    }

    /// Where `entry` is by itself, whatever carries on what it began.
    fn own_position<'a>(&'a self, entry: &'a Entry) -> Option<Position<'a>> {
        let status = entry.status.as_ref()?;
        let workflow = self.profile.kind(entry.kind())?;
        if entry.service().is_some_and(|service| service.lifecycle.unknown().is_some()) {
            return None;
        }
        let row = workflow.state(&status.state);
        let is_done = row.is_some_and(|row| row.phase == Phase::Done);
        // A service that runs waits for nobody.
        let runs = entry.kind() == Kind::Service && is_done;
        let is_over = self.is_over(entry);
        let under_way = if is_over { Vec::new() } else { self.under_way(entry) };
        let next = self.next_step(entry);
        let next = next.as_ref();
        let days = self.days_in_state(entry).filter(|_| !is_over);
        let limit = row.and_then(|row| row.stalled_after_days).map(i64::from);
        let ends_itself = next.is_some_and(|step| workflow.means(&step.transition.to) == Some(Means::Closed))
            && under_way.iter().any(|it| it.of.at == entry.at);
        Some(Position {
            entry,
            state: &status.state,
            row,
            since: status.since,
            after: match &status.steps[..] {
                [.., before, last] if !last.is_dated => Some(before),
                _ => None,
            },
            days,
            is_settled: is_over || is_done,
            goes_on_in: None,
            holder: self.holder(entry).filter(|_| !is_over && !runs),
            next: next.filter(|_| !ends_itself).map(|step| self.told(step.transition, entry)),
            missing: next.map(|step| self.missing(step, &under_way)).unwrap_or_default(),
            earliest: next.filter(|_| !ends_itself).and_then(|step| self.earliest(entry, step)),
            deadline: self.due(entry, row, &under_way).filter(|_| !is_over),
            blocked: entry.blocked().filter(|_| !is_over),
            stalled: days.zip(limit).filter(|(days, limit)| days > limit),
            under_way,
        })
    }

    /// The usual step that comes next: the first one on the good path, where there is none the way back; `None` when nothing does.
    pub fn next_step<'a>(&'a self, entry: &'a Entry) -> Option<NextStep<'a>> {
        let (workflow, state) = self.state(entry)?;
        // A service that runs waits for nobody.
        let runs = entry.kind() == Kind::Service && state.phase == Phase::Done;
        let steps = if runs { Vec::new() } else { self.next_steps(entry) };
        let at = next_of(workflow, &state.name, &steps, self.is_over(entry))?;
        steps.into_iter().nth(at)
    }

    /// The statement of work in which the matter of the proposal `entry` goes on: the first that is not over, else the last
    /// that came to a good end, else, for a proposal that is over itself, the last. `None` for other kinds, and where nothing
    /// answers it.
    pub fn goes_on_in<'a>(&'a self, entry: &'a Entry) -> Option<&'a Entry> {
        if entry.kind() != Kind::Proposal || entry.has_ended() {
            return None;
        }
        let answers = || self.referring(entry, Kind::Sow, "proposals");
        let open = answers().find(|sow| !self.is_over(sow));
        let done = || answers().filter(|sow| !sow.has_ended()).last();
        open.or_else(done).or_else(|| answers().last().filter(|_| self.is_over(entry)))
    }

    /// The last day for what is to come in the state of `entry`; where that states none, the first end of what is under way.
    fn due<'a>(&'a self, entry: &'a Entry, row: Option<&'a StateRow>, under_way: &[UnderWay<'a>]) -> Option<Due<'a>> {
        let row = row?;
        let is_usual = |(kind, means, _): &&(Kind, Means, &str)| *kind == entry.kind() && row.means == Some(*means);
        let usual = || LAST_DAYS.iter().find(is_usual).map(|(_, _, path)| *path);
        let asked_again = (entry.kind() == Kind::Pledge).then_some("follow_up");
        let path = row.deadline.as_deref().or_else(usual).or(asked_again);
        let own = path.and_then(|path| entry.field(path)?.value().and_then(Value::date));
        let own = own.map(|date| Due { date, of: entry, what: end_of(entry.kind()) });
        let ends = under_way.iter().filter_map(|it| Some((it.what.ends()?, it.of)));
        own.or_else(|| ends.min_by_key(|(date, _)| *date).map(|(date, of)| Due { date, of, what: end_of(of.kind()) }))
    }

    /// What others can take part in today, for `entry` and for what hangs on it.
    fn under_way<'a>(&'a self, entry: &'a Entry) -> Vec<UnderWay<'a>> {
        let own = self.own_window(entry).into_iter().map(|what| UnderWay { of: entry, what });
        let calls = ["rfp", "bounty"].into_iter().flat_map(|key| self.counting(entry, key));
        let calling = [Kind::Rfp, Kind::Bounty].into_iter().flat_map(|kind| self.referring(entry, kind, "sow"));
        let decisions = self.referring(entry, Kind::Decision, "about");
        let mut others: Vec<&Entry> = calls.chain(calling).filter(|_| entry.kind() == Kind::Sow).collect();
        others.extend(decisions);
        others.sort_by_key(|other| other.at);
        others.dedup_by_key(|other| other.at);
        let is_open = |other: &&Entry| other.means() == Some(Means::Open) && !self.is_over(other);
        let of_others = others.into_iter().filter(is_open).filter_map(|other| {
            let before = (other.kind() == Kind::Decision).then_some(Now::Undecided);
            Some(UnderWay { of: other, what: self.own_window(other).or(before)? })
        });
        own.chain(of_others).collect()
    }

    /// What others can do for `entry` itself today.
    fn own_window<'a>(&'a self, entry: &'a Entry) -> Option<Now<'a>> {
        let is_open = entry.means() == Some(Means::Open);
        let until = |day: &Field<Date>| day.get().copied().filter(|day| *day >= self.today);
        let comments = |window: &Field<Window>| {
            let window = window.get()?;
            let period = Period { from: window.opens.get().copied(), to: window.closes.get().copied() };
            period.to.filter(|_| period.holds(self.today)).map(Now::Comments)
        };
        if let Some(sow) = entry.sow() {
            return comments(&sow.comment);
        }
        if let Some(proposal) = entry.proposal() {
            return comments(&proposal.comment);
        }
        if !is_open {
            return None;
        }
        if entry.decision().is_some() {
            return self.vote_under_way(entry);
        }
        if let Some(rfp) = entry.rfp() {
            return rfp.closes.get().filter(|closes| closes.date >= self.today).map(Now::Offers);
        }
        if let Some(bounty) = entry.bounty() {
            return until(&bounty.expires).map(Now::Claims);
        }
        until(&entry.survey()?.closes).map(Now::Answers)
    }

    /// The vote on an open decision; `None` where nobody could tell that one is under way, and once its last day is over.
    fn vote_under_way<'a>(&'a self, entry: &'a Entry) -> Option<Now<'a>> {
        let tally = entry.tally()?;
        let closes = entry.decision()?.closes.get().copied();
        let is_late = closes.is_some_and(|closes| closes < self.today);
        if is_late || (closes.is_none() && tally.voters.is_empty()) || tally.mode == Some(Mode::Lead) {
            return None;
        }
        Some(Now::Vote { voted: tally.present(), members: tally.eligible, quorum: tally.quorum, closes })
    }

    /// What `step` lacks, without what time alone brings and what the vote that is under way says.
    fn missing(&self, step: &NextStep, under_way: &[UnderWay]) -> Vec<String> {
        let of_evidence = self.lacking(step).map(|unmet| plain(&unmet.wants()));
        let votes = under_way.iter().any(|it| matches!(it.what, Now::Vote { .. }));
        let lacks = step.lacks.iter().filter(|_| !votes).cloned();
        of_evidence.chain(lacks).collect()
    }

    /// What `step` asks for and that is not there, without what time alone brings, in the order of the workflow.
    pub(crate) fn lacking<'a>(&self, step: &'a NextStep) -> impl Iterator<Item = &'a Unmet<'a>> {
        step.missing.iter().filter(|unmet| !self.is_time_alone(unmet))
    }

    fn is_time_alone(&self, unmet: &Unmet) -> bool {
        unmet.earliest.is_some_and(|day| day > self.today) && unmet.parts.iter().all(|part| self.is_time_alone(part))
    }

    /// The first day for `step`: a decision that it waits for does not come before its last day, unless everybody voted. `None` when
    /// that is today or before.
    pub(crate) fn earliest(&self, entry: &Entry, step: &NextStep) -> Option<Date> {
        fn asks_for_decision(unmet: &Unmet) -> bool {
            unmet.need.guard.asks_for_decision() || unmet.parts.iter().any(asks_for_decision)
        }
        if !step.missing.iter().any(asks_for_decision) {
            return step.earliest;
        }
        let pending = self.referring(entry, Kind::Decision, "about").filter(|it| it.means() == Some(Means::Open));
        let first_day = |decision: &Entry| {
            let closes = decision.decision()?.closes.get().copied();
            closes.filter(|_| !decision.tally().is_some_and(|tally| tally.has_everybody()))
        };
        let days: Option<Vec<Date>> = pending.map(first_day).collect();
        let decided = days.and_then(|days| days.into_iter().min()).filter(|day| *day > self.today);
        step.earliest.max(decided)
    }
}

/// The usual step out of `state`: the next one on the good path. The way back is a way on, but not the next step; what is
/// over has none but forward.
fn next_of(workflow: &KindWorkflow, state: &str, steps: &[NextStep], is_over: bool) -> Option<usize> {
    // What runs and is given up comes to a good end.
    let is_good = |step: &&NextStep| {
        let row = workflow.state(&step.transition.to);
        row.is_some_and(|row| row.phase != Phase::Ended || row.means == Some(Means::Retired))
    };
    let place = |name: &str| workflow.states.iter().position(|row| row.name == name);
    let forward = |step: &&NextStep| is_good(step) && place(&step.transition.to) > place(state);
    let forward_at = steps.iter().position(|step| forward(&step));
    forward_at.or_else(|| steps.iter().position(|step| is_good(&step)).filter(|_| !is_over))
}

/// What ends on the last day of a record of this kind.
fn end_of(kind: Kind) -> End {
    match kind {
        Kind::Decision => End::Votes,
        Kind::Rfp => End::Offers,
        Kind::Bounty => End::Claims,
        Kind::Survey => End::Answers,
        Kind::Pledge => End::Silence,
        Kind::Sow
        | Kind::Proposal
        | Kind::Meeting
        | Kind::Contractor
        | Kind::Service
        | Kind::Person
        | Kind::Organization
        | Kind::Group
        | Kind::Roadmap
        | Kind::Report
        | Kind::Page => End::Comments,
    }
}
