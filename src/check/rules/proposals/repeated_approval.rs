//! People who approved the same text twice.

use crate::check::prelude::*;
use crate::check::rules::approvals::{of_standing, who};
use crate::site::{Approver, Standing};

pub const FIND: Find = Find::Site(find);

fn find(facts: &Facts) -> Vec<Diagnostic> {
    of_standing(facts, Standing::Repeated)
        .into_iter()
        .map(|(entry, round, approver)| {
            let message = format!("{} approved before; only the first approval counts", who(&approver));
            let help = "keep one approval for each person";
            let finding = facts.at(entry, approver.person_span, message).help(help);
            let is_first = |other: &&Approver| {
                other.standing == Standing::Counts
                    && other.person.map(|person| person.at) == approver.person.map(|person| person.at)
            };
            match round.approvers.iter().find(is_first) {
                Some(first) => finding.label(&entry.path, first.person_span, "the first one"),
                None => finding,
            }
        })
        .collect()
}
