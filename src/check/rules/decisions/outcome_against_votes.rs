//! Outcomes that do not follow from the votes.

use crate::check::prelude::*;
use crate::document::decision::VoteValue;
use crate::document::group::Role;
use crate::site::{Tally, Voter};

pub(crate) const FIND: Find = each!(decision, find);

fn find(facts: &Facts, entry: &Entry, decision: &Decision) -> Option<Diagnostic> {
    let stated = *decision.outcome.get()?;
    let tally = entry.tally()?;
    if facts.site.has_unclear_votes(entry) || has_unsaid_vote(decision) {
        return None;
    }
    let finding = match tally.mode? {
        Mode::Lead => by_lead(facts, entry, decision, stated, tally),
        mode => by_members(facts, entry, decision, stated, tally, mode),
    };
    finding.map(|finding| concerning_keys(finding, entry, BALLOT))
}

fn by_members(
    facts: &Facts,
    entry: &Entry,
    decision: &Decision,
    stated: Outcome,
    tally: &Tally,
    mode: Mode,
) -> Option<Diagnostic> {
    let implied = tally.implied().filter(|implied| contradicts(stated, *implied) && !tally.settles(stated))?;
    // An objection that is on record without a vote can end a search for consensus.
    let is_consensus = matches!(mode, Mode::Consensus | Mode::LazyConsensus) && stated != Outcome::Accepted;
    if is_consensus && !decision.dissent.is_missing() {
        return None;
    }
    let message =
        format!("{} ended as `{stated}`, but {} give `{implied}` by {}", name(entry), counted(tally), mode.in_words());
    let help = match facts.site.agreed_modes(entry).is_empty() {
        true => "correct `outcome` or the `[[vote]]` that is wrong; if it was decided in another way, say so in `mode`",
        false => "correct `outcome` or the `[[vote]]` that is wrong",
    };
    let finding = facts.at(entry, decision.outcome.span(), message).help(help);
    // A decision that was taken in a way of its own rests on another clause than the usual one.
    let way = facts.site.decision_rule(entry).filter(|way| way.mode == mode.as_str());
    let finding = finding.cited(way.and_then(|way| way.clause.as_ref()));
    Some(tally.voters.iter().fold(finding, |finding, voter| {
        let says = match (voter.is_member, voter.is_repeated, voter.is_replaced) {
            (false, _, _) => format!("{}, who was no member, does not count", voter.value),
            (true, true, _) => format!("{}, a second vote, does not count", voter.value),
            (true, false, true) => format!("{}, until the later vote of the same person", voter.value),
            (true, false, false) => voter.value.to_string(),
        };
        finding.label(&entry.path, voter.name_span, says)
    }))
}

/// What the lead alone decides ends as the lead voted, whatever the others say.
fn by_lead(facts: &Facts, entry: &Entry, decision: &Decision, stated: Outcome, tally: &Tally) -> Option<Diagnostic> {
    let (site, day) = (facts.site, facts.site.day_of_decision(entry));
    let group = site.target(entry, "group")?;
    let leads = |day| match site.final_say(group, day) {
        nobody if nobody.is_empty() => site.role_holders(Role::Lead.as_str(), Some(group), day),
        leads => leads,
    };
    let is_lead = |voter: &&Voter| site.voter(voter).is_some_and(|it| it.is_one_of(&leads(voter.date.unwrap_or(day))));
    let ended = format!("{} ended as `{stated}`", name(entry));
    let Some(vote) = tally.voters.iter().filter(|voter| voter.is_last_word()).find(is_lead) else {
        let lead = list(leads(day).into_iter().map(name), "or");
        let is_known = !tally.voters.is_empty() && !lead.is_empty();
        let message = format!("{ended} by the word of the lead, and {lead} did not vote");
        let help = format!("add the vote of {lead}, or correct `mode`");
        return is_known.then(|| facts.at(entry, decision.outcome.span(), message).help(help));
    };
    let implied = match vote.value {
        VoteValue::Yes => Outcome::Accepted,
        VoteValue::No => Outcome::Rejected,
        VoteValue::Abstain | VoteValue::Recuse => Outcome::NoConsensus,
    };
    if !contradicts(stated, implied) {
        return None;
    }
    let (lead, gave) = (voter_name(facts, vote), vote.value);
    let message = format!("{ended}, but {lead}, who leads and decides alone, gave `{gave}`");
    let finding =
        facts.at(entry, decision.outcome.span(), message).help("correct `outcome` or the `[[vote]]` of the lead");
    Some(finding.label(&entry.path, vote.name_span, "the vote of the lead"))
}

/// Only what was accepted and what was not is a contradiction: groups differ in what they call a motion that failed.
fn contradicts(stated: Outcome, implied: Outcome) -> bool {
    stated != Outcome::Withdrawn && (stated == Outcome::Accepted) != (implied == Outcome::Accepted)
}

/// `2 yes, 1 no and 1 abstention`.
fn counted(tally: &Tally) -> String {
    let abstained = match tally.abstain {
        0 => String::new(),
        1 => " with 1 abstention".to_owned(),
        many => format!(" with {many} abstentions"),
    };
    format!("{} yes and {} no{abstained}", tally.yes, tally.no)
}
