//! Contracts that begin before the decision that allows them.

use crate::check::prelude::*;
use crate::check::rules::money_trail::{Approval, approval};

pub const FIND: Find = Find::Site(find);

fn find(facts: &Facts) -> Vec<Diagnostic> {
    let of_contractor = |entry| contracts(entry).iter().filter_map(move |contract| of_contract(facts, entry, contract));
    facts.site.of_kind(Kind::Contractor).flat_map(of_contractor).collect()
}

fn contracts(entry: &Entry) -> &[At<Contract>] {
    entry.contractor().map_or(&[], |contractor| contractor.contract.items())
}

fn of_contract(facts: &Facts, entry: &Entry, contract: &At<Contract>) -> Option<Diagnostic> {
    let starts = *contract.starts.get()?;
    let decision = match contract.decision.get() {
        Some(decision) => facts.site.find(decision)?,
        None => {
            let sows: Vec<&Entry> = contract.sows.items().iter().filter_map(|sow| facts.site.find(sow)).collect();
            let Approval::Given(decision) = approval(facts.site, &sows, []) else { return None };
            decision
        }
    };
    let decided = &decision.decision()?.decided;
    let early = days_between(starts, *decided.get()?);
    if early <= 0 {
        return None;
    }
    let message = format!(
        "the contract `{}` begins on {starts}, {} before {} allows it",
        contract.id.text(),
        days(early),
        name(decision)
    );
    let help = "correct the date; if it is right, let the board confirm what was signed before its decision";
    let finding = facts.at(entry, contract.starts.span(), message).help(help);
    Some(finding.label(&decision.path, decided.span(), "decided on this day"))
}
