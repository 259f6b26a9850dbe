//! Decisions with an outcome and no day.

use crate::check::prelude::*;

pub(crate) const FIND: Find = each!(decision, find);

fn find(facts: &Facts, entry: &Entry, decision: &Decision) -> Option<Diagnostic> {
    let outcome = decision.outcome.get()?;
    let Gap { span, level, .. } = gap(&decision.decided, decision.outcome.span())?;
    let message = format!("{} ended as `{outcome}`, and the day is not recorded", name(entry));
    let help = match level {
        Level::Error => "add the day: `decided = 2021-05-11`",
        Level::Warning | Level::Note => "the minutes or the thread of that time may say it",
    };
    let finding = facts.at(entry, span, message).at_level(level).help(help);
    Some(concerning_keys(finding, entry, BALLOT))
}
