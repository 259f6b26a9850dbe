//! Whether the evidence that a step needs is there, judged on the day of the step.

use std::collections::BTreeSet;

use crate::document::Event;
use crate::document::contractor::Contract;
use crate::document::decision::{DecisionKind, Outcome};
use crate::fields::look::{self, Look, Value};
use crate::fields::{ANY, At};
use crate::id::Kind;
use crate::text::{Date, Period, Span, days_after, list};
use crate::workflow::{Approvals, Body, Condition, Evidence, Guard, Party};

use super::approvals::is_enough;
use super::{Entry, Site, Via};

/// A piece of evidence that is not there.
#[derive(Debug, Clone)]
pub struct Unmet<'a> {
    /// What the workflow asks for.
    pub need: &'a Evidence,
    /// The day on which time alone will have mended it.
    pub earliest: Option<Date>,
    /// Where what there is stands.
    pub span: Option<Span>,
    /// For an exception, what is missing of its other side; else empty.
    pub parts: Vec<Unmet<'a>>,
}

impl Unmet<'_> {
    /// What is missing, after the word "Missing:", and no more than that: `the signed contract`.
    pub fn wants(&self) -> String {
        match (&self.need.says, self.parts.as_slice()) {
            (Some(_), _) | (None, []) => self.need.wants(),
            (None, parts) => list(parts.iter().map(Unmet::wants), "and"),
        }
    }

    /// What to type.
    pub fn instruction(&self) -> String {
        match (&self.need.help, &self.need.guard, self.parts.as_slice()) {
            (None, Guard::Unless { condition, .. }, parts @ [_, ..]) => {
                format!("{}; {}", list(parts.iter().map(Unmet::instruction), "and"), condition.instruction())
            }
            _ => self.need.instruction(),
        }
    }

    /// The clause behind it, where it is another one than the step's.
    pub fn clause(&self) -> Option<&String> {
        self.need.clause.as_ref().or_else(|| self.parts.iter().find_map(Unmet::clause))
    }
}

