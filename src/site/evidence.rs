//! Whether the evidence that a step needs is there, judged on the day of the step.

use std::collections::BTreeSet;

use crate::document::Event;
use crate::document::decision::DecisionKind;
use crate::fields::look::{self, Look, Value};
use crate::fields::{ANY, At};
use crate::id::Kind;
use crate::text::{Date, Span, days_after, list};
use crate::workflow::{Body, Condition, Guard, Need};

use super::approvals::is_enough;
use super::{Entry, Site, Via};

/// A piece of evidence that is not there.
#[derive(Debug, Clone)]
pub struct Lack<'a> {
    pub need: &'a Need,
    /// The day on which time alone will have mended it.
    pub earliest: Option<Date>,
    /// Where what there is stands.
    pub span: Option<Span>,
    /// For an exception, what is missing of its other side; else empty.
    pub parts: Vec<Lack<'a>>,
}

impl Lack<'_> {
    /// What is missing, after the word "Missing:", and no more than that: `the signed contract`.
    pub fn wants(&self) -> String {
        match (&self.need.says, self.parts.as_slice()) {
            (Some(_), _) | (None, []) => self.need.wants(),
            (None, parts) => list(parts.iter().map(Lack::wants), "and"),
        }
    }

    /// What to type.
    pub fn instruction(&self) -> String {
        match (&self.need.help, &self.need.guard, self.parts.as_slice()) {
            (None, Guard::Unless { condition, .. }, parts @ [_, ..]) => {
                format!("{}; {}", list(parts.iter().map(Lack::instruction), "and"), condition.instruction())
            }
            _ => self.need.instruction(),
        }
    }

    /// The clause behind it, where it is another one than the step's.
    pub fn clause(&self) -> Option<&String> {
        self.need.clause.as_ref().or_else(|| self.parts.iter().find_map(Lack::clause))
    }
}

