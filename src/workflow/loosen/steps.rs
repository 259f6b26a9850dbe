//! The states and steps of one kind, compared.

use std::collections::BTreeSet;

use super::super::{By, KindWorkflow, StateRow};
use super::asked::days;
use super::guards::{dropped, holds_party};
use super::{Found, Part};
use crate::id::Kind;
use crate::text::{Date, quoted};

/// A step as a pair of states; `None` for the beginning of a record.
type Way<'a> = (Option<&'a str>, &'a str);

/// What the workflow of `kind` allows that it did not. `general` is after how many days any state counts as stalled, before
/// and after.
pub(super) fn workflow(
    kind: Kind,
    (before, after): (&KindWorkflow, &KindWorkflow),
    general: (Option<u32>, Option<u32>),
    found: &mut Found,
) {
    let name = kind.with_article();
    if !before.derived && after.derived {
        let message = format!("the state of {name} does not follow from its events any more");
        found.add(&["kind", kind.name(), "derived"], message);
    }
    if before.initial != after.initial {
        let message = format!("{name} begins as `{}` and not as `{}`", after.initial, before.initial);
        found.add(&["kind", kind.name(), "initial"], message);
    }
    for state in &before.states {
        match after.state(&state.name) {
            Some(is) => {
                state_row(kind, state, is, found);
                waits(kind, (before, state), (after, is), general, found);
            }
            None => lost_state(kind, state, after, found),
        }
    }
    demands(kind, before, after, found);
    new_states(kind, before, after, found);
    let days = days(&before.transitions, &after.transitions, |step| [step.since, step.until]);
    let mut freed: Vec<Freed> = Vec::new();
    for way in ways(after) {
        for day in &days {
            step((before, after), way, *day, &mut freed);
        }
    }
    for day in &days {
        beginning((before, after), *day, &mut freed);
    }
    for Freed { from, to, what } in freed {
        found.at(way_to_step(kind, from[0], to), format!("{} {what}", step_name(&name, &from, to)));
    }
}

/// Something that steps to one state do not ask any more, with the states that they come from.
struct Freed<'a> {
    from: Vec<Option<&'a str>>,
    to: &'a str,
    what: String,
}

fn free<'a>(freed: &mut Vec<Freed<'a>>, (from, to): Way<'a>, what: String) {
    match freed.iter_mut().find(|it| it.to == to && it.what == what && it.from[0].is_some() == from.is_some()) {
        Some(it) if it.from.contains(&from) => {}
        Some(it) => it.from.push(from),
        None => freed.push(Freed { from: vec![from], to, what }),
    }
}

/// ``the step of a statement of work from `draft` to `discussion` ``.
fn step_name(name: &str, from: &[Option<&str>], to: &str) -> String {
    let states: Vec<&str> = from.iter().flatten().copied().collect();
    match states.len() {
        0 => format!("the beginning of {name} as `{to}`"),
        1..=3 => format!("the step of {name} from {} to `{to}`", quoted(states, "or")),
        many => format!("the step of {name} from {many} states to `{to}`"),
    }
}

/// Every step of a workflow, from one state to another.
fn ways(workflow: &KindWorkflow) -> BTreeSet<Way<'_>> {
    let begin = workflow.transitions.iter().filter(|step| step.from.is_empty()).map(|step| (None, step.to.as_str()));
    let go_on = workflow.transitions.iter();
    let go_on = go_on.flat_map(|step| step.from.iter().map(|from| (Some(from.as_str()), step.to.as_str())));
    begin.chain(go_on).collect()
}

/// A state of both that means something else.
fn state_row(kind: Kind, was: &StateRow, is: &StateRow, found: &mut Found) {
    let way = || way_to_state(kind, &was.name);
    if was.means != is.means {
        let word = |row: &StateRow| row.means.map_or("nothing".to_owned(), |means| format!("`{means}`"));
        let (old, new) = (word(was), word(is));
        found.at(way(), format!("the state `{}` of {} means {new} and not {old}", was.name, kind.with_article()));
    } else if was.phase != is.phase {
        let (old, new) = (was.phase, is.phase);
        found.at(
            way(),
            format!("the state `{}` of {} counts as `{new}` and not as `{old}`", was.name, kind.with_article()),
        );
    }
}

/// A state of both that waits for nobody, for others, or for longer.
fn waits(
    kind: Kind,
    (before, was): (&KindWorkflow, &StateRow),
    (after, is): (&KindWorkflow, &StateRow),
    (old, new): (Option<u32>, Option<u32>),
    found: &mut Found,
) {
    let (name, title) = (was.name.as_str(), kind.with_article());
    if is.is_kept_up && !was.is_kept_up {
        let message = format!("the text of {title} can be changed in the state `{name}`, where it is over");
        found.add(&["kind", kind.name(), "states", name], message);
    }
    if after.is_terminal(name) {
        if !before.is_terminal(name) {
            let message = format!("{title} is over in the state `{name}`, which is terminal");
            found.add(&["kind", kind.name(), "terminal"], message);
        }
        return;
    }
    for party in was.holders.iter().filter(|party| !holds_party(&is.holders, party)) {
        let message = format!("{title} in the state `{name}` does not wait for {} any more", party.title());
        found.add(&["kind", kind.name(), "holder", name], message);
    }
    if let Some(field) = was.deadline.as_ref().filter(|_| was.deadline != is.deadline) {
        let message = format!("`{field}` is not the last day of {title} in the state `{name}` any more");
        found.add(&["kind", kind.name(), "deadline", name], message);
    }
    let is_general = was.stalled_after_days == old && is.stalled_after_days == new;
    let is_later = |days: &u32| is.stalled_after_days.is_none_or(|now| now > *days);
    if let Some(days) = was.stalled_after_days.filter(|days| !is_general && is_later(days)) {
        let now = is.stalled_after_days.map_or_else(|| "never".to_owned(), |now| format!("after {now} days"));
        let message = format!("{title} in the state `{name}` counts as stalled {now} and not after {days}");
        found.add(&["kind", kind.name(), "stalled_after_days", name], message);
    }
}

