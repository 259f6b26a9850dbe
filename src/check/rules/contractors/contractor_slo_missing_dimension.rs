//! Services that a contractor runs and that promise less than what the group asks of contractors.

use std::collections::BTreeSet;

use crate::check::prelude::*;
use crate::check::rules::inventory::{contractors_of, contracts, has_ended, relied_on};
use crate::check::rules::services::critical_without_slo;
use crate::document::shared::{Indicator, Slo};

pub const FIND: Find = Find::Site(find);

fn find(facts: &Facts) -> Vec<Diagnostic> {
    let wanted = facts.site.profile.requirements.words("required_slo");
    relied_on(facts.site).filter_map(|(entry, service)| of_service(facts, entry, service, wanted)).collect()
}

fn of_service(facts: &Facts, entry: &Entry, service: &Service, wanted: &[String]) -> Option<Diagnostic> {
    let contractor = contractors_of(facts.site, entry).next()?;
    let is_unclear = is_unread(entry, "slo") || service.slo.withheld().is_some();
    // That nothing at all is agreed for an important service is told there.
    if is_unclear || critical_without_slo::is_bare(facts.site, entry, service) {
        return None;
    }
    let promised = promised(facts, entry, service);
    // Nobody asks about data that is not there.
    let is_moot = |it: &str| it == Indicator::GdprResponse.as_str() && service.personal_data.get() == Some(&false);
    let lacking: Vec<&str> =
        wanted.iter().map(String::as_str).filter(|it| !promised.contains(it) && !is_moot(it)).collect();
    if lacking.is_empty() {
        return None;
    }
    let message = format!(
        "{} is run by {}, and no service level is agreed for {}",
        name(entry),
        contractor.title,
        quoted(lacking.iter().copied(), "and")
    );
    let help = format!("agree on it with the contractor and add `[[slo]]` with `indicator = \"{}\"`", lacking[0]);
    let span = match &service.slo {
        Field::Stated(slo) => slo.first().map(|first| first.span),
        Field::Unknown(gap) => Some(gap.span),
        Field::Absent | Field::Unreadable(_) | Field::Withheld(_) => service.operator.span().or(service.name.span()),
    };
    // Where no contract is known to cover it, nobody can have promised anything, and that is told first.
    let level = if is_contracted(facts, entry) { Level::Error } else { Level::Warning };
    Some(citing(facts, "required_slo", facts.at(entry, span, message).at_level(level).help(help)))
}

fn is_contracted(facts: &Facts, entry: &Entry) -> bool {
    let in_force = contracts(facts.site).filter(|(_, contract)| !has_ended(contract, facts.site.today));
    in_force
        .flat_map(|(_, contract)| contract.services.items())
        .any(|service| facts.site.find(&service.value).is_some_and(|it| it.at == entry.at))
}

/// The indicators for which the service, or a statement of work about it, sets a level.
fn promised<'a>(facts: &Facts<'a>, entry: &'a Entry, service: &'a Service) -> BTreeSet<&'a str> {
    let site = facts.site;
    let is_of_service =
        |slo: &&At<Slo>| slo.service.get().and_then(|named| site.find(named)).is_some_and(|it| it.at == entry.at);
    let sows = site.referring(entry, Kind::Sow, "slo.service").filter_map(|sow| sow.sow());
    let in_sows = sows.flat_map(|sow| sow.slo.items()).filter(is_of_service);
    service.slo.items().iter().chain(in_sows).filter_map(|slo| Some(slo.indicator.get()?.as_str())).collect()
}