impl Site {
    /// What `need` lacks for a step of `entry` on `on`; `None` when it is met. `event` is the step itself, when it was taken.
    pub fn unmet<'a>(&self, entry: &Entry, event: Option<&Event>, need: &'a Evidence, on: Date) -> Option<Unmet<'a>> {
        Step { site: self, entry, event, on }.unmet(need)
    }

    /// How many items of `list` say something else under `key`; references by the record that they lead to.
    fn different(&self, list: &dyn Value, key: &str, only: Option<&Condition>) -> u32 {
        let items = list.items().into_iter().filter(|item| counts(*item, only));
        let said = items.filter_map(|item| item.field(key)?.value()?.text());
        self.distinct(said).len() as u32
    }

    /// How many items `list` has; a name or a reference that stands there twice is one.
    fn several(&self, list: &dyn Value, only: Option<&Condition>) -> u32 {
        let items: Vec<&dyn Value> = list.items().into_iter().filter(|item| counts(*item, only)).collect();
        let tables = items.iter().filter(|item| item.text().is_none()).count();
        (tables + self.distinct(items.iter().filter_map(|item| item.text())).len()) as u32
    }

    fn distinct<'a>(&self, said: impl Iterator<Item = &'a str>) -> BTreeSet<String> {
        let known = |text: &str| self.resolve(text, ANY).entry().map(|entry| entry.id.to_string());
        said.map(|text| known(text).unwrap_or_else(|| text.trim().to_lowercase())).collect()
    }

    fn decision_fits(
        &self,
        decision: &Entry,
        kind: Option<&str>,
        outcome: Option<&str>,
        since: Option<Date>,
        on: Date,
    ) -> bool {
        let Some(it) = decision.decision() else { return false };
        kind.is_none_or(|kind| it.kind.get().is_some_and(|own| own.as_str() == kind))
            && it.outcome.get().is_some_and(|own| outcome.is_none_or(|outcome| own.as_str() == outcome))
            && it.decided.get().is_some_and(|decided| *decided <= on && since.is_none_or(|since| since <= *decided))
    }

    /// Whether `decision` can carry a step of `entry` that names it: it is about the record, about one that the record
    /// belongs with (its proposal, call, bounty or contract, in either direction), or about nothing in particular.
    pub fn bears_on(&self, decision: &Entry, entry: &Entry) -> bool {
        let Some(own) = decision.decision() else { return false };
        let belongs = |to: usize| {
            let other = &self.entries[to];
            let is_work = matches!(
                other.kind(),
                Kind::Proposal | Kind::Sow | Kind::Rfp | Kind::Bounty | Kind::Contractor | Kind::Pledge
            );
            let by_key = |via: &Via| matches!(via, Via::Key(_));
            is_work
                && (entry.edges.iter().any(|edge| edge.to == to && by_key(&edge.via))
                    || entry.backlinks.iter().any(|link| link.from == to && by_key(&link.via)))
        };
        let mut about = self.targets(decision, "about").map(|about| about.at);
        own.about.items().is_empty() || about.any(|at| at == entry.at || belongs(at))
    }

    /// Whose word the record `named` is, in a list of those who agreed on `entry`: of an accepted decision the group's, of a
    /// contractor its organization's, of others their own.
    fn speaks_in<'a>(&'a self, named: &'a Entry, entry: &Entry, on: Date) -> Option<&'a Entry> {
        match named.kind() {
            Kind::Decision => {
                let fits = self.decision_fits(named, None, Some(Outcome::Accepted.as_str()), None, on);
                self.target(named, "group").filter(|_| fits && self.bears_on(named, entry))
            }
            Kind::Contractor => self.target(named, "organization").or(Some(named)),
            Kind::Person | Kind::Organization | Kind::Group => Some(named),
            Kind::Proposal
            | Kind::Sow
            | Kind::Rfp
            | Kind::Bounty
            | Kind::Meeting
            | Kind::Service
            | Kind::Roadmap
            | Kind::Survey
            | Kind::Pledge
            | Kind::Report
            | Kind::Page => None,
        }
    }

    /// The organizations that run `service` on `on` as contractors: by the service's own page, or by a contract.
    fn houses_behind<'a>(&'a self, service: &'a Entry, on: Date) -> Vec<&'a Entry> {
        let operator = self.target(service, "operator");
        let houses = self.of_kind(Kind::Contractor).filter(|house| {
            let runs = operator.is_some_and(|it| {
                it.at == house.at || self.target(house, "organization").is_some_and(|own| own.at == it.at)
            });
            let contracts = house.contractor().map_or(&[][..], |it| it.contract.items());
            let is_in_force = |contract: &Contract| {
                Period { from: contract.starts.get().copied(), to: contract.last_day() }.holds(on)
            };
            runs || contracts.iter().any(|it| self.covers(it, service) && is_in_force(it))
        });
        houses.filter_map(|house| self.target(house, "organization")).collect()
    }

    fn decided_by(&self, decision: &Entry, body: &Body, entry: &Entry) -> bool {
        let group = decision.decision().and_then(|decision| decision.group.get()).and_then(|group| self.find(group));
        match (group, self.body(body, entry)) {
            (Some(group), Some(wanted)) => group.at == wanted.at,
            _ => false,
        }
    }
}

/// A step for which evidence is looked up: one that was taken, or one that could be.
#[derive(Clone, Copy)]
struct Step<'s> {
    site: &'s Site,
    entry: &'s Entry,
    /// `None` where it is only thought of.
    event: Option<&'s Event>,
    on: Date,
}

/// Where what there is stands, and the day on which time alone will have mended what is missing.
#[derive(Default)]
struct Gap {
    earliest: Option<Date>,
    span: Option<Span>,
}

/// Nothing is missing when it `fits`; else something at `span`.
fn met(fits: bool, span: Option<Span>) -> Result<(), Gap> {
    if fits { Ok(()) } else { Err(Gap { earliest: None, span }) }
}

