//! Decisions with a day and no outcome.

use crate::check::prelude::*;

pub const FIND: Find = each!(decision, find);

fn find(facts: &Facts, entry: &Entry, decision: &Decision) -> Option<Diagnostic> {
    let decided = decision.decided.get()?;
    let message = format!("{} was decided on {decided}, and how it ended is not recorded", name(entry));
    let finding = match &decision.outcome {
        Field::Absent => {
            let help = "add `outcome = \"accepted\"`, `rejected`, `no-consensus` or `withdrawn`; if it is still open, \
                take `decided` out";
            Some(facts.at(entry, decision.decided.span(), message).help(help))
        }
        Field::Unknown(gap) => {
            let help = "the minutes or the thread of that time may say it";
            Some(facts.at(entry, gap.span, message).at_level(Level::Warning).help(help))
        }
        Field::Unreadable(_) | Field::Stated(_) | Field::Withheld(_) => None,
    };
    finding.map(|finding| concerning_keys(finding, entry, BALLOT))
}
