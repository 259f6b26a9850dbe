//! Looking a field up by its name: what a workflow's guards, which are data, need of the typed records.

use super::{Field, FieldRow, Link, List, Map, Moment, Objective, OneOf, Ref, Unknown, Withheld};
use crate::text::{Date, Money, Span};

/// A field as a guard sees it: whether it is stated, what lies in it.
pub trait Look {
    /// Whether the key is there and holds something, be it withheld. A stated gap does not count.
    fn is_given(&self) -> bool;

    /// Where the value is written, whatever it is; `None` when the key is absent.
    fn span(&self) -> Option<Span>;

    /// Whether the key is there, or may well be there, and what it holds could not be read.
    fn is_unreadable(&self) -> bool;

    /// What is stated; `None` when it is absent, unreadable, unknown or withheld.
    fn value(&self) -> Option<&dyn Value>;

    /// The author's word that nobody knows the value; `None` when it is anything else.
    fn unknown(&self) -> Option<&Unknown>;

    /// Why the value is not shown; `None` when it is not withheld.
    fn withheld(&self) -> Option<&Withheld>;
}

/// What a stated value is, for whoever hands all of a record on.
pub enum Content<'a> {
    /// A text or a word of a closed list.
    Text(&'a str),
    /// A day of the calendar.
    Day(Date),
    /// A point in time.
    Moment(&'a Moment),
    /// A whole number, zero or more.
    Whole(u32),
    /// A finite number.
    Number(f64),
    /// `true` or `false`.
    Flag(bool),
    /// An exact amount.
    Money(Money),
    /// What a service level is to reach.
    Objective(&'a Objective),
    /// An address on the web, a mail address, or a path from the root of this site.
    Link(&'a str),
    /// The id of a record as written, with the kinds that it may be of, as bits.
    Reference(&'a str, u32),
    /// The items that could be read, in order.
    List(Vec<&'a dyn Value>),
    /// Keys that the author chose, in order.
    Map(Vec<(&'a str, &'a dyn Value)>),
    /// Every key of a table in the order of its declaration, whether it is stated or not.
    Table(Vec<(&'static FieldRow, &'a dyn Look)>),
}

/// A stated value as a guard sees it. Each method but the first is `None` or empty when the value is of another sort.
pub trait Value {
    /// What it is.
    fn content(&self) -> Content<'_>;

    /// The field of a table at a key, without the tables in it; `None` when the value is no table or has no such key.
    fn field(&self, _key: &str) -> Option<&dyn Look> {
        None
    }

    /// Every field of a table, by its key.
    fn fields(&self) -> Vec<(&'static str, &dyn Look)> {
        Vec::new()
    }

    /// The items of a list that could be read, in order; empty when the value is no list.
    fn items(&self) -> Vec<&dyn Value> {
        Vec::new()
    }

    /// Whether items of a list could not be read.
    fn has_unreadable_items(&self) -> bool {
        false
    }

    /// The day of a date or of a moment; `None` when the value is neither.
    fn date(&self) -> Option<Date> {
        None
    }

    /// The point in time of a moment; `None` when the value is none.
    fn instant(&self) -> Option<jiff::Timestamp> {
        None
    }

    /// A text, a word, a link, a reference or a moment as written; `None` when the value is of another sort.
    fn text(&self) -> Option<&str> {
        None
    }

    /// What a boolean says; `None` when the value is none.
    fn flag(&self) -> Option<bool> {
        None
    }

    /// A whole number, zero or more; `None` when the value is none.
    fn number(&self) -> Option<u32> {
        None
    }
}

impl<T: Value> Look for Field<T> {
    fn is_given(&self) -> bool {
        matches!(self, Field::Stated(_) | Field::Withheld(_))
    }

    fn span(&self) -> Option<Span> {
        Field::span(self)
    }

    fn is_unreadable(&self) -> bool {
        Field::is_unreadable(self)
    }

    fn value(&self) -> Option<&dyn Value> {
        self.get().map(|value| value as &dyn Value)
    }

    fn unknown(&self) -> Option<&Unknown> {
        Field::unknown(self)
    }

    fn withheld(&self) -> Option<&Withheld> {
        Field::withheld(self)
    }
}

/// The field at `path`, its parts joined by dots: `comment.opens`. `None` when the table has no such field, or when an
/// outer field is not stated.
pub fn field<'a>(record: &'a dyn Value, path: &str) -> Option<&'a dyn Look> {
    match path.split_once('.') {
        None => record.field(path),
        Some((outer, inner)) => field(record.field(outer)?.value()?, inner),
    }
}

/// Whether what stands at `path` of `record` could not be read, in whole or in part: the field itself, a field around it,
/// an item of its list, or the same field of one of several items (`vote.link`).
pub fn is_unreadable(record: &dyn Value, path: &str) -> bool {
    let (outer, inner) = path.split_once('.').map_or((path, None), |(outer, inner)| (outer, Some(inner)));
    let Some(field) = record.field(outer) else { return false };
    let Some(value) = field.value() else { return field.is_unreadable() };
    value.has_unreadable_items()
        || inner.is_some_and(|inner| {
            is_unreadable(value, inner) || value.items().into_iter().any(|item| is_unreadable(item, inner))
        })
}

impl Value for String {
    fn content(&self) -> Content<'_> {
        Content::Text(self)
    }

    fn text(&self) -> Option<&str> {
        Some(self)
    }
}

impl Value for bool {
    fn content(&self) -> Content<'_> {
        Content::Flag(*self)
    }

    fn flag(&self) -> Option<bool> {
        Some(*self)
    }
}

impl Value for Date {
    fn content(&self) -> Content<'_> {
        Content::Day(*self)
    }

    fn date(&self) -> Option<Date> {
        Some(*self)
    }
}

