//! Payments that add up to more than was agreed: milestones over the cost, what is drawn over the retainer or the contract.

use std::collections::BTreeMap;

use crate::check::prelude::*;
use crate::document::contractor::Draw;

pub(crate) const FIND: Find = each!(record, find);

fn find(facts: &Facts, entry: &Entry) -> Vec<Diagnostic> {
    let of_sow = entry.sow().and_then(|sow| of_milestones(facts, entry, sow));
    let contracts = entry.contractor().map_or(&[][..], |contractor| contractor.contract.items()).iter();
    of_sow.into_iter().chain(contracts.flat_map(|contract| of_contract(facts, entry, contract))).collect()
}

fn of_milestones(facts: &Facts, entry: &Entry, sow: &Sow) -> Option<Diagnostic> {
    let cost = sow.cost.get()?;
    let amounts = sow.milestone.items().iter().map(|it| &it.amount);
    let (sum, span) = over(amounts, cost.amount.get()?)?;
    let message = format!("the milestones of {} add up to {sum}, and it costs {}", name(entry), *cost.amount.get()?);
    let help = "correct the `amount` that is wrong; to pay more, let whoever approved the cost decide on it, and write the new `amount`";
    Some(facts.at(entry, span, message).help(help).label(&entry.path, cost.amount.span(), "what it costs"))
}

fn of_contract(facts: &Facts, entry: &Entry, contract: &Contract) -> Vec<Diagnostic> {
    let id = contract.id.text();
    let draws = contract.draw.items();
    let total = |most: &Field<Money>, what: &str| {
        let amount = most.get()?;
        let (sum, span) = over(draws.iter().map(|it| &it.amount), amount)?;
        let message = format!("{sum} are drawn under the contract `{id}`, and {what} {amount}");
        let help = "correct the `amount` that is wrong; to pay more, let the board decide on it, and add a contract that says so";
        Some(facts.at(entry, span, message).help(help).label(&entry.path, most.span(), "the most"))
    };
    let Some(retainer) = contract.retainer.get() else {
        return total(&contract.amount, "it costs").into_iter().collect();
    };
    let promised = contract
        .amount
        .get()
        .zip(retainer.cap.get())
        .filter(|(amount, cap)| amount.currency == cap.currency && cap.units > amount.units);
    let promised = promised.map(|(amount, cap)| {
        let message = format!("the contract `{id}` costs {amount}, and up to {cap} may be drawn under it");
        let finding = facts.at(entry, retainer.cap.span(), message);
        finding.help("set `cap` to what was approved").label(&entry.path, contract.amount.span(), "what it costs")
    });
    let all = total(&retainer.cap, "its retainer ends at");
    let all = all.or_else(|| total(&contract.amount, "it costs").filter(|_| promised.is_none()));
    let monthly = retainer.monthly.get().map_or_else(Vec::new, |most| of_months(facts, entry, contract, draws, most));
    promised.into_iter().chain(all).chain(monthly).collect()
}

/// The months in which more is drawn than the retainer holds ready.
fn of_months(facts: &Facts, entry: &Entry, contract: &Contract, draws: &[At<Draw>], most: &Money) -> Vec<Diagnostic> {
    let mut months: BTreeMap<(i16, i8), Vec<&Field<Money>>> = BTreeMap::new();
    for draw in draws {
        let Some(date) = draw.date.get() else { continue };
        months.entry((date.year(), date.month())).or_default().push(&draw.amount);
    }
    let found = months.into_iter().filter_map(|((year, month), amounts)| {
        let (sum, span) = over(amounts.into_iter(), most)?;
        let id = contract.id.text();
        let message =
            format!("{sum} are drawn in {year}-{month:02} under the contract `{id}`, whose retainer is {most} a month");
        let help = "correct the `amount` or the `date` that is wrong; what was not asked for in one month is not added to the next";
        Some(facts.at(entry, span, message).help(help))
    });
    found.collect()
}

/// The sum of those of `amounts` that are in the currency of `most`, and where it first is more than that; `None` when it is not.
fn over<'a>(amounts: impl Iterator<Item = &'a Field<Money>>, most: &Money) -> Option<(Money, Option<Span>)> {
    let mut sum: i64 = 0;
    let mut place = None;
    for (amount, span) in amounts.filter_map(|it| Some((it.get()?, it.span()))) {
        if amount.currency != most.currency {
            continue;
        }
        sum = sum.saturating_add(amount.units);
        if sum > most.units && place.is_none() {
            place = Some(span);
        }
    }
    Some((Money { units: sum, currency: most.currency }, place?))
}
