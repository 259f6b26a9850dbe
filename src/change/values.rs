//! The values of a front matter that a change alters.

use std::borrow::Cow;
use std::cmp::Reverse;
use std::collections::HashMap;

use toml::de::{DeTable, DeValue};
use toml::value::Datetime;
use toml::{Spanned, Table, Value};

use crate::document::{Common, Record};
use crate::fields::{Field, FieldRow, Front, Objective, Parts, Ref, Shape, Table as _, look};
use crate::site::Entry;
use crate::text::{Money, Span};

use super::slips::is_slip;
use super::{Side, Sites, collapsed, spelled};

/// A value that was stated and is another one now.
#[derive(Debug, Clone)]
pub struct KeyEdit {
    /// The key within its table: `date`.
    pub key: &'static str,
    /// As it was, in words.
    pub before: String,
    /// As it is; `None` when nothing is stated any more.
    pub after: Option<String>,
    /// Where the value is in the head; `None` when it is not there.
    pub span: Option<Span>,
    /// Whether the head withholds it.
    pub is_withheld: bool,
}

impl KeyEdit {
    /// `None` when nothing was stated, or when both say the same `in_words`.
    pub(super) fn of<T>(
        key: &'static str,
        before: &Field<T>,
        after: &Field<T>,
        in_words: impl Fn(&T) -> String,
    ) -> Option<KeyEdit> {
        let was = in_words(before.get()?);
        let is = after.get().map(in_words);
        let is_withheld = after.withheld().is_some();
        (is.as_ref() != Some(&was)).then(|| KeyEdit { key, before: was, after: is, span: after.span(), is_withheld })
    }

    /// Whether both say the same, and one of them has a slip of the pen.
    pub fn is_slip(&self) -> bool {
        self.after.as_ref().is_some_and(|after| is_slip(&self.before, after))
    }

    /// `None` when nothing was stated, or when both lead to the same record.
    pub(super) fn of_reference<const KINDS: u32>(
        sites: Sites,
        key: &'static str,
        before: &Field<Ref<KINDS>>,
        after: &Field<Ref<KINDS>>,
    ) -> Option<KeyEdit> {
        let edit = KeyEdit::of(key, before, after, |reference| reference.0.clone())?;
        (!sites.is_same_reference(before, after)).then_some(edit)
    }
}

/// A value in the front matter that differs.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ValueChange {
    /// The keys that lead to it: `cost.amount`. The items of a list share the key of the list.
    pub key: String,
    /// Whether something was filled in: nothing was stated, or a gap or what was withheld is.
    pub is_filling: bool,
    /// Whether it is a link that leads elsewhere now.
    pub is_link: bool,
    /// What the item of the outermost list in which it lies is called: its id, or whom or what it is about. `None` outside of lists of
    /// tables, and for items that have no name.
    pub item: Option<String>,
    /// Whether a whole item of a list came in.
    pub is_addition: bool,
    /// Whether a whole item of a list is gone.
    pub is_removal: bool,
    /// Whether it is a text that says the same, but for a slip of the pen.
    pub is_slip: bool,
    /// Whether it is a text or a day, in which somebody can have made a mistake.
    pub is_prose: bool,
    /// What it was, in words; `None` for tables and lists, and when nothing was stated.
    pub was: Option<String>,
    /// What it is.
    pub is: Option<String>,
    /// Where the value is in the base, or the outermost value around it; `None` when neither is there.
    pub before: Option<Span>,
    /// The same in the head.
    pub after: Option<Span>,
}

impl ValueChange {
    /// Whether it lies at one of `keys` or below.
    pub fn is_under<'k>(&self, keys: impl IntoIterator<Item = &'k str>) -> bool {
        let is_under =
            |key: &str| self.key.strip_prefix(key).is_some_and(|rest| rest.is_empty() || rest.starts_with('.'));
        keys.into_iter().any(is_under)
    }
}

