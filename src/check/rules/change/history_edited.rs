//! Events, votes, objections, approvals and outcomes that were on record and are gone or say something else.

use crate::change::{BallotChange, KeyEdit, Voice};
use crate::check::prelude::*;

const HELP: &str =
    "write it again as it was; to correct it, add a new event or a new decision that says what was wrong";

const HELP_ON_TIME: &str =
    "write it again as it was; people were told that day, which may be put off and not brought forward";

pub const FIND: Find = Find::Site(find);

fn find(facts: &Facts) -> Vec<Diagnostic> {
    facts.pairs().iter().flat_map(|pair| of_events(facts, pair).into_iter().chain(of_ballots(facts, pair))).collect()
}

fn of_events(facts: &Facts, pair: &Pair) -> Vec<Diagnostic> {
    let record = name(pair.after);
    let edited = pair.steps.edited.iter().map(|it| {
        let written = || it.edits.iter().find_map(|edit| key_in(pair.after, it.after, edit.key));
        let span = it.edits.iter().find_map(|edit| edit.span).or_else(written).unwrap_or(it.after.span);
        let edits = list(it.edits.iter().map(|edit| format!("its `{}` {}", edit.key, in_words(edit))), "and");
        let message = format!("the event {} in {record} was edited: {edits}", called(it.before));
        facts.at(pair.after, span, message).help(HELP)
    });
    let removed = pair.steps.removed.iter().map(|it| {
        let after = it.previous.map_or(String::new(), |it| format!(", after the one to `{}`,", it.to.text()));
        let message = format!("the event {}{after} was removed from {record}", called(it.step));
        facts.at(pair.after, it.previous.and_then(|it| it.to.span()), message).help(HELP)
    });
    edited.chain(removed).chain(of_places(facts, pair)).collect()
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
fn of_places(facts: &Facts, pair: &Pair) -> Option<Diagnostic> {
    let (first, others) = pair.steps.moved.split_first()?;
    let which = list(pair.steps.moved.iter().map(|it| format!("the one {}", called(it))), "and");
    let stand = if others.is_empty() { "stands" } else { "stand" };
    let message = format!("the events of {} change places: {which} {stand} elsewhere", name(pair.after));
    let help = "put the events back in the order in which they stood, and new ones behind them";
    let finding = facts.at(pair.after, first.to.span(), message).help(help);
    let labels = others.iter().filter_map(|event| event.to.span());
    Some(labels.fold(finding, |finding, span| finding.label(&pair.after.path, span, "also moved")))
}

/// `of 2021-05-04 to `costed``.
fn called(event: &Event) -> String {
    let date = event.date.get().map_or(String::new(), |date| format!("of {date} "));
    format!("{date}to `{}`", event.to.text())
}

fn of_ballots(facts: &Facts, pair: &Pair) -> Vec<Diagnostic> {
    let broken = pair.ballots.iter();
    broken
        .map(|it| {
            let help = if it.is_window() { HELP_ON_TIME } else { HELP };
            facts.at(pair.after, it.span(), message(pair, it)).help(help)
        })
        .collect()
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
