//! The steps that a record says it took, with what the workflow says to each.

use crate::document::Event;
use crate::fields::At;
use crate::text::Date;
use crate::workflow::{Evidence, KindWorkflow, Means, Transition};

use super::{Entry, Site};

/// One step that can be judged: its states and its day are known.
#[derive(Debug)]
pub struct JudgedStep<'a> {
    /// The event, as written in the record.
    pub event: &'a At<Event>,
    /// The place of the event among those of the record, counted from zero.
    pub at: usize,
    /// The state before it; `None` for the step that begins the record.
    pub from: Option<&'a str>,
    /// The event that led into the state before it; `None` where no event did.
    pub before: Option<&'a At<Event>>,
    /// The state that it enters, one that the workflow knows.
    pub to: &'a str,
    /// The day that the event states.
    pub date: Date,
    /// The transition of the workflow for it on that day; `None` when there is none.
    pub transition: Option<&'a Transition>,
    /// Whether the record went back to a state from before this step, and is written anew since then: what its fields say now
    /// is not what this step was taken on.
    pub is_taken_back: bool,
}

impl<'a> JudgedStep<'a> {
    /// A record may begin in its initial state also where no step says so.
    pub fn is_legal(&self, workflow: &KindWorkflow) -> bool {
        self.transition.is_some() || (self.from.is_none() && self.to == workflow.initial)
    }

    /// The evidence that the workflow asks for; empty when the workflow does not know the step. Of a step that was taken back
    /// only what does not lie in the fields of the record: decisions, approvals and the event itself.
    pub fn needs(&self) -> impl Iterator<Item = &'a Evidence> + use<'a> {
        let is_taken_back = self.is_taken_back;
        let needs = self.transition.map_or(&[][..], |transition| &transition.needs);
        needs.iter().filter(move |need| !is_taken_back || !need.guard.looks_at_record())
    }
}

/// Marks the steps behind which the record goes back to a state in which it was before them.
fn mark_taken_back(steps: &mut [JudgedStep]) {
    for at in 0..steps.len() {
        let (before, after) = steps.split_at(at);
        let is_back = |later: &JudgedStep| before.iter().any(|earlier| earlier.to == later.to);
        let is_taken_back = after.iter().skip(1).any(is_back);
        steps[at].is_taken_back = is_taken_back;
    }
}

impl Site {
    /// The workflow of `entry`; `None` for kinds without states and for pages that introduce a folder.
    pub fn workflow_of(&self, entry: &Entry) -> Option<&KindWorkflow> {
        self.profile.kind(entry.kind()).filter(|workflow| !workflow.states.is_empty() && !entry.is_introduction())
    }

    /// The steps of `entry` in the order in which they are written, without those that cannot be judged: into or out of a
    /// state that the workflow does not know, behind a step that could not be read, or without a day. What began before the record did, as most services, may
    /// begin anywhere.
    pub fn judged_steps<'a>(&'a self, entry: &'a Entry) -> Vec<JudgedStep<'a>> {
        self.judged_steps_since(entry, None)
    }

    /// The same where the record is known as it was `before` a change. Where it said in a line at which point of its life it
    /// was, and no event leads there, the first event leads out of that state.
    pub fn judged_steps_since<'a>(&'a self, entry: &'a Entry, before: Option<&Entry>) -> Vec<JudgedStep<'a>> {
        let Some(workflow) = self.workflow_of(entry) else { return Vec::new() };
        let point = before.and_then(|before| self.point_of_life(before)).map(|(state, _)| state);
        let leads_there = |event: &At<Event>| event.to.get().map(String::as_str) == point;
        let begins_at = point.filter(|_| !entry.events().iter().any(leads_there));
        let mut steps = Vec::new();
        let mut before: Option<&At<Event>> = None;
        for (at, event) in entry.events().iter().enumerate() {
            let known = |event: &'a At<Event>| event.to.get().filter(|to| workflow.state(to).is_some());
            let from = match before {
                Some(before) => known(before).map(String::as_str),
                None => begins_at,
            };
            let since = before.map_or(0, |before| before.span.start);
            let unread =
                entry.unreadable_events().iter().any(|span| since <= span.start && span.start < event.span.start);
            let can_be_judged = !unread && (from.is_some() || (before.is_none() && !workflow.derived));
            if let (true, Some(to), Some(date)) = (can_be_judged, known(event), event.date.get()) {
                let transition = workflow.step(from, to, *date);
                steps.push(JudgedStep { event, at, from, before, to, date: *date, transition, is_taken_back: false });
            }
            before = Some(event);
        }
        mark_taken_back(&mut steps);
        steps
    }

    /// The fields that the steps of `entry` needed and did not have.
    pub fn fields_lacking_for_steps<'a>(&'a self, entry: &'a Entry) -> Vec<&'a str> {
        let steps = self.judged_steps(entry).into_iter();
        steps.flat_map(|step| self.lacking_evidence(entry, step)).flat_map(|need| need.guard.fields()).collect()
    }

    /// The fields that the steps of `entry` into a state that means one of `wanted` needed and did not have, so that the steps
    /// themselves are wrong by their workflow; `decision` for a decision.
    pub fn fields_lacking_at<'a>(&'a self, entry: &'a Entry, wanted: &[Means]) -> Vec<&'a str> {
        let is_wanted = |to: &str| self.means(entry.kind(), to).is_some_and(|means| wanted.contains(&means));
        let steps = self.judged_steps(entry).into_iter().filter(|step| is_wanted(step.to));
        let fields = |need: &'a Evidence| {
            let decision = need.guard.asks_for_decision().then_some("decision");
            decision.into_iter().chain(need.guard.fields())
        };
        steps.flat_map(|step| self.lacking_evidence(entry, step)).flat_map(fields).collect()
    }

    fn lacking_evidence<'a>(&self, entry: &Entry, step: JudgedStep<'a>) -> impl Iterator<Item = &'a Evidence> {
        step.needs().filter(move |need| self.unmet(entry, Some(step.event), need, step.date).is_some())
    }
}
