//! Decisions with a day and no outcome.

use crate::check::prelude::*;

pub(crate) const FIND: Find = each!(decision, find);

fn find(facts: &Facts, entry: &Entry, decision: &Decision) -> Option<Diagnostic> {
    let decided = decision.decided.get()?;
    let Gap { span, level, .. } = gap(&decision.outcome, decision.decided.span())?;
    let message = format!("{} was decided on {decided}, and how it ended is not recorded", name(entry));
    let help = match level {
        Level::Error => {
            "add `outcome = \"accepted\"`, `rejected`, `no-consensus` or `withdrawn`; if it is still open, take \
             `decided` out"
        }
        Level::Warning | Level::Note => "the minutes or the thread of that time may say it",
    };
    let finding = facts.at(entry, span, message).at_level(level).help(help);
    Some(concerning_keys(finding, entry, BALLOT))
}
