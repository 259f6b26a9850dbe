//! Statements of work that answer no proposal.

use crate::check::prelude::*;

pub const FIND: Find = each!(record, of_sow);

fn of_sow(facts: &Facts, entry: &Entry) -> Option<Diagnostic> {
    let (span, level) = match &entry.sow()?.proposals {
        // A list whose items cannot be read is another finding.
        Field::Stated(proposals) if proposals.is_empty() && proposals.unreadable.is_empty() => {
            (proposals.span, Level::Error)
        }
        Field::Unknown(gap) => (gap.span, Level::Warning),
        Field::Absent | Field::Unreadable(_) | Field::Stated(_) | Field::Withheld(_) => return None,
    };
    let message = format!("{} answers no proposal", name(entry));
    let help = "name the proposals that it answers, `proposals = [\"PRP-0001\"]`; if there is none, write one first";
    Some(facts.at(entry, span, message).at_level(level).help(help))
}
