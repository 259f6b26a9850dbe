//! The sections that the site adds to a record: tables, lists and drawings.

use serde::Serialize;

use crate::id::Kind;
use crate::site::Entry;

use super::View;
use super::actions::ActionView;
use super::part::{Part, TallyView};

/// A section that the site adds to a record.
#[derive(Serialize)]
pub struct Block {
    /// Its anchor; has a dot, so that no heading of the text can have the same.
    pub id: String,
    pub title: &'static str,
    pub count: Option<usize>,
    /// A sentence above it.
    pub note: Option<String>,
    #[serde(flatten)]
    pub body: Body,
}

/// What a section holds. A template finds what it is by the fields that are there.
#[derive(Serialize)]
#[serde(untagged)]
pub enum Body {
    Table(Table),
    /// How those who voted voted, with the sum as a bar.
    Votes {
        tally: TallyFigure,
        #[serde(flatten)]
        table: Table,
    },
    /// Lines of a list, each of parts.
    List {
        items: Vec<Vec<Part>>,
    },
    /// Short things in one run, such as names.
    Run {
        run: Vec<Part>,
    },
    /// Runs of short things, each under a word.
    Groups {
        groups: Vec<Labelled>,
    },
    /// Places with those who fill them.
    Chairs {
        chairs: Vec<Labelled>,
    },
    Agenda {
        agenda: Vec<AgendaItem>,
    },
    Actions {
        actions: Vec<ActionView>,
    },
    Terms {
        terms: Terms,
    },
    Quotes {
        quotes: Vec<Quote>,
    },
    /// The sentence where there is nothing to show.
    Empty {
        empty: &'static str,
    },
}

#[derive(Serialize)]
pub struct Table {
    pub columns: Vec<String>,
    /// Cells in the order of the columns; each holds parts.
    pub rows: Vec<Vec<Vec<Part>>>,
}

/// A column of a table: its heading, and the cell of an item.
pub type TableColumn<'a, T> = (&'static str, &'a dyn Fn(&T) -> Vec<Part>);

/// A word, and what is under it.
#[derive(Serialize)]
pub struct Labelled {
    pub label: String,
    pub parts: Vec<Part>,
}

/// A topic of a meeting, with what came of it.
#[derive(Serialize)]
pub struct AgendaItem {
    pub title: String,
    pub outcome: Vec<Part>,
    pub about: Vec<Part>,
}

/// Terms of office on one axis of whole years.
#[derive(Serialize)]
pub struct Terms {
    pub lines: Vec<TermLine>,
    /// The first of January at both ends and between them.
    pub years: Vec<Year>,
}

#[derive(Serialize)]
pub struct TermLine {
    pub what: Vec<Part>,
    pub when: Vec<Part>,
    /// Where it begins and how long it is, of a hundred; absent when the record does not know the beginning.
    pub bar: Option<[String; 2]>,
    pub runs: bool,
}

#[derive(Serialize)]
pub struct Year {
    pub number: i16,
    pub x: String,
}

/// The words of a dissenter, in full.
#[derive(Serialize)]
pub struct Quote {
    pub text: String,
    pub by: Vec<Part>,
    pub link: Option<Part>,
}

/// The bar of a tally and what it needed.
#[derive(Serialize)]
pub struct TallyFigure {
    pub tally: TallyView,
    /// `a simple majority was needed`.
    pub needed: Option<&'static str>,
    /// Where the bar shows the threshold, of a hundred.
    pub threshold: Option<&'static str>,
    /// `7 of 11 members took part; 6 were needed`.
    pub turnout: Option<String>,
}

impl Block {
    /// A section with its anchor `site.<id>`.
    pub fn of(id: &str, title: &'static str, body: Body) -> Block {
        Block { id: format!("site.{id}"), title, count: None, note: None, body }
    }

    /// One row for each item; `None` without items.
    pub fn table<T>(
        id: &str,
        title: &'static str,
        items: impl IntoIterator<Item = T>,
        columns: &[TableColumn<T>],
    ) -> Option<Block> {
        Some(Block::of(id, title, Body::Table(Table::of(items, columns)?)))
    }

    /// The same without the columns in which there is nothing.
    pub fn lean_table<T>(
        id: &str,
        title: &'static str,
        items: impl IntoIterator<Item = T>,
        columns: &[TableColumn<T>],
    ) -> Option<Block> {
        Some(Block::of(id, title, Body::Table(Table::of(items, columns)?.without_empty_columns())))
    }

    /// `None` without items.
    pub fn list(id: &str, title: &'static str, items: Vec<Vec<Part>>) -> Option<Block> {
        (!items.is_empty()).then(|| Block::of(id, title, Body::List { items }))
    }

    /// `None` without parts.
    pub fn run(id: &str, title: &'static str, run: Vec<Part>) -> Option<Block> {
        (!run.is_empty()).then(|| Block { count: Some(run.len()), ..Block::of(id, title, Body::Run { run }) })
    }

    /// Those of the groups that have parts; `None` when none has.
    pub fn groups<const COUNT: usize>(
        id: &str,
        title: &'static str,
        groups: [(&str, Vec<Part>); COUNT],
    ) -> Option<Block> {
        let groups = groups.into_iter().filter(|(_, parts)| !parts.is_empty());
        let groups: Vec<Labelled> = groups.map(|(label, parts)| Labelled { label: label.to_owned(), parts }).collect();
        (!groups.is_empty()).then(|| Block::of(id, title, Body::Groups { groups }))
    }
}

impl Table {
    /// One row for each item; `None` without items.
    pub fn of<T>(items: impl IntoIterator<Item = T>, columns: &[TableColumn<T>]) -> Option<Table> {
        let row = |item: T| columns.iter().map(|(_, cell)| cell(&item)).collect();
        let rows: Vec<Vec<Vec<Part>>> = items.into_iter().map(row).collect();
        let columns = columns.iter().map(|(heading, _)| (*heading).to_owned()).collect();
        (!rows.is_empty()).then_some(Table { columns, rows })
    }

    /// The same without the columns in which there is nothing.
    pub fn without_empty_columns(self) -> Table {
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
    pub fn related(&self, entry: &Entry, id: &str, title: &'static str, keys: &[(Kind, &str)]) -> Option<Block> {
        let mut from: Vec<&Entry> =
            keys.iter().flat_map(|(kind, key)| self.site.referring(entry, *kind, key).collect::<Vec<_>>()).collect();
        from.sort_by_key(|entry| entry.at);
        from.dedup_by_key(|entry| entry.at);
        let line = |entry: &Entry| std::iter::once(self.record_link(entry)).chain(self.state(entry)).collect();
        Block::list(id, title, from.into_iter().map(line).collect())
    }
}