/// A state that is gone, where no other one means the same.
fn lost_state(kind: Kind, state: &StateRow, after: &KindWorkflow, found: &mut Found) {
    if state.means.is_some_and(|means| after.state_that(means).is_some()) {
        return;
    }
    let message =
        format!("the state `{}` of {} is gone, and no other one means the same", state.name, kind.with_article());
    found.add(&["kind", kind.name(), "states"], message);
}

/// The sections and fields that a state asks for itself and that it, or the one that means the same, demands no longer.
fn demands(kind: Kind, before: &KindWorkflow, after: &KindWorkflow, found: &mut Found) {
    let mut told: BTreeSet<(&str, &str)> = BTreeSet::new();
    for was in &before.states {
        let namesake = || after.state_that(was.means?);
        let Some(is) = after.state(&was.name).or_else(namesake) else { continue };
        for (key, what, old, new) in [
            ("sections", "the section", &was.own_sections, &is.sections),
            ("fields", "the field", &was.own_fields, &is.fields),
        ] {
            for lost in old.iter().filter(|it| !new.contains(it)) {
                if told.insert((key, lost)) {
                    let title = kind.with_article();
                    let message = format!("{title} in the state `{}` does not need {what} `{lost}` any more", was.name);
                    found.add(&["kind", kind.name(), key, &was.name], message);
                }
            }
        }
    }
}

/// States that were not there, each with the steps that lead in and out.
fn new_states(kind: Kind, before: &KindWorkflow, after: &KindWorkflow, found: &mut Found) {
    for state in after.states.iter().filter(|state| before.state(&state.name).is_none()) {
        let ways = ways(after);
        let from = ways.iter().filter(|(_, to)| *to == state.name).filter_map(|(from, _)| *from);
        let to = ways.iter().filter(|(from, _)| *from == Some(state.name.as_str())).map(|(_, to)| *to);
        let (from, to): (Vec<&str>, Vec<&str>) = (from.collect(), to.collect());
        if to.is_empty() && from.is_empty() {
            continue;
        }
        let ends = |words: Vec<&str>, word: &str| match words.is_empty() {
            true => String::new(),
            false => format!(" {word} {}", quoted(words, "and")),
        };
        let steps = format!("{}{}", ends(from, "from"), ends(to, "to"));
        let message = format!("{} can be in the state `{}` too, with steps{steps}", kind.with_article(), state.name);
        found.at(way_to_state(kind, &state.name), message);
    }
}

/// What the step `way` allows on `day` that it did not. Steps from and to new states are told with those.
fn step<'a>((before, after): (&KindWorkflow, &KindWorkflow), way: Way<'a>, day: Date, freed: &mut Vec<Freed<'a>>) {
    let (from, to) = way;
    let is_new = |state: &str| before.state(state).is_none();
    let Some(is) = after.step(from, to, day) else { return };
    if is_new(to) || from.is_some_and(is_new) {
        return;
    }
    let mut say = |what: String| free(freed, way, what);
    let Some(was) = before.step(from, to, day) else {
        // Anybody could begin a record there, with nothing to show.
        if from.is_some() || before.initial != to {
            let since =
                is.since.filter(|since| *since == day).map_or(String::new(), |since| format!(" from {since} on"));
            say(format!("is legal{since}, and was not"));
        }
        return;
    };
    match (&was.by, &is.by) {
        (By::Parties(_), By::Anyone) => say("may be taken by anyone".to_owned()),
        (By::Parties(old), By::Parties(new)) => {
            for party in new.iter().filter(|party| !holds_party(old, party)) {
                say(format!("may be taken by {} too", party.title()));
            }
        }
        (By::Anyone, By::Anyone | By::Parties(_)) => {}
    }
    for lost in dropped(&was.needs, &is.needs) {
        say(lost);
    }
    if was.clause.is_some() && is.clause.is_none() {
        say("rests on no clause any more".to_owned());
    }
}

/// A record that began with something to show and begins without a word on it.
fn beginning<'a>((before, after): (&'a KindWorkflow, &KindWorkflow), day: Date, freed: &mut Vec<Freed<'a>>) {
    let way = (None, before.initial.as_str());
    let Some(was) = before.step(None, &before.initial, day) else { return };
    let asks = was.by != By::Anyone || !was.needs.is_empty();
    if asks && after.initial == before.initial && after.step(None, &after.initial, day).is_none() {
        free(freed, way, "asks for nothing any more".to_owned());
    }
}

fn key(word: &str) -> Part {
    Part::Key(word.to_owned())
}

fn way_to_state(kind: Kind, state: &str) -> Vec<Part> {
    vec![key("kind"), key(kind.name()), key("states"), Part::Item(vec![("name", Some(state.to_owned()))])]
}

fn way_to_step(kind: Kind, from: Option<&str>, to: &str) -> Vec<Part> {
    let ends = vec![("from", from.map(str::to_owned)), ("to", Some(to.to_owned()))];
    vec![key("kind"), key(kind.name()), key("transition"), Part::Item(ends)]
}
