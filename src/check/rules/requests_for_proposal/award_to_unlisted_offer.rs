//! Calls that are awarded to none of their offers, to several, or to somebody else than the contract names.

use crate::check::prelude::*;
use crate::document::rfp::{Offer, OfferOutcome};

pub(crate) const FIND: Find = each!(rfp, find);

fn find(facts: &Facts, entry: &Entry, rfp: &Rfp) -> Option<Diagnostic> {
    let awarded = facts.site.first_event(entry, &[Means::Done])?;
    let is_unclear = rfp.offer.unknown().is_some() || rfp.offer.withheld().is_some();
    // Where the workflow asks for the offer, the step without it is wrong.
    let is_asked =
        || facts.site.fields_lacking_at(entry, &[Means::Done]).iter().any(|field| field.starts_with("offer"));
    if is_unclear || entry.is_unreadable("offer.outcome") || is_asked() {
        return None;
    }
    let is_selected = |offer: &&At<Offer>| offer.outcome.get() == Some(&OfferOutcome::Selected);
    let selected: Vec<&At<Offer>> = rfp.offer.items().iter().filter(is_selected).collect();
    match selected.as_slice() {
        [] => {
            let message = format!("{} is awarded, and none of its offers is `selected`", name(entry));
            let help = "set `outcome = \"selected\"` in the `[[offer]]` that was chosen; its `from` may be withheld";
            Some(facts.at(entry, awarded.to.span(), message).help(help))
        }
        [only] => other_contractor(facts, entry, only),
        [first, second, ..] => {
            let froms = selected.iter().map(|offer| offer.from.text()).filter(|from| !from.is_empty());
            let froms = quoted(froms, "and");
            let whose = if froms.is_empty() { froms } else { format!(": {froms}") };
            let message = format!("{} has {} offers that are `selected`{whose}", name(entry), selected.len());
            let help = "leave one offer `selected`; a call for several contracts is several calls";
            let finding = facts.at(entry, second.outcome.span(), message).help(help);
            Some(finding.label(&entry.path, first.outcome.span(), "and this one"))
        }
    }
}

/// The contract over the same work that somebody else has.
fn other_contractor(facts: &Facts, entry: &Entry, offer: &At<Offer>) -> Option<Diagnostic> {
    let site = facts.site;
    let bidder = site.find(offer.from.get()?)?;
    let sow = site.target(entry, "sow")?;
    let of_contract = |contractor| Some((contractor, site.target(contractor, "organization")?));
    let holders: Vec<(&Entry, &Entry)> =
        site.contracts_over(sow).filter_map(|(contractor, _)| of_contract(contractor)).collect();
    if holders.is_empty() || holders.iter().any(|(_, holder)| holder.at == bidder.at) {
        return None;
    }
    let message = format!(
        "{} is awarded to {}, and the contract over {} is with {}",
        name(entry),
        name(bidder),
        name(sow),
        list(holders.iter().map(|(_, holder)| name(holder)), "and")
    );
    let help = format!("correct `outcome` here, or `sows` in `{}`", holders[0].0.path);
    Some(facts.at(entry, offer.from.span(), message).help(help))
}
