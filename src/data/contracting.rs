//! Contracts in the Open Contracting Data Standard (OCDS) 1.1: a release for each statement of work that was put out to others, from the
//! plan over call and award to contract and payments.
//!
//! Amounts are those of the ledger: what is withheld, or rests on something that is, is absent, never zero. A contract over several
//! statements of work is in the release of the first, so that nothing is counted twice.

use std::collections::{BTreeMap, BTreeSet};

use serde_json::{Map, Value, json};

use crate::document::contractor::{Contract, ContractState};
use crate::document::decision::{DecisionKind, Outcome};
use crate::document::rfp::{OfferOutcome, Rfp};
use crate::document::sow::Sow;
use crate::fields::{At, Field, Moment, OneOf};
use crate::id::{Kind, encoded};
use crate::site::ledger::Amount;
use crate::site::{Entry, Site};
use crate::text::Date;
use crate::workflow::Means;

use super::fields::money_of;
use super::is_handed_on;

/// The version of the standard.
const STANDARD: &str = "1.1";

/// The currencies that a record can state and the list of the standard lacks.
const NOT_IN_THE_STANDARD: [&str; 5] = ["SLE", "VED", "XAD", "XCG", "ZWG"];

/// The release package of `site`, which is published at `url`; `None` where nothing was put out to others.
pub(super) fn package(site: &Site, url: &str) -> Option<Value> {
    let mut contracts: BTreeMap<usize, Vec<Agreed>> = BTreeMap::new();
    for (with, contract) in site.contracts().filter(|(with, _)| is_handed_on(site, with)) {
        let mut works = contract.sows.items().iter().filter_map(|it| site.find(&it.value));
        if let Some(first) = works.find(|work| is_handed_on(site, work)) {
            contracts.entry(first.at).or_default().push(Agreed { with, contract });
        }
    }
    let works = site.of_kind(Kind::Sow).filter(|entry| is_handed_on(site, entry));
    let releases = works.filter_map(|entry| {
        let process = Process::of(site, url, entry, contracts.remove(&entry.at).unwrap_or_default())?;
        Some(process.release())
    });
    let releases: Vec<Value> = releases.collect();
    let published = releases.iter().filter_map(|it| it["date"].as_str()).max()?.to_owned();
    Some(json!({
        "uri": format!("{url}data/ocds.json"),
        "version": STANDARD,
        "publishedDate": published,
        "publisher": { "name": site.config.title, "uri": url },
        "releases": releases,
    }))
}

/// A contract, and the record of the contractor.
struct Agreed<'a> {
    with: &'a Entry,
    contract: &'a At<Contract>,
}

/// Everything that belongs to one statement of work.
struct Process<'a> {
    site: &'a Site,
    url: &'a str,
    entry: &'a Entry,
    sow: &'a Sow,
    call: Option<(&'a Entry, &'a Rfp)>,
    /// The decisions to award it, in the order of the files.
    awards: Vec<&'a Entry>,
    contracts: Vec<Agreed<'a>>,
}

