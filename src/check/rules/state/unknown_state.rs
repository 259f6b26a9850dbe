//! States that the workflow does not know.

use crate::check::prelude::*;
use crate::text::nearest;

pub const FIND: Find = each!(file, of_record);

fn of_record(facts: &Facts, entry: &Entry) -> Vec<Diagnostic> {
    let Some(workflow) = workflow(facts.site, entry) else { return Vec::new() };
    let states = || workflow.states.iter().map(|state| state.name.as_str());
    written(entry)
        .into_iter()
        .filter(|(state, _)| workflow.state(state).is_none())
        .map(|(state, span)| {
            let message =
                format!("{} enters `{state}`, which is no state of {}", name(entry), entry.kind().with_article());
            let help = match nearest(state, states()) {
                Some(meant) => format!("did you mean `{meant}`?"),
                None => format!("the states are {}", quoted(states(), "and")),
            };
            facts.at(entry, span, message).help(help)
        })
        .collect()
}

/// Every state that the front matter names, with its place.
fn written(entry: &Entry) -> Vec<(&str, Span)> {
    let events = entry.events().iter().filter_map(|event| Some((event.to.get()?.as_str(), event.to.span()?)));
    let outcome = entry.decision().map(|it| &it.outcome).and_then(|it| Some((it.get()?.as_str(), it.span()?)));
    let lifecycle = entry.service().map(|it| &it.lifecycle).and_then(|it| Some((it.get()?.as_str(), it.span()?)));
    events.chain(outcome).chain(lifecycle).collect()
}
