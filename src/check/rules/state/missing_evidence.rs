//! Steps without the evidence that the rules of their day ask for.

use crate::check::prelude::*;
use crate::document::Record;
use crate::fields::{Missing, Presence};
use crate::site::Unmet;
use crate::workflow::{Evidence, Guard, Transition};

pub const FIND: Find = each!(file, of_record);

fn of_record(facts: &Facts, entry: &Entry) -> Vec<Diagnostic> {
    let events = judged(facts, entry).into_iter().filter_map(|step| {
        let transition = step.transition?;
        let before = step.before.and_then(|(state, before)| Some((state, *before.date.get()?)));
        let span = step.event.to.span();
        Some((Step { event: Some(step.event), before, to: step.to, date: step.date, span }, transition))
    });
    let steps: Vec<(Step, &Transition)> = events.chain(derived(facts.site, entry)).collect();
    steps.iter().flat_map(|(step, transition)| of_step(facts, entry, step, transition)).collect()
}

/// A step whose evidence is looked for.
struct Step<'a> {
    /// `None` where other fields than events say that it was taken.
    event: Option<&'a Event>,
    /// The state before it and the day on which the record came there, where events say so.
    before: Option<(&'a str, Date)>,
    to: &'a str,
    date: Date,
    /// Where the record says so.
    span: Option<Span>,
}

/// The steps that the fields of a decision or a meeting tell of. Where one was left out, as when a decision does not say
/// when it was opened, the next one stands for both, with what both ask for.
fn derived<'a>(site: &'a Site, entry: &'a Entry) -> Vec<(Step<'a>, &'a Transition)> {
    let is_told_by_fields = matches!(entry.kind(), Kind::Decision | Kind::Meeting);
    let workflow = workflow(site, entry).filter(|_| is_told_by_fields);
    let Some((workflow, status)) = workflow.zip(entry.status.as_ref()) else { return Vec::new() };
    let mut taken = Vec::new();
    let mut before = workflow.initial.as_str();
    for step in &status.steps {
        let between = || {
            let firsts = workflow.steps_from(Some(before), step.date);
            firsts.into_iter().find_map(|first| Some([first, workflow.step(Some(&first.to), &step.state, step.date)?]))
        };
        let transitions: Vec<&Transition> = match workflow.step(Some(before), &step.state, step.date) {
            Some(transition) => vec![transition],
            None => between().into_iter().flatten().collect(),
        };
        let it = || Step { event: None, before: None, to: &step.state, date: step.date, span: Some(step.span) };
        taken.extend(transitions.into_iter().map(|transition| (it(), transition)));
        before = &step.state;
    }
    taken
}

fn of_step(facts: &Facts, entry: &Entry, step: &Step, transition: &Transition) -> Vec<Diagnostic> {
    transition
        .needs
        .iter()
        .filter(|need| !is_told_already(facts, entry, step, need))
        .filter_map(|need| facts.site.unmet(entry, step.event, need, step.date))
        .map(|unmet| {
            let finding = finding(facts, entry, step, &unmet);
            finding.cited(unmet.clause().or(transition.clause.as_ref()))
        })
        .collect()
}

fn finding(facts: &Facts, entry: &Entry, step: &Step, unmet: &Unmet) -> Diagnostic {
    let (record, to, date, wants) = (name(entry), step.to, step.date, unmet.wants());
    if let Some(gap) = stated_gap(entry, unmet) {
        let message = format!("{record} became `{to}` on {date} without {wants}{}", unknown_because(gap));
        return facts
            .at(entry, gap.span, message)
            .at_level(Level::Warning)
            .help("fill it in as soon as somebody knows");
    }
    let message = match unmet.earliest {
        Some(earliest) => {
            let early = days(days_between(date, earliest));
            format!("{record} became `{to}` on {date}, {early} too early: it has to wait for {wants}")
        }
        None => format!("{record} became `{to}` on {date} without {wants}"),
    };
    let finding = facts.at(entry, step.span, message).about(unmet.need.wants()).help(unmet.instruction());
    finding.label(&entry.path, unmet.span, said(facts.site, entry, step, unmet))
}

