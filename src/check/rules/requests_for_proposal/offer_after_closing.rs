//! Offers that came in after the closing time and are judged all the same.

use crate::check::prelude::*;
use crate::document::rfp::{Offer, OfferOutcome};

pub(crate) const FIND: Find = each!(rfp, find);

fn find(facts: &Facts, entry: &Entry, rfp: &Rfp) -> Vec<Diagnostic> {
    let Some(closes) = rfp.closes.get() else { return Vec::new() };
    let finding = |offer: &At<Offer>| {
        let received = *offer.received.get().filter(|received| **received > closes.date && is_judged(offer))?;
        let after = days(days_between(closes.date, received));
        let call = name(entry);
        let message =
            format!("an offer to {call} came in on {received}, {after} after the closing time, {}", closes.text);
        let help = "set `outcome = \"late\"`; if the closing time was moved for all bidders, correct `closes`";
        let finding = facts.at(entry, offer.received.span(), message).help(help);
        Some(finding.label(&entry.path, rfp.closes.span(), "the closing time"))
    };
    rfp.offer.items().iter().filter_map(finding).collect()
}

fn is_judged(offer: &Offer) -> bool {
    match offer.outcome.get() {
        Some(OfferOutcome::Late | OfferOutcome::Withdrawn) => false,
        Some(OfferOutcome::UnderEvaluation | OfferOutcome::Selected | OfferOutcome::NotSelected) => true,
        None => !offer.outcome.is_unreadable(),
    }
}
