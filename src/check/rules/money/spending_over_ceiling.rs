//! Contracts, bounties and work that together cost more than what was approved for them.

use std::collections::BTreeSet;

use crate::check::prelude::*;
use crate::document::sow::CostStatus;
use crate::text::Currency;

pub(crate) const FIND: Find = each!(record, find);

fn find(facts: &Facts, entry: &Entry) -> Vec<Diagnostic> {
    match amount(facts.site, entry) {
        Some(amount) => over_amount(facts, entry, amount).into_iter().collect(),
        None => in_other_currency(facts, entry),
    }
}

/// What rests on the decision `entry` and costs more than it allows.
fn over_amount(facts: &Facts, entry: &Entry, amount: &Money) -> Option<Diagnostic> {
    let matters = matters(facts.site, entry);
    let together = approvals(facts.site, entry, &matters);
    if is_award(entry) && together.iter().any(|it| !is_award(it) && self::amount(facts.site, it).is_some()) {
        return over_award(facts, entry, amount, &together);
    }
    over_ceiling(facts, entry, amount, &matters, &together)
}

/// What everything that rests on the approvals costs beyond them.
fn over_ceiling(
    facts: &Facts,
    entry: &Entry,
    amount: &Money,
    matters: &[&Entry],
    together: &[&Entry],
) -> Option<Diagnostic> {
    let site = facts.site;
    let parts: Vec<&Entry> = together.iter().copied().filter(|it| raises(entry, it)).collect();
    // Money that is approved in two parts is reported where the last part is.
    let is_unclear = |it: &&Entry| it.is_unreadable_at(&["amount", "kind", "about", "decided"]);
    if together.iter().any(is_unclear) {
        return None;
    }
    let last = parts.iter().filter(|it| self::amount(site, it).is_some()).max_by_key(|it| (day(it), it.at));
    if last.is_none_or(|last| last.at != entry.at) {
        return None;
    }
    let ceiling = ceiling(site, &parts, amount)?;
    let awards: Vec<&Entry> = together.iter().copied().filter(|it| !raises(entry, it)).collect();
    // An offer may well be cheaper than the estimate; what was approved before is held against the work.
    let work = if is_award(entry) { Vec::new() } else { matters.to_vec() };
    let spent =
        [by_awards(site, &awards, &ceiling), by_contracts(site, together, &ceiling), by_work(site, &work, &ceiling)];
    let (spent, on) = spent.into_iter().max_by_key(|(spent, _)| *spent)?;
    let others = parts.iter().filter(|it| it.at != entry.at && self::amount(site, it).is_some());
    let others: Vec<String> = others.map(|it| name(it)).collect();
    let with = if others.is_empty() { String::new() } else { format!(" together with {}", list(others, "and")) };
    let help = "let the board decide on the rest, in a decision about the same statement of work, or correct the `amount` that is wrong";
    over(facts, entry, &with, &ceiling, spent, &on, help)
}

/// What the contracts that rest on an award cost beyond it; nothing where they also cost more than the money that was
/// approved before, for then the finding is about that.
fn over_award(facts: &Facts, entry: &Entry, amount: &Money, together: &[&Entry]) -> Option<Diagnostic> {
    let site = facts.site;
    let (all, _) = by_contracts(site, together, amount);
    let parts: Vec<&Entry> = together.iter().copied().filter(|it| !is_award(it)).collect();
    if ceiling(site, &parts, amount).is_some_and(|ceiling| all > ceiling.units) {
        return None;
    }
    let (spent, on) = by_contracts(site, &[entry], amount);
    over(
        facts,
        entry,
        "",
        amount,
        spent,
        &on,
        "let the board decide on the rest, or correct the `amount` that is wrong",
    )
}

/// That `on` cost more than `ceiling`, which `entry` allows; `None` when they do not.
fn over(
    facts: &Facts,
    entry: &Entry,
    with: &str,
    ceiling: &Money,
    spent: i64,
    on: &[&Entry],
    help: &str,
) -> Option<Diagnostic> {
    if spent <= ceiling.units {
        return None;
    }
    let money = |units| Money { units, currency: ceiling.currency };
    let message = format!(
        "{}{with} allows {ceiling}, and {} {} {}, {} more",
        name(entry),
        list(on.iter().map(|it| name(it)), "and"),
        if on.len() == 1 { "costs" } else { "cost" },
        money(spent),
        money(spent.saturating_sub(ceiling.units)),
    );
    let finding = facts.at(entry, entry.decision()?.amount.span(), message).help(help);
    Some(on.iter().fold(finding, |finding, it| finding.concerning(&it.path, None)))
}

/// The contracts of the contractor `entry` that are made in another currency than the decision allows that they rest on.
fn in_other_currency(facts: &Facts, entry: &Entry) -> Vec<Diagnostic> {
    let contracts = entry.contractor().map_or(&[][..], |contractor| contractor.contract.items()).iter();
    let found = contracts.filter_map(|contract| {
        let decision = contract.decision.get().and_then(|it| facts.site.find(it))?;
        let allowed = amount(facts.site, decision)?;
        let cost = contract.amount.get().filter(|cost| cost.currency != allowed.currency)?;
        let message = format!(
            "the contract `{}` costs {cost}, and {} allows {allowed}: nobody can tell whether that is more",
            contract.id.text(),
            name(decision),
        );
        let help =
            format!("let the board decide on an amount in {}, or correct the `amount` that is wrong", cost.currency);
        Some(facts.at(entry, contract.amount.span(), message).at_level(Level::Warning).help(help))
    });
    found.collect()
}

