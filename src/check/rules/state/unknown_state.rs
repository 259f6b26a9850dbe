//! States that the workflow does not know.

use crate::check::prelude::*;
use crate::site::{meaning_of_life, meaning_of_outcome};
use crate::text::{did_you_mean, nearest};
use crate::workflow::KindWorkflow;

pub(crate) const FIND: Find = each!(record, find);

fn find(facts: &Facts, entry: &Entry) -> Vec<Diagnostic> {
    // Where a profile could not be read, it may have any state.
    let is_known = !facts.site.config.has_unclear_profile;
    let Some(workflow) = facts.site.workflow_of(entry).filter(|_| is_known) else { return Vec::new() };
    let states = || workflow.states.iter().map(|state| state.name.as_str());
    written(entry, workflow)
        .into_iter()
        .map(|(state, span)| {
            let message =
                format!("{} enters `{state}`, which is no state of {}", name(entry), entry.kind().with_article());
            let help = match nearest(state, states()) {
                Some(meant) => did_you_mean(meant),
                None if entry.state_line.is_some() => format!(
                    "the states are {}; what your own words mean says `states` of the `[[folder]]` in `candor.toml`",
                    quoted(states(), "and")
                ),
                None => format!("the states are {}", quoted(states(), "and")),
            };
            facts.at(entry, span, message).help(help)
        })
        .collect()
}

/// Every state that the front matter names or means and that the workflow does not know, with its place.
fn written<'a>(entry: &'a Entry, workflow: &KindWorkflow) -> Vec<(&'a str, Span)> {
    let events = entry.events().iter().filter_map(|event| Some((event.to.get()?.as_str(), event.to.span()?)));
    let outcome = entry.decision().map(|it| &it.outcome);
    let lacks = |means: Means| workflow.state_that(means).is_none();
    let outcome = outcome
        .and_then(|it| Some((it.get()?, it.span()?)))
        .filter(|(outcome, _)| lacks(meaning_of_outcome(**outcome)));
    let lifecycle = entry.service().map(|it| &it.lifecycle);
    let lifecycle =
        lifecycle.and_then(|it| Some((it.get()?, it.span()?))).filter(|(it, _)| lacks(meaning_of_life(**it)));
    let line = entry.state_line.as_ref().and_then(|line| Some((line.get()?.as_str(), line.span()?)));
    events
        .chain(line)
        .filter(|(state, _)| workflow.state(state).is_none())
        .chain(outcome.map(|(outcome, span)| (outcome.as_str(), span)))
        .chain(lifecycle.map(|(lifecycle, span)| (lifecycle.as_str(), span)))
        .collect()
}
