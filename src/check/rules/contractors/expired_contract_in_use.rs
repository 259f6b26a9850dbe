//! Contracts that are over while the contractor goes on running what they covered.

use crate::check::prelude::*;
use crate::check::rules::inventory::{contracts, has_ended, may_cover};

pub const FIND: Find = Find::Site(find);

fn find(facts: &Facts) -> Vec<Diagnostic> {
    contracts(facts.site).filter_map(|(entry, contract)| of_contract(facts, entry, contract)).collect()
}

fn of_contract(facts: &Facts, entry: &Entry, contract: &At<Contract>) -> Option<Diagnostic> {
    let ends = *contract.ends.get()?;
    let left = left_running(facts, entry, contract);
    let first = left.first()?;
    let message = format!(
        "the contract `{}` ended on {ends}, {} ago, and {} still runs {}",
        contract.id.text(),
        days(days_between(ends, facts.site.today)),
        entry.title,
        list(left.iter().map(|service| name(service)), "and"),
    );
    let help = "add the `[[contract]]` that covers it now, or take it out of the contractor's `services` and name the \
        new `operator`";
    let finding = facts.at(entry, contract.ends.span(), message).help(help);
    Some(finding.label(&first.path, first.service().and_then(|service| service.operator.span()), "the operator"))
}

/// The services that `contract` covered, that the contractor runs today, and that no contract in force covers.
pub fn left_running<'a>(facts: &Facts<'a>, entry: &'a Entry, contract: &'a Contract) -> Vec<&'a Entry> {
    let site = facts.site;
    if !has_ended(contract, site.today) {
        return Vec::new();
    }
    let covered = contract.services.items().iter().filter_map(|service| site.find(&service.value));
    let in_force = |service: &Entry| {
        contracts(site).any(|(_, other)| !has_ended(other, site.today) && may_cover(site, other, service))
    };
    // One that an even later contract covered is told there.
    let is_told_later = |service: &Entry| {
        contracts(site).any(|(other_entry, other)| {
            other_entry.at == entry.at && other.ends.get() > contract.ends.get() && may_cover(site, other, service)
        })
    };
    covered.filter(|service| is_run_by(site, service, entry) && !in_force(service) && !is_told_later(service)).collect()
}

fn is_run_by(site: &Site, service: &Entry, contractor: &Entry) -> bool {
    let Some(record) = service.service() else { return false };
    let operator = record.operator.get().and_then(|operator| site.find(operator));
    let is_operator =
        operator.is_some_and(|it| site.target(contractor, "organization").is_some_and(|own| own.at == it.at));
    let is_listed = operator.is_none() && site.targets(contractor, "services").any(|it| it.at == service.at);
    record.lifecycle.get() != Some(&Lifecycle::Retired) && (is_operator || is_listed)
}
