//! Contracts over statements of work for which no money is approved.

use crate::check::prelude::*;
use crate::fields::{Ref, SOW};

pub(crate) const FIND: Find = each!(contractor, find);

fn find(facts: &Facts, entry: &Entry, contractor: &Contractor) -> Vec<Diagnostic> {
    let contracts = contractor.contract.items().iter();
    let covered = contracts.flat_map(|contract| contract.sows.items().iter().map(move |sow| (contract, sow)));
    covered.filter_map(|(contract, sow)| find_in_contract(facts, entry, contract.id.text(), sow)).collect()
}

fn find_in_contract(facts: &Facts, entry: &Entry, id: &str, covered: &At<Ref<SOW>>) -> Option<Diagnostic> {
    let sow = facts.site.find(&covered.value).filter(|sow| !sow.is_unreadable("event.to"))?;
    let status = sow.status.as_ref()?;
    // What was approved once and cancelled later was rightly under contract.
    let was_approved = sow.has_entered(&[Means::Approved, Means::UnderWay]);
    let is_unapproved = status.means.is_some_and(|means| means < Means::Approved || means.is_end());
    if !is_unapproved || was_approved {
        return None;
    }
    let since = status.since.map_or(String::new(), |since| format!(" since {since}"));
    let message = format!("the contract `{id}` covers {}, which is `{}`{since}", name(sow), status.state);
    let help = format!(
        "bring {} to `{}` with the board's decision, or take it out of the contract's `sows`",
        name(sow),
        facts.site.state_that(Kind::Sow, Means::Approved)
    );
    let finding = facts.at(entry, covered.span, message).help(help);
    Some(match status.steps.last() {
        Some(step) => finding.label(&sow.path, step.span, format!("`{}` since here", status.state)),
        None => finding,
    })
}
