//! Steps without the evidence that the rules of their day ask for.

use crate::check::prelude::*;
use crate::diagnostic::Subject;
use crate::fields::Missing;
use crate::fields::look;
use crate::site::{LineStep, Unmet};
use crate::workflow::{Evidence, Guard, Transition};

pub(crate) const FIND: Find = each!(record, find);

fn find(facts: &Facts, entry: &Entry) -> Vec<Diagnostic> {
    let events = facts.judged_steps(entry).into_iter().filter_map(of_event);
    let of_line = facts.line_step(entry).and_then(|step| of_line(facts, step));
    let steps: Vec<(Step, &Transition, Vec<&Evidence>)> =
        events.chain(of_fields(facts.site, entry)).chain(of_line).collect();
    steps.iter().flat_map(|(step, transition, needs)| of_step(facts, entry, step, transition, needs)).collect()
}

/// A step whose evidence is looked for.
struct Step<'a> {
    /// With its place among the events; `None` where other fields than events say that it was taken.
    event: Option<(usize, &'a Event)>,
    /// The state before it and the day on which the record came there, where events say so.
    before: Option<(&'a str, Date)>,
    to: &'a str,
    date: Date,
    /// Where the record says so.
    span: Option<Span>,
}

fn of_event(step: JudgedStep<'_>) -> Option<(Step<'_>, &Transition, Vec<&Evidence>)> {
    let before = step.from.zip(step.before).and_then(|(state, before)| Some((state, *before.date.get()?)));
    let event: (usize, &Event) = (step.at, step.event);
    let span = step.event.to.span();
    let needs = step.needs().collect();
    Some((Step { event: Some(event), before, to: step.to, date: step.date, span }, step.transition?, needs))
}

fn of_line<'a>(facts: &Facts<'a>, step: LineStep<'a>) -> Option<(Step<'a>, &'a Transition, Vec<&'a Evidence>)> {
    let transition = step.transition?;
    let it = Step { event: None, before: None, to: step.to, date: facts.site.made_on, span: Some(step.span) };
    Some((it, transition, transition.needs.iter().collect()))
}

/// The steps that follow from the fields of a decision or a meeting. Where one was left out, as when a decision does not say
/// when it was opened, the next one counts for both, with what both ask for.
fn of_fields<'a>(site: &'a Site, entry: &'a Entry) -> Vec<(Step<'a>, &'a Transition, Vec<&'a Evidence>)> {
    let has_no_events = matches!(entry.kind(), Kind::Decision | Kind::Meeting);
    let workflow = site.workflow_of(entry).filter(|_| has_no_events);
    let Some((workflow, status)) = workflow.zip(entry.status.as_ref()) else { return Vec::new() };
    let mut steps = Vec::new();
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
        steps.extend(transitions.into_iter().map(|transition| (it(), transition, transition.needs.iter().collect())));
        before = &step.state;
    }
    steps
}

fn of_step(facts: &Facts, entry: &Entry, step: &Step, transition: &Transition, needs: &[&Evidence]) -> Vec<Diagnostic> {
    let event = step.event.map(|(_, event)| event);
    let all = needs.iter().filter_map(|need| facts.site.unmet(entry, event, need, step.date));
    let all = all.filter(|unmet| !is_unclear(facts.site, entry, event, &unmet.need.guard));
    all.map(|unmet| {
        let finding = finding(facts, entry, step, &unmet).cited(unmet.clause().or(transition.clause.as_ref()));
        finding.with(|it| it.subjects = subjects(facts, entry, step, &unmet.need.guard))
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
    finding.label(&entry.path, unmet.span, label(facts.site, entry, step, unmet))
}

/// The words for the place where the evidence should be: for a decision, why it does not carry the step.
fn label(site: &Site, entry: &Entry, step: &Step, unmet: &Unmet) -> String {
    let usual = || "this is what the record says".to_owned();
    let cited = step.event.map(|(_, event)| &event.decision).filter(|cited| cited.span() == unmet.span);
    let Some(decision) = cited.and_then(|cited| cited.get()).and_then(|cited| site.find(cited)) else { return usual() };
    if !site.bears_on(decision, entry) {
        let about = list(site.targets(decision, "about").map(name), "and");
        return format!("{} is about {about}, which has nothing to do with {}", name(decision), name(entry));
    }
    let day = decision.decision().and_then(|it| it.decided.get());
    match day.zip(step.before).filter(|(day, (_, since))| *day < since) {
        Some((day, (state, since))) => {
            format!("{} is of {day}, before {} became `{state}` on {since}", name(decision), name(entry))
        }
        None => usual(),
    }
}

/// The author's own word that nobody knows what is lacking.
fn stated_gap<'a>(entry: &'a Entry, unmet: &Unmet) -> Option<&'a Unknown> {
    entry.gaps.iter().find_map(|gap| match &gap.what {
        Missing::Unknown(unknown) if Some(unknown.span) == unmet.span => Some(unknown),
        Missing::Unknown(_) | Missing::Withheld(_) => None,
    })
}

