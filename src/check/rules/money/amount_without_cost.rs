//! Statements of work that say they cost nothing, and name what they cost.

use crate::check::prelude::*;
use crate::document::sow::{Cost, CostStatus};

pub(crate) const FIND: Find = each!(sow, find);

fn find(facts: &Facts, entry: &Entry, sow: &Sow) -> Option<Diagnostic> {
    let cost = sow.cost.get().filter(|cost| cost.status.get() == Some(&CostStatus::None))?;
    let (key, span) = stated(cost)?;
    let message = format!("{} says that it costs nothing, and names `{key}` all the same", name(entry));
    let help = format!(
        "take `{key}` out; where it does cost something, write `status = \"estimated\"` and ask the board for the money"
    );
    let finding = facts.at(entry, span, message).help(help);
    Some(finding.label(&entry.path, cost.status.span(), "no cost, by this"))
}

/// The first key that states a cost, with its place; an amount of nothing states none.
fn stated(cost: &Cost) -> Option<(&'static str, Option<Span>)> {
    let amount = cost.amount.get().is_some_and(|amount| amount.units != 0);
    let rows = [
        ("amount", amount, cost.amount.span()),
        ("band", cost.band.get().is_some(), cost.band.span()),
        ("withheld", cost.withheld.get().is_some(), cost.withheld.span()),
    ];
    rows.into_iter().find(|(_, is_stated, _)| *is_stated).map(|(key, _, span)| (key, span))
}
