//! Proposals to bring in work that was begun only recently.

use crate::check::prelude::*;
use crate::document::proposal::Proposal;

pub const FIND: Find = each!(proposal, find);

fn find(facts: &Facts, entry: &Entry, proposal: &Proposal) -> Option<Diagnostic> {
    let wanted = facts.limit;
    let proposed = *entry.events().first()?.date.get()?;
    match &proposal.started {
        Field::Stated(started) => {
            let age = days_between(started.value, proposed);
            if age >= wanted {
                return None;
            }
            let old_enough = days_after(started.value, wanted);
            let message = format!(
                "{} was proposed on {proposed}, {} after the work on it was begun; {} are asked for",
                name(entry),
                days(age),
                days(wanted)
            );
            let help = format!("propose it again from {old_enough} on, or correct `started`");
            Some(facts.at(entry, proposal.started.span(), message).help(help))
        }
        Field::Absent if !facts.site.is_over(entry) => {
            let message = format!("nothing says how old the work is that {} brings in", name(entry));
            let help = "add `started` with the day of its first commit";
            Some(facts.at(entry, proposal.title.span(), message).help(help))
        }
        Field::Absent | Field::Unreadable(_) | Field::Unknown(_) | Field::Withheld(_) => None,
    }
}
