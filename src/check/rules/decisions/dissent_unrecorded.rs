//! Objections in a search for consensus whose reasons are not on record.

use std::collections::BTreeSet;

use crate::check::prelude::*;
use crate::check::rules::votes::place;
use crate::document::decision::VoteValue;
use crate::site::Voter;

pub const FIND: Find = each!(record, of_decision);

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
