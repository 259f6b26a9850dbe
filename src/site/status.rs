//! Where a record stands: its state, since when, who holds it, what comes next and what is missing for that.

use std::sync::Arc;

use crate::document::decision::{Mode, Outcome};
use crate::document::group::Group;
use crate::document::service::Lifecycle;
use crate::document::{Event, Record};
use crate::fields::{At, DECISION, Field, Ref};
use crate::id::Kind;
use crate::text::{Date, Span, count, days_between};
use crate::workflow::{Body, By, Demanded, KindWorkflow, Means, Party, Phase, StateRow, Transition};

use super::{Entry, Site, Unmet, has_section};

/// One step that was taken.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Step {
    /// The state that the record entered.
    pub state: String,
    /// What it means; `None` when the workflow does not know it.
    pub means: Option<Means>,
    /// The day of the step; the first day on which it can have been, where that is not recorded.
    pub date: Date,
    /// Whether the record says on which day it was.
    pub is_dated: bool,
    /// As written; `None` where another field than an event says it.
    pub by: Option<String>,
    /// The decision that it rests on or that took its place, as written; `None` when none is named.
    pub decision: Option<String>,
    /// Where it can be seen, as written: an address, or the id of a record; `None` when nothing is stated.
    pub link: Option<String>,
    /// What is said about it, for a cancelled meeting the reason; `None` when nothing is.
    pub note: Option<String>,
    /// Where it is written: the event, or the field that says it; empty when neither has a place.
    pub span: Span,
}

/// Where a record stands.
#[derive(Debug, Clone)]
pub struct Status {
    /// As events spell it: `board-review`.
    pub state: String,
    /// What it means; `None` when the workflow does not know it.
    pub means: Option<Means>,
    /// The day of the last step; `None` when there is none, or when nothing says on which day it was.
    pub since: Option<Date>,
    /// In the order in which they were written.
    pub steps: Vec<Step>,
}

/// A step that could be taken next.
#[derive(Debug)]
pub struct NextStep<'a> {
    /// The row of the workflow for it.
    pub transition: &'a Transition,
    /// The evidence that it asks for and that is not there, in the order of the workflow; empty when all is.
    pub missing: Vec<Unmet<'a>>,
    /// What the record itself lacks for it, as the rules count it: `a quorum (2 votes so far; 3 have to take part)`.
    pub lacks: Vec<String>,
    /// The first day on which nothing but the missing evidence stands in the way; `None` when that is today or before.
    pub earliest: Option<Date>,
}

/// The status of `entry`; `None` for kinds without a workflow, for pages that introduce a folder, and where what it follows from
/// could not be read: nobody knows then where the record stands.
pub(super) fn status(site: &Site, entry: &Entry) -> Option<Status> {
    let workflow = site.profile.kind(entry.kind())?;
    if is_unread(entry) {
        return None;
    }
    if let Some(line) = &entry.state_line {
        return line.get().map(|state| of_line(site, entry, workflow, state));
    }
    let mut steps = steps(entry, site, workflow);
    for step in &mut steps {
        step.means = workflow.means(&step.state);
    }
    let last = steps.last();
    let state = last.map_or_else(|| initial(entry, workflow, site.today), |step| step.state.clone());
    Some(Status {
        means: workflow.means(&state),
        state,
        since: last.filter(|step| step.is_dated).map(|step| step.date),
        steps,
    })
}

/// Where a record stands that says so in a line.
fn of_line(site: &Site, entry: &Entry, workflow: &KindWorkflow, state: &str) -> Status {
    let steps: Vec<Step> = site.line_steps(entry, workflow);
    let since = steps.last().filter(|step| step.state == state).map(|step| step.date);
    Status { means: workflow.means(state), state: state.to_owned(), since, steps }
}

/// Whether the record has no front matter, or one in which a key could not be read from which the state follows.
fn is_unread(entry: &Entry) -> bool {
    if let Some(line) = &entry.state_line {
        return line.get().is_none();
    }
    entry.front.is_none() || state_keys(entry.kind()).iter().any(|key| entry.is_unreadable(key))
}

