//! Events, votes, objections, approvals and outcomes that were on record and are gone or say something else.

use crate::check::prelude::*;
use crate::check::rules::changed::{Pair, Steps, ballots, changes_of_event, in_words, pairs, steps};

const HELP: &str =
    "write it again as it was; to correct it, add a new event or a new decision that says what was wrong";

const HELP_ON_TIME: &str =
    "write it again as it was; people were told that day, which may be put off and not brought forward";

pub const FIND: Find = Find::Site(find);

fn find(facts: &Facts) -> Vec<Diagnostic> {
    pairs(facts).iter().flat_map(|pair| of_events(facts, pair).into_iter().chain(of_ballots(facts, pair))).collect()
}

fn of_events(facts: &Facts, pair: &Pair) -> Vec<Diagnostic> {
    let steps = steps(facts, pair);
    let record = name(pair.after);
    let edited = steps.edited.iter().map(|(was, is)| {
        let changes = changes_of_event(facts, was, is);
        let written = || changes.iter().find_map(|it| key_in(pair.after, is, it.key));
        let span = changes.iter().find_map(|it| it.span).or_else(written).unwrap_or(is.span);
        let told = list(changes.iter().map(|it| format!("its `{}` {}", it.key, in_words(it))), "and");
        facts.at(pair.after, span, format!("the event {} in {record} was edited: {told}", called(was))).help(HELP)
    });
    let removed = steps.removed.iter().map(|(was, stood_after)| {
        let after = stood_after.map_or(String::new(), |it| format!(", after the one to `{}`,", it.to.text()));
        let message = format!("the event {}{after} was removed from {record}", called(was));
        facts.at(pair.after, stood_after.and_then(|it| it.to.span()), message).help(HELP)
    });
    edited.chain(removed).chain(of_places(facts, pair, &steps)).collect()
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
fn of_places(facts: &Facts, pair: &Pair, steps: &Steps) -> Option<Diagnostic> {
    let (first, others) = steps.moved.split_first()?;
    let which = list(steps.moved.iter().map(|it| format!("the one {}", called(it))), "and");
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
    let broken = ballots(facts, pair).into_iter();
    broken
        .map(|it| facts.at(pair.after, it.span, it.message).help(if it.is_window { HELP_ON_TIME } else { HELP }))
        .collect()
}
