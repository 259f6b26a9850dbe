//! Services whose administrators all work for the same organization.

use std::collections::BTreeSet;

use crate::check::prelude::*;
use crate::check::rules::inventory::relied_on;
use crate::fields::ORGANIZATION;

pub const FIND: Find = Find::Site(find);

fn find(facts: &Facts) -> Vec<Diagnostic> {
    relied_on(facts.site).filter_map(|(entry, service)| of_service(facts, entry, service)).collect()
}

fn of_service(facts: &Facts, entry: &Entry, service: &Service) -> Option<Diagnostic> {
    let site = facts.site;
    let admins: Option<Vec<&Entry>> = service.admins.items().iter().map(|admin| site.find(&admin.value)).collect();
    let mut admins = admins?;
    admins.sort_by_key(|admin| admin.at);
    admins.dedup_by_key(|admin| admin.at);
    let (first, rest) = admins.split_first().filter(|(_, rest)| !rest.is_empty())?;
    let shared = rest.iter().fold(employers(site, first), |shared, admin| &shared & &employers(site, admin));
    let organization = &site.entries[*shared.first()?];
    // A company that runs the service runs it with its own people.
    if service.operator.get().and_then(|operator| site.find(operator)).is_some_and(|it| it.at == organization.at) {
        return None;
    }
    let message = format!("everybody who administers {} works for {}", name(entry), name(organization));
    let help = "give access to somebody who works elsewhere and add them to `admins`";
    Some(facts.at(entry, service.admins.span(), message).help(help))
}

/// The organizations that `person` works for today, by their places in the site.
fn employers(site: &Site, person: &Entry) -> BTreeSet<usize> {
    let named = site.affiliations(person, site.today);
    named.filter_map(|organization| Some(site.resolve(organization, ORGANIZATION).entry()?.at)).collect()
}
