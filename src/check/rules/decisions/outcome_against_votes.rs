//! Outcomes that do not follow from the votes.

use crate::check::Facts;
use crate::check::rules::changed::has_touched_ballot;
use crate::check::rules::phrase::name;
use crate::check::rules::votes::{place, way_of_the_day};
use crate::diagnostic::Diagnostic;
use crate::document::decision::{Mode, Outcome};
use crate::id::Kind;
use crate::site::{Entry, Tally};

pub fn find(facts: &Facts) -> Vec<Diagnostic> {
    facts.site.of_kind(Kind::Decision).filter_map(|entry| of_decision(facts, entry)).collect()
}

fn of_decision(facts: &Facts, entry: &Entry) -> Option<Diagnostic> {
    let decision = entry.decision().filter(|_| !has_touched_ballot(facts, entry))?;
    let stated = *decision.outcome.get()?;
    let tally = facts.site.tally(entry)?;
    let implied = tally.implied().filter(|implied| contradicts(stated, *implied))?;
    // An objection that is on record without a vote can end a search for consensus.
    let mode = tally.mode?;
    if matches!(mode, Mode::Consensus | Mode::LazyConsensus)
        && stated != Outcome::Accepted
        && !decision.dissent.is_absent()
    {
        return None;
    }
    let message = format!(
        "{} ended as `{stated}`, but {} give `{implied}` by {}",
        name(entry),
        counted(&tally),
        mode.as_str().replace('-', " ")
    );
    let help = "correct the outcome or the votes; if it was decided in another way, say so in `mode`";
    let finding = facts.at(entry, decision.outcome.span(), message).help(help);
    // A decision that was taken in a way of its own rests on another clause than the usual one.
    let way = way_of_the_day(facts, entry).filter(|way| way.mode == mode.as_str());
    let finding = match way.and_then(|way| way.clause.as_ref()) {
        Some(clause) => finding.clause(clause),
        None => finding,
    };
    Some(tally.voters.iter().fold(finding, |finding, voter| {
        let says = match (voter.is_member, voter.is_repeated) {
            (false, _) => format!("{}, who was no member, does not count", voter.value),
            (true, true) => format!("{}, a second vote, does not count", voter.value),
            (true, false) => voter.value.to_string(),
        };
        finding.label(&entry.path, place(entry, voter), says)
    }))
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
