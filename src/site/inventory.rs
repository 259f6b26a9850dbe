//! Which services count, who runs them under which contract, and who can open them.

use crate::document::contractor::Contract;
use crate::document::service::{Lifecycle, Service};
use crate::document::shared::{HoldsFor, RootAccess, Slo};
use crate::fields::At;
use crate::id::Kind;
use crate::text::{Date, Period, Span};

use super::{Entry, Site};

impl Service {
    /// Whether it is not retired.
    pub fn is_in_use(&self) -> bool {
        self.lifecycle.get() != Some(&Lifecycle::Retired)
    }

    /// Whether people rely on it: it is neither planned, nor tried out, nor retired.
    pub fn is_relied_on(&self) -> bool {
        matches!(self.lifecycle.get(), Some(Lifecycle::Production | Lifecycle::Deprecated))
    }
}

impl Contract {
    /// Whether its last day is over. One that ends before it starts has no known end.
    pub fn has_ended(&self, today: Date) -> bool {
        let period = Period { from: self.starts.get().copied(), to: self.last_day() };
        period.has_ended(today) && period.from.is_none_or(|from| Some(from) <= period.to)
    }
}

/// Somebody's root access to a service, and the record that says so.
#[derive(Debug, Clone, Copy)]
pub struct Key<'a> {
    /// The record of the service, or of a contractor that runs it.
    pub entry: &'a Entry,
    /// Who holds it, and where in that record it is written.
    pub access: &'a At<RootAccess>,
}

impl Key<'_> {
    /// Whether it is held for one of `holders`.
    pub fn is_for(&self, holders: &[HoldsFor]) -> bool {
        self.access.holds_for.get().is_some_and(|it| holders.contains(it))
    }

    /// Where the record says for whom it is held.
    pub fn span(&self) -> Span {
        self.access.holds_for.span().unwrap_or(self.access.span)
    }
}

impl Site {
    /// Who holds root access to `service`: first what its own record says, then what the records of contractors say that
    /// list it.
    pub fn keys<'a>(&'a self, service: &'a Entry) -> Vec<Key<'a>> {
        let own = service.service().map_or(&[][..], |it| it.root_access.items());
        let own = own.iter().map(|access| Key { entry: service, access });
        let of_contractors = self.contractors_of(service).flat_map(|contractor| {
            let listed = contractor.contractor().map_or(&[][..], |it| it.root_access.items());
            // An entry that names no service is about all that the contractor runs.
            let is_of_service = move |access: &&At<RootAccess>| match access.service.get() {
                Some(named) => self.find(named).is_some_and(|it| it.at == service.at),
                None => true,
            };
            listed.iter().filter(is_of_service).map(move |access| Key { entry: contractor, access })
        });
        own.chain(of_contractors).collect()
    }

    /// The services in use of which `entry` may say who can open them, in its order: a service itself, or those that a
    /// contractor lists; none for records of another kind.
    pub fn opened_by<'a>(&'a self, entry: &'a Entry) -> Vec<&'a Entry> {
        let own = Some(entry).filter(|it| it.service().is_some());
        let listed = self.targets(entry, "services").filter(|_| entry.contractor().is_some());
        own.into_iter().chain(listed).filter(|it| it.service().is_some_and(Service::is_in_use)).collect()
    }

    /// The contractors whose records list `service` among those that they run.
    pub fn contractors_of<'a>(&'a self, service: &'a Entry) -> impl Iterator<Item = &'a Entry> {
        self.referring(service, Kind::Contractor, "services")
    }

    /// Every contract, with the record of its contractor, in the order of the records.
    pub fn contracts(&self) -> impl Iterator<Item = (&Entry, &At<Contract>)> {
        self.of_kind(Kind::Contractor).flat_map(|entry| {
            let contracts = entry.contractor().map_or(&[][..], |contractor| contractor.contract.items());
            contracts.iter().map(move |contract| (entry, contract))
        })
    }

    /// The contracts that name the statement of work `sow`, with the records of their contractors.
    pub fn contracts_over<'a>(&'a self, sow: &'a Entry) -> impl Iterator<Item = (&'a Entry, &'a At<Contract>)> {
        self.contracts().filter(|(_, contract)| {
            contract.sows.items().iter().filter_map(|it| self.find(&it.value)).any(|it| it.at == sow.at)
        })
    }

    /// The last result of the level `slo` of `entry`: its own; where it has none, as in a statement of work, that of each service
    /// which the level or the record names and which measures the same in the same unit. Each with its month and value, and
    /// the service where it is another record's.
    pub fn last_results<'a>(&'a self, entry: &'a Entry, slo: &Slo) -> Vec<(Option<&'a Entry>, Date, f64)> {
        let last = |slo: &Slo| {
            let result = slo.result.items().last()?;
            Some((*result.month.get()?, *result.value.value.get()?))
        };
        if let Some((month, value)) = last(slo) {
            return vec![(None, month, value)];
        }
        let unit = |slo: &Slo| slo.objective.get().map(|objective| objective.unit.clone());
        let is_same = |other: &&At<Slo>| other.indicator.get() == slo.indicator.get() && unit(other) == unit(slo);
        let named: Vec<&Entry> = match slo.service.get() {
            Some(service) => self.find(service).into_iter().collect(),
            None => self.targets(entry, "services").collect(),
        };
        let of_service = |service: &'a Entry| {
            let levels = service.service().map_or(&[][..], |service| service.slo.items());
            levels
                .iter()
                .filter(is_same)
                .find_map(|other| last(other))
                .map(|(month, value)| (Some(service), month, value))
        };
        named.into_iter().filter(|service| service.at != entry.at).filter_map(of_service).collect()
    }

    /// Whether `contract` names `service`.
    pub fn covers(&self, contract: &Contract, service: &Entry) -> bool {
        contract.services.items().iter().filter_map(|it| self.find(&it.value)).any(|it| it.at == service.at)
    }

    /// Whether `contract` covers `service`, or may do so because nobody knows all that it covers.
    pub fn may_cover(&self, contract: &Contract, service: &Entry) -> bool {
        contract.services.get().is_none_or(|list| !list.unreadable.is_empty()) || self.covers(contract, service)
    }
}