fn initial(entry: &Entry, workflow: &KindWorkflow, today: Date) -> String {
    match &entry.record {
        // An undated service still says where it is in its life.
        Record::Service(it) => match it.lifecycle.get() {
            Some(lifecycle) => state_that(workflow, meaning_of_life(*lifecycle)),
            None => workflow.initial.clone(),
        },
        Record::Survey(it) => {
            let day = |field: &crate::fields::Field<Date>| field.get().copied();
            match (day(&it.opens), day(&it.closes)) {
                (_, Some(closes)) if closes < today && has_results(entry) => state_that(workflow, Means::Done),
                (_, Some(closes)) if closes < today => state_that(workflow, Means::Closed),
                (Some(opens), _) if opens <= today => state_that(workflow, Means::Open),
                _ => workflow.initial.clone(),
            }
        }
        _ => workflow.initial.clone(),
    }
}

/// The keys from which the state of a record follows.
fn state_keys(kind: Kind) -> &'static [&'static str] {
    match kind {
        Kind::Decision => &["opened", "decided", "outcome", "executed"],
        Kind::Meeting => &["held", "cancelled"],
        Kind::Service => &["lifecycle", "event.to", "event.date"],
        Kind::Survey => &["opens", "closes", "question", "event.to", "event.date"],
        Kind::Proposal
        | Kind::Sow
        | Kind::Rfp
        | Kind::Bounty
        | Kind::Contractor
        | Kind::Person
        | Kind::Organization
        | Kind::Group
        | Kind::Roadmap
        | Kind::Pledge
        | Kind::Report
        | Kind::Page => &["event.to", "event.date"],
    }
}

/// What this workflow calls the state that means `means`; the word for the meaning, where no state has it.
fn state_that(workflow: &KindWorkflow, means: Means) -> String {
    workflow.state_that(means).map_or(means.as_str(), |state| &state.name).to_owned()
}

/// What the state means in which a service is at a point of its life.
pub fn meaning_of_life(lifecycle: Lifecycle) -> Means {
    match lifecycle {
        Lifecycle::Planned => Means::Planned,
        Lifecycle::Experimental => Means::Trial,
        Lifecycle::Production => Means::Live,
        Lifecycle::Deprecated => Means::Deprecated,
        Lifecycle::Retired => Means::Retired,
    }
}

/// What the state means that a decision enters with its outcome.
pub fn meaning_of_outcome(outcome: Outcome) -> Means {
    match outcome {
        Outcome::Accepted => Means::Approved,
        Outcome::Rejected => Means::Refused,
        Outcome::NoConsensus => Means::Undecided,
        Outcome::Withdrawn => Means::Withdrawn,
    }
}

/// Whether the survey says what was answered, in its text or at one of its questions.
pub fn has_results(entry: &Entry) -> bool {
    let questions = entry.survey().map_or(&[][..], |survey| survey.question.items());
    questions.iter().any(|question| !question.results.is_missing())
        || has_section(entry, "Results")
        || entry.outline.too_deep
}

/// The steps that were taken, still without what their states mean.
fn steps(entry: &Entry, site: &Site, workflow: &KindWorkflow) -> Vec<Step> {
    match &entry.record {
        Record::Decision(_) => decision_steps(entry, site, workflow),
        Record::Meeting(_) => meeting_steps(entry, workflow),
        _ => entry.events().iter().filter_map(event_step).collect(),
    }
}

fn event_step(event: &At<Event>) -> Option<Step> {
    Some(Step {
        state: event.to.get()?.clone(),
        means: None,
        date: *event.date.get()?,
        is_dated: true,
        by: event.by.get().map(|by| by.0.clone()),
        decision: event.decision.get().map(|decision| decision.0.clone()),
        link: event.link.get().map(|link| link.0.clone()),
        note: event.note.get().cloned(),
        span: event.span,
    })
}

