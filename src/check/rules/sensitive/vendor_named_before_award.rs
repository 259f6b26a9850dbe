//! Calls that name who made an offer, before one of them is chosen.

use std::collections::BTreeSet;

use crate::check::prelude::*;
use crate::document::organization::OrganizationRole;
use crate::site::Via;

pub const FIND: Find = each!(rfp, find);

fn find(facts: &Facts, entry: &Entry, rfp: &Rfp) -> Option<Diagnostic> {
    entry.is_between(Means::Open, Means::Approved).then_some(())?;
    let (names, spans): (BTreeSet<String>, Vec<Span>) = bidders(facts, rfp).chain(in_text(facts, entry)).unzip();
    let (first, rest) = spans.split_first()?;
    let names = list(names, "and");
    let message = format!("{} is `{}` and names {names}", name(entry), state_of(entry));
    let help = "withhold the names until the award: `from = { withheld = \"offers are being compared\", until = 2027-01-31 }`; \
        what was merged is in the history of the files";
    Some(facts.at(entry, *first, message).help(help).labels(rest.iter().map(|span| (&entry.path, *span, "and here"))))
}

/// Who made an offer, as the offers say.
fn bidders<'a>(facts: &'a Facts, rfp: &'a Rfp) -> impl Iterator<Item = (String, Span)> + 'a {
    rfp.offer.items().iter().filter_map(|offer| {
        let who = facts.site.find(offer.from.get()?).map_or_else(|| format!("`{}`", offer.from.text()), name);
        Some((who, offer.from.span()?))
    })
}

/// The companies to which the text links.
fn in_text<'a>(facts: &'a Facts, entry: &'a Entry) -> impl Iterator<Item = (String, Span)> + 'a {
    entry.edges.iter().filter(|edge| edge.via == Via::Text).filter_map(|edge| {
        let target = &facts.site.entries[edge.to];
        let mut roles = target.organization()?.roles.items().iter();
        let sells = roles.any(|it| matches!(it.value, OrganizationRole::Contractor | OrganizationRole::Vendor));
        sells.then(|| (name(target), edge.span))
    })
}
