//! Contracts that came about without a request for proposal.

use crate::check::prelude::*;

pub(crate) const FIND: Find = each!(contractor, find);

fn find(facts: &Facts, entry: &Entry, contractor: &Contractor) -> Vec<Diagnostic> {
    contractor.contract.items().iter().filter_map(|contract| find_in_contract(facts, entry, contract)).collect()
}

fn find_in_contract(facts: &Facts, entry: &Entry, contract: &Contract) -> Option<Diagnostic> {
    let (site, since) = (facts.site, facts.site.profile.requirements.day("requests_since")?);
    let starts = *contract.starts.get().filter(|starts| **starts >= since)?;
    let is_unclear = contract.sows.get().is_none_or(|sows| !sows.unreadable.is_empty())
        || ["contract.sows", "contract.decision"].iter().any(|key| has_dead_reference(site, entry, key));
    let sows = contract.sows.items().iter().filter_map(|sow| site.find(sow));
    let of_sows = sows.flat_map(|sow| site.targets(sow, "rfp").chain(site.referring(sow, Kind::Rfp, "sow")));
    let decision = contract.decision.get().and_then(|decision| site.find(decision));
    let of_decision = decision.into_iter().flat_map(|decision| site.targets(decision, "about"));
    let mut requests = of_sows.chain(of_decision).filter(|it| it.kind() == Kind::Rfp);
    let was_published =
        |request: &Entry| request.is_unreadable_at(&["event.to", "event.date"]) || request.has_entered(&[Means::Open]);
    if is_unclear || requests.any(was_published) {
        return None;
    }
    let id = contract.id.text();
    let message =
        format!("the contract `{id}` of {} begins on {starts}, and no request for proposal led to it", name(entry));
    let help = "name the statement of work in `sows` and its request in `rfp`; an exception that was agreed on is a \
        `[[waiver]]` in `candor.toml`";
    Some(facts.at(entry, contract.id.span(), message).help(help))
}
