//! Money that is spent, promised or signed for without a decision of the board.

use std::sync::Arc;

use crate::check::prelude::*;
use crate::document::Record;
use crate::document::bounty::Bounty;
use crate::document::contractor::{ContractEvent, ContractState};
use crate::document::sow::{CostStatus, Route};
use crate::site::Approval;
use crate::workflow::Guard;

const HELP: &str = "record the decision in `decisions/` with `kind = \"expenditure\"` and the board as `group`, and \
    name this record in its `about`";

/// From the approval on, a statement of work spends money.
const PAID: [Means; 5] = [Means::Approved, Means::UnderWay, Means::Delivered, Means::Accepted, Means::Done];

pub(crate) const FIND: Find = each!(record, find);

fn find(facts: &Facts, entry: &Entry) -> Vec<Diagnostic> {
    match &entry.record {
        Record::Sow(sow) => find_in_sow(facts, entry, sow).into_iter().collect(),
        Record::Rfp(_) => find_in_rfp(facts, entry).into_iter().collect(),
        Record::Bounty(bounty) => find_in_bounty(facts, entry, bounty).into_iter().collect(),
        Record::Contractor(contractor) => {
            let contracts = contractor.contract.items().iter();
            contracts
                .flat_map(|it| find_in_contract(facts, entry, it).into_iter().chain(find_in_renewals(facts, entry, it)))
                .collect()
        }
        Record::Decision(decision) => find_in_decision(facts, entry, decision).into_iter().collect(),
        Record::Proposal(_)
        | Record::Meeting(_)
        | Record::Service(_)
        | Record::Person(_)
        | Record::Organization(_)
        | Record::Group(_)
        | Record::Roadmap(_)
        | Record::Survey(_)
        | Record::Pledge(_)
        | Record::Report(_)
        | Record::Page(_) => Vec::new(),
    }
}

fn find_in_sow(facts: &Facts, entry: &Entry, sow: &Sow) -> Option<Diagnostic> {
    let status = sow.cost.get().and_then(|cost| cost.status.get());
    let is_paid = matches!(sow.route.get(), Some(Route::Bounty | Route::Contractor));
    let costs = is_paid && status.is_some_and(|status| *status != CostStatus::None);
    if !costs || !entry.has_reached(Means::Approved) || is_asked(facts, entry, &[Means::Approved, Means::UnderWay]) {
        return None;
    }
    let step = facts.site.first_event(entry, &PAID);
    let since = step.and_then(|event| event.date.get()).map_or(String::new(), |date| format!(" since {date}"));
    let state = step.map_or("", |event| event.to.text());
    let message =
        format!("{} costs money and is `{state}`{since}, and no decision of the board allows it", name(entry));
    is_missing(facts, &[entry]).then(|| facts.at(entry, step.and_then(|event| event.to.span()), message).help(HELP))
}

fn find_in_rfp(facts: &Facts, entry: &Entry) -> Option<Diagnostic> {
    let step = facts.site.first_event(entry, &[Means::Done])?;
    if is_asked(facts, entry, &[Means::Done]) || !is_missing(facts, &with_sow(facts, entry)) {
        return None;
    }
    let message = format!("{} is awarded, and no decision of the board allows it", name(entry));
    Some(facts.at(entry, step.to.span(), message).help(HELP))
}

fn find_in_bounty(facts: &Facts, entry: &Entry, bounty: &Bounty) -> Option<Diagnostic> {
    let matters = with_sow(facts, entry);
    // Without its statement of work nobody can tell what it rests on.
    let is_unclear = entry.ever_ended() || matters.len() == 1;
    if is_unclear || is_asked(facts, entry, &[Means::Open]) || !is_missing(facts, &matters) {
        return None;
    }
    let message = format!("{} promises money, and no decision of the board allows it", name(entry));
    Some(facts.at(entry, bounty.amount.span(), message).help(HELP))
}

/// An expenditure that another body decides on than the one to which the steps leave it. The body's own decision about the
/// same, or in its place, mends it.
fn find_in_decision(facts: &Facts, entry: &Entry, decision: &Decision) -> Option<Diagnostic> {
    let is_spent = decision.kind.get() == Some(&DecisionKind::Expenditure) && was_accepted(decision);
    let body = is_spent.then(|| spending_body(facts)).flatten()?;
    let taken_by = facts.site.target(entry, "group")?;
    let wanted = facts.site.body(&body, entry);
    let is_theirs = |group: &Entry| wanted.is_some_and(|wanted| wanted.at == group.at);
    let mut later =
        ["about", "supersedes"].into_iter().flat_map(|key| facts.site.referring(entry, Kind::Decision, key));
    let follows = later
        .any(|it| it.decision().is_some_and(was_accepted) && facts.site.target(it, "group").is_some_and(is_theirs));
    if is_theirs(taken_by) || follows {
        return None;
    }
    let message = format!(
        "{} spends money by a decision of {}, and expenditures are for {} to decide",
        name(entry),
        name(taken_by),
        body.title
    );
    let help = format!(
        "record the decision of {} that followed, with this one in its `about`; if {} only asks for the money, take `kind` back to `general`",
        body.title,
        name(taken_by)
    );
    Some(facts.at(entry, decision.group.span(), message).at_level(Level::Warning).help(help))
}

