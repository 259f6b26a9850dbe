//! The records of a kind as a table for spreadsheets: one row for each, one column for each single value.
//!
//! What a record has several of with keys of their own, such as votes or steps, has no column: that is in the JSON. A cell is empty where
//! nothing is stated; the last two columns say which values are withheld or not recorded.

use serde_json::Value;

use crate::document::{Common, Record};
use crate::fields::{FieldRow, Parts, Shape, Table as _};
use crate::id::Kind;

use super::fields::OF_NOBODY;

/// A column: its heading, and the keys that lead to its value in a record.
struct Column {
    heading: String,
    path: Vec<&'static str>,
}

/// What every table begins with.
const FIRST: [(&str, &[&str]); 11] = [
    ("id", &["id"]),
    ("title", &["title"]),
    ("url", &["url"]),
    ("address", &["address"]),
    ("day", &["day"]),
    ("state", &["state"]),
    ("since", &["since"]),
    ("holder", &["holder", "words"]),
    ("next", &["next"]),
    ("missing", &["missing"]),
    ("deadline", &["deadline", "day"]),
];

/// What every table ends with.
const LAST: [(&str, &[&str]); 2] = [("withheld", &["withheld"]), ("not_recorded", &["not_recorded"])];

/// The cells of `record`, which is of `kind`.
pub(super) fn row(kind: Kind, record: &Value) -> Vec<String> {
    columns(kind).iter().map(|column| cell(column.path.iter().try_fold(record, |value, key| value.get(key)))).collect()
}

/// The table of `rows`.
pub(super) fn written(kind: Kind, rows: &[Vec<String>]) -> String {
    let mut writer = csv::WriterBuilder::new().terminator(csv::Terminator::CRLF).from_writer(Vec::new());
    let headings = columns(kind).into_iter().map(|column| column.heading).collect();
    for row in std::iter::once(&headings).chain(rows) {
        writer.write_record(row).expect("memory takes what is written");
    }
    String::from_utf8(writer.into_inner().expect("memory takes what is written")).expect("texts are UTF-8")
}

fn columns(kind: Kind) -> Vec<Column> {
    let fixed =
        |(heading, path): &(&str, &[&'static str])| Column { heading: (*heading).to_owned(), path: path.to_vec() };
    let mut columns: Vec<Column> = FIRST.iter().map(fixed).collect();
    for row in Record::rows(kind).iter().chain(Common::ROWS) {
        // The first columns have what the record is called.
        if !OF_NOBODY.contains(&row.key) && !["title", "name"].contains(&row.key) {
            below(row, "", &["fields"], &mut columns);
        }
    }
    columns.extend(LAST.iter().map(fixed));
    columns
}

fn below(row: &FieldRow, outer: &str, path: &[&'static str], columns: &mut Vec<Column>) {
    let heading = if outer.is_empty() { row.key.to_owned() } else { format!("{outer}.{}", row.key) };
    let path: Vec<&str> = path.iter().copied().chain([row.key]).collect();
    let with = |more: &'static str| path.iter().copied().chain([more]).collect();
    let shape = (row.shape)();
    if is_single(&shape) {
        columns.push(Column { heading, path });
    } else if matches!(shape, Shape::Money) {
        columns.push(Column { heading: heading.clone(), path: with("amount") });
        columns.push(Column { heading: format!("{heading}.currency"), path: with("currency") });
    } else if let Parts::Keys(rows) = shape.parts() {
        rows.iter().for_each(|row| below(row, &heading, &path, columns));
    }
}

/// Whether a value of this shape fits into a cell: a single one, or a list of such.
fn is_single(shape: &Shape) -> bool {
    match shape.parts() {
        Parts::One => !matches!(shape, Shape::Money | Shape::Objective | Shape::Any),
        Parts::Items(item) => is_single(item),
        Parts::Choices(shapes) => shapes.iter().all(is_single),
        Parts::Keys(_) | Parts::Values(_) => false,
    }
}

fn cell(value: Option<&Value>) -> String {
    match value {
        None | Some(Value::Null) => String::new(),
        Some(Value::String(text)) => inert(text),
        Some(Value::Array(items)) => {
            let item = |item: &Value| match item {
                Value::Object(marker) => marker.get("key").and_then(Value::as_str).unwrap_or_default().to_owned(),
                Value::String(text) => text.clone(),
                Value::Null | Value::Bool(_) | Value::Number(_) | Value::Array(_) => item.to_string(),
            };
            inert(&items.iter().map(item).collect::<Vec<_>>().join("; "))
        }
        Some(other @ (Value::Bool(_) | Value::Number(_) | Value::Object(_))) => other.to_string(),
    }
}

/// `text` so that no spreadsheet takes it for a formula: the mark before it is the one by which they know a text.
fn inert(text: &str) -> String {
    match text.starts_with(['=', '+', '-', '@', '\t', '\r']) {
        true => format!("'{text}"),
        false => text.to_owned(),
    }
}