impl<'a> Process<'a> {
    /// `None` where the work was not put out to others.
    fn of(site: &'a Site, url: &'a str, entry: &'a Entry, contracts: Vec<Agreed<'a>>) -> Option<Process<'a>> {
        let calls = site.counting(entry, "rfp").into_iter().chain(site.referring(entry, Kind::Rfp, "sow"));
        let call = calls.filter(|call| is_handed_on(site, call)).find_map(|call| Some((call, call.rfp()?)));
        let about = [Some(entry), call.map(|(call, _)| call)];
        let decisions = about.into_iter().flatten().flat_map(|it| site.referring(it, Kind::Decision, "about"));
        let is_award = |it: &&Entry| it.decision().and_then(|it| it.kind.get()) == Some(&DecisionKind::Award);
        let mut awards: Vec<&Entry> =
            decisions.filter(is_award).filter(|it| is_handed_on(site, it) && !it.is_superseded()).collect();
        awards.sort_by_key(|award| award.at);
        awards.dedup_by_key(|award| award.at);
        let is_public = call.is_some() || !awards.is_empty() || !contracts.is_empty();
        is_public.then_some(Process { site, url, entry, sow: entry.sow()?, call, awards, contracts })
    }

    fn release(&self) -> Value {
        // Without a prefix that is registered, the address of the page is as unique.
        let ocid = match &self.site.config.ocds_prefix {
            Some(prefix) => format!("{prefix}-{}", self.entry.id),
            None => format!("{}{}", self.url, encoded(self.entry.address.trim_end_matches('/'))),
        };
        let date = self.last_day();
        let awards = self.awards();
        let contracts: Vec<Value> = self.contracts.iter().map(|it| self.contract(it)).collect();
        let has_payments = self.contracts.iter().any(|it| !it.contract.draw.items().is_empty());
        let tags = [
            ("planning", true),
            ("tender", self.call.is_some()),
            ("award", !awards.is_empty()),
            ("contract", !contracts.is_empty()),
            ("implementation", has_payments),
        ];
        let tags: Vec<&str> = tags.into_iter().filter(|(_, is_there)| *is_there).map(|(tag, _)| tag).collect();
        object([
            ("ocid", Some(ocid.as_str().into())),
            ("id", Some(format!("{}-{date}", self.entry.id).into())),
            ("date", Some(moment(date).into())),
            ("tag", Some(tags.into())),
            ("initiationType", Some("tender".into())),
            ("language", Some(self.site.config.lang.as_str().into())),
            ("parties", listed(self.parties())),
            ("buyer", self.buyer().map(party)),
            ("planning", Some(self.planning())),
            ("tender", self.call.map(|(call, rfp)| self.tender(call, rfp))),
            ("awards", listed(awards)),
            ("contracts", listed(contracts)),
        ])
    }

    /// The last day on which the record says that something happened in it.
    fn last_day(&self) -> Date {
        let records = [Some(self.entry), self.call.map(|(call, _)| call)].into_iter().flatten();
        let days = records.chain(self.awards.iter().copied()).filter_map(|entry| entry.day());
        let contracts = self.contracts.iter().flat_map(|it| {
            let drawn = it.contract.draw.items().iter().filter_map(|draw| draw.date.get());
            let steps = it.contract.event.items().iter().filter_map(|step| step.date.get());
            drawn.chain(steps).copied()
        });
        let today = self.site.today;
        days.chain(contracts).filter(|day| *day <= today).max().unwrap_or(today)
    }

    /// The group that commissions the work.
    fn buyer(&self) -> Option<&'a Entry> {
        self.site.target(self.entry, "group").or_else(|| self.site.own_group()).filter(|it| is_handed_on(self.site, it))
    }

    /// Everybody who takes part, each with what they are in it.
    fn parties(&self) -> Vec<Value> {
        let mut roles: BTreeMap<usize, BTreeSet<&str>> = BTreeMap::new();
        let mut add = |entry: &Entry, role| {
            roles.entry(entry.at).or_default().insert(role);
        };
        if let Some(buyer) = self.buyer() {
            add(buyer, "buyer");
            add(buyer, "procuringEntity");
            if self.contracts.iter().any(|it| !it.contract.draw.items().is_empty()) {
                add(buyer, "payer");
            }
        }
        self.offering(|_| true).into_iter().for_each(|it| add(it, "tenderer"));
        self.chosen().into_iter().for_each(|it| add(it, "supplier"));
        for it in &self.contracts {
            let supplier = self.supplier(it);
            add(supplier, "supplier");
            if !it.contract.draw.items().is_empty() {
                add(supplier, "payee");
            }
        }
        let of = |(at, roles): (usize, BTreeSet<&str>)| {
            let entry = &self.site.entries[at];
            let website = entry.organization().and_then(|it| it.url.get()).filter(|url| url.0.starts_with("http"));
            let contact = website.map(|url| json!({ "url": url.0 }));
            object([
                ("id", Some(entry.id.reference().into())),
                ("name", Some(entry.title.as_str().into())),
                ("roles", Some(roles.into_iter().collect::<Vec<_>>().into())),
                ("contactPoint", contact),
            ])
        };
        roles.into_iter().map(of).collect()
    }

    /// Those whose offers fit, each once.
    fn offering(&self, fits: impl Fn(Option<OfferOutcome>) -> bool) -> Vec<&'a Entry> {
        let offers = self.call.map_or(&[][..], |(_, rfp)| rfp.offer.items()).iter();
        let from = offers.filter(|offer| fits(offer.outcome.get().copied())).filter_map(|offer| offer.from.get());
        let mut from: Vec<&Entry> =
            from.filter_map(|it| self.site.find(it)).filter(|it| is_handed_on(self.site, it)).collect();
        from.sort_by_key(|entry| entry.at);
        from.dedup_by_key(|entry| entry.at);
        from
    }

    fn chosen(&self) -> Vec<&'a Entry> {
        self.offering(|outcome| outcome == Some(OfferOutcome::Selected))
    }

    /// The organization behind a contract; where it is not in the record, the record of the contractor.
    fn supplier(&self, it: &Agreed<'a>) -> &'a Entry {
        let organization = self.site.target(it.with, "organization");
        organization.filter(|entry| is_handed_on(self.site, entry)).unwrap_or(it.with)
    }

    fn planning(&self) -> Value {
        let cost = self.sow.cost.get();
        let amount = cost.filter(|_| !self.sow.withholds_cost()).and_then(|cost| {
            value(&self.site.beside(&cost.amount, self.site.approved_by(self.entry).into_iter().chain([self.entry])))
        });
        let approval = self.site.approved_by(self.entry).filter(|it| is_handed_on(self.site, it));
        let budget = object([
            ("id", approval.map(|it| it.id.to_string().into())),
            ("description", approval.map(|it| it.title.as_str().into())),
            ("amount", amount),
            ("uri", approval.map(|it| self.page(it).into())),
        ]);
        object([
            ("rationale", self.sow.route_reason.get().map(|it| it.as_str().into())),
            ("budget", Some(budget).filter(|it| it.as_object().is_some_and(|it| !it.is_empty()))),
            ("documents", listed(vec![self.document(self.entry, "procurementPlan")])),
            ("milestones", listed(self.milestones())),
        ])
    }

    fn milestones(&self) -> Vec<Value> {
        let milestone = |(at, it): (usize, &At<crate::document::sow::Milestone>)| {
            let met = it.accepted.get().or(it.paid.get()).copied();
            object([
                ("id", Some(format!("{}-{}", self.entry.id, at + 1).into())),
                ("title", it.what.get().map(|it| it.as_str().into())),
                ("type", Some("delivery".into())),
                ("dueDate", it.due.get().map(|day| moment(*day).into())),
                ("dateMet", met.map(|day| moment(day).into())),
                ("status", Some(if met.is_some() { "met" } else { "scheduled" }.into())),
            ])
        };
        self.sow.milestone.items().iter().enumerate().map(milestone).collect()
    }

    fn tender(&self, call: &Entry, rfp: &Rfp) -> Value {
        let offers = rfp.offer.items();
        let invited = match rfp.invited.get() {
            Some(OneOf::First(number)) => Some(format!("{number} were invited")),
            Some(OneOf::Second(names)) => Some(format!("{} were invited", names.len())),
            None => None,
        };
        let method = match (rfp.open.get(), &invited) {
            (Some(true), _) => Some("open"),
            (Some(false), _) | (None, Some(_)) => Some("selective"),
            (None, None) => None,
        };
        let criteria: Vec<&str> = rfp.award_criteria.items().iter().map(|it| it.value.as_str()).collect();
        let period = period(rfp.published.get().map(|day| moment(*day)), closing(&rfp.closes));
        let notice = web(rfp.link.get().map(|link| link.0.as_str())).map(|url| {
            json!({ "id": format!("{}-call", call.id), "documentType": "tenderNotice", "title": call.title, "url": url })
        });
        let documents = std::iter::once(self.document(call, "tenderNotice")).chain(notice).collect();
        object([
            ("id", Some(call.id.to_string().into())),
            ("title", Some(call.title.as_str().into())),
            ("description", call.common.summary.get().map(|it| it.as_str().into())),
            ("status", call.means().map(|means| tender_status(means).into())),
            ("procuringEntity", self.buyer().map(party)),
            ("procurementMethod", method.map(Value::from)),
            ("procurementMethodDetails", invited.map(Value::from)),
            ("awardCriteriaDetails", (!criteria.is_empty()).then(|| criteria.join("; ").into())),
            ("tenderPeriod", period),
            ("enquiryPeriod", self::period(None, closing(&rfp.questions_until))),
            (
                "numberOfTenderers",
                (!offers.is_empty() && rfp.offer.is_complete()).then(|| self.offering(|_| true).len().into()),
            ),
            ("tenderers", listed(self.offering(|_| true).into_iter().map(party).collect())),
            ("documents", listed(documents)),
        ])
    }

    /// What was awarded: by a decision, and where a contract names none of those, by the contract itself.
    fn awards(&self) -> Vec<Value> {
        let by_decision = self.awards.iter().map(|award| {
            let decision = award.decision();
            let outcome = decision.and_then(|it| it.outcome.get());
            let amount = decision.and_then(|it| value(&self.site.beside(&it.amount, [*award, self.entry].into_iter())));
            let is_given = outcome == Some(&Outcome::Accepted);
            let suppliers = if is_given { self.suppliers_of(award) } else { Vec::new() };
            object([
                ("id", Some(award.id.to_string().into())),
                ("title", Some(award.title.as_str().into())),
                ("status", Some(award_status(outcome).into())),
                ("date", decision.and_then(|it| it.decided.get()).map(|day| moment(*day).into())),
                ("value", amount),
                ("suppliers", listed(suppliers.into_iter().map(party).collect())),
                ("documents", listed(vec![self.document(award, "awardNotice")])),
            ])
        });
        let without = self.contracts.iter().filter(|it| self.award_of(it).is_none());
        let by_contract = without.map(|it| {
            object([
                ("id", Some(self.award_id(it).into())),
                ("status", Some("active".into())),
                ("suppliers", listed(vec![party(self.supplier(it))])),
            ])
        });
        by_decision.chain(by_contract).collect()
    }

    /// Who was chosen by `award`: those with whom a contract names it, else those whose offers were selected.
    fn suppliers_of(&self, award: &Entry) -> Vec<&'a Entry> {
        let named = self.contracts.iter().filter(|it| self.award_of(it).is_some_and(|of| of.at == award.at));
        let named: Vec<&Entry> = named.map(|it| self.supplier(it)).collect();
        if named.is_empty() { self.chosen() } else { named }
    }

    /// The decision to award that a contract rests on: the one that it names, else the only one.
    fn award_of(&self, it: &Agreed) -> Option<&'a Entry> {
        let named = it.contract.decision.get().and_then(|decision| self.site.find(decision));
        let award = named.and_then(|named| self.awards.iter().find(|award| award.at == named.at));
        let only = || self.awards.first().filter(|_| self.awards.len() == 1 && named.is_none());
        award.or_else(only).copied()
    }

    fn award_id(&self, it: &Agreed) -> String {
        self.award_of(it).map_or_else(|| format!("{}-award", contract_id(it)), |award| award.id.to_string())
    }

    fn contract(&self, it: &Agreed<'a>) -> Value {
        let contract = &it.contract.value;
        let signed = contract.event.items().iter().find(|step| step.to.get() == Some(&ContractState::Signed));
        let ends = contract.last_day().map(moment);
        let payments = contract.draw.items().iter().enumerate().map(|(at, draw)| {
            object([
                ("id", Some(format!("{}-{}", contract_id(it), at + 1).into())),
                ("date", draw.date.get().map(|day| moment(*day).into())),
                ("value", value(&self.site.paid(contract, draw))),
                ("payer", self.buyer().map(party)),
                ("payee", Some(party(self.supplier(it)))),
                ("uri", web(draw.link.get().map(|link| link.0.as_str())).map(Value::from)),
            ])
        });
        let payments: Vec<Value> = payments.collect();
        object([
            ("id", Some(contract_id(it).into())),
            ("awardID", Some(self.award_id(it).into())),
            ("title", contract.id.get().map(|it| it.as_str().into())),
            ("status", Some(self.contract_status(contract).into())),
            ("period", period(contract.starts.get().map(|day| moment(*day)), ends)),
            ("value", value(&self.site.promised(contract))),
            ("dateSigned", signed.and_then(|step| step.date.get()).map(|day| moment(*day).into())),
            ("documents", listed(vec![self.document(it.with, "contractSummary")])),
            ("implementation", (!payments.is_empty()).then(|| json!({ "transactions": payments }))),
        ])
    }

    fn contract_status(&self, contract: &Contract) -> &'static str {
        let today = self.site.today;
        let is_to_come = contract.starts.get().is_some_and(|day| *day > today);
        let is_over = contract.has_ended(today);
        match contract.state_on(today) {
            Some(ContractState::Ended) => "terminated",
            Some(ContractState::Negotiated) if !is_over => "pending",
            None if is_to_come => "pending",
            Some(
                ContractState::Negotiated | ContractState::Signed | ContractState::Notice | ContractState::Renewed,
            )
            | None => match is_over {
                true => "terminated",
                false => "active",
            },
        }
    }

    /// The page of a record as a document.
    fn document(&self, entry: &Entry, sort: &str) -> Value {
        json!({
            "id": entry.id.reference(),
            "documentType": sort,
            "title": entry.title,
            "url": self.page(entry),
            "format": "text/html",
        })
    }

    fn page(&self, entry: &Entry) -> String {
        format!("{}{}", self.url, encoded(&entry.address))
    }
}

