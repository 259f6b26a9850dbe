//! Services that a contractor runs and that promise less than what the group asks of contractors.

use std::collections::BTreeSet;

use crate::check::prelude::*;
use crate::document::shared::{Indicator, Slo};

pub(crate) const FIND: Find = each!(service, find);

fn find(facts: &Facts, entry: &Entry, service: &Service) -> Option<Diagnostic> {
    let contractor = facts.site.contractors_of(entry).next().filter(|_| service.is_relied_on())?;
    if entry.is_unreadable("slo.indicator") || service.slo.withheld().is_some() {
        return None;
    }
    let promised = promised(facts, entry, service);
    // Nobody asks about data that is not there.
    let is_moot = |it: &str| it == Indicator::GdprResponse.as_str() && service.personal_data.get() == Some(&false);
    let wanted = facts.site.profile.requirements.words("required_slo").iter().map(String::as_str);
    let lacking: Vec<&str> = wanted.filter(|it| !promised.contains(it) && !is_moot(it)).collect();
    let first = lacking.first()?;
    let whose = &contractor.title;
    let levels = quoted(lacking.iter().copied(), "and");
    let message = format!("{} is run by {whose}, and no service level is agreed for {levels}", name(entry));
    let help =
        format!("agree on it with the contractor and add `[[slo]]` with `indicator = \"{first}\"` and `objective`");
    let own = service.slo.items().first().map(|first| first.span);
    let span = own.or(service.slo.unknown().map(|gap| gap.span)).or(service.operator.span()).or(service.name.span());
    // Where no contract is known to cover it, nobody can have promised anything.
    let level = if is_contracted(facts, entry) { Level::Error } else { Level::Warning };
    Some(facts.at(entry, span, message).at_level(level).help(help))
}

fn is_contracted(facts: &Facts, entry: &Entry) -> bool {
    let mut in_force = facts.site.contracts().filter(|(_, contract)| !contract.has_ended(facts.site.today));
    in_force.any(|(_, contract)| facts.site.covers(contract, entry))
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
