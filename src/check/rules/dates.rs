//! The days that records state, by the paths of their keys.

use std::collections::HashMap;
use std::sync::LazyLock;

use crate::document::Record;
use crate::fields::look::{self, Value};
use crate::fields::{FieldRow, Shape};
use crate::id::Kind;
use crate::site::Entry;
use crate::text::{Date, Span};

/// The keys beside events that tell of something that has happened, with what happened then.
pub const TOLD: [(Kind, &str, &str); 11] = [
    (Kind::Decision, "decided", "was decided on"),
    (Kind::Decision, "vote.date", "has a vote of"),
    (Kind::Proposal, "approval.date", "has an approval of"),
    (Kind::Rfp, "offer.received", "has an offer that came in on"),
    (Kind::Contractor, "contract.exit_tested", "tried its exit on"),
    (Kind::Service, "reviewed", "was looked through on"),
    (Kind::Service, "slo.result.month", "has a result for the month of"),
    (Kind::Page, "reviewed", "was looked through on"),
    (Kind::Meeting, "published", "has minutes that were published on"),
    (Kind::Report, "published", "was published on"),
    (Kind::Pledge, "fulfilled.date", "was fulfilled on"),
];

/// Whether what a record of this kind states at `path` lies behind it.
pub fn has_happened(kind: Kind, path: &str) -> bool {
    path == "event.date" || TOLD.iter().any(|(of, told, _)| *of == kind && *told == path)
}

/// The paths of all days that a record of this kind can state.
pub fn paths(kind: Kind) -> &'static [String] {
    static PATHS: LazyLock<HashMap<Kind, Vec<String>>> = LazyLock::new(|| {
        let of_kind = |kind: &Kind| {
            let mut paths = Vec::new();
            gather("", Record::rows(*kind), &mut paths);
            (*kind, paths)
        };
        Kind::ALL.iter().map(of_kind).collect()
    });
    &PATHS[&kind]
}

fn gather(outer: &str, rows: &[FieldRow], paths: &mut Vec<String>) {
    for row in rows {
        let path = if outer.is_empty() { row.key.to_owned() } else { format!("{outer}.{}", row.key) };
        let shape = match (row.shape)() {
            Shape::List(item) => *item,
            shape => shape,
        };
        if let Shape::Table(inner) = shape {
            gather(&path, inner, paths);
        } else if matches!(shape, Shape::Date | Shape::Moment) {
            paths.push(path);
        }
    }
}

/// The tables of `entry` at `path`, those in lists each by itself; the record itself for the empty path.
pub fn tables<'a>(entry: &'a Entry, path: &str) -> Vec<&'a dyn Value> {
    path.split('.').filter(|key| !key.is_empty()).fold(vec![entry.record.as_value()], |tables, key| {
        let values = tables.into_iter().filter_map(|table| table.field(key)?.value());
        values
            .flat_map(|value| {
                let items = value.items();
                if items.is_empty() { vec![value] } else { items }
            })
            .collect()
    })
}

/// The day under `key` in `table`, with its place.
pub fn day(table: &dyn Value, key: &str) -> Option<(Date, Span)> {
    let field = look::field(table, key)?;
    Some((field.value()?.date()?, field.span()?))
}

/// Every day of `entry` at `path`: `slo.result.month`.
pub fn days<'a>(entry: &'a Entry, path: &'a str) -> impl Iterator<Item = (Date, Span)> + use<'a> {
    let (outer, key) = path.rsplit_once('.').unwrap_or(("", path));
    tables(entry, outer).into_iter().filter_map(move |table| day(table, key))
}
