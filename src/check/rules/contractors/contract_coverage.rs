//! Services and work by a contractor that no contract covers, and contracts over what somebody else runs.

use crate::check::prelude::*;
use crate::document::Record;
use crate::document::organization::OrganizationRole;
use crate::fields::{Ref, SERVICE};

pub(crate) const FIND: Find = each!(record, find);

fn find(facts: &Facts, entry: &Entry) -> Vec<Diagnostic> {
    match &entry.record {
        Record::Service(service) => uncovered_service(facts, entry, service).into_iter().collect(),
        Record::Sow(sow) => uncovered_sow(facts, entry, sow).into_iter().collect(),
        Record::Contractor(contractor) => {
            let contracts = contractor.contract.items().iter();
            contracts.flat_map(|contract| find_in_contract(facts, entry, contractor, contract)).collect()
        }
        Record::Proposal(_)
        | Record::Decision(_)
        | Record::Meeting(_)
        | Record::Rfp(_)
        | Record::Bounty(_)
        | Record::Person(_)
        | Record::Organization(_)
        | Record::Group(_)
        | Record::Roadmap(_)
        | Record::Survey(_)
        | Record::Pledge(_)
        | Record::Report(_)
        | Record::Page(_) => Vec::new(),
    }
}

/// A service whose operator is a contractor, and that no contract covers.
fn uncovered_service(facts: &Facts, entry: &Entry, service: &Service) -> Option<Diagnostic> {
    let site = facts.site;
    let operator = service.operator.get().filter(|_| service.is_in_use()).and_then(|operator| site.find(operator))?;
    let of_operator: Vec<&Entry> = site.referring(operator, Kind::Contractor, "organization").collect();
    let roles = operator.organization().map_or(&[][..], |it| it.roles.items());
    let is_called_contractor = roles.iter().any(|role| role.value == OrganizationRole::Contractor);
    let contractors = || of_operator.iter().copied().chain(site.contractors_of(entry));
    let may_cover = |contractor: &Entry| {
        let is_named = site.targets(contractor, "contract.services").any(|covered| covered.at == entry.at);
        is_named || contractor.is_unreadable("contract.services")
    };
    if (of_operator.is_empty() && !is_called_contractor) || contractors().any(may_cover) {
        return None;
    }
    let (record, whose) = (name(entry), name(operator));
    let (level, message) = match contractors().find_map(unknown_cover) {
        Some(gap) => {
            let why = unknown_because(gap);
            let message = format!("{record} is run by {whose}, and it is not known whether a contract covers it{why}");
            (Level::Warning, message)
        }
        None => (Level::Error, format!("{record} is run by {whose}, a contractor, and no contract covers it")),
    };
    let help = "list the service in the `services` of the contract, in the record below `contractors/`";
    Some(facts.at(entry, service.operator.span(), message).at_level(level).help(help))
}

/// Why nobody knows what the contracts of `contractor` cover; `None` when it is known.
fn unknown_cover(contractor: &Entry) -> Option<&Unknown> {
    let contractor = contractor.contractor()?;
    let of_one = || contractor.contract.items().iter().find_map(|contract| contract.services.unknown());
    contractor.contract.unknown().or_else(of_one)
}

/// Work that has begun, and that no contract with its contractor covers.
fn uncovered_sow(facts: &Facts, entry: &Entry, sow: &Sow) -> Option<Diagnostic> {
    let contractor = facts.site.find(sow.contract.get().filter(|_| entry.has_reached(Means::UnderWay))?)?;
    let contracts = &contractor.contractor()?.contract;
    // Where nobody knows what a contract covers, it may be this.
    let may_cover = |contract: &At<Contract>| {
        contract.sows.get().is_none()
            || contract.sows.items().iter().any(|sow| facts.site.find(&sow.value).is_some_and(|it| it.at == entry.at))
    };
    let is_unclear = contracts.get().is_none() || contractor.is_unreadable("contract.sows");
    if is_unclear || contracts.items().iter().any(may_cover) {
        return None;
    }
    let company = &contractor.title;
    let message =
        format!("{} names {company} as its contractor, and no contract with {company} covers it", name(entry));
    let help = format!("add it to the `sows` of the contract in `{}`, or correct `contract`", contractor.path);
    Some(facts.at(entry, sow.contract.span(), message).help(help))
}