impl<'s> Step<'s> {
    fn unmet<'a>(self, need: &'a Evidence) -> Option<Unmet<'a>> {
        // What was agreed on later was not asked of earlier steps.
        if need.since.is_some_and(|since| self.on < since) {
            return None;
        }
        let gap = match &need.guard {
            Guard::Section { title } => met(has_section(self.entry, title), None),
            Guard::Field { field, is } => self.says(field, is),
            Guard::Link { field } => self.says(field, &[]),
            Guard::Decision { .. } => self.decided(&need.guard),
            Guard::Approvals(asked) => self.approved(asked),
            Guard::Elapsed { from, days, fresh } => self.elapsed(from, *days, *fresh),
            Guard::Count { .. } => self.counted(&need.guard),
            Guard::Agreed { field, by, runs } => self.agreed(field, by, runs.as_deref()),
            Guard::AllMet { field } => self.all_met(field),
            Guard::Before { first, then } => self.in_order(first, then),
            Guard::State { of, is } => self.in_state(of, is),
            Guard::Any { needs } => return self.any(need, needs),
            Guard::Unless { condition, needs } => return self.unless(need, condition, needs),
        };
        gap.err().map(|Gap { earliest, span }| Unmet { need, earliest, span, parts: Vec::new() })
    }

    /// The field at `path`, of the step when it begins with `event.`, else of the record.
    fn field(self, path: &str) -> Option<&'s dyn Look> {
        match path.strip_prefix("event.") {
            Some(key) => look::field(self.event?, key),
            None => self.entry.field(path),
        }
    }

    fn span(self, path: &str) -> Option<Span> {
        self.field(path).and_then(Look::span)
    }

    fn date(self, path: &str) -> Option<Date> {
        self.field(path).and_then(Look::value).and_then(Value::date)
    }

    fn says(self, path: &str, words: &[String]) -> Result<(), Gap> {
        let fits = |it: &dyn Look| it.is_given() && (words.is_empty() || says_one_of(it, words));
        met(self.field(path).is_some_and(fits), self.span(path))
    }

    /// Whether a decision that the step names, or that is about the record, is as [`Guard::Decision`] asks.
    fn decided(self, guard: &Guard) -> Result<(), Gap> {
        let Guard::Decision { kind, group, outcome, mode, named: only_named } = guard else { return Ok(()) };
        let Step { site, entry, event, on } = self;
        let since = accepts_work(kind.as_deref()).then(|| entered_before(entry, event, on)).flatten();
        let is_in_mode = |decision: &Entry| {
            let own = || decision.tally().and_then(|tally| tally.mode);
            mode.as_ref().is_none_or(|mode| own().is_some_and(|own| own.as_str() == mode))
        };
        let fits = |decision: &Entry| {
            site.decision_fits(decision, kind.as_deref(), outcome.as_deref(), since, on)
                && is_in_mode(decision)
                && group.as_ref().is_none_or(|body| site.decided_by(decision, body, entry))
        };
        let cited = event.map(|event| &event.decision);
        let named = cited.and_then(|cited| cited.get()).and_then(|decision| site.find(decision));
        let named = named.filter(|decision| site.bears_on(decision, entry));
        let about = site.referring(entry, Kind::Decision, "about").filter(|_| !only_named);
        met(named.into_iter().chain(about).any(fits), cited.and_then(Look::span))
    }

    fn approved(self, asked: &Approvals) -> Result<(), Gap> {
        let from = asked.fresh.then(|| entered_before(self.entry, self.event, self.on)).flatten();
        let (people, affiliations) = self.site.approvals(self.entry, asked, from, self.on);
        let needed = self.site.approvals_needed(self.entry, asked, self.on);
        met(is_enough(asked, needed, people, affiliations), self.span("approval"))
    }

    fn elapsed(self, from: &str, days: u32, fresh: bool) -> Result<(), Gap> {
        let span = self.span(from);
        let Some(stated) = self.date(from) else { return Err(Gap { earliest: None, span }) };
        // What nobody could read yet, nobody could use the time for.
        let entered = fresh.then(|| came_into(self.entry, self.event, self.on)).flatten();
        let entered = entered.and_then(|event| Some((*event.date.get()?, event.date.span())));
        let (start, span) = entered.filter(|(entered, _)| *entered > stated).unwrap_or((stated, span));
        let earliest = days_after(start, i64::from(days));
        if self.on < earliest { Err(Gap { earliest: Some(earliest), span }) } else { Ok(()) }
    }

    /// Whether there are as many items as [`Guard::Count`] asks for, and somebody is among them.
    fn counted(self, guard: &Guard) -> Result<(), Gap> {
        let Guard::Count { field: path, at_least, at_most, distinct, with, only } = guard else { return Ok(()) };
        let counted = |value: &dyn Value| match distinct {
            Some(key) => self.site.different(value, key, only.as_ref()),
            None => value.number().unwrap_or_else(|| self.site.several(value, only.as_ref())),
        };
        let value = self.field(path).and_then(Look::value);
        let count = value.map_or(0, counted);
        let fits = at_least.is_none_or(|least| count >= least) && at_most.is_none_or(|most| count <= most);
        let names = |value: &dyn Value| {
            let named = value.items().into_iter().filter_map(|item| self.site.resolve(item.text()?, ANY).entry());
            named.into_iter().any(|named| self.site.is_among(with, self.entry, named, self.on))
        };
        met(fits && (with.is_empty() || value.is_some_and(names)), self.span(path))
    }

    /// Whether everybody is among those who agreed who has to be, as [`Guard::Agreed`] says.
    fn agreed(self, path: &str, by: &[Party], runs: Option<&str>) -> Result<(), Gap> {
        let Step { site, entry, on, .. } = self;
        let items = self.field(path).and_then(Look::value).map(Value::items).unwrap_or_default();
        let named = items.into_iter().filter_map(|item| site.resolve(item.text()?, ANY).entry());
        let agreed: Vec<&Entry> = named.flat_map(|it| site.speaks_in(it, entry, on)).collect();
        let is_there = |party: &Party| {
            let party = std::slice::from_ref(party);
            agreed.iter().any(|it| site.is_among(party, entry, it, on))
        };
        let services = runs.map(|runs| site.targets(entry, runs).collect::<Vec<_>>()).unwrap_or_default();
        let mut contractors = services.into_iter().flat_map(|service| site.houses_behind(service, on));
        let all = contractors.all(|house| agreed.iter().any(|it| it.at == house.at || site.works_for(it, house, on)));
        met(by.iter().all(is_there) && all, self.span(path))
    }

    fn all_met(self, path: &str) -> Result<(), Gap> {
        let items = self.field(path).and_then(Look::value).map(Value::items).unwrap_or_default();
        let is_true = |item: &dyn Value, key: &str| {
            item.field(key).and_then(Look::value).and_then(Value::flag).unwrap_or_default()
        };
        let is_met = |item: &&dyn Value| ["met", "done"].iter().any(|key| is_true(*item, key));
        met(!items.is_empty() && items.iter().all(is_met), self.span(path))
    }

    fn in_order(self, first: &str, then: &str) -> Result<(), Gap> {
        // The step is taken on this day, also as long as it is only thought of; so it can be waited for.
        let is_step = then == "event.date";
        match (self.date(first), self.date(then).or(is_step.then_some(self.on))) {
            (Some(first_day), Some(then_day)) if first_day > then_day => {
                Err(Gap { earliest: is_step.then_some(first_day), span: self.span(first) })
            }
            _ => Ok(()),
        }
    }

    /// Whether every record that the field names was in one of these states on the day.
    fn in_state(self, of: &str, is: &[String]) -> Result<(), Gap> {
        let mut targets = self.site.counting(self.entry, of).into_iter().peekable();
        let there = targets.peek().is_some();
        let fits = |target: &Entry| {
            target.status.as_ref().is_some_and(|status| {
                let last = status.steps.iter().rfind(|step| step.date <= self.on);
                is.contains(last.map_or(&status.state, |step| &step.state))
            })
        };
        met(there && targets.all(fits), self.span(of))
    }

    /// What one of `needs` would have to give, where none of them does.
    fn any<'a>(self, need: &'a Evidence, needs: &'a [Evidence]) -> Option<Unmet<'a>> {
        let unmet: Vec<Unmet> = needs.iter().map_while(|other| self.unmet(other)).collect();
        if unmet.len() < needs.len() {
            return None;
        }
        let earliest = unmet.iter().filter_map(|unmet| unmet.earliest).min();
        Some(Unmet { need, earliest, span: unmet.iter().find_map(|unmet| unmet.span), parts: Vec::new() })
    }

    /// What is missing of `needs`, where the exception does not hold.
    fn unless<'a>(self, need: &'a Evidence, condition: &Condition, needs: &'a [Evidence]) -> Option<Unmet<'a>> {
        if holds(condition, self.field(&condition.field)) {
            return None;
        }
        let parts: Vec<Unmet> = needs.iter().filter_map(|part| self.unmet(part)).collect();
        let span = parts.first()?.span;
        Some(Unmet { need, earliest: parts.iter().filter_map(|part| part.earliest).max(), span, parts })
    }
}

