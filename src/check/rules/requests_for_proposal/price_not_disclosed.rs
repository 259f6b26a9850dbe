//! Prices that were to be public by now and are not there, or are withheld beyond the day that the call names.

use crate::check::prelude::*;
use crate::document::rfp::{Offer, OfferOutcome};

pub const FIND: Find = each!(record, of_rfp);

fn of_rfp(facts: &Facts, entry: &Entry) -> Vec<Diagnostic> {
    let Some(rfp) = entry.rfp() else { return Vec::new() };
    let Some((closes, wait)) = rfp.closes.get().zip(rfp.prices_public_after_days.get()) else { return Vec::new() };
    let public = days_after(closes.date, i64::from(*wait));
    [absent(facts, entry, rfp.offer.items(), public), too_long(facts, entry, rfp.offer.items(), public)]
        .into_iter()
        .flatten()
        .collect()
}

fn absent(facts: &Facts, entry: &Entry, offers: &[At<Offer>], public: Date) -> Option<Diagnostic> {
    let late = days_between(public, facts.site.today);
    let is_silent =
        |offer: &&At<Offer>| offer.price.is_missing() && offer.outcome.get() != Some(&OfferOutcome::Withdrawn);
    let silent: Vec<&At<Offer>> = offers.iter().filter(is_silent).collect();
    let first = silent.first().filter(|_| late > 0 && !is_unread(entry, "price"))?;
    let message = format!(
        "prices of {} are public since {public}, {} ago, and {} none",
        name(entry),
        days(late),
        count(silent.len(), "offer shows", "offers show"),
    );
    let help = "add `price = \"9000 USD\"` to each, or withhold it by a decision: `price = { withheld = \"…\", until = …, \
        by = \"DEC-…\" }`";
    let span = first.from.span().or(first.received.span()).unwrap_or(first.span);
    Some(citing(facts, "price_disclosure_days", facts.at(entry, span, message).help(help)))
}

fn too_long(facts: &Facts, entry: &Entry, offers: &[At<Offer>], public: Date) -> Option<Diagnostic> {
    let withheld = offers.iter().filter_map(|offer| match &offer.price {
        Field::Withheld(it) => Some((it.until?, it.span, it.by.is_some())),
        Field::Absent | Field::Unreadable(_) | Field::Stated(_) | Field::Unknown(_) => None,
    });
    let later: Vec<(Date, Span)> = withheld
        .filter(|(until, _, is_decided)| *until > public && !is_decided)
        .map(|(until, span, _)| (until, span))
        .collect();
    let ((until, span), rest) = later.split_first()?;
    let message = format!("{} withholds a price until {until}, and promises prices from {public} on", name(entry));
    let help = format!("write `until = {public}`, or name the decision on a later day: `by = \"DEC-…\"`");
    let finding = citing(facts, "price_disclosure_days", facts.at(entry, *span, message).help(help));
    Some(rest.iter().fold(finding, |finding, (_, span)| finding.label(&entry.path, *span, "and this one")))
}