fn derived_step(workflow: &KindWorkflow, means: Means, date: Date, span: Option<Span>) -> Step {
    Step {
        state: state_that(workflow, means),
        means: None,
        date,
        is_dated: true,
        by: None,
        decision: None,
        link: None,
        note: None,
        span: span.unwrap_or_default(),
    }
}

/// A decision writes its history in its own fields: when it was put, how it ended, what took its place.
fn decision_steps(entry: &Entry, site: &Site, workflow: &KindWorkflow) -> Vec<Step> {
    let Some(decision) = entry.decision() else { return Vec::new() };
    let opened = decision.opened.get().map(|date| derived_step(workflow, Means::Open, *date, decision.opened.span()));
    let decided = decision.outcome.get().zip(decision.decided.get()).map(|(outcome, date)| {
        let link = decision.channel.get().map(|channel| channel.0.clone());
        Step { link, ..derived_step(workflow, meaning_of_outcome(*outcome), *date, decision.outcome.span()) }
    });
    let successor = site.referring(entry, Kind::Decision, "supersedes").find_map(|it| Some((it, it.decision()?)));
    let superseded = decided.is_some().then_some(successor).flatten().and_then(|(other, it)| {
        let step = derived_step(workflow, Means::Replaced, *it.decided.get()?, decision.outcome.span());
        Some(Step { decision: Some(other.id.to_string()), ..step })
    });
    let executed = decision.executed.get().zip(decision.decided.get()).map(|(evidence, decided)| {
        let day = site.named(evidence).and_then(|shown| day_shown(site, entry, shown, *decided));
        let step = derived_step(workflow, Means::Done, day.unwrap_or(*decided), decision.executed.span());
        Step { link: Some(evidence.clone()), is_dated: day.is_some(), ..step }
    });
    opened.into_iter().chain(decided).chain(executed).chain(superseded).collect()
}

/// The day on which `shown` shows that `decision` was carried out: that of the meeting, of the later decision, of the
/// report, or of the term or the duty that rests on it; else of the step that rests on it; else of the first step since, for
/// later ones come for other reasons. `None` when nothing in it has a day from `decided` until today.
fn day_shown(site: &Site, decision: &Entry, shown: &Entry, decided: Date) -> Option<Date> {
    let rests_on_it =
        |by: &Field<Ref<DECISION>>| by.get().and_then(|by| site.find(by)).is_some_and(|it| it.at == decision.at);
    let is_since = |date: &Date| (decided..=site.today).contains(date);
    let begun = |group: &Group| {
        let terms = group.member.items().iter().filter(|term| rests_on_it(&term.confirmed_by));
        let duties = group.duty.items().iter().filter(|duty| rests_on_it(&duty.decision));
        let days = terms.filter_map(|term| term.from.get()).chain(duties.filter_map(|duty| duty.since.get()));
        days.copied().filter(is_since).min()
    };
    let day = |event: &At<Event>| event.date.get().copied().filter(is_since);
    let events = || shown.events().iter();
    let of_itself = shown.meeting().and(shown.id.date());
    of_itself
        .or_else(|| shown.decision()?.decided.get().copied())
        .or_else(|| shown.report()?.published.get().copied())
        .filter(is_since)
        .or_else(|| begun(shown.group()?))
        .or_else(|| events().filter(|event| rests_on_it(&event.decision)).find_map(day))
        .or_else(|| events().filter_map(day).min())
}

fn meeting_steps(entry: &Entry, workflow: &KindWorkflow) -> Vec<Step> {
    let Some((meeting, date)) = entry.meeting().zip(entry.id.date()) else { return Vec::new() };
    if let Some(reason) = meeting.cancelled.get() {
        return vec![Step {
            note: Some(reason.clone()),
            ..derived_step(workflow, Means::Withdrawn, date, meeting.cancelled.span())
        }];
    }
    let held = meeting.held.is_true().then(|| derived_step(workflow, Means::Done, date, meeting.held.span()));
    held.into_iter().collect()
}

