//! Approvals by those who proposed.

use crate::check::prelude::*;
use crate::check::rules::approvals::{of_standing, who};
use crate::site::Standing;

pub const FIND: Find = Find::Site(find);

fn find(facts: &Facts) -> Vec<Diagnostic> {
    of_standing(facts, Standing::Own)
        .into_iter()
        .map(|(entry, _, approver)| {
            let message = format!("{} proposed this, so the approval does not count", who(&approver));
            let help = "take the approval out, and ask somebody else who may approve";
            let finding = facts.at(entry, approver.person_span, message).help(help);
            finding.label(&entry.path, entry.proposal().and_then(|proposal| proposal.proposer.span()), "the proposer")
        })
        .collect()
}
