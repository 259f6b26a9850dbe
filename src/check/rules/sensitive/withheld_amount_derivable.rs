//! Withheld amounts that follow from amounts which are shown.

use crate::check::prelude::*;
use crate::document::rfp::OfferOutcome;
use crate::document::sow::CostStatus;
use crate::text::Period;

pub(crate) const FIND: Find = each!(record, find);

fn find(facts: &Facts, entry: &Entry) -> Vec<Diagnostic> {
    let contracts = entry.contractor().map_or(&[][..], |contractor| contractor.contract.items());
    let found = contracts.iter().filter_map(|contract| check_contract(facts, entry, contract));
    found.chain(entry.rfp().and_then(|rfp| check_rfp(facts, entry, rfp))).collect()
}

/// An amount that is shown, with its record and place.
struct Shown<'a> {
    entry: &'a Entry,
    span: Span,
}

fn check_contract(facts: &Facts, entry: &Entry, contract: &At<Contract>) -> Option<Diagnostic> {
    let hidden = while_withheld(facts, contract.amount.withheld()?)?;
    let decision = contract.decision.get().and_then(|it| facts.site.find(it));
    let total =
        decision.and_then(|it| rest_of_total(facts.site, it, contract)).or_else(|| only_sow(facts.site, contract))?;
    Some(finding(facts, entry, hidden, &format!("the amount of the contract `{}`", contract.id.text()), &total))
}

/// The decision's amount, when every other contract that rests on it is shown.
fn rest_of_total<'a>(site: &'a Site, decision: &'a Entry, contract: &At<Contract>) -> Option<Shown<'a>> {
    let amount = &decision.decision()?.amount;
    amount.get()?;
    let mut others = site.contracts().filter(|(_, other)| {
        other.span != contract.span
            && other.decision.get().and_then(|it| site.find(it)).is_some_and(|it| it.at == decision.at)
    });
    others.all(|(_, other)| other.amount.get().is_some()).then_some(())?;
    Some(Shown { entry: decision, span: amount.span()? })
}

/// The cost of the only statement of work that the contract covers, when it is more than an estimate.
fn only_sow<'a>(site: &'a Site, contract: &Contract) -> Option<Shown<'a>> {
    let [only] = contract.sows.items() else { return None };
    known_cost(site.find(&only.value)?)
}

fn known_cost(sow: &Entry) -> Option<Shown<'_>> {
    let cost = sow.sow()?.cost.get()?;
    let is_known = matches!(cost.status.get(), Some(CostStatus::Quoted | CostStatus::Approved));
    let amount: &Money = cost.amount.get().filter(|_| is_known)?;
    (amount.units > 0).then_some(Shown { entry: sow, span: cost.amount.span()? })
}

fn check_rfp(facts: &Facts, entry: &Entry, rfp: &Rfp) -> Option<Diagnostic> {
    let is_selected = |outcome: Option<&OfferOutcome>| outcome == Some(&OfferOutcome::Selected);
    let offers = rfp.offer.items();
    let chosen = offers.iter().find(|offer| is_selected(offer.outcome.get()))?;
    let hidden = while_withheld(facts, chosen.price.withheld()?)?;
    let award = facts.site.referring(entry, Kind::Decision, "about").find_map(|it| {
        let decision = it.decision()?;
        let is_award = decision.kind.get() == Some(&DecisionKind::Award);
        let is_accepted = decision.outcome.get() == Some(&Outcome::Accepted);
        decision.amount.get().filter(|_| is_award && is_accepted)?;
        Some(Shown { entry: it, span: decision.amount.span()? })
    });
    let shown = award.or_else(|| known_cost(facts.site.target(entry, "sow")?))?;
    Some(finding(facts, entry, hidden, &format!("the price of the chosen offer to {}", name(entry)), &shown))
}

/// Where the value is withheld; `None` once it may be shown.
fn while_withheld(facts: &Facts, withheld: &Withheld) -> Option<Span> {
    (!Period { from: None, to: withheld.until }.has_ended(facts.site.today)).then_some(withheld.span)
}

fn finding(facts: &Facts, entry: &Entry, hidden: Span, what: &str, shown: &Shown) -> Diagnostic {
    let message = format!("{what} is withheld, and follows from an amount that {} shows", name(shown.entry));
    let help = "withhold both until the same day, `amount = { withheld = \"…\", until = … }`, or show both; in the cost of a statement of work, `band` in words gives less away";
    facts.at(entry, hidden, message).help(help).label(&shown.entry.path, shown.span, "shown here")
}
