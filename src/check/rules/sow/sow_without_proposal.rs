//! Statements of work that answer no proposal.

use crate::check::prelude::*;

pub(crate) const FIND: Find = each!(sow, find);

fn find(facts: &Facts, entry: &Entry, sow: &Sow) -> Option<Diagnostic> {
    let proposals = &sow.proposals;
    let is_empty = proposals.has_no_items() && !proposals.is_missing();
    let level = if is_empty { Level::Error } else { proposals.unknown().map(|_| Level::Warning)? };
    let message = format!("{} answers no proposal", name(entry));
    let help = "name the proposals that it answers, `proposals = [\"PRP-0001\"]`; if there is none, write one first";
    Some(facts.at(entry, proposals.span(), message).at_level(level).help(help))
}
