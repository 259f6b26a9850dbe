//! The steps that a record says it took, with what the workflow says to each; and what is left alone, because an
//! earlier finding already speaks of it.

use crate::check::Facts;
use crate::check::reported::{is_reported_with_change, reported_steps};
use crate::document::Event;
use crate::fields::At;
use crate::fields::look::{self, Value};
use crate::site::{Entry, Site};
use crate::text::Date;
use crate::workflow::{Evidence, Guard, KindWorkflow, Means, Transition};

/// One step that can be judged: its states and its day are known.
pub struct Taken<'a> {
    pub event: &'a At<Event>,
    /// The state before it, and the event that led there; `None` for the step that begins the record.
    pub before: Option<(&'a str, &'a At<Event>)>,
    pub to: &'a str,
    pub date: Date,
    /// The rule for it on that day; `None` when there is none.
    pub transition: Option<&'a Transition>,
}

impl Taken<'_> {
    /// A record may begin in its initial state also where no step says so.
    pub fn is_legal(&self, workflow: &KindWorkflow) -> bool {
        self.transition.is_some() || (self.before.is_none() && self.to == workflow.initial)
    }
}

/// The workflow of `entry`; `None` for kinds without states and for pages that introduce a folder.
pub fn workflow<'a>(site: &'a Site, entry: &Entry) -> Option<&'a KindWorkflow> {
    site.profile.kind(entry.kind()).filter(|workflow| !workflow.states.is_empty() && !entry.is_introduction())
}

/// The steps of `entry` in the order in which they are written, without those that cannot be judged: into or out of a
/// state that the workflow does not know, or without a day. What began before the record did, as most services, may
/// begin anywhere.
pub fn taken<'a>(site: &'a Site, entry: &'a Entry) -> Vec<Taken<'a>> {
    let Some(workflow) = workflow(site, entry) else { return Vec::new() };
    let mut taken = Vec::new();
    let mut before: Option<&At<Event>> = None;
    for event in entry.events() {
        let known = |event: &'a At<Event>| event.to.get().filter(|to| workflow.state(to).is_some());
        let from = before.map(|before| known(before).map(|state| (state.as_str(), before)));
        let judged = match from {
            None => !workflow.derived,
            Some(from) => from.is_some(),
        };
        if let (true, Some(to), Some(date)) = (judged, known(event), event.date.get()) {
            let from = from.flatten();
            let transition = workflow.step(from.map(|(state, _)| state), to, *date);
            taken.push(Taken { event, before: from, to, date: *date, transition });
        }
        before = Some(event);
    }
    taken
}

/// The steps of `entry` as [`taken`] has them, without those that a finding about the change reports.
pub fn judged<'a>(facts: &Facts<'a>, entry: &'a Entry) -> Vec<Taken<'a>> {
    let taken = taken(facts.site, entry);
    let Some(pair) = facts.pair(entry) else { return taken };
    let steps = reported_steps(facts, pair);
    let is_reported = |step: &Taken| is_reported_with_change(&steps, step.before.map(|(_, event)| event), step.event);
    taken.into_iter().filter(|step| !is_reported(step)).collect()
}

/// The fields that the steps of `entry` needed and did not have, so that the steps themselves are reported.
pub fn fields_told_by_steps<'a>(site: &'a Site, entry: &'a Entry) -> Vec<&'a str> {
    let mut fields = Vec::new();
    for step in taken(site, entry) {
        let needs: &[Evidence] = step.transition.map_or(&[], |transition| &transition.needs);
        for need in needs.iter().filter(|need| site.unmet(entry, Some(step.event), need, step.date).is_some()) {
            gather_fields(&need.guard, &mut fields);
        }
    }
    fields
}

/// The fields that the steps of `entry` into a state that means one of `wanted` needed and did not have, so that the steps
/// themselves are wrong by their workflow; `decision` for a decision.
pub fn fields_lacking_at<'a>(site: &'a Site, entry: &'a Entry, wanted: &[Means]) -> Vec<&'a str> {
    let is_wanted = |to: &str| site.means(entry.kind(), to).is_some_and(|means| wanted.contains(&means));
    let mut fields = Vec::new();
    for step in taken(site, entry).into_iter().filter(|step| is_wanted(step.to)) {
        let needs: &[Evidence] = step.transition.map_or(&[], |transition| &transition.needs);
        for need in needs.iter().filter(|need| site.unmet(entry, Some(step.event), need, step.date).is_some()) {
            if asks_for_decision(&need.guard) {
                fields.push("decision");
            }
            gather_fields(&need.guard, &mut fields);
        }
    }
    fields
}

fn asks_for_decision(guard: &Guard) -> bool {
    match guard {
        Guard::Decision { .. } => true,
        Guard::Unless { needs, .. } | Guard::Any { needs } => needs.iter().any(|need| asks_for_decision(&need.guard)),
        Guard::Section { .. }
        | Guard::Field { .. }
        | Guard::Link { .. }
        | Guard::Approvals(_)
        | Guard::Elapsed { .. }
        | Guard::Count { .. }
        | Guard::AllMet { .. }
        | Guard::Before { .. }
        | Guard::State { .. } => false,
    }
}

/// The fields that `guard` looks at.
pub fn gather_fields<'a>(guard: &'a Guard, fields: &mut Vec<&'a str>) {
    match guard {
        Guard::Field { field, .. } | Guard::Link { field } | Guard::Count { field, .. } | Guard::AllMet { field } => {
            fields.push(field)
        }
        Guard::Elapsed { from, .. } => fields.push(from),
        Guard::State { of, .. } => fields.push(of),
        Guard::Unless { needs, .. } | Guard::Any { needs } => {
            needs.iter().for_each(|need| gather_fields(&need.guard, fields))
        }
        Guard::Section { .. } | Guard::Decision { .. } | Guard::Approvals(_) | Guard::Before { .. } => {}
    }
}

/// Whether what stands at `key` of `entry` could not be read, so that nothing may be concluded from it; a key without a
/// path is looked for in every table of the record.
pub fn is_unread(entry: &Entry, key: &str) -> bool {
    entry.is_unreadable(key) || (!key.contains('.') && holds_unreadable(entry.record.as_value(), key))
}

fn holds_unreadable(value: &dyn Value, key: &str) -> bool {
    look::is_unreadable(value, key)
        || value.fields().iter().filter_map(|(_, field)| field.value()).any(|inner| holds_unreadable(inner, key))
        || value.items().into_iter().any(|item| holds_unreadable(item, key))
}

/// Whether a reference under `key` leads nowhere, so that another finding speaks of it.
pub fn has_dead_reference(site: &Site, entry: &Entry, key: &str) -> bool {
    site.resolved(entry, key).any(|(_, to)| to.is_none())
}
