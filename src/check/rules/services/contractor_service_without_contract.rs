//! Services that a contractor runs and that no contract covers.

use crate::check::prelude::*;
use crate::check::rules::inventory::{contractors_of, in_use, unknown_because};
use crate::document::organization::OrganizationRole;

pub const FIND: Find = Find::Site(find);

fn find(facts: &Facts) -> Vec<Diagnostic> {
    in_use(facts.site).filter_map(|(entry, service)| of_service(facts, entry, service)).collect()
}

fn of_service(facts: &Facts, entry: &Entry, service: &Service) -> Option<Diagnostic> {
    let site = facts.site;
    let operator = service.operator.get().and_then(|operator| site.find(operator))?;
    let mut contractors: Vec<&Entry> = site.referring(operator, Kind::Contractor, "organization").collect();
    let is_contractor = !contractors.is_empty() || is_called_contractor(operator);
    contractors.extend(
        contractors_of(site, entry).filter(|it| !contractors.iter().any(|other| other.at == it.at)).collect::<Vec<_>>(),
    );
    if !is_contractor
        || contractors.iter().any(|contractor| covers(facts, contractor, entry) || !contractor.problems.is_empty())
    {
        return None;
    }
    let (record, whose) = (name(entry), name(operator));
    let finding = match contractors.iter().find_map(|contractor| unknown_cover(contractor)) {
        Some(gap) => {
            let message = format!(
                "{record} is run by {whose}, and it is not known whether a contract covers it{}",
                unknown_because(gap)
            );
            facts.at(entry, service.operator.span(), message).at_level(Level::Warning)
        }
        None => facts.at(
            entry,
            service.operator.span(),
            format!("{record} is run by {whose}, a contractor, and no contract covers it"),
        ),
    };
    Some(finding.help("list the service in the `services` of the contract, in the record below `contractors/`"))
}

fn is_called_contractor(operator: &Entry) -> bool {
    let roles = operator.organization().map_or(&[][..], |it| it.roles.items());
    roles.iter().any(|role| role.value == OrganizationRole::Contractor)
}

fn covers(facts: &Facts, contractor: &Entry, service: &Entry) -> bool {
    facts.site.targets(contractor, "contract.services").any(|covered| covered.at == service.at)
}

/// Why nobody knows what the contractor's contracts cover.
fn unknown_cover(contractor: &Entry) -> Option<&Unknown> {
    let contractor = contractor.contractor()?;
    let of_one = || contractor.contract.items().iter().find_map(|contract| contract.services.unknown());
    contractor.contract.unknown().or_else(of_one)
}