impl Value for Moment {
    fn content(&self) -> Content<'_> {
        Content::Moment(self)
    }

    fn date(&self) -> Option<Date> {
        Some(self.date)
    }

    fn instant(&self) -> Option<jiff::Timestamp> {
        Some(self.instant)
    }

    fn text(&self) -> Option<&str> {
        Some(&self.text)
    }
}

impl Value for Link {
    fn content(&self) -> Content<'_> {
        Content::Link(&self.0)
    }

    fn text(&self) -> Option<&str> {
        Some(&self.0)
    }
}

impl<const KINDS: u32> Value for Ref<KINDS> {
    fn content(&self) -> Content<'_> {
        Content::Reference(&self.0, KINDS)
    }

    fn text(&self) -> Option<&str> {
        Some(&self.0)
    }
}

impl<T: Value> Value for Map<T> {
    fn content(&self) -> Content<'_> {
        Content::Map(self.0.iter().map(|(key, value)| (key.value.as_str(), &value.value as &dyn Value)).collect())
    }
}

impl Value for u32 {
    fn content(&self) -> Content<'_> {
        Content::Whole(*self)
    }

    fn number(&self) -> Option<u32> {
        Some(*self)
    }
}

impl Value for f64 {
    fn content(&self) -> Content<'_> {
        Content::Number(*self)
    }
}

impl Value for Money {
    fn content(&self) -> Content<'_> {
        Content::Money(*self)
    }
}

impl Value for Objective {
    fn content(&self) -> Content<'_> {
        Content::Objective(self)
    }
}

impl<T: Value> Value for List<T> {
    fn content(&self) -> Content<'_> {
        Content::List(self.items())
    }

    fn items(&self) -> Vec<&dyn Value> {
        self.iter().map(|item| &item.value as &dyn Value).collect()
    }

    fn has_unreadable_items(&self) -> bool {
        !self.unreadable.is_empty()
    }
}

impl<A: Value, B: Value> Value for OneOf<A, B> {
    fn content(&self) -> Content<'_> {
        match self {
            OneOf::First(value) => value.content(),
            OneOf::Second(value) => value.content(),
        }
    }

    fn items(&self) -> Vec<&dyn Value> {
        match self {
            OneOf::First(value) => value.items(),
            OneOf::Second(value) => value.items(),
        }
    }

    fn has_unreadable_items(&self) -> bool {
        match self {
            OneOf::First(value) => value.has_unreadable_items(),
            OneOf::Second(value) => value.has_unreadable_items(),
        }
    }

    fn text(&self) -> Option<&str> {
        match self {
            OneOf::First(value) => value.text(),
            OneOf::Second(value) => value.text(),
        }
    }

    fn flag(&self) -> Option<bool> {
        match self {
            OneOf::First(value) => value.flag(),
            OneOf::Second(value) => value.flag(),
        }
    }

    fn date(&self) -> Option<Date> {
        match self {
            OneOf::First(value) => value.date(),
            OneOf::Second(value) => value.date(),
        }
    }

    fn number(&self) -> Option<u32> {
        match self {
            OneOf::First(value) => value.number(),
            OneOf::Second(value) => value.number(),
        }
    }
}