fn find_in_contract(facts: &Facts, entry: &Entry, contractor: &Contractor, contract: &Contract) -> Vec<Diagnostic> {
    let is_over = contract.last_day().is_some_and(|ends| ends < facts.site.today);
    if is_over {
        return over_and_in_use(facts, entry, contract).into_iter().collect();
    }
    let covered = contract.services.items().iter();
    covered.filter_map(|service| run_by_another(facts, entry, contractor, contract, service)).collect()
}

/// A contract that is over, while the contractor goes on running what it covered.
fn over_and_in_use(facts: &Facts, entry: &Entry, contract: &Contract) -> Option<Diagnostic> {
    let ends = contract.last_day()?;
    let left = left_running(facts.site, entry, contract);
    let first = left.first()?;
    let (id, whose) = (contract.id.text(), &entry.title);
    let age = days(days_between(ends, facts.site.today));
    let services = list(left.iter().map(|service| name(service)), "and");
    let message = format!("the contract `{id}` ended on {ends}, {age} ago, and {whose} still runs {services}");
    let help = "add the `[[contract]]` that covers it now, or take it out of the contractor's `services` and name the \
        new `operator`";
    let operator = first.service().and_then(|service| service.operator.span());
    Some(facts.at(entry, contract.last_day_span(), message).help(help).label(&first.path, operator, "the operator"))
}

/// The services that `contract` covered until it ended, that the contractor runs today, and that no contract in force
/// covers; those that a later contract with the same contractor covered are left to that one.
fn left_running<'a>(site: &'a Site, entry: &'a Entry, contract: &'a Contract) -> Vec<&'a Entry> {
    if !contract.has_ended(site.today) {
        return Vec::new();
    }
    let is_covered = |service: &Entry| {
        site.contracts().any(|(whose, other)| {
            let is_later = whose.at == entry.at && other.last_day() > contract.last_day();
            (is_later || !other.has_ended(site.today)) && site.may_cover(other, service)
        })
    };
    let covered = contract.services.items().iter().filter_map(|service| site.find(&service.value));
    covered.filter(|service| is_run_by(site, service, entry) && !is_covered(service)).collect()
}

fn is_run_by(site: &Site, service: &Entry, contractor: &Entry) -> bool {
    let Some(record) = service.service().filter(|service| service.is_in_use()) else { return false };
    match record.operator.get().and_then(|operator| site.find(operator)) {
        Some(operator) => site.target(contractor, "organization").is_some_and(|own| own.at == operator.at),
        None => site.targets(contractor, "services").any(|it| it.at == service.at),
    }
}

/// A service that the contract covers, and that by its own record or the contractor's somebody else runs: a warning.
fn run_by_another(
    facts: &Facts,
    entry: &Entry,
    contractor: &Contractor,
    contract: &Contract,
    covered: &At<Ref<SERVICE>>,
) -> Option<Diagnostic> {
    let service = facts.site.find(&covered.value)?;
    let own = facts.site.target(entry, "organization")?;
    let operator = &service.service()?.operator;
    let (id, record) = (contract.id.text(), name(service));
    let other = operator.get().and_then(|operator| facts.site.find(operator));
    if let Some(other) = other.filter(|operator| operator.at != own.at && operator.at != entry.at) {
        let message = format!("the contract `{id}` covers {record}, which {} runs", name(other));
        let help = format!("correct `operator` in `{}`, or take the service out of the contract", service.path);
        let finding = facts.at(entry, covered.span, message).at_level(Level::Warning).help(help);
        return Some(finding.label(&service.path, operator.span(), "the operator"));
    }
    let is_listed = facts.site.targets(entry, "services").any(|it| it.at == service.at);
    if is_listed || contractor.services.get().is_none_or(|list| !list.unreadable.is_empty()) {
        return None;
    }
    let message = format!("the contract `{id}` covers {record}, which the contractor does not list among its services");
    let help = "add it to the contractor's `services`, or take it out of the contract";
    Some(facts.at(entry, covered.span, message).at_level(Level::Warning).help(help))
}