/// The values that differ, in the order of the keys; empty when one of the two front matters cannot be read.
pub(super) fn values(sites: Sites, before: &Entry, after: &Entry) -> Vec<ValueChange> {
    let tables = (front(sites, Side::Before, before), front(sites, Side::After, after));
    let (Some(was), Some(is)) = tables else { return Vec::new() };
    let mut found = Vec::new();
    of_tables(&was, &is, "", &mut found);
    found.retain(|it| !it.is_under(Common::ROWS.iter().map(|row| row.key)));
    let rows = Record::rows(after.kind());
    for it in &mut found {
        let is_of = |is: fn(&Shape) -> bool| is_shaped(rows, &it.key, is);
        it.is_link = it.is_link && is_of(|shape| matches!(shape, Shape::Link));
        it.is_prose = is_of(|shape| matches!(shape, Shape::Text | Shape::Date | Shape::Moment));
        let both = it.was.as_ref().zip(it.is.as_ref()).filter(|_| is_of(|shape| matches!(shape, Shape::Text)));
        it.is_slip = both.is_some_and(|(was, is)| is_slip(was, is));
        it.before = place(before, it);
        it.after = place(after, it);
    }
    found
}

/// Where the value is in `entry`, or the outermost value around it.
fn place(entry: &Entry, change: &ValueChange) -> Option<Span> {
    let key = change.key.as_str();
    if let Some(span) = change.item.as_ref().and_then(|item| place_in_item(entry, key, item)) {
        return Some(span);
    }
    let outer = key.split('.').next().unwrap_or_default();
    let inner = look::field(entry.record.as_value(), key).and_then(|field| field.span());
    inner.or_else(|| look::field(entry.record.as_value(), outer)?.span())
}

/// Where the value at `key` is in the table of the list that names `item`, or the value of that table around it; `None` when that is
/// written in another way than as a table with a header.
fn place_in_item(entry: &Entry, key: &str, item: &str) -> Option<Span> {
    let (outer, inner) = key.split_once('.').unwrap_or((key, ""));
    let inner = inner.split('.').next().unwrap_or_default();
    let Some((front, text)) = entry.toml() else { return place_in_yaml(entry, outer, inner, item) };
    let header = format!("[[{outer}]]");
    let starts: Vec<usize> = text.match_indices(&header).map(|(at, _)| at).collect();
    let ends = starts.iter().skip(1).copied().chain([text.len()]);
    let mut tables = starts.iter().copied().zip(ends);
    let (start, end) = tables.find(|(start, end)| text[*start..*end].contains(&format!("\"{item}\"")))?;
    let mut at = start;
    let line = text[start..end].split_inclusive('\n').find_map(|line| {
        let from = at;
        at += line.len();
        let rest = line.strip_prefix(inner).filter(|_| !inner.is_empty())?.trim_start().strip_prefix('=')?;
        let value = rest.trim();
        let offset = from + line.len() - rest.len() + (rest.len() - rest.trim_start().len());
        Some(Span::new(offset, offset + value.len()))
    });
    let place = line.unwrap_or(Span::new(start, start + header.len()));
    Some(place.shifted(front.start))
}

fn place_in_yaml(entry: &Entry, outer: &str, inner: &str, item: &str) -> Option<Span> {
    let start = entry.front?.start;
    let find = |front: &Front| {
        let items = front.table.get_ref().get(outer)?.get_ref().as_array()?;
        let names = |value: &Spanned<DeValue>| value.get_ref().as_str() == Some(item);
        let is_it = |it: &&Spanned<DeValue>| it.get_ref().as_table().is_some_and(|table| table.values().any(names));
        let found = items.iter().find(is_it)?;
        let value = found.get_ref().as_table()?.get(inner);
        Some(Span::from(value.unwrap_or(found).span()).shifted(start))
    };
    entry.with_front(find).flatten()
}

/// The front matter of `entry`, with the record in the place of each reference that means one. `None` where it cannot be read
/// as a whole.
pub(super) fn front(sites: Sites, side: Side, entry: &Entry) -> Option<Table> {
    let targets: HashMap<Span, String> = entry
        .references
        .iter()
        .filter_map(|it| Some((it.span, spelled(&sites.target(side, &it.text, it.kinds)?))))
        .collect();
    read(entry, &targets)
}

/// The front matter of `entry` as it is written. `None` where it cannot be read as a whole.
pub(super) fn as_written(entry: &Entry) -> Option<Table> {
    read(entry, &HashMap::new())
}

