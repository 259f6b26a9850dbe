//! Calls that name who made an offer, before one of them is chosen.

use crate::check::prelude::*;
use crate::document::organization::OrganizationRole;
use crate::site::Via;

pub const FIND: Find = each!(rfp, find);

fn find(facts: &Facts, entry: &Entry, rfp: &Rfp) -> Option<Diagnostic> {
    entry.is_between(Means::Open, Means::Approved).then_some(())?;
    let mut named = bidders(facts, rfp);
    named.extend(in_text(facts, entry));
    let ((_, first), rest) = named.split_first()?;
    let mut names: Vec<String> = named.iter().map(|(who, _)| who.clone()).collect();
    names.sort();
    names.dedup();
    let state = entry.status.as_ref().map_or("", |status| &status.state);
    let message = format!("{} is `{state}` and names {}", name(entry), list(names, "and"));
    let help = "withhold the names until the award: `from = { withheld = \"offers are being compared\", until = 2027-01-31 }`; \
        what was merged is in the history of the files";
    let finding = facts.at(entry, *first, message).help(help);
    Some(rest.iter().fold(finding, |finding, (_, span)| finding.label(&entry.path, *span, "and here")))
}

/// Who made an offer, as the offers say.
fn bidders(facts: &Facts, rfp: &Rfp) -> Vec<(String, Span)> {
    let named = rfp.offer.items().iter().filter_map(|offer| {
        let from = offer.from.get()?;
        let who = facts.site.find(from).map_or_else(|| format!("`{from}`"), name);
        Some((who, offer.from.span()?))
    });
    named.collect()
}

/// The companies to which the text links.
fn in_text(facts: &Facts, entry: &Entry) -> Vec<(String, Span)> {
    let edges = entry.edges.iter().filter(|edge| edge.via == Via::Text);
    let named = edges.filter_map(|edge| {
        let target = &facts.site.entries[edge.to];
        let roles = target.organization()?.roles.items();
        let sells = roles.iter().any(|it| matches!(it.value, OrganizationRole::Contractor | OrganizationRole::Vendor));
        sells.then(|| (name(target), edge.span))
    });
    named.collect()
}
