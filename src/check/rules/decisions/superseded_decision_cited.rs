//! Decisions that others rest on though a later one replaced them.

use std::collections::BTreeSet;

use crate::check::prelude::*;
use crate::site::{Edge, Via};

pub(crate) const FIND: Find = each!(decision, find);

fn find(facts: &Facts, decision: &Entry, _: &Decision) -> Vec<Diagnostic> {
    let decided = |entry: &Entry| entry.decision()?.decided.get().copied();
    let mut successors = facts.site.referring(decision, Kind::Decision, "supersedes");
    let successor = successors.find_map(|entry| Some((entry, decided(entry)?)));
    let Some((successor, since)) = successor else { return Vec::new() };
    let sources: BTreeSet<usize> = decision.backlinks.iter().map(|link| link.from).collect();
    let citing = sources.into_iter().map(|at| &facts.site.entries[at]);
    let citing = citing.filter(|entry| entry.at != successor.at && !names(entry, successor));
    let finding = |entry: &Entry| {
        let span = step(entry, decision, since).or_else(|| living_text(facts, entry, decision))?;
        let (record, old, new) = (name(entry), name(decision), name(successor));
        let message = format!("{record} rests on {old}, which {new} replaced on {since}");
        Some(facts.at(entry, span, message).help(format!("cite {new}, or say beside it that it replaced the other")))
    };
    citing.filter_map(finding).collect()
}

/// Whether the record speaks of the later decision too, and so knows of it.
fn names(entry: &Entry, successor: &Entry) -> bool {
    entry.edges.iter().any(|edge| edge.to == successor.at)
}

/// A step that was taken after that day on the strength of the old decision.
fn step(entry: &Entry, decision: &Entry, since: Date) -> Option<Span> {
    let later = entry.events().iter().filter(|event| event.date.get().is_some_and(|date| *date > since));
    let mut places = later.filter_map(|event| event.decision.span());
    places.find(|place| entry.edges.iter().any(|edge| edge.to == decision.at && edge.span == *place))
}

/// Where a text that is kept true mentions the decision: pages, groups, services, contractors, and open matters. What was
/// written on a day, as minutes and decisions are, speaks of what held then.
fn living_text(facts: &Facts, entry: &Entry, decision: &Entry) -> Option<Span> {
    let is_living = match entry.kind() {
        Kind::Page => !entry.is_named_by_day() && !entry.is_introduction(),
        Kind::Group | Kind::Service | Kind::Contractor => true,
        Kind::Sow | Kind::Proposal | Kind::Rfp | Kind::Bounty | Kind::Pledge => facts.site.is_open_matter(entry),
        Kind::Decision
        | Kind::Meeting
        | Kind::Person
        | Kind::Organization
        | Kind::Roadmap
        | Kind::Survey
        | Kind::Report => false,
    };
    // A step that rests on a decision of its time is history.
    let is_event = |edge: &Edge| matches!(&edge.via, Via::Key(key) if key.starts_with("event."));
    let cited = entry.edges.iter().find(|edge| edge.to == decision.at && !is_event(edge))?;
    is_living.then_some(cited.span)
}
