//! What a value of the front matter may be, as its declaration says.

use super::{ANY, Table, one_of};
use crate::text::listing;

/// Whether a key must be there.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Presence {
    /// A record without it is incomplete, and a diagnostic says so.
    Required,
    /// It may be left out.
    Optional,
}

/// One row of a table's declaration.
#[derive(Debug)]
pub struct FieldRow {
    /// The key as the front matter spells it: `comment`.
    pub key: &'static str,
    /// Whether the table must have the key.
    pub need: Presence,
    /// What it means, in one sentence.
    pub meaning: &'static str,
    /// Gives what the value may be; a function, for a table can hold itself.
    pub shape: fn() -> Shape,
}

/// What a value may be, for the manual and the schema.
#[derive(Debug, Clone)]
pub enum Shape {
    /// A text that is not empty.
    Text,
    /// A day of the calendar.
    Date,
    /// A point in time with its offset.
    Moment,
    /// A whole number, zero or more.
    Integer,
    /// A finite number, with or without decimals.
    Number,
    /// `true` or `false`.
    Boolean,
    /// An amount and its currency.
    Money,
    /// An address on the web, a mail address, or a path from the root of this site.
    Link,
    /// What a service level is to reach.
    Objective,
    /// The id of a record of one of these kinds, as bits.
    Reference(u32),
    /// One of these words, in the order of their declaration.
    Word(&'static [&'static str]),
    /// A list whose items are all of this shape.
    List(Box<Shape>),
    /// A table with these keys, in the order of their declaration.
    Table(&'static [FieldRow]),
    /// A table whose keys the author chooses, each value of this shape.
    Map(Box<Shape>),
    /// Any one of these shapes; the first that fits counts.
    Either(Vec<Shape>),
    /// Whatever TOML can hold.
    Any,
}

