//! Steps of a contract that cannot follow each other.

use crate::check::prelude::*;
use crate::document::contractor::{ContractEvent, ContractState};

use ContractState::{Ended, Negotiated, Notice, Renewed, Signed};

/// What may follow each state. The first step of a contract may be any: what was signed before it had steps has no word for it.
const FOLLOWS: [(ContractState, &[ContractState]); 5] = [
    (Negotiated, &[Negotiated, Signed, Ended]),
    (Signed, &[Notice, Renewed, Ended]),
    (Renewed, &[Notice, Renewed, Ended]),
    (Notice, &[Renewed, Ended]),
    (Ended, &[]),
];

pub(crate) const FIND: Find = each!(contractor.contract, find);

fn find(facts: &Facts, entry: &Entry, contract: &At<Contract>) -> Vec<Diagnostic> {
    let steps = contract.event.items();
    let pairs = steps.windows(2).filter_map(|pair| follows(facts, entry, contract, &pair[0], &pair[1]));
    let terms = steps.iter().enumerate().filter_map(|(at, step)| term(facts, entry, contract, &steps[..at], step));
    pairs.chain(terms).collect()
}

fn follows(
    facts: &Facts,
    entry: &Entry,
    contract: &Contract,
    before: &ContractEvent,
    step: &ContractEvent,
) -> Option<Diagnostic> {
    let (was, is) = (*before.to.get()?, *step.to.get()?);
    let (first, then) = (*before.date.get()?, *step.date.get()?);
    let id = contract.id.text();
    if then < first {
        let message = format!("the contract `{id}` goes to `{is}` on {then}, and to `{was}` before that, on {first}");
        let help = "put each `[[contract.event]]` into the order of the days, or correct `date`";
        return Some(facts.at(entry, step.date.span(), message).help(help).label(
            &entry.path,
            before.date.span(),
            "before",
        ));
    }
    let (_, allowed) = FOLLOWS.iter().find(|(state, _)| *state == was)?;
    if allowed.contains(&is) {
        return None;
    }
    let message = format!("the contract `{id}` goes to `{is}` on {then}, after it went to `{was}` on {first}");
    let help = match allowed {
        [] => "what is agreed on after the end is a contract of its own: add another `[[contract]]`".to_owned(),
        allowed => format!("write what became of it: {}", quoted(allowed.iter().map(|it| it.as_str()), "or")),
    };
    Some(facts.at(entry, step.to.span(), message).help(help).label(&entry.path, before.to.span(), "before"))
}

/// A renewal that does not say until when, or that ends no later than the term before it.
fn term(
    facts: &Facts,
    entry: &Entry,
    contract: &Contract,
    before: &[At<ContractEvent>],
    step: &ContractEvent,
) -> Option<Diagnostic> {
    let renewed = step.to.get().filter(|to| **to == Renewed)?;
    let id = contract.id.text();
    if step.until.is_missing() {
        let message = format!("the contract `{id}` is `{renewed}`, and nothing says until when");
        return Some(facts.at(entry, step.to.span(), message).help("add its new last day as `until`"));
    }
    let until = *step.until.get()?;
    let renewals = before.iter().filter(|it| it.to.get() == Some(&Renewed)).filter_map(|it| it.until.get());
    let last = *renewals.chain(contract.ends.get()).max()?;
    if until > last {
        return None;
    }
    let message = format!("the contract `{id}` is `{renewed}` until {until}, and ran until {last} before that");
    Some(facts.at(entry, step.until.span(), message).help("write the last day of the new term as `until`"))
}
