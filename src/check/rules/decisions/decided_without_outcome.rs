//! Decisions with a day and no outcome.

use crate::check::Facts;
use crate::check::reported::has_touched_ballot;
use crate::check::rules::history::is_unread;
use crate::check::rules::phrase::name;
use crate::diagnostic::{Diagnostic, Level};
use crate::fields::Field;
use crate::id::Kind;
use crate::site::Entry;

pub fn find(facts: &Facts) -> Vec<Diagnostic> {
    facts.site.of_kind(Kind::Decision).filter_map(|entry| of_decision(facts, entry)).collect()
}

fn of_decision(facts: &Facts, entry: &Entry) -> Option<Diagnostic> {
    let decision = entry.decision().filter(|_| !has_touched_ballot(facts, entry))?;
    let decided = decision.decided.get()?;
    let message = format!("{} was decided on {decided}, and how it ended is not recorded", name(entry));
    match &decision.outcome {
        Field::Absent if !is_unread(entry, "outcome") => {
            let help = "add `outcome = \"accepted\"`, `rejected`, `no-consensus` or `withdrawn`; if it is still open, \
                take `decided` out";
            Some(facts.at(entry, decision.decided.span(), message).help(help))
        }
        Field::Unknown(gap) => {
            let help = "the minutes or the thread of that time may say it";
            Some(facts.at(entry, gap.span, message).at_level(Level::Warning).help(help))
        }
        Field::Absent | Field::Stated(_) | Field::Withheld(_) => None,
    }
}
