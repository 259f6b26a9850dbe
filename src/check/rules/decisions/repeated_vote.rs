//! People who voted twice on one question.

use crate::check::prelude::*;
use crate::check::rules::votes::place;
use crate::site::Voter;

pub const FIND: Find = Find::Site(find);

fn find(facts: &Facts) -> Vec<Diagnostic> {
    facts.site.of_kind(Kind::Decision).flat_map(|entry| of_decision(facts, entry)).collect()
}

fn of_decision(facts: &Facts, entry: &Entry) -> Vec<Diagnostic> {
    let Some(tally) = facts.site.tally(entry) else { return Vec::new() };
    let repeated = tally.voters.iter().filter(|voter| voter.is_repeated);
    repeated
        .map(|voter| {
            let message = format!(
                "{} voted before; only the first vote counts",
                voter.person.map_or_else(|| voter.name.to_owned(), name)
            );
            let help = "keep one vote for each person, the one that is to count";
            let finding = facts.at(entry, place(entry, voter), message).help(help);
            match tally.voters.iter().find(|first| is_same(first, voter)) {
                Some(first) => {
                    finding.label(&entry.path, place(entry, first), format!("the first vote: {}", first.value))
                }
                None => finding,
            }
        })
        .collect()
}

fn is_same(one: &Voter, other: &Voter) -> bool {
    match (one.person, other.person) {
        (Some(one), Some(other)) => one.at == other.at,
        _ => one.name == other.name,
    }
}