/// What an accepted decision on money allows, where it says so.
fn amount<'a>(site: &Site, entry: &'a Entry) -> Option<&'a Money> {
    let decision = entry.decision().filter(|_| site.allows_money(entry) && !entry.is_superseded())?;
    decision.amount.get()
}

/// The sum of `parts` in the currency of `amount`. A part that is not public, or in another currency, leaves the sum open;
/// a decision that names no amount, such as one on a handover, allows no more and no less.
fn ceiling(site: &Site, parts: &[&Entry], amount: &Money) -> Option<Money> {
    let is_part = |it: &&&Entry| it.decision().is_some_and(|it| !it.amount.is_missing());
    let mut sum: i64 = 0;
    for part in parts.iter().filter(is_part) {
        sum = sum.checked_add(in_currency(self::amount(site, part)?, amount.currency)?)?;
    }
    Some(Money { units: sum, currency: amount.currency })
}

/// An award says who gets what was approved before; it adds nothing to it.
fn is_award(entry: &Entry) -> bool {
    entry.decision().is_some_and(|it| it.kind.get() == Some(&DecisionKind::Award))
}

/// Whether `part` counts towards the same sum as `entry`.
fn raises(entry: &Entry, part: &Entry) -> bool {
    is_award(entry) == is_award(part)
}

fn day(entry: &Entry) -> Option<Date> {
    entry.decision().and_then(|decision| decision.decided.get().copied())
}

fn in_currency(money: &Money, currency: Currency) -> Option<i64> {
    (money.currency == currency).then_some(money.units)
}

/// The statements of work that `entry` is about, by themselves or by their calls and bounties, each once.
fn matters<'a>(site: &'a Site, entry: &'a Entry) -> Vec<&'a Entry> {
    let mut seen = BTreeSet::new();
    let about = site.targets(entry, "about").filter_map(|it| match [Kind::Rfp, Kind::Bounty].contains(&it.kind()) {
        true => site.target(it, "sow"),
        false => Some(it).filter(|it| it.kind() == Kind::Sow),
    });
    about.filter(|it| seen.insert(it.at)).collect()
}

/// `entry` and every other accepted decision on money for the same work, each once.
fn approvals<'a>(site: &'a Site, entry: &'a Entry, matters: &[&'a Entry]) -> Vec<&'a Entry> {
    let mut seen = BTreeSet::new();
    let ways = matters.iter().flat_map(|matter| {
        let calls = [Kind::Rfp, Kind::Bounty].into_iter().flat_map(|kind| site.referring(matter, kind, "sow"));
        [*matter].into_iter().chain(calls)
    });
    let about = ways.flat_map(|way| site.referring(way, Kind::Decision, "about"));
    let allows = about.filter(|it| site.allows_money(it) && !it.is_superseded());
    [entry].into_iter().chain(allows).filter(|it| seen.insert(it.at)).collect()
}

/// The contracts that rest on `decision`, with their contractors.
fn resting<'a>(site: &'a Site, decision: &'a Entry) -> impl Iterator<Item = (&'a Entry, &'a At<Contract>)> {
    site.referring(decision, Kind::Contractor, "contract.decision").flat_map(move |contractor| {
        let contracts = contractor.contractor().map_or(&[][..], |it| it.contract.items()).iter();
        let rests = move |contract: &&At<Contract>| {
            contract.decision.get().and_then(|it| site.find(it)).is_some_and(|it| it.at == decision.at)
        };
        contracts.filter(rests).map(move |contract| (contractor, contract))
    })
}

/// What the contracts that rest on the decisions cost, with the contractors.
fn by_contracts<'a>(site: &'a Site, decisions: &[&'a Entry], ceiling: &Money) -> (i64, Vec<&'a Entry>) {
    let resting = decisions.iter().flat_map(|decision| resting(site, decision));
    summed(resting.filter_map(|(contractor, contract)| {
        Some((contractor, in_currency(contract.amount.get()?, ceiling.currency)?))
    }))
}

/// What the awards promise.
fn by_awards<'a>(site: &'a Site, awards: &[&'a Entry], ceiling: &Money) -> (i64, Vec<&'a Entry>) {
    summed(awards.iter().filter_map(|it| Some((*it, in_currency(amount(site, it)?, ceiling.currency)?))))
}

/// What the statements of work cost: by their own word, or by their bounties where these are more.
fn by_work<'a>(site: &'a Site, matters: &[&'a Entry], ceiling: &Money) -> (i64, Vec<&'a Entry>) {
    let costs = matters.iter().filter_map(|matter| {
        let cost = matter.sow()?.cost.get().filter(|cost| cost.status.get() != Some(&CostStatus::None));
        let stated = cost.and_then(|cost| in_currency(cost.amount.get()?, ceiling.currency));
        // Where the cost is not shown, what its parts are paid for is.
        let own = stated.unwrap_or_else(|| by_milestones(matter, ceiling.currency));
        let bounties = site
            .referring(matter, Kind::Bounty, "sow")
            .filter(|bounty| !bounty.has_ended())
            .filter_map(|it| in_currency(it.bounty()?.amount.get()?, ceiling.currency))
            .fold(0, i64::saturating_add);
        Some((*matter, own.max(bounties)))
    });
    summed(costs)
}

/// What the milestones of a statement of work are paid for, as far as they are shown.
fn by_milestones(matter: &Entry, currency: Currency) -> i64 {
    let milestones = matter.sow().map_or(&[][..], |sow| sow.milestone.items()).iter();
    milestones.filter_map(|it| in_currency(it.amount.get()?, currency)).fold(0, i64::saturating_add)
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
