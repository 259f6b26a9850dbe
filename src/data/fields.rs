//! What the front matter states: its typed values under their keys, and beside them what is withheld and what is not recorded.

use serde_json::{Map, Value, json};

use crate::fields::look::{Content, Look, Value as _};
use crate::fields::{FieldRow, Presence, Withheld};
use crate::site::{Entry, Site};
use crate::text::Money;

use super::is_public;

/// The keys that say how a record is handled, and nothing of what it is about.
pub(super) const OF_NOBODY: [&str; 2] = ["draft", "publish_email"];

/// What a front matter says.
pub(super) struct Fields {
    /// What is stated, by the keys that lead to it.
    pub stated: Map<String, Value>,
    /// What is withheld: the place of each value, the reason, the last day, the decision.
    pub withheld: Vec<Value>,
    /// What is not recorded: the place of each value, and why, where that is said.
    pub not_recorded: Vec<Value>,
}

/// What the front matter of `entry` says, each place as `contract[0].amount`.
pub(super) fn of(site: &Site, entry: &Entry) -> Fields {
    let mut reading = Reading { site, entry, withheld: Vec::new(), not_recorded: Vec::new() };
    let kept_back = cost_withheld(entry);
    let mut stated = Map::new();
    for table in [entry.record.as_value().content(), entry.common.content()] {
        if let Content::Table(rows) = table {
            stated.extend(reading.table(&rows, "", kept_back.as_ref()));
        }
    }
    Fields { stated, withheld: reading.withheld, not_recorded: reading.not_recorded }
}

/// Why no amount of a statement of work is shown; `None` where its cost is.
fn cost_withheld(entry: &Entry) -> Option<Withheld> {
    let cost = &entry.sow()?.cost;
    let inner = || cost.get().and_then(|cost| cost.not_shown().or_else(|| cost.amount.withheld().cloned()));
    cost.withheld().cloned().or_else(inner)
}

struct Reading<'a> {
    site: &'a Site,
    entry: &'a Entry,
    withheld: Vec<Value>,
    not_recorded: Vec<Value>,
}

impl Reading<'_> {
    /// The stated keys of a table at `path`, in which amounts are kept back where `outer` says why. An amount that is withheld keeps
    /// back those of the tables below it: what was paid of a sum gives away the sum.
    fn table(
        &mut self,
        rows: &[(&'static FieldRow, &dyn Look)],
        path: &str,
        outer: Option<&Withheld>,
    ) -> Map<String, Value> {
        let own = rows.iter().find(|(row, _)| row.key == "amount").and_then(|(_, field)| field.withheld());
        let kept_back = own.or(outer);
        let mut stated = Map::new();
        for (row, field) in rows {
            let place = if path.is_empty() { row.key.to_owned() } else { format!("{path}.{}", row.key) };
            if self.is_of_nobody(&place) {
                continue;
            }
            let Some(value) = field.value() else {
                self.gap(&place, *field, row.need);
                continue;
            };
            if let Some(value) = self.value(value.content(), &place, kept_back) {
                stated.insert(row.key.to_owned(), value);
            }
        }
        stated
    }

    /// A value at `place`; `None` for an amount that is kept back.
    fn value(&mut self, content: Content, place: &str, kept_back: Option<&Withheld>) -> Option<Value> {
        Some(match content {
            Content::Text(text) | Content::Link(text) => text.into(),
            Content::Day(day) => day.to_string().into(),
            Content::Moment(moment) => moment.instant.to_string().into(),
            Content::Whole(number) => number.into(),
            Content::Number(number) => number_of(number),
            Content::Flag(flag) => flag.into(),
            Content::Money(money) => match kept_back {
                Some(why) => {
                    self.withheld.push(marker(place, why));
                    return None;
                }
                None => money_of(money),
            },
            Content::Objective(it) => json!({
                "comparison": if it.at_least { ">=" } else { "<=" },
                "value": number_of(it.value),
                "unit": it.unit,
            }),
            Content::Reference(text, kinds) => {
                let known = self.site.resolve(text, kinds).entry().filter(|entry| is_public(entry));
                known.map_or_else(|| text.to_owned(), |entry| entry.id.reference()).into()
            }
            Content::List(items) => {
                let items = items.into_iter().enumerate();
                let values =
                    items.filter_map(|(at, item)| self.value(item.content(), &format!("{place}[{at}]"), kept_back));
                values.collect::<Vec<_>>().into()
            }
            Content::Map(entries) => {
                let values = entries.into_iter().filter_map(|(key, value)| {
                    let value = self.value(value.content(), &format!("{place}.{key}"), kept_back)?;
                    Some((key.to_owned(), value))
                });
                values.collect::<Map<_, _>>().into()
            }
            Content::Table(rows) => self.table(&rows, place, kept_back).into(),
        })
    }

    /// Says why there is no value: it is withheld, nobody knows it, or it should be there and is not.
    fn gap(&mut self, place: &str, field: &dyn Look, need: Presence) {
        if let Some(why) = field.withheld() {
            self.withheld.push(marker(place, why));
            return;
        }
        let reason = field.unknown().map(|it| it.reason.as_str());
        if reason.is_some() || field.is_unreadable() || need == Presence::Required {
            self.not_recorded.push(json!({ "key": place, "why": reason }));
        }
    }

    /// Whether what is at `place` is handed on to nobody: how the record is handled, and the address of somebody who did not agree.
    fn is_of_nobody(&self, place: &str) -> bool {
        let hides_address = || self.entry.person().is_some_and(|person| !person.publish_email.is_true());
        OF_NOBODY.contains(&place) || (place == "email" && hides_address())
    }
}

fn marker(place: &str, why: &Withheld) -> Value {
    json!({ "key": place, "why": why.reason, "until": why.until.map(|day| day.to_string()), "by": why.by })
}

/// A whole number without a point, any other with its decimals.
fn number_of(number: f64) -> Value {
    const EXACT: f64 = 9_007_199_254_740_992.0;
    match number.fract() == 0.0 && number.abs() < EXACT {
        #[expect(clippy::cast_possible_truncation, reason = "it is whole and small enough")]
        true => (number as i64).into(),
        false => number.into(),
    }
}

/// An amount as `{ "amount": 12000.5, "currency": "USD" }`.
pub(super) fn money_of(money: Money) -> Value {
    json!({ "amount": number_of(money.amount()), "currency": money.currency.code() })
}