/// What stands where the evidence should be: for a decision, why it does not carry the step.
fn said(site: &Site, entry: &Entry, step: &Step, unmet: &Unmet) -> String {
    let named = step.event.map(|event| &event.decision).filter(|named| named.span() == unmet.span);
    let named = named.and_then(|named| named.get());
    match named.and_then(|decision| site.find(decision)) {
        None => "this is what the record says".to_owned(),
        Some(decision) if !site.bears_on(decision, entry) => {
            let about = list(site.targets(decision, "about").map(name), "and");
            format!("{} is about {about}, which has nothing to do with {}", name(decision), name(entry))
        }
        Some(decision) => {
            let day = decision.decision().and_then(|it| it.decided.get());
            match (day, step.before) {
                (Some(day), Some((state, since))) if *day < since => {
                    format!("{} is of {day}, before {} became `{state}` on {since}", name(decision), name(entry))
                }
                _ => "this is what the record says".to_owned(),
            }
        }
    }
}

/// The author's own word that nobody knows what is lacking.
fn stated_gap<'a>(entry: &'a Entry, unmet: &Unmet) -> Option<&'a Unknown> {
    entry.gaps.iter().find_map(|gap| match &gap.what {
        Missing::Unknown(unknown) if Some(unknown.span) == unmet.span => Some(unknown),
        Missing::Unknown(_) | Missing::Withheld(_) => None,
    })
}

/// Whether another finding already speaks of what `need` looks at: a value that cannot be read, a reference that leads
/// nowhere, a decision whose own record is broken.
fn is_told_already(facts: &Facts, entry: &Entry, step: &Step, need: &Evidence) -> bool {
    let site = facts.site;
    // That the change took out the days to comment is told as such.
    let is_taken_out = |path: &str| path.split('.').next() == Some("comment") && has_shorter_window(facts, entry);
    let is_missing = |path: &str| step.event.is_none() && is_required(entry, path);
    let unread = |path: &str| is_unread(entry, path) || is_taken_out(path) || is_missing(path);
    match &need.guard {
        Guard::Section { .. } => entry.outline.too_deep,
        Guard::Field { field, .. } | Guard::Link { field } | Guard::Count { field, .. } | Guard::AllMet { field } => {
            unread(field)
        }
        Guard::Elapsed { from, .. } => unread(from),
        Guard::Before { first, then } => unread(first) || unread(then),
        Guard::Approvals { .. } => unread("approval") || has_dead_reference(site, entry, "approval.person"),
        Guard::State { of, .. } => {
            unread(of)
                || has_dead_reference(site, entry, of)
                || site.targets(entry, of).any(|target| is_blurred(site, target))
        }
        Guard::Decision { .. } => {
            let cited = step.event.and_then(|event| event.decision.get());
            let named = cited.and_then(|decision| site.find(decision));
            let about = site.referring(entry, Kind::Decision, "about");
            let is_unclear = |decision: &Entry| {
                !decision.problems.is_empty()
                    || has_dead_reference(site, decision, "group")
                    || has_dead_reference(site, decision, "about")
                    || has_touched_ballot(facts, decision)
            };
            (cited.is_some() && named.is_none())
                || has_lost_decision(facts, entry)
                || named.into_iter().chain(about).any(is_unclear)
        }
        Guard::Any { needs } => needs.iter().any(|inner| is_told_already(facts, entry, step, inner)),
        Guard::Unless { condition, needs } => {
            unread(&condition.field) || needs.iter().any(|inner| is_told_already(facts, entry, step, inner))
        }
    }
}

/// Whether a record of this kind has `key` at every step, so that a missing one is reported as such.
fn is_required(entry: &Entry, key: &str) -> bool {
    Record::rows(entry.kind()).iter().any(|row| row.key == key && row.need == Presence::Required)
}

/// Whether the state of `entry` cannot be relied on, because its record or a step of it is broken.
fn is_blurred(site: &Site, entry: &Entry) -> bool {
    let is_unknown =
        |state: &str| site.profile.kind(entry.kind()).is_some_and(|workflow| workflow.state(state).is_none());
    !entry.problems.is_empty() || entry.events().iter().any(|event| event.to.get().is_none_or(|to| is_unknown(to)))
}
