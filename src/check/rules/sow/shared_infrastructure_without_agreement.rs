//! Work on shared infrastructure that began without an agreement.

use crate::check::prelude::*;
use crate::document::sow::Route;

pub const FIND: Find = each!(record, of_sow);

fn of_sow(facts: &Facts, entry: &Entry) -> Option<Diagnostic> {
    let sow = entry.sow().filter(|sow| sow.shared_infrastructure.is_true() && entry.has_reached(Means::UnderWay))?;
    // A contract is what the group and the contractor agreed on.
    if sow.route.get() == Some(&Route::Contractor) && sow.contract.get().is_some() {
        return None;
    }
    if facts.site.fields_lacking_for_steps(entry).contains(&"agreements") {
        return None;
    }
    let (span, level) = match &sow.agreements {
        Field::Absent => (sow.shared_infrastructure.span(), Level::Error),
        Field::Stated(agreements) if agreements.is_empty() && agreements.unreadable.is_empty() => {
            (Some(agreements.span), Level::Error)
        }
        Field::Unknown(gap) => (Some(gap.span), Level::Warning),
        Field::Unreadable(_) | Field::Stated(_) | Field::Withheld(_) => return None,
    };
    let message = format!("{} changes shared infrastructure, and nobody's agreement is on record", name(entry));
    let help =
        "add `agreements = [\"DEC-…\", \"…\"]`: the decision of the group, and the contractor that runs the system";
    Some(facts.at(entry, span, message).at_level(level).help(help))
}
