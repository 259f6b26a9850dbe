//! Steps that the workflow does not allow, judged by the rules of their day.

use crate::check::prelude::*;
use crate::workflow::{KindWorkflow, Transition};

pub(crate) const FIND: Find = each!(record, find);

fn find(facts: &Facts, entry: &Entry) -> Vec<Diagnostic> {
    let Some(workflow) = facts.site.workflow_of(entry) else { return Vec::new() };
    let illegal = facts.judged_steps(entry).into_iter().filter(|step| !step.is_legal(workflow));
    let of_events =
        illegal.map(|step| finding(facts, entry, workflow, &step).concerning(&entry.path, step_key(step.at)));
    of_events.chain(of_line(facts, entry, workflow)).collect()
}

/// The step that the change takes by the line in which the record says where it stands.
fn of_line(facts: &Facts, entry: &Entry, workflow: &KindWorkflow) -> Option<Diagnostic> {
    let step = facts.line_step(entry)?;
    if step.is_legal(workflow) {
        return None;
    }
    let (record, to) = (name(entry), step.to);
    let line = |state: &str| facts.site.line_that_says(entry, state).unwrap_or_default();
    let Some(from) = step.from else {
        let message =
            format!("{record} begins as `{to}`, but {} begins as `{}`", entry.kind().with_article(), workflow.initial);
        return Some(facts.at(entry, step.span, message).help(format!("write `{}`", line(&workflow.initial))));
    };
    let message = format!("{record} cannot go from `{from}` to `{to}`");
    let mut legal: Vec<String> = Vec::new();
    for next in workflow.steps_from(Some(from), facts.site.made_on) {
        let line = format!("`{}`", line(&next.to));
        if !legal.contains(&line) {
            legal.push(line);
        }
    }
    let back = line(from);
    let help = match legal.is_empty() {
        true => format!("`{from}` is an end: write `{back}` again"),
        false => format!("write {}, or `{back}` again", list(legal, "or")),
    };
    Some(facts.at(entry, step.span, message).help(help))
}

fn finding(facts: &Facts, entry: &Entry, workflow: &KindWorkflow, step: &JudgedStep) -> Diagnostic {
    let (record, to, date) = (name(entry), step.to, step.date);
    let Some(from) = step.from else {
        let message =
            format!("{record} begins as `{to}`, but {} begins as `{}`", entry.kind().with_article(), workflow.initial);
        let help = format!("put an event `to = \"{}\"` before it, with the day on which it began", workflow.initial);
        return facts.at(entry, step.event.to.span(), message).help(help);
    };
    let message = match from == to {
        true => format!("{record} enters `{to}` on {date}, where it is already"),
        false => format!("{record} cannot go from `{from}` to `{to}`, as it did on {date}"),
    };
    let of_another_day = workflow.transitions.iter().find(|it| it.leaves(Some(from)) && it.to == to);
    let help = match of_another_day {
        Some(other) => day_or_step(other, date),
        None => way_on(facts, entry, workflow, step, from),
    };
    let finding = facts.at(entry, step.event.to.span(), message).help(help);
    let since = step.before.and_then(|before| before.to.span());
    finding.label(&entry.path, since, format!("it was in `{from}` from here"))
}

/// What helps where the workflow knows the step on another day.
fn day_or_step(other: &Transition, date: Date) -> String {
    match (other.since, other.until) {
        (Some(since), _) if date < since => {
            format!("this step is part of the workflow since {since}; correct `date` or `to`")
        }
        (_, Some(until)) => {
            format!("this step is not part of the workflow since {until}; correct the date or the step")
        }
        (_, None) => "correct the date or the step".to_owned(),
    }
}

/// What helps where the workflow never knows the step.
fn way_on(facts: &Facts, entry: &Entry, workflow: &KindWorkflow, step: &JudgedStep, from: &str) -> String {
    let mut legal: Vec<&str> = Vec::new();
    for next in workflow.steps_from(Some(from), step.date) {
        if !legal.contains(&next.to.as_str()) {
            legal.push(&next.to);
        }
    }
    match legal.is_empty() {
        true if step.before.is_none_or(|before| was_there(facts, entry, before)) => {
            format!("`{from}` is an end: take this `[[event]]` out, and begin a new record that refers to this one")
        }
        true => format!("`{from}` is an end: correct an earlier `[[event]]`, or begin a new record"),
        false => {
            let legal = quoted(legal, "or");
            format!("from `{from}` it can go to {legal}; add the `[[event]]` that is missing, with its `date`")
        }
    }
}

/// Whether `event` of `entry` was on record before the change, so that it is not to be edited.
fn was_there(facts: &Facts, entry: &Entry, event: &At<Event>) -> bool {
    match facts.pair(entry) {
        Some(pair) => !pair.steps.added.iter().any(|it| std::ptr::eq(*it, event)),
        // A record that the change does not touch.
        None => facts.change().is_some_and(|change| change.before(entry).is_some()),
    }
}
