//! JSON Schema of the front matter of each kind, from the rows that the decoder reads by.
//!
//! Editors and programs learn from it which keys there are, what they mean and which are required. What the rules ask
//! beyond the shape of a key (that a record exists, that a step is legal) is not in it.

use serde_json::{Map, Value};

use crate::fields::{Table, schema};
use crate::id::Kind;

use super::{Common, Record};

/// The schema of the front matter of `kind`: its own keys in the order of the manual, then those of every record.
pub fn schema(kind: Kind) -> Value {
    let rows: Vec<_> = Record::rows(kind).iter().chain(Common::ROWS).collect();
    schema::schema(kind.title(), &format!("The front matter of {}.", kind.with_article()), &rows)
}

/// The keys of every kind as data, each kind under its name with `.fields` behind it, and the tables within them.
pub fn of_data() -> Map<String, Value> {
    let rows = |kind: Kind| Record::rows(kind).iter().chain(Common::ROWS).collect();
    let named: Vec<_> = Kind::ALL.iter().map(|kind| (format!("{kind}.fields"), rows(*kind))).collect();
    schema::of_data(&named)
}
