//! Prices that were to be public by now and are not there, or are withheld beyond the day that the call names.

use crate::check::prelude::*;
use crate::document::rfp::{Offer, OfferOutcome};

pub(crate) const FIND: Find = each!(rfp, find);

fn find(facts: &Facts, entry: &Entry, rfp: &Rfp) -> Vec<Diagnostic> {
    let Some((closes, wait)) = rfp.closes.get().zip(rfp.prices_public_after_days.get()) else { return Vec::new() };
    let public = days_after(closes.date, i64::from(*wait));
    let found = [absent(facts, entry, rfp.offer.items(), public), too_long(facts, entry, rfp.offer.items(), public)];
    found.into_iter().flatten().map(|finding| citing(facts, "price_disclosure_days", finding)).collect()
}

fn absent(facts: &Facts, entry: &Entry, offers: &[At<Offer>], public: Date) -> Option<Diagnostic> {
    let age = days_between(public, facts.site.today);
    let is_silent =
        |offer: &&At<Offer>| offer.price.is_missing() && offer.outcome.get() != Some(&OfferOutcome::Withdrawn);
    let silent: Vec<&At<Offer>> = offers.iter().filter(is_silent).collect();
    let first = silent.first().filter(|_| age > 0)?;
    let message = format!(
        "prices of {} are public since {public}, {} ago, and {} none",
        name(entry),
        days(age),
        count(silent.len(), "offer shows", "offers show"),
    );
    let help = "add `price = \"9000 USD\"` to each, or withhold it by a decision: `price = { withheld = \"…\", until = …, \
        by = \"DEC-…\" }`";
    let span = first.from.span().or(first.received.span()).unwrap_or(first.span);
    Some(facts.at(entry, span, message).help(help))
}

fn too_long(facts: &Facts, entry: &Entry, offers: &[At<Offer>], public: Date) -> Option<Diagnostic> {
    let withheld = offers.iter().filter_map(|offer| offer.price.withheld().filter(|it| it.by.is_none()));
    let later: Vec<(Date, Span)> =
        withheld.filter_map(|it| Some((it.until.filter(|until| *until > public)?, it.span))).collect();
    let ((until, span), rest) = later.split_first()?;
    let message = format!("{} withholds a price until {until}, and promises prices from {public} on", name(entry));
    let help = format!("write `until = {public}`, or name the decision on a later day: `by = \"DEC-…\"`");
    let finding = facts.at(entry, *span, message).help(help);
    Some(rest.iter().fold(finding, |finding, (_, span)| finding.label(&entry.path, *span, "and this one")))
}