/// The same with `targets` in the places of what is written there.
fn read(entry: &Entry, targets: &HashMap<Span, String>) -> Option<Table> {
    let start = entry.front?.start;
    let read = |front: &Front| front.is_whole().then(|| table_of(front.table.get_ref(), start, targets));
    entry.with_front(read).flatten()
}

fn table_of(table: &DeTable, start: usize, targets: &HashMap<Span, String>) -> Table {
    let of = |(key, value): (&Spanned<Cow<str>>, &Spanned<DeValue>)| {
        (key.get_ref().clone().into_owned(), value_of(value, start, targets))
    };
    table.iter().map(of).collect()
}

fn value_of(value: &Spanned<DeValue>, start: usize, targets: &HashMap<Span, String>) -> Value {
    match value.get_ref() {
        DeValue::String(text) => {
            let target = targets.get(&Span::from(value.span()).shifted(start));
            Value::String(target.cloned().unwrap_or_else(|| text.clone().into_owned()))
        }
        DeValue::Integer(number) => {
            let read = i64::from_str_radix(number.as_str(), number.radix());
            read.map_or_else(|_| Value::String(number.as_str().to_owned()), Value::Integer)
        }
        DeValue::Float(number) => {
            number.as_str().parse().map_or_else(|_| Value::String(number.as_str().to_owned()), Value::Float)
        }
        DeValue::Boolean(is_so) => Value::Boolean(*is_so),
        DeValue::Datetime(datetime) => Value::Datetime(*datetime),
        DeValue::Array(items) => Value::Array(items.iter().map(|item| value_of(item, start, targets)).collect()),
        DeValue::Table(table) => Value::Table(table_of(table, start, targets)),
    }
}

fn of_tables(before: &Table, after: &Table, outer: &str, found: &mut Vec<ValueChange>) {
    let mut keys: Vec<&String> = before.keys().chain(after.keys().filter(|key| !before.contains_key(*key))).collect();
    keys.retain(|key| !key.starts_with("x-"));
    for key in keys {
        let path = if outer.is_empty() { key.clone() } else { format!("{outer}.{key}") };
        of_values(before.get(key), after.get(key), path, found);
    }
}

fn of_values(before: Option<&Value>, after: Option<&Value>, key: String, found: &mut Vec<ValueChange>) {
    match (before, after) {
        (Some(Value::Table(before)), Some(Value::Table(after))) if !is_gap(before) => {
            of_tables(before, after, &key, found);
        }
        (Some(Value::Array(before)), Some(Value::Array(after))) if holds_tables(before) && holds_tables(after) => {
            of_items(before, after, &key, found);
        }
        (Some(before), Some(after)) if is_same(before, after) => {}
        _ => {
            let is_gap = match before {
                Some(Value::Table(table)) => is_gap(table),
                Some(Value::Array(items)) => items.is_empty(),
                _ => false,
            };
            let is_link = before.is_some() && after.is_some();
            let (was, is) = (before.and_then(in_words), after.and_then(in_words));
            found.push(ValueChange { is_filling: before.is_none() || is_gap, is_link, was, is, ..whole(key) });
        }
    }
}

/// Items are the same when they are equal; of the others those with the same first value, such as their id, belong
/// together.
fn of_items(before: &[Value], after: &[Value], key: &str, found: &mut Vec<ValueChange>) {
    let mut left: Vec<&Value> = after.iter().collect();
    let mut gone: Vec<&Value> = Vec::new();
    for item in before {
        match left.iter().position(|it| is_same(item, it)) {
            Some(at) => drop(left.remove(at)),
            None => gone.push(item),
        }
    }
    for item in gone {
        let candidates =
            left.iter().enumerate().filter(|(_, it)| identity(it).is_some() && identity(it) == identity(item));
        // Of several the one that has most in common: two terms of one person are told apart by their days.
        let place = candidates.max_by_key(|(at, it)| (in_common(item, it), Reverse(*at))).map(|(at, _)| at);
        let from = found.len();
        match (item, place.map(|at| left.remove(at))) {
            (Value::Table(item), Some(Value::Table(it))) => of_tables(item, it, key, found),
            _ => found.push(ValueChange { is_removal: true, ..whole(key.to_owned()) }),
        }
        // What lies deeper is found by the item of the outermost list.
        found[from..].iter_mut().for_each(|change| change.item = called(item).or(change.item.take()));
    }
    found.extend(left.iter().map(|it| ValueChange { is_addition: true, item: called(it), ..whole(key.to_owned()) }));
}

