//! Members who have taken part in no meeting for longer than the group's rules let a seat stay empty.

use crate::check::prelude::*;
use crate::check::rules::terms::{asked_groups, current, with_clause};
use crate::site::Via;

pub const FIND: Find = Find::Site(find);

fn find(facts: &Facts) -> Vec<Diagnostic> {
    let asked = asked_groups(facts).filter_map(|(entry, group, asked)| Some((entry, group, asked.absence_days?)));
    asked.flat_map(|(entry, group, most)| of_group(facts, entry, group, i64::from(most))).collect()
}

fn of_group(facts: &Facts, entry: &Entry, group: &Group, most: i64) -> Vec<Diagnostic> {
    // Minutes that name nobody do not say who was absent.
    let is_held = |meeting: &&Entry| {
        meeting.meeting().is_some_and(|it| it.held.is_true()) && meeting.edges.iter().any(|edge| is_presence(&edge.via))
    };
    let mut held: Vec<(Date, &Entry)> = facts
        .site
        .referring(entry, Kind::Meeting, "group")
        .filter(is_held)
        .filter_map(|meeting| Some((meeting.id.date()?, meeting)))
        .collect();
    held.sort_by_key(|(date, _)| *date);
    let members = current(group, facts.site.today).into_values();
    members.filter_map(|term| of_member(facts, entry, group, &held, term, most)).collect()
}

/// Absent is who missed every meeting, not who had none to come to: the days count until the last meeting.
fn of_member(
    facts: &Facts,
    entry: &Entry,
    group: &Group,
    held: &[(Date, &Entry)],
    term: &At<Member>,
    most: i64,
) -> Option<Diagnostic> {
    let person = term.person.get().and_then(|person| facts.site.find(person))?;
    let began = *term.from.get()?;
    let was_there = |meeting: &Entry| meeting.edges.iter().any(|edge| edge.to == person.at && is_presence(&edge.via));
    let seen = held.iter().rev().find(|(_, meeting)| was_there(meeting)).map(|(date, _)| *date);
    let since = seen.map_or(began, |seen| seen.max(began));
    let missed = held.iter().filter(|(date, _)| *date > since);
    let (last, meeting) = missed.clone().next_back()?;
    let absent = days_between(since, *last);
    if absent <= most {
        return None;
    }
    let from = match seen {
        Some(seen) if seen >= began => format!("since {seen}"),
        _ => format!("since the term began on {began}"),
    };
    let message = format!(
        "{} took part in none of the {} of {} {from}, until that of {last}, {} later",
        name(person),
        crate::text::count(missed.count(), "meeting", "meetings"),
        name(entry),
        days(absent)
    );
    let help = format!(
        "ask them; after {} the others may vote to declare the seat vacant: then add `to` and the decision",
        days(most)
    );
    let finding = facts.at(entry, term.person.span(), message).help(help);
    let finding = finding.label(
        &meeting.path,
        meeting.meeting().and_then(|it| it.present.span()),
        "the last meeting without them",
    );
    Some(with_clause(facts, group, "absence_days", finding))
}

fn is_presence(via: &Via) -> bool {
    matches!(via, Via::Key(key) if **key == *"present")
}
