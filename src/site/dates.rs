//! The days that records state, by the paths of their keys.

use std::collections::HashMap;
use std::sync::LazyLock;

use crate::document::Record;
use crate::fields::look::{self, Value};
use crate::fields::{FieldRow, Shape};
use crate::id::Kind;
use crate::text::{Date, Span};

use super::Entry;

/// The keys beside events whose day is one on which something has happened: the kind, the path, what happened then.
pub(crate) const HAPPENED: [(Kind, &str, &str); 11] = [
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

/// Whether a day that a record of this kind states at `path` is one on which something has happened already.
pub(crate) fn has_happened(kind: Kind, path: &str) -> bool {
    path == "event.date" || HAPPENED.iter().any(|(of, key, _)| *of == kind && *key == path)
}

impl Entry {
    /// The day under which a record is listed: of a meeting that on which it is, of a decision that on which it was taken, else opened, of
    /// others that of their last step; `None` where none is recorded.
    pub fn day(&self) -> Option<Date> {
        let stated = || self.report().and_then(|report| report.published.get().copied());
        let decided = || self.decision().and_then(|it| it.decided.get().or(it.opened.get()).copied());
        let since = || self.status.as_ref().and_then(|status| status.since);
        self.id.date().or_else(decided).or_else(since).or_else(stated)
    }
}

/// The paths of all days that a record of this kind can state.
pub(crate) fn paths(kind: Kind) -> &'static [String] {
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
pub(crate) fn tables<'a>(entry: &'a Entry, path: &str) -> Vec<&'a dyn Value> {
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

/// The day under `key` in `table`, with its place; `None` when no day is stated there.
pub(crate) fn day(table: &dyn Value, key: &str) -> Option<(Date, Span)> {
    let field = look::field(table, key)?;
    Some((field.value()?.date()?, field.span()?))
}

/// Every day of `entry` at `path`: `slo.result.month`.
pub(crate) fn days<'a>(entry: &'a Entry, path: &'a str) -> impl Iterator<Item = (Date, Span)> + use<'a> {
    let (outer, key) = path.rsplit_once('.').unwrap_or(("", path));
    tables(entry, outer).into_iter().filter_map(move |table| day(table, key))
}
