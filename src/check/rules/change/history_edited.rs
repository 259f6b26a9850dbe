//! Events, votes, objections, approvals, outcomes and states that were on record and are gone or say something else.

use crate::change::{BallotChange, EditedStep, KeyEdit, RemovedStep, Voice};
use crate::check::prelude::*;

/// What nobody may put right.
const HELP: &str =
    "write it again as it was, and say in the text what was wrong; what is to hold from now on is a new decision";

const HELP_ON_SLIP: &str = "write it again as it was; if it was wrong, say so in the same change: `[[correction]]` with \
    `date`, `by` and `what`";

const HELP_ON_VOTE: &str = "write it again as it was; as long as the vote is open, whoever changed their mind adds a second \
    `[[vote]]` with its day, which counts in the place of the first";

const HELP_ON_LATE: &str = "take it out, and say in the text what they think; if it was given in time and forgotten, say so \
    in the same change: `[[correction]]` with `date`, `by` and `what`";

const HELP_ON_TIME: &str =
    "write it again as it was; people were told that day, which may be put off and not brought forward";

pub(crate) const FIND: Find = each!(pair, find);

fn find(facts: &Facts, _: &Change, pair: &Pair) -> Vec<Diagnostic> {
    let edited = pair.steps.edited.iter().filter_map(|it| edited(facts, pair, it));
    let removed = pair.steps.removed.iter().map(|it| removed(facts, pair, it));
    let ballots = pair.ballots.iter().filter(|it| !is_accounted_for(pair, it)).map(|it| of_ballot(facts, pair, it));
    edited
        .chain(removed)
        .chain(moved(facts, pair))
        .chain(ballots)
        .chain(lost(facts, pair))
        .chain(line_gone(facts, pair))
        .collect()
}

/// Whether it is a slip of the pen, or one that the record says is put right. What somebody voted and what came of it is not.
fn is_accounted_for(pair: &Pair, ballot: &BallotChange) -> bool {
    match ballot {
        BallotChange::Edited { edit, .. } | BallotChange::Result(edit) => pair.accounts_for(edit),
        BallotChange::Late { is_second, .. } => !is_second && pair.is_corrected(),
        BallotChange::Removed { .. } | BallotChange::Sooner(_) => false,
    }
}

/// One finding, however many corrections are gone.
fn lost(facts: &Facts, pair: &Pair) -> Option<Diagnostic> {
    let key = pair.corrections.lost.first()?;
    let message = format!("a {key} of {} is gone, or says something else than it did", name(pair.after));
    let help = "write it again as it was; where it was wrong itself, add another one";
    Some(facts.at(pair.after, key_span(pair.after, key), message).help(help))
}

/// The line that said where the record stands. A service has to have one, and another rule says so.
fn line_gone(facts: &Facts, pair: &Pair) -> Option<Diagnostic> {
    let (was, is) = (pair.before.state_line.as_ref()?, pair.after.state_line.as_ref()?);
    let word = pair.before.text.get(was.span().filter(|_| is.is_missing())?.range())?;
    let key = facts.site.state_key_of(pair.after)?;
    let message = format!("the `{key}` of {} was `{word}` and is gone: it says where it stands", name(pair.after));
    Some(facts.at(pair.after, None, message).help("write it again as it was, or the state to which it goes"))
}

fn edited(facts: &Facts, pair: &Pair, step: &EditedStep) -> Option<Diagnostic> {
    let wrong: Vec<&KeyEdit> = step.edits.iter().filter(|edit| !pair.accounts_for(edit)).collect();
    let help = help_on(wrong.first()?.key);
    let written = || wrong.iter().find_map(|edit| key_in(pair.after, step.after, edit.key));
    let span = wrong.iter().find_map(|edit| edit.span).or_else(written).unwrap_or(step.after.span);
    let edits = list(wrong.iter().map(|edit| format!("its `{}` {}", edit.key, in_words(edit))), "and");
    let message = format!("the event {} in {} was edited: {edits}", day_and_state(step.before), name(pair.after));
    Some(concerning_event(pair, step.after, facts.at(pair.after, span, message).help(help)))
}

/// What to do about an edit of `key`, of an event or of a vote.
fn help_on(key: &str) -> &'static str {
    match key {
        "date" | "decided" | "link" | "note" => HELP_ON_SLIP,
        "value" => HELP_ON_VOTE,
        _ => HELP,
    }
}

