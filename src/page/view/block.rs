//! The sections that the site adds to a record: tables, lists and drawings.

use std::collections::BTreeMap;

use serde::Serialize;
use tera::Value;

use crate::id::Kind;
use crate::site::Entry;
use crate::words::Word;

use super::View;
use super::part::Part;

/// A section that the site adds to a record.
#[derive(Serialize)]
pub(crate) struct Block {
    /// Its anchor; has a dot, so that no heading of the text can have the same.
    pub id: String,
    pub title: Word,
    pub count: Option<usize>,
    /// A sentence above it.
    pub note: Option<String>,
    /// What unfolds it, where it is shown only on demand.
    pub folded: Option<Word>,
    /// What it holds. A template finds what it is by the fields that are there.
    #[serde(flatten)]
    pub body: Value,
}

#[derive(Serialize)]
pub(super) struct Table {
    pub columns: Vec<String>,
    /// Cells in the order of the columns; each holds parts.
    pub rows: Vec<Vec<Vec<Part>>>,
}

/// A column of a table: its heading, and the cell of an item.
pub(super) type TableColumn<'a, T> = (Word, &'a dyn Fn(&T) -> Vec<Part>);

impl Block {
    /// A section with its anchor `site.<id>`.
    pub(crate) fn of(id: &str, title: Word, body: impl Serialize) -> Block {
        let body = Value::from_serializable(&body);
        Block { id: format!("site.{id}"), title, count: None, note: None, folded: None, body }
    }

    /// One row for each item; `None` without items.
    pub(crate) fn table<T>(
        id: &str,
        title: Word,
        items: impl IntoIterator<Item = T>,
        columns: &[TableColumn<T>],
    ) -> Option<Block> {
        Some(Block::of(id, title, Table::of(items, columns)?))
    }

    /// The same without the columns in which there is nothing.
    pub(crate) fn lean_table<T>(
        id: &str,
        title: Word,
        items: impl IntoIterator<Item = T>,
        columns: &[TableColumn<T>],
    ) -> Option<Block> {
        Some(Block::of(id, title, Table::of(items, columns)?.without_empty_columns()))
    }

    /// Items that the template knows as `sort`: `items` are lines of parts, a `run` is short parts, `chairs` and `groups` are
    /// [`labelled`]. `None` without items.
    pub(crate) fn listed<T: Serialize>(id: &str, title: Word, sort: &str, items: Vec<T>) -> Option<Block> {
        (!items.is_empty()).then(|| Block::of(id, title, BTreeMap::from([(sort, items)])))
    }

    /// The same with a number behind its title.
    pub(crate) fn counted<T: Serialize>(id: &str, title: Word, sort: &str, items: Vec<T>) -> Option<Block> {
        let count = Some(items.len());
        Some(Block { count, ..Block::listed(id, title, sort, items)? })
    }

    /// Those of the groups that have parts, each under its word; `None` when none has.
    pub(crate) fn groups(id: &str, title: Word, groups: impl IntoIterator<Item = (Word, Vec<Part>)>) -> Option<Block> {
        let groups = groups.into_iter().filter(|(_, parts)| !parts.is_empty());
        Block::listed(id, title, "groups", groups.map(|(label, parts)| labelled(label, parts)).collect())
    }

    /// The sentence where there is nothing to show.
    pub(crate) fn empty(id: &str, title: Word, sentence: &str) -> Block {
        Block::of(id, title, given! { empty: sentence })
    }
}

/// A word, and what is under it.
pub(super) fn labelled(label: impl Into<String>, parts: Vec<Part>) -> impl Serialize {
    given! { label: label.into(), parts }
}

impl Table {
    /// One row for each item; `None` without items.
    pub(super) fn of<T>(items: impl IntoIterator<Item = T>, columns: &[TableColumn<T>]) -> Option<Table> {
        let row = |item: T| columns.iter().map(|(_, cell)| cell(&item)).collect();
        let rows: Vec<Vec<Vec<Part>>> = items.into_iter().map(row).collect();
        let columns = columns.iter().map(|(heading, _)| heading.to_string()).collect();
        (!rows.is_empty()).then_some(Table { columns, rows })
    }

    /// The same without the columns in which there is nothing.
    pub(super) fn without_empty_columns(self) -> Table {
        let is_filled: Vec<bool> =
            (0..self.columns.len()).map(|at| self.rows.iter().any(|row| !row[at].is_empty())).collect();
        fn kept<T>(is_filled: &[bool], cells: Vec<T>) -> Vec<T> {
            cells.into_iter().zip(is_filled).filter(|(_, filled)| **filled).map(|(cell, _)| cell).collect()
        }
        Table {
            columns: kept(&is_filled, self.columns),
            rows: self.rows.into_iter().map(|row| kept(&is_filled, row)).collect(),
        }
    }
}

impl View<'_> {
    /// Records that refer to `entry` by one of the keys, each once with its state, in the order of their paths.
    pub(crate) fn related(&self, entry: &Entry, id: &str, title: Word, keys: &[(Kind, &str)]) -> Option<Block> {
        let mut from: Vec<&Entry> =
            keys.iter().flat_map(|(kind, key)| self.site.referring(entry, *kind, key).collect::<Vec<_>>()).collect();
        from.sort_by_key(|entry| entry.at);
        from.dedup_by_key(|entry| entry.at);
        let line = |entry| -> Vec<Part> { std::iter::once(self.record_link(entry)).chain(self.state(entry)).collect() };
        Block::listed(id, title, "items", from.into_iter().map(line).collect())
    }
}
