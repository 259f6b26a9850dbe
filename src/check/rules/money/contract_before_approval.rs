//! Contracts that begin before the decision that allows them.

use crate::check::prelude::*;
use crate::site::Approval;

pub(crate) const FIND: Find = each!(contractor, find);

fn find(facts: &Facts, entry: &Entry, contractor: &Contractor) -> Vec<Diagnostic> {
    contractor.contract.items().iter().filter_map(|contract| find_in_contract(facts, entry, contract)).collect()
}

fn find_in_contract(facts: &Facts, entry: &Entry, contract: &Contract) -> Option<Diagnostic> {
    let starts = *contract.starts.get()?;
    let record = decision(facts.site, contract)?;
    let decided = &record.decision()?.decided;
    let early = days_between(starts, *decided.get()?);
    if early <= 0 {
        return None;
    }
    let (id, decision, early) = (contract.id.text(), name(record), days(early));
    let message = format!("the contract `{id}` begins on {starts}, {early} before {decision} allows it");
    let help = "correct `starts`; if it is right, let the board confirm what was signed before its decision";
    let finding = facts.at(entry, contract.starts.span(), message).help(help);
    Some(finding.label(&record.path, decided.span(), "decided on this day"))
}

/// The decision that the contract names, else the one that allows the work.
fn decision<'a>(site: &'a Site, contract: &'a Contract) -> Option<&'a Entry> {
    match contract.decision.get() {
        Some(decision) => site.find(decision),
        None => {
            let sows: Vec<&Entry> = contract.sows.items().iter().filter_map(|sow| site.find(&sow.value)).collect();
            match site.approval(&sows, []) {
                Approval::Given(decision) => Some(decision),
                Approval::Unclear | Approval::Missing => None,
            }
        }
    }
}