/// Unique in the site: two contractors may call a contract the same.
fn contract_id(it: &Agreed) -> String {
    format!("{}-{}", it.with.id, it.contract.id.text())
}

fn party(entry: &Entry) -> Value {
    json!({ "id": entry.id.reference(), "name": entry.title })
}

/// The value of a public amount in a currency that the standard knows.
fn value(amount: &Amount) -> Option<Value> {
    match amount {
        Amount::Public(money) if !NOT_IN_THE_STANDARD.contains(&money.currency.code()) => Some(money_of(*money)),
        Amount::Public(_) | Amount::Withheld(_) | Amount::NotRecorded => None,
    }
}

fn tender_status(means: Means) -> &'static str {
    match means {
        Means::Draft => "planning",
        Means::Planned => "planned",
        Means::Open
        | Means::Closed
        | Means::Assessed
        | Means::Costed
        | Means::Routed
        | Means::Referred
        | Means::Trial
        | Means::Live
        | Means::Deprecated => "active",
        Means::Approved | Means::UnderWay | Means::Delivered | Means::Accepted | Means::Done | Means::Retired => {
            "complete"
        }
        Means::Refused | Means::Undecided | Means::Expired => "unsuccessful",
        Means::Withdrawn => "withdrawn",
        Means::Replaced => "cancelled",
    }
}

