//! Votes on an award by people who have an interest in one of the offers.

use std::collections::BTreeSet;

use crate::check::Facts;
use crate::check::rules::phrase::name;
use crate::check::rules::votes::place;
use crate::diagnostic::Diagnostic;
use crate::document::decision::VoteValue;
use crate::id::Kind;
use crate::site::{Entry, Voter};
use crate::text::Span;

pub fn find(facts: &Facts) -> Vec<Diagnostic> {
    facts.site.of_kind(Kind::Rfp).flat_map(|entry| of_rfp(facts, entry)).collect()
}

fn of_rfp(facts: &Facts, entry: &Entry) -> Vec<Diagnostic> {
    let conflicts: Vec<(&Entry, Span)> = entry
        .rfp()
        .map_or(&[][..], |rfp| rfp.offer.items())
        .iter()
        .flat_map(|offer| offer.conflicts.items())
        .filter_map(|person| Some((facts.site.find(&person.value)?, person.span)))
        .collect();
    if conflicts.is_empty() {
        return Vec::new();
    }
    decisions(facts, entry).into_iter().flat_map(|decision| of_decision(facts, entry, decision, &conflicts)).collect()
}

/// The decisions about the call, or that its steps name, each once.
fn decisions<'a>(facts: &Facts<'a>, entry: &'a Entry) -> Vec<&'a Entry> {
    let about = facts.site.referring(entry, Kind::Decision, "about");
    let mut seen = BTreeSet::new();
    about.chain(facts.site.targets(entry, "event.decision")).filter(|decision| seen.insert(decision.at)).collect()
}

fn of_decision(facts: &Facts, rfp: &Entry, decision: &Entry, conflicts: &[(&Entry, Span)]) -> Vec<Diagnostic> {
    let Some(tally) = facts.site.tally(decision) else { return Vec::new() };
    let counted = tally.voters.iter().filter(|voter| voter.value != VoteValue::Recuse);
    let finding = |voter: &Voter| {
        let person = voter.person?;
        let (_, span) = conflicts.iter().find(|(conflicted, _)| conflicted.at == person.at)?;
        let message = format!("{} voted on {}, and has an interest in one of its offers", name(person), name(rfp));
        let help = "write `value = \"recuse\"` in the vote, and count again; if the interest is over, take the name out of \
            `conflicts` and say so in the text";
        let finding = facts.at(decision, place(decision, voter), message).help(help);
        Some(finding.label(&rfp.path, *span, "the interest"))
    };
    counted.filter_map(finding).collect()
}