impl Site {
    /// What `need` lacks for a step of `entry` on `on`; `None` when it is met. `event` is the step itself, when it was taken.
    pub fn lack<'a>(&self, entry: &Entry, event: Option<&Event>, need: &'a Need, on: Date) -> Option<Lack<'a>> {
        let lacking = |span: Option<Span>| Some(Lack { need, earliest: None, span, parts: Vec::new() });
        let field = |path: &str| find(entry, event, path);
        match &need.guard {
            Guard::Section { title } => (!has_section(entry, title)).then_some(()).and_then(|()| lacking(None)),
            Guard::Field { field: path, is } => {
                let found = field(path);
                let fits = found.is_some_and(|it| it.is_given() && (is.is_empty() || says_one_of(it, is)));
                if fits { None } else { lacking(found.and_then(Look::span)) }
            }
            Guard::Link { field: path } => {
                let found = field(path);
                if found.is_some_and(Look::is_given) { None } else { lacking(found.and_then(Look::span)) }
            }
            Guard::Decision { kind, group, outcome, mode, named: only_named } => {
                let since = accepts_work(kind.as_deref()).then(|| entered_before(entry, event, on)).flatten();
                let is_in_mode = |decision: &Entry| {
                    let own = || self.tally(decision).and_then(|tally| tally.mode);
                    mode.as_ref().is_none_or(|mode| own().is_some_and(|own| own.as_str() == mode))
                };
                let fits = |decision: &Entry| {
                    self.decision_fits(decision, kind.as_deref(), outcome.as_deref(), since, on)
                        && is_in_mode(decision)
                        && group.as_ref().is_none_or(|body| self.decided_by(decision, body, entry))
                };
                let cited = event.map(|event| &event.decision);
                let named = cited.and_then(|cited| cited.get()).and_then(|decision| self.find(decision));
                let named = named.filter(|decision| self.bears_on(decision, entry));
                let about = self.referring(entry, Kind::Decision, "about").filter(|_| !only_named);
                let fits = named.into_iter().chain(about).any(fits);
                if fits { None } else { lacking(cited.and_then(Look::span)) }
            }
            Guard::Approvals(asked) => {
                let from = asked.fresh.then(|| entered_before(entry, event, on)).flatten();
                let (people, affiliations) = self.approvals(entry, asked, from, on);
                if is_enough(asked, people, affiliations) {
                    None
                } else {
                    lacking(field("approval").and_then(Look::span))
                }
            }
            Guard::Elapsed { from, days, fresh } => {
                let span = field(from).and_then(Look::span);
                let Some(stated) = field(from).and_then(Look::value).and_then(Value::date) else {
                    return lacking(span);
                };
                // What nobody could read yet, nobody could use the time for.
                let entered = fresh.then(|| came_into(entry, event, on)).flatten();
                let entered = entered.and_then(|event| Some((*event.date.get()?, event.date.span())));
                let (start, span) = entered.filter(|(entered, _)| *entered > stated).unwrap_or((stated, span));
                let earliest = days_after(start, i64::from(*days));
                (on < earliest).then(|| Lack { need, earliest: Some(earliest), span, parts: Vec::new() })
            }
            Guard::Count { field: path, at_least, at_most, distinct, with } => {
                let found = field(path);
                let counted = |value: &dyn Value| match distinct {
                    Some(key) => self.different(value, key),
                    None => value.number().unwrap_or_else(|| self.several(value)),
                };
                let value = found.and_then(Look::value);
                let count = value.map_or(0, counted);
                let fits = at_least.is_none_or(|least| count >= least) && at_most.is_none_or(|most| count <= most);
                let names = |value: &dyn Value| {
                    let named = value.items().into_iter().filter_map(|item| self.resolve(item.text()?, ANY).entry());
                    named.into_iter().any(|named| self.is_among(with, entry, named, on))
                };
                let is_there = with.is_empty() || value.is_some_and(names);
                if fits && is_there { None } else { lacking(found.and_then(Look::span)) }
            }
            Guard::AllMet { field: path } => {
                let found = field(path);
                let items = found.and_then(Look::value).map(Value::items).unwrap_or_default();
                let met = |item: &&dyn Value| {
                    ["met", "done"]
                        .iter()
                        .any(|key| item.field(key).and_then(Look::value).and_then(Value::flag).unwrap_or_default())
                };
                let fits = !items.is_empty() && items.iter().all(met);
                if fits { None } else { lacking(found.and_then(Look::span)) }
            }
            Guard::Before { first, then } => {
                let date = |path: &str| field(path).and_then(Look::value).and_then(Value::date);
                // The step is taken on this day, also as long as it is only thought of; so it can be waited for.
                let is_step = then == "event.date";
                match (date(first), date(then).or(is_step.then_some(on))) {
                    (Some(first_day), Some(then_day)) if first_day > then_day => {
                        let span = field(first).and_then(Look::span);
                        Some(Lack { need, earliest: is_step.then_some(first_day), span, parts: Vec::new() })
                    }
                    _ => None,
                }
            }
            Guard::State { of, is } => {
                let mut targets = self.targets(entry, of).peekable();
                let there = targets.peek().is_some();
                let fits = there
                    && targets.all(|target| {
                        target.status.as_ref().is_some_and(|status| {
                            let state =
                                status.steps.iter().rfind(|step| step.date <= on).map_or(&status.state, |it| &it.state);
                            is.iter().any(|wanted| wanted == state)
                        })
                    });
                if fits { None } else { lacking(field(of).and_then(Look::span)) }
            }
            Guard::Any { needs } => {
                let lacks: Vec<Lack> = needs.iter().map_while(|other| self.lack(entry, event, other, on)).collect();
                if lacks.len() < needs.len() {
                    return None;
                }
                let earliest = lacks.iter().filter_map(|lack| lack.earliest).min();
                Some(Lack { need, earliest, span: lacks.iter().find_map(|lack| lack.span), parts: Vec::new() })
            }
            Guard::Unless { condition, needs } => {
                if holds(condition, field(&condition.field)) {
                    return None;
                }
                let parts: Vec<Lack> = needs.iter().filter_map(|part| self.lack(entry, event, part, on)).collect();
                let span = parts.first()?.span;
                Some(Lack { need, earliest: parts.iter().filter_map(|part| part.earliest).max(), span, parts })
            }
        }
    }

    /// How many items of `list` say something else under `key`; references by the record that they lead to.
    fn different(&self, list: &dyn Value, key: &str) -> u32 {
        let said = list.items().into_iter().filter_map(|item| item.field(key)?.value()?.text());
        self.distinct(said).len() as u32
    }

    /// How many items `list` has; a name or a reference that stands there twice is one.
    fn several(&self, list: &dyn Value) -> u32 {
        let items = list.items();
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

    fn decided_by(&self, decision: &Entry, body: &Body, entry: &Entry) -> bool {
        let group = decision.decision().and_then(|decision| decision.group.get()).and_then(|group| self.find(group));
        match (group, self.body(body, entry)) {
            (Some(group), Some(wanted)) => group.at == wanted.at,
            _ => false,
        }
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

/// The field at `path`, of the step when it begins with `event.`, else of the record.
fn find<'a>(entry: &'a Entry, event: Option<&'a Event>, path: &str) -> Option<&'a dyn Look> {
    match path.strip_prefix("event.") {
        Some(key) => look::field(event?, key),
        None => look::field(entry.record.as_value(), path),
    }
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