fn award_status(outcome: Option<&Outcome>) -> &'static str {
    match outcome {
        None => "pending",
        Some(Outcome::Accepted) => "active",
        Some(Outcome::Rejected | Outcome::NoConsensus) => "unsuccessful",
        Some(Outcome::Withdrawn) => "cancelled",
    }
}

/// The beginning of `day` in the form of RFC 3339.
fn moment(day: Date) -> String {
    format!("{day}T00:00:00Z")
}

fn closing(field: &Field<Moment>) -> Option<String> {
    field.get().map(|moment| moment.instant.to_string())
}

/// `None` without a day.
fn period(start: Option<String>, end: Option<String>) -> Option<Value> {
    (start.is_some() || end.is_some())
        .then(|| object([("startDate", start.map(Value::from)), ("endDate", end.map(Value::from))]))
}

/// An address on the web; `None` for any other.
fn web(link: Option<&str>) -> Option<&str> {
    link.filter(|link| ["https://", "http://"].iter().any(|start| link.starts_with(start)))
}

/// The list, unless it is empty: the standard asks for absent lists then.
fn listed(items: Vec<Value>) -> Option<Value> {
    (!items.is_empty()).then(|| items.into())
}

/// An object of what is there.
fn object<const COUNT: usize>(rows: [(&str, Option<Value>); COUNT]) -> Value {
    let there = rows.into_iter().filter_map(|(key, value)| Some((key.to_owned(), value?)));
    Value::Object(there.collect::<Map<_, _>>())
}
