//! Money that is spent, promised or signed for without a decision of the board.

use crate::check::prelude::*;
use crate::check::rules::money_trail::{Approval, approval, is_told_by_step};
use crate::document::sow::{CostStatus, Route};

const HELP: &str = "record the decision in `decisions/` with `kind = \"expenditure\"` and the board as `group`, and \
    name this record in its `about`";

/// From the approval on, a statement of work spends money.
const PAID: [Means; 5] = [Means::Approved, Means::UnderWay, Means::Delivered, Means::Accepted, Means::Done];

pub const FIND: Find = Find::Site(find);

fn find(facts: &Facts) -> Vec<Diagnostic> {
    let of = |kind, find: fn(&Facts, &Entry) -> Vec<Diagnostic>| {
        facts.site.of_kind(kind).flat_map(|entry| find(facts, entry)).collect::<Vec<_>>()
    };
    [of(Kind::Sow, of_sow), of(Kind::Rfp, of_rfp), of(Kind::Bounty, of_bounty), of(Kind::Contractor, of_contractor)]
        .concat()
}

fn of_sow(facts: &Facts, entry: &Entry) -> Vec<Diagnostic> {
    let Some(sow) = entry.sow().filter(|_| entry.has_reached(Means::Approved)) else { return Vec::new() };
    let costs = sow.cost.get().is_some_and(|cost| cost.status.get().is_some_and(|status| *status != CostStatus::None));
    let is_paid = matches!(sow.route.get(), Some(Route::Bounty | Route::Contractor));
    if !costs || !is_paid || is_told_by_step(facts.site, entry, &[Means::Approved, Means::UnderWay]) {
        return Vec::new();
    }
    let step = facts.site.first_event(entry, &PAID);
    let since = step.and_then(|event| event.date.get()).map_or(String::new(), |date| format!(" since {date}"));
    let state = step.map_or("", |event| event.to.text());
    let message =
        format!("{} costs money and is `{state}`{since}, and no decision of the board allows it", name(entry));
    let Approval::Missing = approval(facts.site, &[entry], []) else { return Vec::new() };
    vec![facts.at(entry, step.and_then(|event| event.to.span()), message).help(HELP)]
}

fn of_rfp(facts: &Facts, entry: &Entry) -> Vec<Diagnostic> {
    let matters = with_sow(facts, entry);
    let step = facts.site.first_event(entry, &[Means::Done]);
    let Some(step) = step.filter(|_| !is_told_by_step(facts.site, entry, &[Means::Done])) else { return Vec::new() };
    let Approval::Missing = approval(facts.site, &matters, []) else { return Vec::new() };
    let message = format!("{} is awarded, and no decision of the board allows it", name(entry));
    vec![facts.at(entry, step.to.span(), message).help(HELP)]
}

fn of_bounty(facts: &Facts, entry: &Entry) -> Vec<Diagnostic> {
    let Some(bounty) = entry.bounty() else { return Vec::new() };
    let is_gone = entry.ever_ended();
    let is_told = is_told_by_step(facts.site, entry, &[Means::Open]);
    if is_gone || is_told || bounty.sow.is_missing() || is_unread(entry, "sow") || with_sow(facts, entry).len() == 1 {
        return Vec::new();
    }
    let Approval::Missing = approval(facts.site, &with_sow(facts, entry), []) else { return Vec::new() };
    let message = format!("{} promises money, and no decision of the board allows it", name(entry));
    vec![facts.at(entry, bounty.amount.span(), message).help(HELP)]
}

/// A record, and the statement of work that it is for.
fn with_sow<'a>(facts: &Facts<'a>, entry: &'a Entry) -> Vec<&'a Entry> {
    [entry].into_iter().chain(facts.site.target(entry, "sow")).collect()
}

fn of_contractor(facts: &Facts, entry: &Entry) -> Vec<Diagnostic> {
    let contracts = entry.contractor().map_or(&[][..], |contractor| contractor.contract.items());
    let mut found = Vec::new();
    for contract in contracts {
        let named = contract.decision.get().and_then(|decision| facts.site.find(decision));
        let sows = contract.sows.items().iter().filter_map(|sow| facts.site.find(sow));
        let matters: Vec<&Entry> = [entry].into_iter().chain(sows).collect();
        let (span, level) = match &contract.decision {
            Field::Unknown(gap) => (gap.span, Level::Warning),
            Field::Stated(decision) if named.is_some() => (decision.span, Level::Error),
            Field::Absent | Field::Unreadable(_) | Field::Stated(_) | Field::Withheld(_) => continue,
        };
        // A contract that names its decision rests on that one, whatever else there is.
        let approval = match named {
            Some(decision) => approval(facts.site, &[], [decision]),
            None => approval(facts.site, &matters, []),
        };
        let about_others = named.filter(|decision| !bears_on_contract(facts, entry, contract, decision));
        let id = contract.id.text();
        let message = match (approval, named, about_others) {
            (Approval::Missing, Some(decision), _) => format!(
                "the contract `{id}` rests on {}, which is no accepted decision of the board on money",
                name(decision)
            ),
            (Approval::Missing, None, _) => {
                format!("the contract `{id}` is not known to rest on a decision of the board")
            }
            (Approval::Given(_), _, Some(decision)) => {
                let about = list(facts.site.targets(decision, "about").map(name), "and");
                format!(
                    "the contract `{id}` rests on {}, which is about {about}, and that has nothing to do with it",
                    name(decision)
                )
            }
            (Approval::Given(_) | Approval::Unclear, _, _) => continue,
        };
        let help =
            "name the board's decision: `decision = \"DEC-…\"`, with `kind = \"expenditure\"`, `award` or `handover`";
        found.push(facts.at(entry, span, message).at_level(level).help(help));
    }
    found
}

/// Whether `decision` is about the contract: about the contractor, the work or the services that it covers, or what belongs
/// with them; or about nothing in particular.
fn bears_on_contract(facts: &Facts, contractor: &Entry, contract: &Contract, decision: &Entry) -> bool {
    let site = facts.site;
    let work = contract.sows.items().iter().filter_map(|sow| site.find(&sow.value));
    let services: Vec<usize> =
        contract.services.items().iter().filter_map(|service| site.find(&service.value)).map(|it| it.at).collect();
    let organization = site.target(contractor, "organization").map(|it| it.at);
    has_dead_reference(site, decision, "about")
        || [contractor].into_iter().chain(work).any(|matter| site.bears_on(decision, matter))
        || site.targets(decision, "about").any(|it| services.contains(&it.at) || organization == Some(it.at))
}