fn was_accepted(decision: &Decision) -> bool {
    decision.outcome.get() == Some(&Outcome::Accepted)
}

/// The body whose decision on the expenditure the steps of a statement of work ask for; `None` where they ask for none.
fn spending_body(facts: &Facts) -> Option<Arc<Body>> {
    let steps = &facts.site.profile.kind(Kind::Sow)?.transitions;
    let parts = steps.iter().flat_map(|step| &step.needs).flat_map(|need| need.guard.parts());
    let mut bodies = parts.filter_map(|part| match part {
        Guard::Decision { kind, group, .. } if kind.as_deref() == Some(DecisionKind::Expenditure.as_str()) => {
            group.clone()
        }
        _ => None,
    });
    bodies.next()
}

/// Whether a step into one of these states lacks the decision that its workflow asks for, so that the step itself is wrong.
fn is_asked(facts: &Facts, entry: &Entry, states: &[Means]) -> bool {
    facts.site.fields_lacking_at(entry, states).contains(&"decision")
}

fn is_missing(facts: &Facts, matters: &[&Entry]) -> bool {
    matches!(facts.site.approval(matters, []), Approval::Missing)
}

/// A record, and the statement of work that it is for.
fn with_sow<'a>(facts: &Facts<'a>, entry: &'a Entry) -> Vec<&'a Entry> {
    [entry].into_iter().chain(facts.site.target(entry, "sow")).collect()
}

fn find_in_contract(facts: &Facts, entry: &Entry, contract: &Contract) -> Option<Diagnostic> {
    let id = contract.id.text();
    let (level, message) = match contract.decision.get().map(|decision| facts.site.find(decision)) {
        Some(decision) => (Level::Error, other_decision(facts.site, entry, contract, decision?)?),
        None => {
            contract.decision.unknown()?;
            let sows = contract.sows.items().iter().filter_map(|sow| facts.site.find(&sow.value));
            let matters: Vec<&Entry> = [entry].into_iter().chain(sows).collect();
            is_missing(facts, &matters).then_some(())?;
            (Level::Warning, format!("the contract `{id}` is not known to rest on a decision of the board"))
        }
    };
    let help =
        "name the board's decision: `decision = \"DEC-…\"`, with `kind = \"expenditure\"`, `award` or `handover`";
    Some(facts.at(entry, contract.decision.span(), message).at_level(level).help(help))
}

/// A renewal promises money for another term, so it rests on a decision of its own.
fn find_in_renewals(facts: &Facts, entry: &Entry, contract: &Contract) -> Vec<Diagnostic> {
    let is_renewal = |step: &&At<ContractEvent>| step.to.get() == Some(&ContractState::Renewed);
    let renewals = contract.event.items().iter().filter(is_renewal);
    let found = renewals.filter_map(|step| {
        let id = contract.id.text();
        let named = step.decision.get().and_then(|decision| facts.site.find(decision));
        let (span, message) = match (&step.decision, named) {
            (Field::Absent, _) => {
                (step.to.span(), format!("the contract `{id}` is renewed, and no decision of the board allows it"))
            }
            (_, Some(decision)) => (step.decision.span(), other_decision(facts.site, entry, contract, decision)?),
            (_, None) => return None,
        };
        let help = "name the board's decision in the event: `decision = \"DEC-…\"`, with `kind = \"expenditure\"`, \
            `award` or `handover`";
        Some(facts.at(entry, span, message).help(help))
    });
    found.collect()
}

/// Why `decision`, which the contract names, does not allow it, whatever else there is; `None` when it does, or when nobody
/// can tell.
fn other_decision(site: &Site, contractor: &Entry, contract: &Contract, decision: &Entry) -> Option<String> {
    let (id, record) = (contract.id.text(), name(decision));
    match site.approval(&[], [decision]) {
        Approval::Missing => {
            Some(format!("the contract `{id}` rests on {record}, which is no accepted decision of the board on money"))
        }
        Approval::Given(_) if !bears_on_contract(site, contractor, contract, decision) => {
            let about = list(site.targets(decision, "about").map(name), "and");
            Some(format!(
                "the contract `{id}` rests on {record}, which is about {about}, and that has nothing to do with it"
            ))
        }
        Approval::Given(_) | Approval::Unclear => None,
    }
}

/// Whether `decision` is about the contract: about the contractor, the work or the services that it covers, or what belongs
/// with them; or about nothing in particular.
fn bears_on_contract(site: &Site, contractor: &Entry, contract: &Contract, decision: &Entry) -> bool {
    let work = contract.sows.items().iter().filter_map(|sow| site.find(&sow.value));
    let organization = site.target(contractor, "organization").map(|it| it.at);
    has_dead_reference(site, decision, "about")
        || site.targets(decision, "about").any(|matter| matter.is_unreadable("sow"))
        || contractor.is_unreadable_at(&["organization", "contract.sows", "contract.services"])
        || [contractor].into_iter().chain(work).any(|matter| site.bears_on(decision, matter))
        || site.targets(decision, "about").any(|it| site.covers(contract, it) || organization == Some(it.at))
}
