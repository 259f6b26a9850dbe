//! Prices of offers that are shown before their day.

use crate::check::Facts;
use crate::check::rules::phrase::{days, name};
use crate::diagnostic::Diagnostic;
use crate::id::Kind;
use crate::site::Entry;
use crate::text::{days_after, days_between};

pub fn find(facts: &Facts) -> Vec<Diagnostic> {
    facts.site.of_kind(Kind::Rfp).filter_map(|entry| of_rfp(facts, entry)).collect()
}

fn of_rfp(facts: &Facts, entry: &Entry) -> Option<Diagnostic> {
    let rfp = entry.rfp()?;
    let closes = rfp.closes.get()?.date;
    let public = days_after(closes, i64::from(*rfp.prices_public_after_days.get()?));
    let ahead = days_between(facts.site.today, public);
    if ahead <= 0 {
        return None;
    }
    let shown: Vec<_> = rfp.offer.items().iter().filter(|offer| offer.price.get().is_some()).collect();
    let (first, rest) = shown.split_first()?;
    let message =
        format!("{} shows the price of an offer, {} before prices become public on {public}", name(entry), days(ahead));
    let help = format!(
        "replace it by `price = {{ withheld = \"offers are being compared\", until = {public} }}`; it also stands \
            in the history of the files"
    );
    let finding = facts.at(entry, first.price.span(), message).help(help);
    Some(
        rest.iter()
            .filter_map(|offer| offer.price.span())
            .fold(finding, |finding, span| finding.label(&entry.path, span, "and this one")),
    )
}
