//! The keys of each kind of record, from the definitions that the front matter is read by.

use serde::Serialize;

use crate::diagnostic::Diagnostic;
use crate::document::{Common, Record};
use crate::fields::{FieldRow, Presence, Shape, Table};
use crate::id::Kind;
use crate::page::words;
use crate::site::Made;

use super::super::View;
use super::super::part::{Part, capitalised};
use super::room::head;

/// One key.
#[derive(Serialize)]
struct Key {
    /// With those that lead to it: `contract.notice_days`.
    path: String,
    meaning: String,
    /// `a date such as 2021-05-11, without quotes`.
    takes: String,
    is_required: bool,
}

/// The keys of every record, then those of each kind.
pub(in crate::page::view) fn keys(view: &View) -> Result<String, Box<Diagnostic>> {
    let of_kind = |kind: &Kind| {
        let place =
            if kind.folder().is_empty() { words::ANYWHERE_ELSE.to_owned() } else { format!("{}/", kind.folder()) };
        given! {
            title: capitalised(kind.title()),
            anchor: format!("keys.{kind}"),
            place,
            command: format!("candor new {kind} \"Title\""),
            keys: listed(Record::rows(*kind)),
        }
    };
    let it = given! {
        index: Part::link(words::FOR_EDITORS, view.to(Made::Editors.path())),
        common: listed(Common::ROWS),
        kinds: Kind::ALL.iter().map(of_kind).collect::<Vec<_>>(),
    };
    view.fill("editors-keys.html", head(words::KEYS), &it)
}

fn listed(rows: &'static [FieldRow]) -> Vec<Key> {
    let mut keys = Vec::new();
    gather("", rows, &mut Vec::new(), &mut keys);
    keys
}

/// The keys of `rows` and of the tables in them; a table that holds itself is listed once.
fn gather(outer: &str, rows: &'static [FieldRow], above: &mut Vec<&'static str>, keys: &mut Vec<Key>) {
    for row in rows {
        let path = if outer.is_empty() { row.key.to_owned() } else { format!("{outer}.{}", row.key) };
        let shape = (row.shape)();
        keys.push(Key {
            path: path.clone(),
            meaning: row.meaning.trim().to_owned(),
            takes: shape.expected(),
            is_required: row.need == Presence::Required,
        });
        if above.contains(&row.meaning) {
            continue;
        }
        above.push(row.meaning);
        if let Some(inner) = table(&shape) {
            gather(&path, inner, above, keys);
        }
        above.pop();
    }
}

/// The keys of the table that `shape` is, is a list of, or may be.
fn table(shape: &Shape) -> Option<&'static [FieldRow]> {
    match shape {
        Shape::Table(rows) => Some(rows),
        Shape::List(item) | Shape::Map(item) => table(item),
        Shape::Either(shapes) => shapes.iter().find_map(table),
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
        | Shape::Any => None,
    }
}
