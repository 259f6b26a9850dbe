//! Contracts that end soon, or have ended, with nothing decided for the time after.

use crate::check::prelude::*;
use crate::document::contractor::ContractState;

pub(crate) const FIND: Find = each!(contractor, find);

fn find(facts: &Facts, entry: &Entry, contractor: &Contractor) -> Vec<Diagnostic> {
    // A contractor that runs nothing any more has been parted with.
    if entry.is_unreadable_at(&[
        "services",
        "contract.ends",
        "contract.event",
        "contract.event.to",
        "contract.event.until",
    ]) {
        return Vec::new();
    }
    let is_over = contractor.services.get().is_some_and(|_| contractor.services.has_no_items());
    let contracts = contractor.contract.items().iter().filter(|_| !is_over);
    contracts.filter_map(|contract| find_in_contract(facts, entry, contractor, contract)).collect()
}

fn find_in_contract(facts: &Facts, entry: &Entry, contractor: &Contractor, contract: &Contract) -> Option<Diagnostic> {
    let today = facts.site.today;
    let ends = contract.last_day()?;
    let notice = contract.notice_days.get().map_or(0, |days| i64::from(*days));
    let left = days_between(today, ends);
    // Of one that ends before it starts nobody knows the end.
    let is_reversed = contract.starts.get().is_some_and(|starts| ends < *starts);
    let is_followed =
        contractor.contract.items().iter().any(|other| other.last_day().is_some_and(|later| later > ends));
    // Whoever gave notice, or ended it, has decided.
    let is_parting = contract.event.items().last().and_then(|step| step.to.get());
    let is_parting = matches!(is_parting, Some(ContractState::Notice | ContractState::Ended));
    if is_parting
        || is_reversed
        || left > facts.limit.max(notice)
        || is_followed
        || is_decided(facts, entry, contract, ends)
    {
        return None;
    }
    let (id, renewal) = (contract.id.text(), renewal(contract));
    let message = match left {
        ..0 => format!(
            "the contract `{id}` ended on {ends}, {} ago, and nothing is decided for the time after{renewal}",
            days(left)
        ),
        0 => format!("the contract `{id}` ends today, and nothing is decided for the time after{renewal}"),
        _ => format!(
            "the contract `{id}` ends on {ends}, in {}, and nothing is decided for the time after{renewal}",
            days(left)
        ),
    };
    let last_day = days_after(ends, -notice);
    let help = match notice > 0 && last_day >= today {
        true => format!(
            "decide whether to go on, before notice has to be given by {last_day}; then add the next `[[contract]]`, \
                a `[[contract.event]]` with `to = \"renewed\"` or `\"notice\"`, or the decision"
        ),
        false => "add the next `[[contract]]`, or a decision about this contractor that says how it goes on".to_owned(),
    };
    Some(facts.at(entry, contract.last_day_span(), message).help(help))
}

fn renewal(contract: &Contract) -> String {
    contract.renewal.get().map_or(String::new(), |renewal| format!("; on renewal it says: {}", shortened(renewal)))
}

/// Whether a decision about the contractor that is younger than the contract is on record.
fn is_decided(facts: &Facts, entry: &Entry, contract: &Contract, ends: Date) -> bool {
    let own = contract.decision.get().and_then(|decision| facts.site.find(decision)).map(|decision| decision.at);
    // What was decided in the year before the end, or later, is about the end.
    let from = contract.starts.get().copied().unwrap_or_else(|| days_after(ends, -365));
    facts.site.referring(entry, Kind::Decision, "about").filter(|decision| Some(decision.at) != own).any(|decision| {
        decision.decision().is_some_and(|it| {
            it.outcome.get() == Some(&Outcome::Accepted) && it.decided.get().is_some_and(|decided| *decided > from)
        })
    })
}
