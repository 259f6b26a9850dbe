//! The money of the record: what was approved, what was committed, what was paid, what is withheld.
//!
//! Every amount that is withheld, or that rests on one that is, is counted and never added: no sum says more than the
//! amounts beside it do.

use std::collections::{BTreeMap, BTreeSet};

use crate::document::contractor::{Contract, Draw};
use crate::document::decision::{DecisionKind, Outcome};
use crate::document::group::GroupType;
use crate::fields::{At, Field, Missing, Withheld};
use crate::id::Kind;
use crate::text::{Currency, Date, Money, Span};
use crate::workflow::Means;

use super::withheld::secrets;
use super::{Approval, Entry, Made, Site};

/// What happened to money.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Stage {
    /// A decision allows that it is spent.
    Approved,
    /// A contract, an award or a bounty promises it to somebody.
    Committed,
    /// The record shows that it was paid.
    Paid,
}

impl Stage {
    /// All of them, in the order in which money passes them.
    pub const ALL: [Stage; 3] = [Stage::Approved, Stage::Committed, Stage::Paid];
}

/// An amount as far as it may be shown.
#[derive(Debug, Clone)]
pub enum Amount {
    /// It is public.
    Public(Money),
    /// It exists and is not shown.
    Withheld(Withheld),
    /// The record does not say how much it is.
    NotRecorded,
}

/// One amount, and where it comes from.
#[derive(Debug)]
pub struct Line<'a> {
    /// What happened to the money.
    pub stage: Stage,
    /// The day on which it did; `None` when the record does not say.
    pub day: Option<Date>,
    /// The record that says so.
    pub of: &'a Entry,
    /// What the record calls it beside its own title, such as the name of a contract; empty where that is all.
    pub name: &'a str,
    /// How much.
    pub amount: Amount,
    /// The decision that it rests on; `None` when none is named.
    pub decision: Option<&'a Entry>,
}

/// Amounts put together, each currency by itself.
#[derive(Debug, Default)]
pub struct Sum {
    /// What is public, by the code of the currency; `None` where it is more than can be counted.
    pub public: BTreeMap<&'static str, (Currency, Option<i64>)>,
    /// How many amounts are withheld.
    pub withheld: usize,
    /// How many amounts are not recorded.
    pub not_recorded: usize,
}

impl Sum {
    /// The sum of the public amounts among `amounts`, and how many others there are.
    pub fn of<'a>(amounts: impl Iterator<Item = &'a Amount>) -> Sum {
        let mut sum = Sum::default();
        for amount in amounts {
            match amount {
                Amount::Public(money) => {
                    let (_, units) = sum.public.entry(money.currency.code()).or_insert((money.currency, Some(0)));
                    *units = units.and_then(|units| units.checked_add(money.units));
                }
                Amount::Withheld(_) => sum.withheld += 1,
                Amount::NotRecorded => sum.not_recorded += 1,
            }
        }
        sum
    }

    /// The public amounts, one for each currency, in the order of their codes.
    pub fn amounts(&self) -> impl Iterator<Item = Money> {
        self.public.values().filter_map(|(currency, units)| Some(Money { units: (*units)?, currency: *currency }))
    }

    /// Whether nothing was put together.
    pub fn is_empty(&self) -> bool {
        self.public.is_empty() && self.withheld == 0 && self.not_recorded == 0
    }
}

impl Site {
    /// Whether there is anything of which the page on money would speak: an amount, a decision on money, a contract, a pledge,
    /// or what the author wrote on it.
    pub fn has_money(&self) -> bool {
        let speaks = |entry: &Entry| {
            let kind = entry.decision().and_then(|decision| decision.kind.get());
            matches!(kind, Some(DecisionKind::Expenditure | DecisionKind::Award))
        };
        let has = |kind: Kind| self.of_kind(kind).next().is_some();
        has(Kind::Pledge)
            || has(Kind::Bounty)
            || self.of_kind(Kind::Sow).any(|entry| entry.sow().is_some_and(|sow| !sow.milestone.items().is_empty()))
            || self.contracts().next().is_some()
            || self.written_for(Made::Money).is_some()
            || self.of_kind(Kind::Decision).any(speaks)
            || !self.withheld_amounts().is_empty()
    }