fn removed(facts: &Facts, pair: &Pair, step: &RemovedStep) -> Diagnostic {
    let after = step.previous.map_or(String::new(), |it| format!(", after the one to `{}`,", it.to.text()));
    let message = format!("the event {}{after} was removed from {}", day_and_state(step.step), name(pair.after));
    let next = step.previous.and_then(|it| pair.place_of(it)).map_or(0, |at| at + 1);
    let finding = facts.at(pair.after, step.previous.and_then(|it| it.to.span()), message).help(HELP);
    finding.concerning(&pair.after.path, step_key(next))
}

/// Where `key` of `event` is written, also where its value cannot be read.
fn key_in(entry: &Entry, event: &At<Event>, key: &str) -> Option<Span> {
    let next = entry.events().iter().map(|it| it.span.start).filter(|start| *start > event.span.start).min();
    let end = next.unwrap_or(entry.body_start);
    let mut start = event.span.start;
    entry.text.get(start..end)?.split_inclusive('\n').find_map(|line| {
        let at = start;
        start += line.len();
        let rest = line.strip_prefix(key)?;
        rest.trim_start().starts_with('=').then(|| Span::new(at, at + key.len()))
    })
}

/// One finding, however many events were moved.
fn moved(facts: &Facts, pair: &Pair) -> Option<Diagnostic> {
    let (first, others) = pair.steps.moved.split_first()?;
    let which = list(pair.steps.moved.iter().map(|it| format!("the one {}", day_and_state(it))), "and");
    let are = if others.is_empty() { "is" } else { "are" };
    let message = format!("the events of {} change places: {which} {are} elsewhere", name(pair.after));
    let help = "put the events back in the order in which they were, and new ones behind them";
    let finding = facts.at(pair.after, first.to.span(), message).help(help);
    let labels = others.iter().filter_map(|event| event.to.span());
    let finding = labels.fold(finding, |finding, span| finding.label(&pair.after.path, span, "also moved"));
    let places = pair.steps.moved.iter().filter_map(|event| pair.place_of(event));
    // Each step may be another one now.
    let keys = places.map(event_key).chain(["step".to_owned()]);
    Some(keys.fold(finding, |finding, key| finding.concerning(&pair.after.path, key)))
}

/// `of 2021-05-04 to `costed``.
fn day_and_state(event: &Event) -> String {
    let date = event.date.get().map_or(String::new(), |date| format!("of {date} "));
    format!("{date}to `{}`", event.to.text())
}

fn of_ballot(facts: &Facts, pair: &Pair, ballot: &BallotChange) -> Diagnostic {
    let help = match ballot {
        BallotChange::Sooner(_) => HELP_ON_TIME,
        BallotChange::Edited { edit, .. } | BallotChange::Result(edit) => help_on(edit.key),
        BallotChange::Late { is_second: false, .. } => HELP_ON_LATE,
        BallotChange::Late { is_second: true, .. } | BallotChange::Removed { .. } => HELP,
    };
    let finding = facts.at(pair.after, ballot.span(), message(pair, ballot)).help(help);
    // Who takes one end of the time to comment out or moves it changes what the other one says.
    let key = ballot.key();
    let key = key.split_once('.').filter(|_| ballot.is_window()).map_or(key, |(window, _)| window);
    finding.concerning(&pair.after.path, key.to_owned())
}

fn message(pair: &Pair, ballot: &BallotChange) -> String {
    let record = name(pair.after);
    match ballot {
        BallotChange::Removed { what, by, .. } => {
            format!("the {} of {} was taken out of {record}", what.as_str(), whose(by))
        }
        BallotChange::Edited { what, by, edit, .. } => {
            let (key, what) = (edit.key, what.as_str());
            format!("the `{key}` in the {what} of {} on {record} {}", whose(by), in_words(edit))
        }
        BallotChange::Late { by, .. } => {
            format!("a vote of {} was added to {record}, which was decided already", whose(by))
        }
        BallotChange::Result(edit) => format!("the `{}` of {record} {}", edit.key, in_words(edit)),
        BallotChange::Sooner(KeyEdit { key, before, after: Some(after), .. }) => {
            format!("the `{key}` of {record} was moved from `{before}` to `{after}`")
        }
        BallotChange::Sooner(edit) => format!("the `{}` of {record} {}", edit.key, in_words(edit)),
    }
}

fn whose(by: &Voice) -> String {
    by.entry.map_or_else(|| format!("`{}`", by.text), name)
}

/// `was changed from a to b`, `was a and is gone`.
fn in_words(edit: &KeyEdit) -> String {
    match &edit.after {
        Some(after) => format!("was changed from `{}` to `{after}`", edit.before),
        None => format!("was `{}` and is gone", edit.before),
    }
}
