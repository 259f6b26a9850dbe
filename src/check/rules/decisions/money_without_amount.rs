//! Decisions on an expenditure that name no amount.

use crate::check::Facts;
use crate::check::rules::history::is_unread;
use crate::check::rules::phrase::name;
use crate::diagnostic::{Diagnostic, Level};
use crate::document::decision::{DecisionKind, Outcome};
use crate::fields::Field;
use crate::id::Kind;
use crate::site::Entry;

pub fn find(facts: &Facts) -> Vec<Diagnostic> {
    facts.site.of_kind(Kind::Decision).filter_map(|entry| of_decision(facts, entry)).collect()
}

fn of_decision(facts: &Facts, entry: &Entry) -> Option<Diagnostic> {
    let decision = entry.decision()?;
    if decision.kind.get() != Some(&DecisionKind::Expenditure) {
        return None;
    }
    let level = match decision.outcome.get() {
        Some(Outcome::Accepted) => Level::Error,
        None => Level::Warning,
        Some(Outcome::Rejected | Outcome::NoConsensus | Outcome::Withdrawn) => return None,
    };
    let (span, level) = match &decision.amount {
        Field::Absent if !is_unread(entry, "amount") => (decision.kind.span(), level),
        Field::Unknown(gap) => (Some(gap.span), Level::Warning),
        Field::Absent | Field::Stated(_) | Field::Withheld(_) => return None,
    };
    let message = format!("{} is on an expenditure and does not say how much may be spent", name(entry));
    let help = "add `amount = \"12000 USD\"`, the most that may be spent, or withhold it: `amount = { withheld = \
        \"why\", until = 2027-01-31 }`";
    Some(facts.at(entry, span, message).at_level(level).help(help))
}
