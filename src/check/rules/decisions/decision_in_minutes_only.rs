//! Minutes that say that something was decided, and lead to no decision.

use crate::check::Facts;
use crate::check::rules::minutes::{is_minutes, points};
use crate::check::rules::phrase::shortened;
use crate::diagnostic::Diagnostic;
use crate::id::Kind;
use crate::markdown::ListItem;
use crate::site::Entry;
use crate::text::count;

/// One finding for each file.
pub fn find(facts: &Facts) -> Vec<Diagnostic> {
    facts.site.entries.iter().filter(|entry| is_minutes(entry)).filter_map(|entry| of_minutes(facts, entry)).collect()
}

fn of_minutes(facts: &Facts, entry: &Entry) -> Option<Diagnostic> {
    let settled: Vec<&ListItem> =
        points(entry).filter(|item| is_decision(&item.text) && !leads_to_decision(facts, entry, item)).collect();
    let (first, others) = settled.split_first()?;
    let message = format!(
        "{} here, and no decision of the record says so: “{}”",
        match settled.len() {
            1 => "something was decided".to_owned(),
            several => count(several, "thing was decided", "things were decided"),
        },
        shortened(&first.text)
    );
    let help = "write it down with `candor new decision \"…\"`, and name its id here; if nothing was settled yet, say what \
        is still open";
    let finding = facts.at(entry, first.span, message).help(help);
    Some(others.iter().fold(finding, |finding, item| finding.label(&entry.path, item.span, "and here")))
}

/// How a point begins that settles something.
const BEGINS: [&str; 12] = [
    "decision:",
    "decision on",
    "decision for",
    "decided:",
    "decided to",
    "decided that",
    "we decided",
    "it was decided",
    "the group decided",
    "agreed:",
    "we agreed to",
    "the group agreed to",
];

/// What the same words say when nothing is settled after all.
const NOT_YET: [&str; 9] =
    ["no decision", "not decided", "put off", "postponed", "to be decided", "not yet", "next meeting", "deferred", "open"];

/// Only the beginning of a point is looked at: in the middle, others decide, or somebody else should.
fn is_decision(text: &str) -> bool {
    let text = text.trim_start_matches(['-', '>', '→', ' ', '*']).to_lowercase();
    BEGINS.iter().any(|words| text.starts_with(words)) && !NOT_YET.iter().any(|words| text.contains(words))
}

/// Whether the point, or the section that it stands in, leads to a decision of the record.
fn leads_to_decision(facts: &Facts, entry: &Entry, item: &ListItem) -> bool {
    let around = item.heading.and_then(|at| entry.outline.sections.get(at)).map(|section| section.span);
    let heading = item.heading.and_then(|at| entry.outline.headings.get(at)).map(|heading| heading.span.start);
    let (start, end) = match (heading, around) {
        (Some(start), Some(section)) => (start, section.end),
        _ => (entry.body_start, entry.text.len()),
    };
    entry.edges.iter().any(|edge| {
        (start..end).contains(&edge.span.start) && facts.site.entries[edge.to].kind() == Kind::Decision
    })
}