    /// Every amount of the record with what happened to it, by its day, the latest first, those without a day last.
    pub fn ledger(&self) -> Vec<Line<'_>> {
        let mut lines: Vec<Line> = self.approved();
        lines.extend(self.contracted());
        lines.extend(self.of_bounties());
        lines.extend(self.drawn());
        lines.extend(self.of_milestones());
        lines.sort_by_key(|line| (std::cmp::Reverse(line.day), line.stage, line.of.at));
        lines
    }

    /// The amounts that are withheld, each with the record and the key, in the order of the records.
    pub fn withheld_amounts(&self) -> Vec<(&Entry, String, Withheld)> {
        let of_entry = |entry| -> Vec<(&Entry, String, Withheld)> {
            let amounts = secrets(entry).into_iter().filter(|secret| secret.is_amount());
            amounts.filter_map(|secret| Some((entry, secret.key.clone(), reason(entry, secret.span)?))).collect()
        };
        self.entries.iter().flat_map(of_entry).collect()
    }

    /// Accepted decisions by which money may be spent, and awards that no contract carries out.
    fn approved<'a>(&'a self) -> Vec<Line<'a>> {
        let has_board = self
            .of_kind(Kind::Group)
            .any(|group| group.group().is_some_and(|it| it.r#type.get() == Some(&GroupType::Board)));
        let allows = |entry: &&Entry| {
            let accepted = entry.decision().is_some_and(|it| it.outcome.get() == Some(&Outcome::Accepted));
            accepted && !entry.is_superseded() && (self.allows_money(entry) || !has_board)
        };
        let carried_out: BTreeSet<usize> =
            self.contracts().filter_map(|(_, contract)| Some(self.find(contract.decision.get()?)?.at)).collect();
        let line = |entry: &'a Entry| {
            let decision = entry.decision()?;
            let is_award = decision.kind.get() == Some(&DecisionKind::Award);
            let on_money = matches!(decision.kind.get(), Some(DecisionKind::Expenditure | DecisionKind::Award));
            if !on_money && decision.amount.is_missing() {
                return None;
            }
            // A contract that carries an award out has its amount, which is not counted twice.
            if is_award && carried_out.contains(&entry.at) {
                return None;
            }
            let stage = if is_award { Stage::Committed } else { Stage::Approved };
            let day = decision.decided.get().copied();
            Some(Line { stage, day, of: entry, name: "", amount: shown(&decision.amount), decision: Some(entry) })
        };
        self.of_kind(Kind::Decision).filter(allows).filter_map(line).collect()
    }

    fn contracted(&self) -> impl Iterator<Item = Line<'_>> {
        self.contracts().map(|(entry, contract)| Line {
            stage: Stage::Committed,
            day: contract.starts.get().copied(),
            of: entry,
            name: contract.id.text(),
            amount: self.promised(contract),
            decision: contract.decision.get().and_then(|it| self.find(it)),
        })
    }

    /// What `contract` promises, as far as it may be shown beside what it rests on.
    pub fn promised(&self, contract: &Contract) -> Amount {
        self.beside(agreed(contract), self.rested_on(contract))
    }

    /// What was paid by `draw` under `contract`: withheld where the amount of the contract is.
    pub fn paid(&self, contract: &Contract, draw: &Draw) -> Amount {
        let own = self.beside(&draw.amount, self.rested_on(contract));
        match (own, contract.amount.withheld()) {
            (Amount::Public(_), Some(why)) => Amount::Withheld(why.clone()),
            (own, _) => own,
        }
    }

    /// The decision that allowed a contract, and the statements of work that it covers.
    fn rested_on<'a>(&'a self, contract: &'a Contract) -> impl Iterator<Item = &'a Entry> {
        let decision = contract.decision.get().and_then(|it| self.find(it));
        decision.into_iter().chain(contract.sows.items().iter().filter_map(|it| self.find(&it.value)))
    }

    /// The decision of a board that allows what `entry` costs; `None` where none does or nobody can tell.
    pub fn approved_by<'a>(&'a self, entry: &'a Entry) -> Option<&'a Entry> {
        match self.approval(&[entry], []) {
            Approval::Given(decision) => Some(decision),
            Approval::Unclear | Approval::Missing => None,
        }
    }

    /// What was paid under contracts: each payment by itself, withheld where the amount of its contract is.
    fn drawn(&self) -> impl Iterator<Item = Line<'_>> {
        self.contracts().flat_map(move |(entry, contract)| {
            let decision = contract.decision.get().and_then(|it| self.find(it));
            contract.draw.items().iter().map(move |draw| {
                let amount = self.paid(contract, draw);
                let day = draw.date.get().copied();
                Line { stage: Stage::Paid, day, of: entry, name: contract.id.text(), amount, decision }
            })
        })
    }

    /// The parts of statements of work that were paid by themselves. Where a contract over the work has payments of its own, these
    /// are counted: the same money stands in both.
    fn of_milestones(&self) -> impl Iterator<Item = Line<'_>> {
        let paid = self.contracts().filter(|(_, contract)| !contract.draw.items().is_empty());
        let works = paid.flat_map(|(_, contract)| contract.sows.items().iter().filter_map(|it| self.find(&it.value)));
        let counted_there: BTreeSet<usize> = works.map(|sow| sow.at).collect();
        let is_counted = move |entry: &&Entry| !counted_there.contains(&entry.at);
        self.of_kind(Kind::Sow).filter(is_counted).flat_map(move |entry| {
            let milestones = entry.sow().map_or(&[][..], |sow| sow.milestone.items());
            milestones.iter().filter_map(move |milestone| {
                let day = milestone.paid.get().copied()?;
                let decision = self.approved_by(entry);
                let amount = self.beside(&milestone.amount, decision.into_iter().chain([entry]));
                Some(Line {
                    stage: Stage::Paid,
                    day: Some(day),
                    of: entry,
                    name: milestone.what.text(),
                    amount,
                    decision,
                })
            })
        })
    }

    /// What bounties promise, and what of it was paid: the reward of one that is done.
    fn of_bounties(&self) -> impl Iterator<Item = Line<'_>> {
        self.of_kind(Kind::Bounty).filter(|entry| !entry.has_ended()).flat_map(|entry| {
            let bounty = entry.bounty().map(|bounty| {
                let work = bounty.sow.get().and_then(|it| self.find(it));
                let matters: Vec<&Entry> = work.into_iter().chain([entry]).collect();
                let decision = match self.approval(&matters, []) {
                    Approval::Given(decision) => Some(decision),
                    Approval::Unclear | Approval::Missing => None,
                };
                (bounty.opens.get().copied(), self.beside(&bounty.amount, decision.into_iter().chain(work)), decision)
            });
            let paid_on = entry.status.as_ref().and_then(|status| status.since);
            let is_paid = entry.means() == Some(Means::Done);
            bounty.into_iter().flat_map(move |(opens, amount, decision)| {
                let line = |stage, day, amount| Line { stage, day, of: entry, name: "", amount, decision };
                let paid = is_paid.then(|| line(Stage::Paid, paid_on, amount.clone()));
                paid.into_iter().chain([line(Stage::Committed, opens, amount)]).collect::<Vec<_>>()
            })
        })
    }

    /// An amount; withheld too where one of the records that it rests on withholds its own, which it could give away.
    pub(crate) fn beside<'a>(&self, amount: &Field<Money>, rests_on: impl Iterator<Item = &'a Entry>) -> Amount {
        let kept_back = |entry: &Entry| {
            let held = secrets(entry).into_iter().filter(|secret| secret.is_amount() && secret.holds(self.today));
            held.into_iter().find_map(|secret| reason(entry, secret.span))
        };
        let own = shown(amount);
        match rests_on.filter_map(kept_back).next() {
            Some(withheld) if matches!(own, Amount::Public(_)) => Amount::Withheld(withheld),
            Some(_) | None => own,
        }
    }
}

