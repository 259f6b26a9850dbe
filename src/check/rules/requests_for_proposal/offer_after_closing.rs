//! Offers that came in after the closing time and are judged all the same.

use crate::check::prelude::*;
use crate::document::rfp::{Offer, OfferOutcome};

pub const FIND: Find = each!(record, of_rfp);

fn of_rfp(facts: &Facts, entry: &Entry) -> Vec<Diagnostic> {
    let Some(rfp) = entry.rfp() else { return Vec::new() };
    let Some(closes) = rfp.closes.get() else { return Vec::new() };
    let is_judged = |offer: &&At<Offer>| match offer.outcome.get() {
        Some(OfferOutcome::Late | OfferOutcome::Withdrawn) => false,
        Some(OfferOutcome::UnderEvaluation | OfferOutcome::Selected | OfferOutcome::NotSelected) | None => true,
    };
    let judged = rfp.offer.items().iter().filter(is_judged);
    let late = judged.filter_map(|offer| {
        let received = *offer.received.get().filter(|received| **received > closes.date)?;
        let after = days(days_between(closes.date, received));
        let message = format!(
            "an offer to {} came in on {received}, {after} after the closing time, {}",
            name(entry),
            closes.text
        );
        let help = "set `outcome = \"late\"`; if the closing time was moved for all bidders, correct `closes`";
        let finding = facts.at(entry, offer.received.span(), message).help(help);
        Some(finding.label(&entry.path, rfp.closes.span(), "the closing time"))
    });
    late.collect()
}
