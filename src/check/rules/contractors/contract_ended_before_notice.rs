//! Contracts that were ended before the time of their notice was over.

use crate::check::prelude::*;
use crate::document::contractor::ContractState;

pub(crate) const FIND: Find = each!(contractor.contract, find);

fn find(facts: &Facts, entry: &Entry, contract: &At<Contract>) -> Option<Diagnostic> {
    let steps = contract.event.items();
    let at = steps.iter().position(|step| step.to.get() == Some(&ContractState::Ended))?;
    let (notice, end) = (steps[..at].last()?, &steps[at]);
    let (given, ended) = (*notice.date.get()?, *end.date.get()?);
    let asked = i64::from(*contract.notice_days.get()?);
    let first = days_after(given, asked);
    // A contract that can be ended at once may be, also after notice was given, when the record says that this was done.
    let may_be_at_once = contract.terminable_at_will.is_true() || contract.terminable_at_will.is_unreadable();
    let is_at_once = may_be_at_once && !end.note.is_missing();
    let is_agreed = !end.decision.is_missing();
    if notice.to.get() != Some(&ContractState::Notice) || ended < given || ended >= first || is_at_once || is_agreed {
        return None;
    }
    // The term may be over before the notice is.
    if contract.ends.get().is_some_and(|ends| ended >= *ends) && steps[..at].iter().all(|it| it.until.is_missing()) {
        return None;
    }
    let id = contract.id.text();
    let (after, asked) = (days(days_between(given, ended)), days(asked));
    let message = format!("the contract `{id}` ended on {ended}, {after} after notice was given, and asks for {asked}");
    let help = format!(
        "correct the day: it ends on {first} at the earliest; if it was ended at once, say so in the event's `note`, and name the \
        `decision` where the contract does not allow that"
    );
    Some(facts.at(entry, end.date.span(), message).help(help).label(
        &entry.path,
        notice.date.span(),
        "notice was given",
    ))
}