/// Whether a decision of this kind accepts what was delivered, so that it cannot come before the delivery.
fn accepts_work(kind: Option<&str>) -> bool {
    kind == Some(DecisionKind::Acceptance.as_str())
}

/// The day on which the record entered the state that the step `event` on `on` leaves.
fn entered_before(entry: &Entry, event: Option<&Event>, on: Date) -> Option<Date> {
    let is_step = |other: &Event| event.is_some_and(|event| std::ptr::eq(event, other));
    let earlier = entry.events().iter().take_while(|other| !is_step(other));
    earlier.filter_map(|other| other.date.get()).filter(|date| **date <= on).last().copied()
}

/// The event by which the record came into the state that the step `event` on `on` leaves. Where it entered that state
/// several times in a row, the first of them.
fn came_into<'a>(entry: &'a Entry, event: Option<&Event>, on: Date) -> Option<&'a At<Event>> {
    let is_step = |other: &Event| event.is_some_and(|event| std::ptr::eq(event, other));
    let earlier = entry.events().iter().take_while(|other| !is_step(other));
    let earlier: Vec<&At<Event>> = earlier.filter(|other| other.date.get().is_some_and(|date| *date <= on)).collect();
    let state = earlier.last()?.to.get();
    earlier.into_iter().rev().take_while(|other| other.to.get() == state).last()
}

/// Whether an item of a list counts: all do where `only` asks for nothing.
fn counts(item: &dyn Value, only: Option<&Condition>) -> bool {
    only.is_none_or(|only| item.field(&only.field).is_some_and(|it| says_one_of(it, &only.is)))
}

fn says_one_of(field: &dyn Look, words: &[String]) -> bool {
    let Some(value) = field.value() else { return false };
    let text = value.text().map(str::to_owned).or_else(|| value.flag().map(|flag| flag.to_string()));
    text.is_some_and(|text| words.contains(&text))
}

fn holds(condition: &Condition, field: Option<&dyn Look>) -> bool {
    field.is_some_and(|field| field.is_given() && (condition.is.is_empty() || says_one_of(field, &condition.is)))
}

/// Whether the text has the section and something stands in it.
pub fn has_section(entry: &Entry, title: &str) -> bool {
    let outline = &entry.outline;
    outline
        .headings
        .iter()
        .zip(&outline.sections)
        .any(|(heading, section)| heading.title.trim().eq_ignore_ascii_case(title) && !section.is_empty)
}
