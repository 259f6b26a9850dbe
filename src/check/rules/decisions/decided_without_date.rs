//! Decisions with an outcome and no day.

use crate::check::prelude::*;

pub const FIND: Find = each!(decision, find);

fn find(facts: &Facts, entry: &Entry, decision: &Decision) -> Option<Diagnostic> {
    let outcome = decision.outcome.get()?;
    let message = format!("{} ended as `{outcome}`, and the day is not recorded", name(entry));
    let finding = match &decision.decided {
        Field::Absent => {
            Some(facts.at(entry, decision.outcome.span(), message).help("add the day: `decided = 2021-05-11`"))
        }
        Field::Unknown(gap) => {
            let help = "the minutes or the thread of that time may say it";
            Some(facts.at(entry, gap.span, message).at_level(Level::Warning).help(help))
        }
        Field::Unreadable(_) | Field::Stated(_) | Field::Withheld(_) => None,
    };
    finding.map(|finding| concerning_keys(finding, entry, BALLOT))
}
