//! Objections in a search for consensus whose reasons are not on record.

use std::sync::LazyLock;

use regex::Regex;

use crate::check::prelude::*;
use crate::document::decision::VoteValue;
use crate::site::Voter;

pub(crate) const FIND: Find = each!(decision, find);

fn find(facts: &Facts, entry: &Entry, decision: &Decision) -> Vec<Diagnostic> {
    let of_votes = of_votes(facts, entry, decision);
    if of_votes.is_empty() { of_minutes(facts, entry, decision).into_iter().collect() } else { of_votes }
}

/// Words by which minutes tell of an objection, and those before them by which they tell of none.
static CONCERNS: LazyLock<Regex> = LazyLock::new(|| {
    let none = "(?:no|without|any|nor|zero|not|never|addressed|resolved)";
    let words = "(?:concerns?|objections?|objects|objected|reservations|disagrees|disagreed)";
    Regex::new(&format!(r"(?i)(?-u:\b)(?P<none>{none}\s+(?:\w+\s+){{0,2}})?(?P<word>{words})(?-u:\b)"))
        .expect("the pattern is a constant")
});

/// A decision that nobody was against, as it says, and minutes that tell of concerns where they speak of it.
fn of_minutes(facts: &Facts, entry: &Entry, decision: &Decision) -> Option<Diagnostic> {
    let is_consensus = matches!(facts.site.mode(entry), Some(Mode::Consensus | Mode::LazyConsensus));
    let is_smooth = decision.outcome.get() == Some(&Outcome::Accepted) && decision.dissent.is_missing();
    if !is_consensus || !is_smooth {
        return None;
    }
    let mut minutes = entry.backlinks.iter().map(|link| &facts.site.entries[link.from]).filter(|it| it.is_minutes());
    let (minutes, span) = minutes.find_map(|minutes| Some((minutes, concern(minutes, entry)?)))?;
    let word = &minutes.text[span.range()];
    let message = format!("{} has no dissent on record, and the minutes tell of one: “{word}”", name(entry));
    let help =
        "add `[[dissent]]` with `person` and `text`; if it was answered before the decision, say so in the minutes";
    let finding = facts.at(entry, decision.outcome.span(), message).help(help);
    Some(finding.label(&minutes.path, span, "said here"))
}

/// Where `minutes` tell of a concern, in a section that refers to `decision`.
fn concern(minutes: &Entry, decision: &Entry) -> Option<Span> {
    let outline = &minutes.outline;
    let referring = |place: Span| {
        minutes
            .edges
            .iter()
            .any(|edge| edge.to == decision.at && place.start <= edge.span.start && edge.span.end <= place.end)
    };
    let sections = outline.headings.iter().zip(&outline.sections);
    let mut places = sections.filter_map(|(heading, section)| {
        let place = Span::new(heading.span.start, section.span.end);
        referring(place).then_some(section.span)
    });
    places.find_map(|place| {
        let text = &minutes.text[place.range()];
        let mut found = CONCERNS.captures_iter(text).filter(|it| it.name("none").is_none());
        found.find_map(|it| it.name("word")).map(|it| Span::from(it.range()).shifted(place.start))
    })
}

/// Votes against whose reason is not on record.
fn of_votes(facts: &Facts, entry: &Entry, decision: &Decision) -> Vec<Diagnostic> {
    let Some(tally) = facts.site.tally(entry) else { return Vec::new() };
    let is_consensus = matches!(tally.mode, Some(Mode::Consensus | Mode::LazyConsensus));
    if !is_consensus || ["vote.link", "dissent.person"].iter().any(|key| entry.is_unreadable(key)) {
        return Vec::new();
    }
    let people = decision.dissent.items().iter().filter_map(|dissent| facts.site.find(dissent.person.get()?));
    let dissenters: Vec<usize> = people.map(|person| person.at).collect();
    let is_unexplained = |voter: &&Voter| {
        let is_dissenter = voter.person.is_none_or(|at| dissenters.contains(&at));
        voter.value == VoteValue::No && voter.link.is_none() && !is_dissenter
    };
    let finding = |voter: &Voter| {
        let message = format!("{} voted against, and the reason is not on record", voter_name(facts, voter));
        let help = format!("add `[[dissent]]` with `person = \"{}\"` and `text`, or a `link` to the vote", voter.name);
        facts.at(entry, voter.name_span, message).help(help)
    };
    tally.voters.iter().filter(is_unexplained).map(finding).collect()
}
