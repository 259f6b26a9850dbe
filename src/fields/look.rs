//! Looking a field up by its name: what a workflow's guards, which are data, need of the typed records.

use super::{At, Field, Link, Map, Moment, Objective, OneOf, Ref};
use crate::text::{Date, Money, Span};

/// A field as a guard sees it: whether it is stated, what lies in it.
pub trait Look {
    /// Whether the key is there and holds something, be it withheld. A stated gap does not count.
    fn is_given(&self) -> bool;

    fn span(&self) -> Option<Span>;

    /// What is stated; `None` when it is absent, unknown or withheld.
    fn value(&self) -> Option<&dyn Value>;
}

/// A stated value as a guard sees it. Each method is `None` or empty when the value is of another sort.
pub trait Value {
    fn field(&self, _key: &str) -> Option<&dyn Look> {
        None
    }

    fn items(&self) -> Vec<&dyn Value> {
        Vec::new()
    }

    fn date(&self) -> Option<Date> {
        None
    }

    fn text(&self) -> Option<&str> {
        None
    }

    fn flag(&self) -> Option<bool> {
        None
    }

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

    fn value(&self) -> Option<&dyn Value> {
        self.get().map(|value| value as &dyn Value)
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

impl Value for String {
    fn text(&self) -> Option<&str> {
        Some(self)
    }
}

impl Value for bool {
    fn flag(&self) -> Option<bool> {
        Some(*self)
    }
}

impl Value for Date {
    fn date(&self) -> Option<Date> {
        Some(*self)
    }
}

impl Value for Moment {
    fn date(&self) -> Option<Date> {
        Some(self.date)
    }

    fn text(&self) -> Option<&str> {
        Some(&self.text)
    }
}

impl Value for Link {
    fn text(&self) -> Option<&str> {
        Some(&self.0)
    }
}

impl<const KINDS: u32> Value for Ref<KINDS> {
    fn text(&self) -> Option<&str> {
        Some(&self.0)
    }
}

impl<T> Value for Map<T> {}
impl Value for u32 {
    fn number(&self) -> Option<u32> {
        Some(*self)
    }
}

impl Value for f64 {}
impl Value for Money {}
impl Value for Objective {}

impl<T: Value> Value for Vec<At<T>> {
    fn items(&self) -> Vec<&dyn Value> {
        self.iter().map(|item| &item.value as &dyn Value).collect()
    }
}

impl<A: Value, B: Value> Value for OneOf<A, B> {
    fn items(&self) -> Vec<&dyn Value> {
        match self {
            OneOf::First(value) => value.items(),
            OneOf::Second(value) => value.items(),
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
