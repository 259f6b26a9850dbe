//! Consuming communities that are listed as heard, without what they said.

use crate::check::prelude::*;
use crate::document::proposal::Proposal;

pub const FIND: Find = each!(proposal, find);

fn find(facts: &Facts, entry: &Entry, proposal: &Proposal) -> Vec<Diagnostic> {
    let silent = proposal.consumer.items().iter().filter_map(|consumer| match &consumer.verdict {
        Field::Absent => Some((consumer, consumer.organization.span())),
        Field::Unknown(gap) => Some((consumer, Some(gap.span))),
        Field::Unreadable(_) | Field::Stated(_) | Field::Withheld(_) => None,
    });
    silent
        .map(|(consumer, span)| {
            let known = consumer.organization.get().and_then(|it| facts.site.find(it));
            let who = known.map_or_else(|| consumer.organization.text().to_owned(), name);
            let message = format!("{who} is listed as heard, and the record does not say what it said");
            let help = "add `verdict` with its answer in a few words, or take the table out until it has answered";
            facts.at(entry, span, message).help(help)
        })
        .collect()
}
