//! Decisions on an expenditure, and approved costs, that name no amount.

use crate::check::prelude::*;
use crate::document::sow::CostStatus;

/// For how many days an example withholds something.
const WITHHELD: i64 = 60;

pub(crate) const FIND: Find = each!(record, find);

fn find(facts: &Facts, entry: &Entry) -> Option<Diagnostic> {
    of_decision(facts, entry).or_else(|| of_cost(facts, entry))
}

fn of_decision(facts: &Facts, entry: &Entry) -> Option<Diagnostic> {
    let decision = entry.decision()?;
    let kind = decision.kind.get().filter(|kind| **kind == DecisionKind::Expenditure).and(decision.kind.span());
    let Gap { span, level, .. } = kind.and_then(|kind| gap(&decision.amount, Some(kind)))?;
    let level = match decision.outcome.get() {
        Some(Outcome::Accepted) => level,
        None => Level::Warning,
        Some(Outcome::Rejected | Outcome::NoConsensus | Outcome::Withdrawn) => return None,
    };
    let message = format!("{} is on an expenditure and does not say how much may be spent", name(entry));
    let until = days_after(facts.site.today, WITHHELD);
    let help = format!(
        "add `amount = \"12000 USD\"`, the most that may be spent, or withhold it: `amount = {{ withheld = \"why\", \
            until = {until}, by = \"DEC-…\" }}`"
    );
    Some(facts.at(entry, span, message).at_level(level).help(help))
}

/// A cost that was quoted or approved, and says neither how much nor that this is withheld.
fn of_cost(facts: &Facts, entry: &Entry) -> Option<Diagnostic> {
    let cost = entry.sow()?.cost.get()?;
    let status = cost.status.get().filter(|status| matches!(status, CostStatus::Quoted | CostStatus::Approved))?;
    if !cost.amount.is_missing() || !cost.band.is_missing() || !cost.withheld.is_missing() {
        return None;
    }
    let message = format!("the cost of {} is `{status}`, and nothing says how much it is", name(entry));
    let until = days_after(facts.site.today, WITHHELD);
    let help = format!(
        "add the `amount` or, where it may not be shown, a `band`, or `withheld = \"why\"` with `until = {until}` and \
            `by = \"DEC-…\"`"
    );
    Some(facts.at(entry, cost.status.span(), message).help(help))
}
