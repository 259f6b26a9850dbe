//! Records in which nothing has happened for longer than their state should last.

use crate::check::prelude::*;

pub(crate) const FIND: Find = each!(record, find);

fn find(facts: &Facts, entry: &Entry) -> Option<Diagnostic> {
    let site = facts.site;
    let (_, state) = site.state(entry).filter(|_| !site.is_over(entry))?;
    let limit = i64::from(state.stalled_after_days?);
    if site.state_line_of(entry).is_some() {
        return inactive(facts, entry, &state.name, limit);
    }
    let age = site.days_in_state(entry).filter(|age| *age > limit)?;
    // What is blocked says itself what it waits for, and since when.
    if entry.blocked().is_some() {
        return None;
    }
    let status = entry.status.as_ref()?;
    let with = match site.holder(entry) {
        Some((words, whom)) if whom.is_empty() => format!("; it is with {words}"),
        Some((_, whom)) => format!("; it is with {}", list(whom.into_iter().map(name), "and")),
        None => String::new(),
    };
    let message =
        format!("{} has been in `{}` since {}, for {}{with}", name(entry), state.name, status.since?, days(age));
    let finding = facts.at(entry, status.steps.last().map(|step| step.span), message);
    Some(finding.help(way_on(facts, entry)))
}

/// A record that keeps a line and no events is worked on where its file changes.
fn inactive(facts: &Facts, entry: &Entry, state: &str, limit: i64) -> Option<Diagnostic> {
    let last = facts.site.last_changed(entry)?;
    let age = days_between(last, facts.site.today);
    let span = entry.state_line.as_ref().and_then(|line| line.span());
    let message =
        format!("nothing has changed in {} since {last}, for {}, and it is in `{state}`", name(entry), days(age));
    (age > limit).then(|| facts.at(entry, span, message).help(way_on(facts, entry)))
}

/// The usual next step, and what is missing for it.
fn way_on(facts: &Facts, entry: &Entry) -> String {
    let end = "or the one that ends it, with a `note`";
    let steps = facts.site.next_steps(entry);
    if facts.site.state_line_of(entry).is_some() {
        let lines = steps.iter().filter_map(|step| facts.site.line_that_says(entry, &step.transition.to));
        let lines: Vec<String> = lines.map(|line| format!("`{line}`")).collect();
        return format!("work on it, or write where it stands: {}", list(lines, "or"));
    }
    let Some(next) = steps.first() else { return format!("add the next `[[event]]`, {end}") };
    let event = format!("`[[event]]` with `to = \"{}\"`, `date` and `by`", next.transition.to);
    let missing = list(next.missing.iter().map(|unmet| unmet.wants()), "and");
    match missing.is_empty() {
        true => format!("next: {}; add {event}, {end}", next.transition.label),
        false => format!("next: {}; for that it lacks {missing}; add it, then {event}, {end}", next.transition.label),
    }
}
