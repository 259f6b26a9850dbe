//! Matters whose own last day has passed while they wait for what was to come by then.

use crate::check::prelude::*;
use crate::fields::look::Value;

/// Where the profile names no deadline for a state: the kind, what the state means, the field with its last day.
const USUAL: [(Kind, Means, &str); 2] =
    [(Kind::Decision, Means::Open, "closes"), (Kind::Sow, Means::Open, "comment.closes")];

pub(crate) const FIND: Find = each!(record, find);

fn find(facts: &Facts, entry: &Entry) -> Option<Diagnostic> {
    let path = deadline(facts, entry)?;
    let found = entry.field(path)?;
    let last = found.value().and_then(Value::date)?;
    let age = days_between(last, facts.site.today);
    let is_known_open = entry.blocked().is_some() || is_stated_gap(entry);
    if age <= facts.limit || is_known_open {
        return None;
    }
    let of = match (entry.kind(), path.split('.').next()) {
        (_, Some("comment")) => "to comment on",
        (Kind::Decision, _) => "to take part in",
        (_, _) => "for",
    };
    let state = state_of(entry);
    let message =
        format!("the last day {of} {} was {last}, {} ago, and it is still in `{state}`", name(entry), days(age));
    Some(facts.at(entry, found.span(), message).help(help(facts, entry, path)))
}

/// The field with the last day of the state that `entry` is in. What is over waits for nothing.
fn deadline<'a>(facts: &Facts<'a>, entry: &'a Entry) -> Option<&'a str> {
    let (workflow, state) = facts.site.state(entry)?;
    if workflow.is_terminal(&state.name) || state.phase == Phase::Ended {
        return None;
    }
    let is_usual = |(kind, means, _): &&(Kind, Means, &str)| *kind == entry.kind() && state.means == Some(*means);
    state.deadline.as_deref().or_else(|| USUAL.iter().find(is_usual).map(|(_, _, path)| *path))
}

fn help(facts: &Facts, entry: &Entry, path: &str) -> String {
    let key = path.rsplit('.').next().unwrap_or(path);
    if entry.kind() == Kind::Decision {
        return format!(
            "add `decided` and `outcome`, `no-consensus` and `withdrawn` among them, or a later day as `{key}`"
        );
    }
    let states: Vec<String> =
        facts.site.next_steps(entry).iter().map(|step| format!("`{}`", step.transition.to)).collect();
    if facts.site.state_line_of(entry).is_some() {
        let next = facts.site.next_steps(entry);
        let lines = next.iter().filter_map(|step| facts.site.line_that_says(entry, &step.transition.to));
        let lines: Vec<String> = lines.map(|line| format!("`{line}`")).collect();
        return format!("write where it stands, {}, or a later day as `{key}`", list(lines, "or"));
    }
    format!("add the event that leads on, to {}, or write a later day as `{key}`", list(states, "or"))
}

/// Whether the record says itself that nobody knows how it ended.
fn is_stated_gap(entry: &Entry) -> bool {
    entry.decision().is_some_and(|it| it.outcome.unknown().is_some() || it.decided.unknown().is_some())
}
