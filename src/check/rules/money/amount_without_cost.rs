//! Statements of work that say they cost nothing, and name what they cost.

use crate::check::prelude::*;
use crate::document::sow::{Cost, CostStatus};

pub const FIND: Find = Find::Site(find);

fn find(facts: &Facts) -> Vec<Diagnostic> {
    let costs = facts.site.of_kind(Kind::Sow).filter_map(|entry| Some((entry, entry.sow()?.cost.get()?)));
    costs.filter_map(|(entry, cost)| of_cost(facts, entry, cost)).collect()
}

fn of_cost(facts: &Facts, entry: &Entry, cost: &Cost) -> Option<Diagnostic> {
    if cost.status.get() != Some(&CostStatus::None) {
        return None;
    }
    let (key, span) = named(cost)?;
    let message = format!("{} says that it costs nothing, and names `{key}` all the same", name(entry));
    let help = format!(
        "take `{key}` out; where it does cost something, write `status = \"estimated\"` and ask the board for the money"
    );
    let finding = facts.at(entry, span, message).help(help);
    Some(finding.label(&entry.path, cost.status.span(), "no cost, by this"))
}

/// The first key that tells of a cost; an amount of nothing tells of none.
fn named(cost: &Cost) -> Option<(&'static str, Option<Span>)> {
    let amount = cost.amount.get().is_some_and(|amount| amount.units != 0);
    let rows = [
        ("amount", amount, cost.amount.span()),
        ("band", !cost.band.is_missing(), cost.band.span()),
        ("withheld", !cost.withheld.is_missing(), cost.withheld.span()),
    ];
    rows.into_iter().find(|(_, is_named, _)| *is_named).map(|(key, _, span)| (key, span))
}
