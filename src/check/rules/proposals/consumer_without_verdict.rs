//! Consuming communities that are listed as heard, without what they said.

use crate::check::prelude::*;
use crate::document::proposal::Consumer;

pub(crate) const FIND: Find = each!(proposal.consumer, find);

fn find(facts: &Facts, entry: &Entry, consumer: &Consumer) -> Option<Diagnostic> {
    let gap = gap(&consumer.verdict, consumer.organization.span())?;
    let who = name_of(facts, &consumer.organization);
    let message = format!("{who} is listed as heard, and the record does not say what it said");
    let help = "add `verdict = \"approves\"`, `\"declines\"` or `\"no-opinion\"`, with its words in `note`, or take the table out until it has answered";
    Some(facts.at(entry, gap.span, message).help(help))
}
