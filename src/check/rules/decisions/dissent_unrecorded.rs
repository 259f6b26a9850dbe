//! Objections in a search for consensus whose reasons are not on record.

use std::collections::BTreeSet;

use crate::check::Facts;
use crate::check::rules::phrase::name;
use crate::check::rules::votes::place;
use crate::diagnostic::Diagnostic;
use crate::document::decision::{Mode, VoteValue};
use crate::id::Kind;
use crate::site::{Entry, Voter};

pub fn find(facts: &Facts) -> Vec<Diagnostic> {
    facts.site.of_kind(Kind::Decision).flat_map(|entry| of_decision(facts, entry)).collect()
}

fn of_decision(facts: &Facts, entry: &Entry) -> Vec<Diagnostic> {
    let (Some(decision), Some(tally)) = (entry.decision(), facts.site.tally(entry)) else { return Vec::new() };
    if !matches!(tally.mode, Some(Mode::Consensus | Mode::LazyConsensus)) {
        return Vec::new();
    }
    let dissenters: BTreeSet<usize> = decision
        .dissent
        .items()
        .iter()
        .filter_map(|dissent| Some(facts.site.find(dissent.person.get()?)?.at))
        .collect();
    let unexplained = |voter: &&Voter| {
        let told = voter.person.is_none_or(|person| dissenters.contains(&person.at));
        voter.value == VoteValue::No && voter.link.is_none() && !told
    };
    let objections = tally.voters.iter().filter(unexplained);
    objections
        .map(|voter| {
            let who = voter.person.map_or_else(|| voter.name.to_owned(), name);
            let message = format!("{who} voted against, and the reason is not on record");
            let help =
                format!("add `[[dissent]]` with `person = \"{}\"` and `text`, or a `link` to the vote", voter.name);
            facts.at(entry, place(entry, voter), message).help(help)
        })
        .collect()
}
