//! Contracts, bounties and work that together cost more than what was approved for them.

use std::collections::BTreeSet;

use crate::check::Facts;
use crate::check::rules::inventory::contracts;
use crate::check::rules::money_trail::{allows_money, is_superseded};
use crate::check::rules::phrase::{list, name};
use crate::diagnostic::Diagnostic;
use crate::document::sow::CostStatus;
use crate::id::Kind;
use crate::site::{Entry, Site};
use crate::text::{Date, Money};

pub fn find(facts: &Facts) -> Vec<Diagnostic> {
    facts.site.of_kind(Kind::Decision).filter_map(|entry| of_decision(facts, entry)).collect()
}

fn of_decision(facts: &Facts, entry: &Entry) -> Option<Diagnostic> {
    let site = facts.site;
    let amount = amount(site, entry)?;
    let matters: Vec<&Entry> = site.targets(entry, "about").filter(|it| it.kind() == Kind::Sow).collect();
    let together = approvals(site, entry, &matters);
    // Money that is approved in two parts is told where the last part is.
    if together.iter().max_by_key(|it| (day(it), it.at)).is_none_or(|last| last.at != entry.at) {
        return None;
    }
    // A part that is not public, or in another currency, leaves the sum open.
    let mut parts = together.iter().map(|it| in_currency(self::amount(site, it)?, &amount.currency));
    let parts = parts.try_fold(0_i64, |sum, part| sum.checked_add(part?));
    let ceiling = Money { hundredths: parts?, currency: amount.currency.clone() };
    let spent = [by_contracts(site, &together, &ceiling), by_work(site, &matters, &ceiling)];
    let (spent, on) = spent.into_iter().max_by_key(|(spent, _)| *spent)?;
    if spent <= ceiling.hundredths {
        return None;
    }
    let spent = Money { hundredths: spent, currency: ceiling.currency.clone() };
    let over = Money { hundredths: spent.hundredths - ceiling.hundredths, currency: ceiling.currency.clone() };
    let others: Vec<String> = together.iter().filter(|it| it.at != entry.at).map(|it| name(it)).collect();
    let with = if others.is_empty() { String::new() } else { format!(" together with {}", list(others, "and")) };
    let message = format!(
        "{}{with} allows {ceiling}, and {} {} {spent}, {over} more",
        name(entry),
        list(on.iter().map(|it| name(it)), "and"),
        if on.len() == 1 { "costs" } else { "cost" },
    );
    let help =
        "let the board decide on the rest, in a decision about the same statement of work, or correct the amounts";
    Some(facts.at(entry, entry.decision()?.amount.span(), message).help(help))
}

/// What an accepted decision on money allows, where it says so.
fn amount<'a>(site: &Site, entry: &'a Entry) -> Option<&'a Money> {
    let decision = entry.decision().filter(|_| allows_money(site, entry) && !is_superseded(entry))?;
    decision.amount.get()
}

fn day(entry: &Entry) -> Option<Date> {
    entry.decision().and_then(|decision| decision.decided.get().copied())
}

fn in_currency(money: &Money, currency: &str) -> Option<i64> {
    (money.currency == currency).then_some(money.hundredths)
}

/// `entry` and every other accepted decision on money for the same work, each once.
fn approvals<'a>(site: &'a Site, entry: &'a Entry, matters: &[&'a Entry]) -> Vec<&'a Entry> {
    let mut seen = BTreeSet::new();
    let about = matters.iter().flat_map(|matter| site.referring(matter, Kind::Decision, "about"));
    let allows = about.filter(|it| allows_money(site, it) && !is_superseded(it));
    [entry].into_iter().chain(allows).filter(|it| seen.insert(it.at)).collect()
}

/// What the contracts that rest on the decisions cost, with the contractors.
fn by_contracts<'a>(site: &'a Site, decisions: &[&Entry], ceiling: &Money) -> (i64, Vec<&'a Entry>) {
    let resting = contracts(site).filter_map(|(contractor, contract)| {
        let decision = contract.decision.get().and_then(|decision| site.find(decision))?;
        decisions.iter().any(|it| it.at == decision.at).then_some(())?;
        Some((contractor, in_currency(contract.amount.get()?, &ceiling.currency)?))
    });
    summed(resting)
}

/// What the statements of work cost: by their own word, or by their bounties where these are more.
fn by_work<'a>(site: &'a Site, matters: &[&'a Entry], ceiling: &Money) -> (i64, Vec<&'a Entry>) {
    let costs = matters.iter().filter_map(|matter| {
        let cost = matter.sow()?.cost.get().filter(|cost| cost.status.get() != Some(&CostStatus::None));
        let own = cost.and_then(|cost| in_currency(cost.amount.get()?, &ceiling.currency)).unwrap_or_default();
        let bounties: i64 = site
            .referring(matter, Kind::Bounty, "sow")
            .filter(|it| it.status.as_ref().is_none_or(|it| !["expired", "cancelled"].contains(&&*it.state)))
            .filter_map(|it| in_currency(it.bounty()?.amount.get()?, &ceiling.currency))
            .fold(0, i64::saturating_add);
        Some((*matter, own.max(bounties)))
    });
    summed(costs)
}

fn summed<'a>(costs: impl Iterator<Item = (&'a Entry, i64)>) -> (i64, Vec<&'a Entry>) {
    let (mut sum, mut on): (i64, Vec<&Entry>) = (0, Vec::new());
    for (entry, cost) in costs {
        sum = sum.saturating_add(cost);
        on.push(entry);
    }
    on.dedup_by_key(|entry| entry.at);
    (sum, on)
}
