//! Services that a contract covers and that, by their own record or the contractor's, somebody else runs.

use crate::check::prelude::*;
use crate::fields::{Ref, SERVICE};

pub const FIND: Find = Find::Site(find);

fn find(facts: &Facts) -> Vec<Diagnostic> {
    let mut found = Vec::new();
    for entry in facts.site.of_kind(Kind::Contractor) {
        let contracts = entry.contractor().map_or(&[][..], |contractor| contractor.contract.items());
        for contract in contracts.iter().filter(|contract| !is_over(facts, contract)) {
            found.extend(
                contract.services.items().iter().filter_map(|service| of_service(facts, entry, contract, service)),
            );
        }
    }
    found
}

fn is_over(facts: &Facts, contract: &Contract) -> bool {
    contract.ends.get().is_some_and(|ends| *ends < facts.site.today)
}

fn of_service(facts: &Facts, entry: &Entry, contract: &Contract, covered: &At<Ref<SERVICE>>) -> Option<Diagnostic> {
    let service = facts.site.find(&covered.value)?;
    let own = facts.site.target(entry, "organization")?;
    let operator = service.service()?.operator.get().and_then(|operator| facts.site.find(operator));
    let id = contract.id.text();
    if let Some(other) = operator.filter(|operator| operator.at != own.at && operator.at != entry.at) {
        let message = format!("the contract `{id}` covers {}, which {} runs", name(service), name(other));
        let help = format!("correct `operator` in `{}`, or take the service out of the contract", service.path);
        let finding = facts.at(entry, covered.span, message).help(help);
        return Some(finding.label(&service.path, service.service().and_then(|it| it.operator.span()), "the operator"));
    }
    let listed = matches!(entry.contractor()?.services, Field::Stated(_));
    if !listed || facts.site.targets(entry, "services").any(|it| it.at == service.at) {
        return None;
    }
    let message =
        format!("the contract `{id}` covers {}, which the contractor does not list among its services", name(service));
    Some(
        facts
            .at(entry, covered.span, message)
            .help("add it to the contractor's `services`, or take it out of the contract"),
    )
}