/// How many values two tables share.
fn in_common(one: &Value, other: &Value) -> usize {
    let (Value::Table(one), Value::Table(other)) = (one, other) else { return 0 };
    one.iter().filter(|(key, value)| other.get(*key).is_some_and(|it| is_same(value, it))).count()
}

/// What an item of a list is called; a record by its key.
fn called(item: &Value) -> Option<String> {
    let text = identity(item).and_then(in_words)?;
    Some(text.rsplit_once('/').map_or(text.clone(), |(_, key)| key.to_owned()))
}

/// A change of all that is at `key`, whose places are not known yet.
fn whole(key: String) -> ValueChange {
    ValueChange {
        key,
        is_filling: false,
        is_link: false,
        item: None,
        is_addition: false,
        is_removal: false,
        is_slip: false,
        is_prose: false,
        was: None,
        is: None,
        before: None,
        after: None,
    }
}

/// A value by itself as a reader would say it; `None` for tables and lists.
fn in_words(value: &Value) -> Option<String> {
    match value {
        Value::String(text) => Some(collapsed(text)),
        Value::Integer(_) | Value::Float(_) | Value::Boolean(_) | Value::Datetime(_) => Some(value.to_string()),
        Value::Array(_) | Value::Table(_) => None,
    }
}

/// What an item of a list is told apart by.
fn identity(item: &Value) -> Option<&Value> {
    ["id", "person", "area", "indicator", "month", "from", "organization", "title", "what", "text"]
        .iter()
        .find_map(|key| item.get(key))
}

fn is_gap(table: &Table) -> bool {
    table.contains_key("unknown") || table.contains_key("withheld")
}

fn holds_tables(items: &[Value]) -> bool {
    items.iter().all(Value::is_table)
}

/// Whether both say the same, however it is written: an amount with or without decimals, a moment in another offset.
pub(crate) fn is_same(before: &Value, after: &Value) -> bool {
    match (before, after) {
        (Value::String(before), Value::String(after)) => {
            collapsed(before) == collapsed(after) || is_same_quantity(before, after)
        }
        (Value::Datetime(before), Value::Datetime(after)) => before == after || is_same_moment(before, after),
        (Value::Array(before), Value::Array(after)) => {
            before.len() == after.len() && before.iter().zip(after).all(|(before, after)| is_same(before, after))
        }
        (Value::Table(before), Value::Table(after)) => {
            before.len() == after.len()
                && before.iter().all(|(key, value)| after.get(key).is_some_and(|it| is_same(value, it)))
        }
        _ => before == after,
    }
}

/// Whether both are the same amount of money or the same service level.
fn is_same_quantity(before: &str, after: &str) -> bool {
    let money = |text: &str| Money::parse(text).ok();
    let same_money = money(before).is_some_and(|was| money(after) == Some(was));
    same_money || Objective::parse(before).is_some_and(|was| Objective::parse(after) == Some(was))
}

fn is_same_moment(before: &Datetime, after: &Datetime) -> bool {
    let instant = |it: &Datetime| it.to_string().parse::<jiff::Timestamp>().ok();
    instant(before).is_some_and(|was| instant(after) == Some(was))
}

/// Whether the field at `path` holds what `is` picks.
fn is_shaped(rows: &[FieldRow], path: &str, is: fn(&Shape) -> bool) -> bool {
    let (key, rest) = path.split_once('.').unwrap_or((path, ""));
    let shape = rows.iter().find(|row| row.key == key).map(|row| (row.shape)());
    shape.is_some_and(|shape| holds(&shape, rest, is))
}

fn holds(shape: &Shape, rest: &str, is: fn(&Shape) -> bool) -> bool {
    match shape.parts() {
        Parts::Items(item) => holds(item, rest, is),
        Parts::Keys(rows) => !rest.is_empty() && is_shaped(rows, rest, is),
        Parts::Choices(shapes) => shapes.iter().any(|shape| holds(shape, rest, is)),
        Parts::One | Parts::Values(_) => rest.is_empty() && is(shape),
    }
}
