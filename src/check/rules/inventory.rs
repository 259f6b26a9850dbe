//! What the rules on services and contractors have in common: which services count, who holds the keys.

use crate::document::contractor::Contract;
use crate::document::service::{Lifecycle, Service};
use crate::document::shared::{HoldsFor, RootAccess};
use crate::fields::{At, Unknown};
use crate::id::Kind;
use crate::site::{Entry, Site};
use crate::text::{Date, Span};

/// The services that are not retired, in the order of their paths.
pub fn in_use(site: &Site) -> impl Iterator<Item = (&Entry, &Service)> {
    let services = site.of_kind(Kind::Service).filter_map(|entry| Some((entry, entry.service()?)));
    services.filter(|(_, service)| service.lifecycle.get() != Some(&Lifecycle::Retired))
}

/// The services that people rely on: neither planned, nor tried out, nor gone.
pub fn relied_on(site: &Site) -> impl Iterator<Item = (&Entry, &Service)> {
    let is_relied_on =
        |service: &Service| matches!(service.lifecycle.get(), Some(Lifecycle::Production | Lifecycle::Deprecated));
    in_use(site).filter(move |(_, service)| is_relied_on(service))
}

/// The author's reason for a gap, as the end of a message.
pub fn unknown_because(gap: &Unknown) -> String {
    match gap.reason.trim() {
        "" => String::new(),
        reason => format!(": {reason}"),
    }
}

/// One key to a service, and the record that says so.
pub struct Key<'a> {
    pub entry: &'a Entry,
    pub access: &'a At<RootAccess>,
}

impl Key<'_> {
    pub fn is_for(&self, holders: &[HoldsFor]) -> bool {
        self.access.holds_for.get().is_some_and(|it| holders.contains(it))
    }

    pub fn span(&self) -> Span {
        self.access.holds_for.span().unwrap_or(self.access.span)
    }
}

/// Who holds root access to `service`: as its own record says, and as the records of contractors say that run it.
pub fn keys<'a>(site: &'a Site, service: &'a Entry) -> Vec<Key<'a>> {
    let own = service.service().map_or(&[][..], |it| it.root_access.items());
    let own = own.iter().map(|access| Key { entry: service, access });
    let of_contractors = contractors_of(site, service).flat_map(|contractor| {
        let listed = contractor.contractor().map_or(&[][..], |it| it.root_access.items());
        let of_service = move |access: &&At<RootAccess>| match access.service.get() {
            Some(named) => site.find(named).is_some_and(|it| it.at == service.at),
            None => true,
        };
        listed.iter().filter(of_service).map(move |access| Key { entry: contractor, access })
    });
    own.chain(of_contractors).collect()
}

/// The contractors whose records list `service` among those that they run.
pub fn contractors_of<'a>(site: &'a Site, service: &'a Entry) -> impl Iterator<Item = &'a Entry> {
    site.referring(service, Kind::Contractor, "services")
}

/// The contractors with the services that their records list.
pub fn run_by_contractors(site: &Site) -> impl Iterator<Item = (&Entry, Vec<&Entry>)> {
    site.of_kind(Kind::Contractor).map(|entry| (entry, site.targets(entry, "services").collect()))
}

/// Every contract, with the record of its contractor.
pub fn contracts(site: &Site) -> impl Iterator<Item = (&Entry, &At<Contract>)> {
    site.of_kind(Kind::Contractor).flat_map(|entry| {
        let contracts = entry.contractor().map_or(&[][..], |contractor| contractor.contract.items());
        contracts.iter().map(move |contract| (entry, contract))
    })
}

/// Whether `contract` has ended; its last day belongs to it. One that ends before it starts is told by that, and nobody knows
/// when it ends.
pub fn has_ended(contract: &Contract, today: Date) -> bool {
    contract.ends.get().is_some_and(|ends| *ends < today && contract.starts.get().is_none_or(|starts| starts <= ends))
}

/// Whether `contract` covers `service`, by name or, where nobody knows what it covers, for all that can be said.
pub fn may_cover(site: &Site, contract: &Contract, service: &Entry) -> bool {
    let listed =
        || contract.services.items().iter().filter_map(|it| site.find(&it.value)).any(|it| it.at == service.at);
    contract.services.get().is_none() || listed()
}
