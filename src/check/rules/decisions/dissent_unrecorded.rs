//! Objections in a search for consensus whose reasons are not on record.

use std::collections::BTreeSet;

use crate::check::prelude::*;
use crate::document::decision::VoteValue;
use crate::site::{Tally, Voter};

pub const FIND: Find = each!(decision, find);

fn find(facts: &Facts, entry: &Entry, decision: &Decision) -> Vec<Diagnostic> {
    let is_consensus = |tally: &&Tally| matches!(tally.mode, Some(Mode::Consensus | Mode::LazyConsensus));
    let Some(tally) = facts.site.tally(entry).filter(is_consensus) else { return Vec::new() };
    let dissenters: BTreeSet<usize> = decision
        .dissent
        .items()
        .iter()
        .filter_map(|dissent| Some(facts.site.find(dissent.person.get()?)?.at))
        .collect();
    let unexplained = |voter: &&Voter| {
        let is_dissenter = voter.person.is_none_or(|at| dissenters.contains(&at));
        voter.value == VoteValue::No && voter.link.is_none() && !is_dissenter
    };
    let objections = tally.voters.iter().filter(unexplained);
    objections
        .map(|voter| {
            let who = voter_name(facts, voter);
            let message = format!("{who} voted against, and the reason is not on record");
            let help =
                format!("add `[[dissent]]` with `person = \"{}\"` and `text`, or a `link` to the vote", voter.name);
            facts.at(entry, voter.name_span, message).help(help)
        })
        .collect()
}
