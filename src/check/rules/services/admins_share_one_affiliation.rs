//! Services whose administrators all work for the same organization.

use std::collections::BTreeSet;

use crate::check::prelude::*;
use crate::fields::ORGANIZATION;

pub(crate) const FIND: Find = each!(service, find);

fn find(facts: &Facts, entry: &Entry, service: &Service) -> Option<Diagnostic> {
    let site = facts.site;
    service.is_relied_on().then_some(())?;
    let admins: Option<Vec<&Entry>> = service.admins.items().iter().map(|admin| site.find(&admin.value)).collect();
    let mut admins = admins.filter(|_| service.admins.is_complete())?;
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
    let organizations = site.affiliations(person, site.today);
    organizations.filter_map(|organization| Some(site.resolve(organization, ORGANIZATION).entry()?.at)).collect()
}