/// Whether nothing can be concluded about what `guard` looks at: a value could not be read, or a reference leads nowhere.
fn is_unclear(site: &Site, entry: &Entry, event: Option<&Event>, guard: &Guard) -> bool {
    let is_unreadable = |path: &str| match path.strip_prefix("event.") {
        Some(key) => event.is_some_and(|event| look::is_unreadable(event, key)),
        None => entry.is_unreadable(path),
    };
    match guard {
        Guard::Section { .. } => entry.outline.too_deep,
        Guard::Field { field, .. } | Guard::Link { field } => is_unreadable(field),
        Guard::Count { field, distinct, .. } => {
            is_unreadable(field) || distinct.as_ref().is_some_and(|key| is_unreadable(&format!("{field}.{key}")))
        }
        Guard::Agreed { field, runs, .. } => {
            let keys = [Some(field), runs.as_ref()];
            keys.into_iter().flatten().any(|key| is_unreadable(key) || has_dead_reference(site, entry, key))
        }
        Guard::AllMet { field } => ["met", "done"].iter().any(|key| is_unreadable(&format!("{field}.{key}"))),
        Guard::Elapsed { from, .. } => is_unreadable(from),
        Guard::Before { first, then } => is_unreadable(first) || is_unreadable(then),
        Guard::Approvals { .. } => {
            let keys = ["approval", "approval.person", "approval.date"];
            entry.is_unreadable_at(&keys) || has_dead_reference(site, entry, keys[1]) || site.has_unclear_group()
        }
        Guard::State { of, .. } => {
            is_unreadable(of)
                || has_dead_reference(site, entry, of)
                || site.targets(entry, of).any(|target| site.has_unclear_state(target))
        }
        Guard::Decision { .. } => {
            let cited = event.map(|event| &event.decision);
            let leads_nowhere =
                cited.is_some_and(|it| it.is_unreadable() || it.get().is_some_and(|it| site.find(it).is_none()));
            leads_nowhere || decisions(site, entry, event).any(|decision| is_unclear_decision(site, decision))
        }
        Guard::Any { needs } => needs.iter().any(|inner| is_unclear(site, entry, event, &inner.guard)),
        Guard::Unless { condition, needs } => {
            is_unreadable(&condition.field) || needs.iter().any(|inner| is_unclear(site, entry, event, &inner.guard))
        }
    }
}

/// What of a decision says whether it carries a step.
const OF_DECISION: [&str; 7] = ["kind", "group", "about", "mode", "outcome", "decided", "vote"];

fn is_unclear_decision(site: &Site, decision: &Entry) -> bool {
    OF_DECISION.iter().any(|key| decision.is_unreadable(key))
        || ["group", "about"].iter().any(|key| has_dead_reference(site, decision, key))
}

/// The decisions that may carry a step of `entry`: the one that its event names, and those that are about the record.
fn decisions<'a>(site: &'a Site, entry: &'a Entry, event: Option<&Event>) -> impl Iterator<Item = &'a Entry> {
    let cited = event.and_then(|event| event.decision.get()).and_then(|decision| site.find(decision));
    cited.into_iter().chain(site.referring(entry, Kind::Decision, "about"))
}

/// What a step without what `guard` asks for may follow from.
fn subjects(facts: &Facts, entry: &Entry, step: &Step, guard: &Guard) -> Vec<Subject> {
    let subject = |of: &Entry, key: &str| Subject { path: of.path.clone(), key: Some(key.to_owned()) };
    let event = step.event.map(|(_, event)| event);
    let mut subjects: Vec<Subject> = step.event.iter().map(|(at, _)| subject(entry, &step_key(*at))).collect();
    for part in guard.parts() {
        subjects.extend(part.fields().into_iter().map(|field| subject(entry, field)));
        match part {
            Guard::Before { first, then } => subjects.extend([subject(entry, first), subject(entry, then)]),
            Guard::Decision { .. } => {
                let decisions = decisions(facts.site, entry, event);
                subjects.extend(decisions.flat_map(|decision| OF_DECISION.map(|key| subject(decision, key))));
                let lost = lost_decisions(facts, entry);
                subjects.extend(lost.into_iter().map(|decision| Subject { path: decision.path.clone(), key: None }));
            }
            Guard::Section { .. }
            | Guard::Field { .. }
            | Guard::Link { .. }
            | Guard::Approvals(_)
            | Guard::Elapsed { .. }
            | Guard::Count { .. }
            | Guard::AllMet { .. }
            | Guard::Agreed { .. }
            | Guard::State { .. }
            | Guard::Unless { .. }
            | Guard::Any { .. } => {}
        }
    }
    subjects
}

/// The decisions that `entry` rested on and that the change takes away, as they were.
fn lost_decisions<'a>(facts: &Facts<'a>, entry: &Entry) -> Vec<&'a Entry> {
    let Some(change) = facts.change() else { return Vec::new() };
    let Some(before) = change.base.record(&entry.id) else { return Vec::new() };
    let about = change.base.referring(before, Kind::Decision, "about");
    about.chain(change.base.targets(before, "event.decision")).filter(|decision| change.is_lost(decision)).collect()
}