/// Whether the step settles the question, one way or the other.
fn is_outcome(workflow: &KindWorkflow, step: &Transition) -> bool {
    let settles = |outcome: &Outcome| match outcome {
        Outcome::Accepted | Outcome::Rejected | Outcome::NoConsensus => true,
        Outcome::Withdrawn => false,
    };
    let means = workflow.means(&step.to);
    Outcome::ALL.iter().filter(|outcome| settles(outcome)).any(|it| means == Some(meaning_of_outcome(*it)))
}

/// `label` with `called` in the place of `the group`, where that stands as words of their own.
fn renamed(label: &str, called: &str) -> String {
    const GROUP: &str = "the group";
    match label.split_once(GROUP) {
        Some((before, after)) if !after.starts_with(char::is_alphanumeric) => format!("{before}{called}{after}"),
        _ => label.to_owned(),
    }
}

impl Site {
    /// The workflow of the record's kind and the row of its state; `None` when it has no workflow or the state is unknown to it.
    pub fn state<'a>(&'a self, entry: &'a Entry) -> Option<(&'a KindWorkflow, &'a StateRow)> {
        let workflow = self.profile.kind(entry.kind())?;
        Some((workflow, workflow.state(&entry.status.as_ref()?.state)?))
    }

    /// What the record needs of sections and fields in its state, by the way that it took there; nothing where no state is known.
    pub fn demanded<'a>(&'a self, entry: &'a Entry) -> Demanded<'a> {
        let Some((workflow, state)) = self.state(entry) else { return Demanded::default() };
        let taken = entry.status.iter().flat_map(|status| &status.steps).map(|step| step.state.as_str());
        workflow.demanded(&state.name, taken)
    }

    /// Whether a value from which its state follows could not be read, or leads into a state that the workflow does not know.
    pub fn has_unclear_state(&self, entry: &Entry) -> bool {
        let workflow = self.profile.kind(entry.kind());
        let is_unknown = |state: &str| workflow.is_some_and(|workflow| workflow.state(state).is_none());
        if let Some(line) = &entry.state_line {
            return line.get().is_none_or(|state| is_unknown(state));
        }
        state_keys(entry.kind()).iter().any(|key| entry.is_unreadable(key))
            || entry.events().iter().any(|event| event.to.get().is_none_or(|to| is_unknown(to)))
    }

    /// Whether nobody needs to act on the record any more. Records without a workflow are always over.
    pub fn is_over(&self, entry: &Entry) -> bool {
        self.state(entry).is_none_or(|(workflow, state)| workflow.is_terminal(&state.name))
    }

    /// Whether the matter waits for somebody: it has a workflow of its own steps, and is not over.
    pub fn is_open_matter(&self, entry: &Entry) -> bool {
        let open = self
            .state(entry)
            .is_some_and(|(workflow, state)| !workflow.is_terminal(&state.name) && state.phase != Phase::Ended);
        open && !matches!(entry.kind(), Kind::Service | Kind::Meeting)
    }

    /// Who holds the record: the words of the profile, and whom they mean, when that is known. `None` when it is over.
    pub fn holder<'a>(&'a self, entry: &'a Entry) -> Option<(String, Vec<&'a Entry>)> {
        let (_, state) = self.state(entry)?;
        let held = state.holders.iter().map(|party| (self.called(party, entry), self.party(party, entry, self.today)));
        let mut held: Vec<_> = held.collect();
        let first_known = held.iter().position(|(_, whom)| !whom.is_empty()).unwrap_or(0);
        (!held.is_empty()).then(|| held.swap_remove(first_known))
    }

    /// `the group` is the one whose site this is; a record of another group names it.
    fn called(&self, party: &Party, entry: &Entry) -> String {
        let Party::Body(body) = party else { return party.title() };
        let of_record = if body.of_record { self.body(body, entry) } else { None };
        let own = self.own_group().map(|own| own.at);
        let Some(group) = of_record.filter(|group| Some(group.at) != own) else { return party.title() };
        let is_it = |body: &&Arc<Body>| !body.of_record && self.body(body, entry).is_some_and(|it| it.at == group.at);
        let other = self.profile.bodies.values().find(is_it);
        other.map_or_else(|| group.title.clone(), |body| body.title.clone())
    }

    /// The steps that the record can take, the usual one first, with what is missing for each.
    pub fn next_steps<'a>(&'a self, entry: &'a Entry) -> Vec<NextStep<'a>> {
        let Some((workflow, state)) = self.state(entry) else { return Vec::new() };
        workflow
            .steps_from(Some(&state.name), self.today)
            .map(|transition| {
                let missing: Vec<Unmet> =
                    transition.needs.iter().filter_map(|need| self.unmet(entry, None, need, self.today)).collect();
                let of_evidence = missing.iter().filter_map(|unmet| unmet.earliest).max();
                let of_record = self.first_day(entry, workflow, transition).filter(|day| *day > self.today);
                let lacks = self.lacks_votes(entry, workflow, transition).into_iter().collect();
                NextStep { transition, missing, lacks, earliest: of_evidence.max(of_record) }
            })
            .collect()
    }

    /// The day before which a rule forbids the step: a meeting cannot be held before its day, and nobody decides while
    /// others were promised time. When everybody voted, nobody is left to be heard.
    fn first_day(&self, entry: &Entry, workflow: &KindWorkflow, transition: &Transition) -> Option<Date> {
        if entry.meeting().is_some() && workflow.means(&transition.to) == Some(Means::Done) {
            return entry.id.date();
        }
        let closes = entry.decision().filter(|_| is_outcome(workflow, transition))?.closes.get().copied();
        closes.filter(|_| !entry.tally().is_some_and(|tally| tally.has_everybody()))
    }

    /// What an open decision still needs so that votes carry it; `None` where it is not for votes to say.
    fn lacks_votes(&self, entry: &Entry, workflow: &KindWorkflow, transition: &Transition) -> Option<String> {
        let is_by_duty = entry.decision()?.by_duty.get().is_some();
        let tally = entry.tally().filter(|_| is_outcome(workflow, transition) && !is_by_duty)?;
        let is_counted = match tally.mode? {
            Mode::SimpleMajority | Mode::Supermajority => true,
            Mode::Consensus | Mode::LazyConsensus => tally.quorum.is_some(),
            Mode::Approvals | Mode::Lead => false,
        };
        match tally.quorum.filter(|_| !tally.has_quorum()) {
            Some(quorum) if is_counted => {
                let there = count(tally.present(), "vote", "votes");
                Some(format!("a quorum ({there} so far; {quorum} have to take part)"))
            }
            None if is_counted && tally.voters.is_empty() => Some("votes (none is recorded)".to_owned()),
            Some(_) | None => None,
        }
    }

    /// What happens in the step, in the words of the workflow: `the group decides`. A record of another group names it.
    pub fn told(&self, transition: &Transition, entry: &Entry) -> String {
        let By::Parties(parties) = &transition.by else { return transition.label.clone() };
        let of_record = parties.iter().find(|party| matches!(party, Party::Body(body) if body.of_record));
        match of_record {
            Some(party) => renamed(&transition.label, &self.called(party, entry)),
            None => transition.label.clone(),
        }
    }

    /// The group of the record as its own site calls it: `the group`, `the area team`, `the board`. A record that names no
    /// group, or that of the site, is with the group.
    pub fn group_called(&self, entry: &Entry) -> String {
        let body = self.profile.bodies.get("group").filter(|body| body.of_record);
        body.map_or_else(|| "the group".to_owned(), |body| self.called(&Party::Body(body.clone()), entry))
    }

    /// Days since the last step; `None` when the record does not say when that was, or when it lies ahead.
    pub fn days_in_state(&self, entry: &Entry) -> Option<i64> {
        let days = days_between(entry.status.as_ref()?.since?, self.today);
        (days >= 0).then_some(days)
    }
}
