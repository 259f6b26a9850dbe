//! What a field can hold, as its declaration says: whether a guard that looks at it could ever be met.

use crate::fields::{ANY, FieldPath, Parts, Shape, kinds};
use crate::id::Kind;

/// What a guard asks of the field that it looks at.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Wish {
    /// That it is given.
    Given,
    Link,
    Date,
    /// A list, or a number.
    Count,
    /// A list of tables that say of themselves that they are met or done.
    Met,
    /// A record, or several.
    Record,
    /// Somebody: the record that is named, or who holds it.
    Somebody,
}

impl Wish {
    /// What a field is that does not fit: `is no date`.
    pub(super) fn unmet(self) -> &'static str {
        match self {
            Wish::Given => "is not a field of its own",
            Wish::Link => "is no link",
            Wish::Date => "is no date",
            Wish::Count => "is neither a list nor a number",
            Wish::Met => "is no list of things that are `met` or `done`",
            Wish::Record => "names no other record",
            Wish::Somebody => "names nobody",
        }
    }

    /// Whether a record can give at `field` what is asked for. `event.date` and its like are those of the step.
    pub(super) fn fits(self, field: &FieldPath) -> bool {
        let shape = (field.row.shape)();
        match self {
            Wish::Given => is_single(field),
            Wish::Link => is_single(field) && holds(&shape, &|it| matches!(it, Shape::Link)),
            Wish::Date => is_single(field) && holds(&shape, &|it| matches!(it, Shape::Date | Shape::Moment)),
            Wish::Count => is_single(field) && holds(&shape, &|it| matches!(it, Shape::List(_) | Shape::Integer)),
            Wish::Met => is_single(field) && holds(&shape, &|it| matches!(it, Shape::List(item) if can_be_met(item))),
            Wish::Record | Wish::Somebody => referred(&shape) != 0,
        }
    }
}

/// Whether a record has at most one of the field: the items of a list have no place that a guard could name, but for the
/// event that takes the step.
pub(super) fn is_single(field: &FieldPath) -> bool {
    !field.in_list || field.path.strip_prefix("event.").is_some_and(|key| !key.contains('.'))
}

/// The kinds of the records that a field can name.
pub(super) fn referred_kinds(field: &FieldPath) -> impl Iterator<Item = Kind> {
    kinds(referred(&(field.row.shape)()))
}

/// The words that a field can hold; `None` when it holds any text, none when it holds no text at all.
pub(super) fn words_of(field: &FieldPath) -> Option<Vec<&'static str>> {
    said(&(field.row.shape)())
}

/// Whether the items of a list of tables can be told apart by what they say in the field.
pub(super) fn tells_apart(field: &FieldPath) -> bool {
    let shape = (field.row.shape)();
    !holds(&shape, &|it| matches!(it, Shape::Boolean)) && said(&shape).is_none_or(|words| !words.is_empty())
}

fn said(shape: &Shape) -> Option<Vec<&'static str>> {
    match shape {
        Shape::Text | Shape::Moment | Shape::Link | Shape::Reference(_) | Shape::Any => None,
        Shape::Word(words) => Some(words.to_vec()),
        Shape::Boolean => Some(vec!["true", "false"]),
        Shape::Either(shapes) => {
            let said: Option<Vec<Vec<&str>>> = shapes.iter().map(said).collect();
            said.map(|words| words.concat())
        }
        Shape::Date
        | Shape::Integer
        | Shape::Number
        | Shape::Money
        | Shape::Objective
        | Shape::List(_)
        | Shape::Table(_)
        | Shape::Map(_) => Some(Vec::new()),
    }
}

/// Whether the shape, or one of those that it may take, is such.
fn holds(shape: &Shape, is_such: &dyn Fn(&Shape) -> bool) -> bool {
    match shape {
        Shape::Either(shapes) => shapes.iter().any(|shape| holds(shape, is_such)),
        Shape::Any => true,
        other => is_such(other),
    }
}

fn can_be_met(item: &Shape) -> bool {
    let Shape::Table(rows) = item else { return false };
    rows.iter().any(|row| matches!(row.key, "met" | "done") && matches!((row.shape)(), Shape::Boolean))
}

/// The kinds that a shape refers to, as bits.
fn referred(shape: &Shape) -> u32 {
    match (shape, shape.parts()) {
        (Shape::Reference(bits), _) => *bits,
        (Shape::Any, _) => ANY,
        (_, Parts::Items(item)) => referred(item),
        (_, Parts::Choices(shapes)) => shapes.iter().fold(0, |bits, shape| bits | referred(shape)),
        (_, Parts::One | Parts::Keys(_) | Parts::Values(_)) => 0,
    }
}