/// What a shape is made of: the one place that tells the single values from those that hold others.
pub enum Parts<'a> {
    /// Nothing further: one value.
    One,
    /// Items, each of this shape.
    Items(&'a Shape),
    /// These keys, in the order of their declaration.
    Keys(&'static [FieldRow]),
    /// Keys that the author chooses, each with a value of this shape.
    Values(&'a Shape),
    /// One of these shapes, whichever the author writes.
    Choices(&'a [Shape]),
}

impl Shape {
    /// What the shape is made of.
    pub fn parts(&self) -> Parts<'_> {
        match self {
            Shape::List(item) => Parts::Items(item),
            Shape::Table(rows) => Parts::Keys(rows),
            Shape::Map(value) => Parts::Values(value),
            Shape::Either(shapes) => Parts::Choices(shapes),
            Shape::Text
            | Shape::Date
            | Shape::Moment
            | Shape::Integer
            | Shape::Number
            | Shape::Boolean
            | Shape::Money
            | Shape::Link
            | Shape::Objective
            | Shape::Reference(_)
            | Shape::Word(_)
            | Shape::Any => Parts::One,
        }
    }

    /// Whether the header of such a value, or with `rest` of one within it, begins a table: `Some(true)` where it is one of a list,
    /// `None` where it is no table.
    pub(crate) fn header<'k>(&self, mut rest: impl Iterator<Item = &'k str>) -> Option<bool> {
        let (rows, is_of_list) = match self {
            Shape::Map(value) => return rest.next().map_or(Some(false), |_| value.header(rest)),
            Shape::Table(rows) => (*rows, false),
            Shape::List(item) => match &**item {
                Shape::Table(rows) => (*rows, true),
                _ => return None,
            },
            _ => return None,
        };
        let Some(key) = rest.next() else { return Some(is_of_list) };
        let row = rows.iter().find(|row| row.key == key)?;
        (row.shape)().header(rest)
    }

    /// Whether such a value is written in quotes: a text, a link, an id, a word, an amount.
    pub(super) fn is_quoted(&self) -> bool {
        match self {
            Shape::Text | Shape::Link | Shape::Reference(_) | Shape::Word(_) | Shape::Money | Shape::Objective => true,
            Shape::Either(shapes) => shapes.iter().any(Shape::is_quoted),
            Shape::Date | Shape::Moment | Shape::Integer | Shape::Number | Shape::Boolean | Shape::Any => false,
            Shape::List(_) | Shape::Table(_) | Shape::Map(_) => false,
        }
    }

    /// Whether such a value never stands in quotes: a day, a number, yes or no.
    pub(super) fn is_never_quoted(&self) -> bool {
        match self {
            Shape::Date | Shape::Moment | Shape::Integer | Shape::Number | Shape::Boolean => true,
            Shape::Either(shapes) => shapes.iter().all(Shape::is_never_quoted),
            Shape::Text
            | Shape::Money
            | Shape::Link
            | Shape::Objective
            | Shape::Reference(_)
            | Shape::Word(_)
            | Shape::List(_)
            | Shape::Table(_)
            | Shape::Map(_)
            | Shape::Any => false,
        }
    }

    /// What sort of value it is, in a few words: `date`, `list of texts`.
    pub fn sort(&self) -> String {
        match self {
            Shape::Text => "text".to_owned(),
            Shape::Date => "date".to_owned(),
            Shape::Moment => "date and time".to_owned(),
            Shape::Integer => "whole number".to_owned(),
            Shape::Number => "number".to_owned(),
            Shape::Boolean => "true or false".to_owned(),
            Shape::Money => "amount".to_owned(),
            Shape::Link => "link".to_owned(),
            Shape::Objective => "objective".to_owned(),
            Shape::Reference(ANY) => "id of a record".to_owned(),
            Shape::Reference(bits) => format!("id of {}", one_of(*bits)),
            Shape::Word(_) => "word".to_owned(),
            Shape::List(item) => match &**item {
                Shape::Table(_) => "tables".to_owned(),
                other => format!("list: {}", other.sort()),
            },
            Shape::Table(_) => "table".to_owned(),
            Shape::Map(item) => format!("table with keys of your own: {}", item.sort()),
            Shape::Either(shapes) => shapes.iter().map(Shape::sort).collect::<Vec<_>>().join(", or "),
            Shape::Any => "anything".to_owned(),
        }
    }

    /// The words that a value may be, in the order of their declaration; empty where it may be anything.
    pub fn words(&self) -> &'static [&'static str] {
        if let Shape::Word(words) = self {
            return words;
        }
        match self.parts() {
            Parts::Items(item) => item.words(),
            Parts::Choices(shapes) => {
                shapes.iter().map(Shape::words).find(|words| !words.is_empty()).unwrap_or_default()
            }
            Parts::One | Parts::Keys(_) | Parts::Values(_) => &[],
        }
    }

    /// In the words of a message: `a date such as 2021-05-11`.
    pub fn expected(&self) -> String {
        match self {
            Shape::Text => "text in quotes".to_owned(),
            Shape::Date => "a date such as 2021-05-11, without quotes".to_owned(),
            Shape::Moment => "a time with its offset, such as 2021-06-01T17:00:00Z".to_owned(),
            Shape::Integer => "a whole number, zero or more".to_owned(),
            Shape::Number => "a number".to_owned(),
            Shape::Boolean => "true or false".to_owned(),
            Shape::Money => "an amount and its currency, such as \"12000 USD\"".to_owned(),
            Shape::Link => "a link such as \"https://example.org/t/12\"".to_owned(),
            Shape::Objective => "an objective such as \">= 99.5 %\" or \"<= 4 h\"".to_owned(),
            Shape::Reference(bits) => {
                let kinds = if *bits == ANY { "a record".to_owned() } else { one_of(*bits) };
                format!("the id of {kinds} in quotes")
            }
            Shape::Word(words) => format!("one of {}", listing(words.iter().copied())),
            Shape::List(item) => format!("a list in brackets, each item {}", item.expected()),
            Shape::Table(rows) => {
                format!("a table with {}", listing(rows.iter().map(|row| row.key)))
            }
            Shape::Map(item) => format!("a table with keys of your own, each value {}", item.expected()),
            Shape::Either(shapes) => shapes.iter().map(Shape::expected).collect::<Vec<_>>().join(", or "),
            Shape::Any => "any value".to_owned(),
        }
    }
}

/// A field of a record, named by the keys that lead to it: `cost`, `cost.status`.
#[derive(Debug, Clone)]
pub struct FieldPath {
    /// The keys, joined by dots.
    pub path: String,
    /// What the last of them is: what it means, what its value may be.
    pub row: &'static FieldRow,
    /// Whether it stands in the items of a list, so that a record has as many of it: `vote.person`.
    pub in_list: bool,
}

/// Every field of `T`, those of the tables in it included.
pub fn paths<T: Table>() -> Vec<FieldPath> {
    fn gather(outer: &str, shape: &Shape, in_list: bool, paths: &mut Vec<FieldPath>) {
        match shape.parts() {
            Parts::Keys(rows) => {
                for row in rows {
                    let path = if outer.is_empty() { row.key.to_owned() } else { format!("{outer}.{}", row.key) };
                    paths.push(FieldPath { path: path.clone(), row, in_list });
                    gather(&path, &(row.shape)(), in_list, paths);
                }
            }
            Parts::Items(item) => gather(outer, item, true, paths),
            Parts::Choices(shapes) => shapes.iter().for_each(|shape| gather(outer, shape, in_list, paths)),
            Parts::One | Parts::Values(_) => {}
        }
    }
    let mut paths = Vec::new();
    gather("", &Shape::Table(T::ROWS), false, &mut paths);
    paths
}