/// What a contract promises: its amount, or the most that may be drawn of its retainer where it states none.
fn agreed(contract: &Contract) -> &Field<Money> {
    match contract.retainer.get() {
        Some(retainer) if matches!(contract.amount, Field::Absent) => &retainer.cap,
        Some(_) | None => &contract.amount,
    }
}

fn shown(amount: &Field<Money>) -> Amount {
    match amount {
        Field::Stated(At { value, .. }) => Amount::Public(*value),
        Field::Withheld(withheld) => Amount::Withheld(Withheld::clone(withheld)),
        Field::Absent | Field::Unreadable(_) | Field::Unknown(_) => Amount::NotRecorded,
    }
}

/// What `entry` says of the value that it withholds at `span`.
fn reason(entry: &Entry, span: Span) -> Option<Withheld> {
    let stated = entry.gaps.iter().find_map(|gap| match &gap.what {
        Missing::Withheld(it) if it.span == span => Some(it.clone()),
        Missing::Withheld(_) | Missing::Unknown(_) => None,
    });
    stated.or_else(|| {
        let cost = entry.sow()?.cost.get()?;
        let reason = cost.withheld.get()?.clone();
        let by = cost.by.get().map(|by| by.0.clone());
        Some(Withheld { reason, until: cost.until.get().copied(), by, span })
    })
}
