//! Statements of work that answer no proposal.

use crate::check::Facts;
use crate::check::rules::history::is_unread;
use crate::check::rules::phrase::name;
use crate::diagnostic::{Diagnostic, Level};
use crate::fields::Field;
use crate::id::Kind;
use crate::site::Entry;

pub fn find(facts: &Facts) -> Vec<Diagnostic> {
    facts.site.of_kind(Kind::Sow).filter_map(|entry| of_sow(facts, entry)).collect()
}

fn of_sow(facts: &Facts, entry: &Entry) -> Option<Diagnostic> {
    let (span, level) = match &entry.sow()?.proposals {
        // A list whose items cannot be read is another finding.
        Field::Stated(proposals) if proposals.is_empty() && !is_unread(entry, "proposals") => {
            (proposals.span, Level::Error)
        }
        Field::Unknown(gap) => (gap.span, Level::Warning),
        Field::Absent | Field::Stated(_) | Field::Withheld(_) => return None,
    };
    let message = format!("{} answers no proposal", name(entry));
    let help = "name the proposals that it answers, `proposals = [\"PRP-0001\"]`; if there is none, write one first";
    Some(facts.at(entry, span, message).at_level(level).help(help))
}
