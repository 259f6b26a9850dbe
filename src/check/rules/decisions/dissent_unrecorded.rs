//! Objections in a search for consensus whose reasons are not on record.

use crate::check::prelude::*;
use crate::document::decision::VoteValue;
use crate::site::Voter;

pub(crate) const FIND: Find = each!(decision, find);

fn find(facts: &Facts, entry: &Entry, decision: &Decision) -> Vec<Diagnostic> {
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
