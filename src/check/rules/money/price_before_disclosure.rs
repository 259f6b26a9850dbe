//! Prices of offers that are shown before their day.

use crate::check::prelude::*;

pub const FIND: Find = each!(rfp, of_rfp);

fn of_rfp(facts: &Facts, entry: &Entry, rfp: &Rfp) -> Option<Diagnostic> {
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
