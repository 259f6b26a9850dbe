//! Calls that are awarded to none of their offers, to several, or to somebody else than the contract names.

use crate::check::prelude::*;
use crate::check::rules::inventory::contracts;
use crate::check::rules::money_trail::is_told_by_step;
use crate::document::rfp::{Offer, OfferOutcome};

pub const FIND: Find = each!(record, of_rfp);

fn of_rfp(facts: &Facts, entry: &Entry) -> Option<Diagnostic> {
    let rfp = entry.rfp().filter(|rfp| rfp.offer.get().is_some() || rfp.offer.is_missing())?;
    let awarded = facts.site.first_event(entry, &[Means::Done])?;
    if is_unread(entry, "outcome") || is_told_by_step(facts.site, entry, &[Means::Done]) {
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
            let froms: Vec<&str> = froms.collect();
            let whose = if froms.is_empty() { String::new() } else { format!(": {}", quoted(froms, "and")) };
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
    let covering = contracts(site).filter(|(_, contract)| {
        contract.sows.items().iter().filter_map(|it| site.find(&it.value)).any(|it| it.at == sow.at)
    });
    let holders: Vec<(&Entry, &Entry)> =
        covering.filter_map(|(contractor, _)| Some((contractor, site.target(contractor, "organization")?))).collect();
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
