//! What the pages show of each kind of record: a file for each, with its columns, facts, sections and deadlines.
//!
//! A row holds its heading and its cell, so that the two cannot part. A new kind is a row in the list below and a file with
//! what [`OfKind`] asks for. The files share the names that are imported here.

use serde::Serialize;

use crate::document::{self, Record};
use crate::fields::{Field, OwnField};
use crate::id::Kind;
use crate::site::{Entry, Site};
use crate::text::{Date, capitalised};
use crate::words::{self, Word};

use super::View;
use super::block::{Block, Table, TableColumn, labelled};
use super::inventory::{admins, seat};
use super::part::{Part, Sort, closed, counted};
use super::spelling;
use super::spelling::held_by;
use super::strip::ends;

/// What a cell or a fact of a record shows; empty where the record says nothing.
pub(super) type Cell<T> = fn(&View, &Entry, &T) -> Vec<Part>;

/// A line of the facts: its heading and what is under it.
pub(super) type Fact<T> = (Word, Cell<T>);

/// A column of an index.
pub(super) struct Column<T> {
    heading: Word,
    /// The word before the cell where the row reads as a sentence; empty where it needs none.
    before: Option<Word>,
    sorts: Sorts,
    /// What it says of where the record is: `state`, `since` or `with`; empty for anything else.
    fact: &'static str,
    cell: Cell<T>,
}

/// How a column sorts.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "lowercase")]
pub(super) enum Sorts {
    Text,
    Number,
    Day,
}

/// In which order an index lists the records of a kind.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Order {
    /// The latest meeting or the highest number first.
    LatestFirst,
    ByName,
}

/// A day that lies ahead, or would.
pub(super) struct Deadline {
    /// `None` where the record names none.
    pub day: Option<Date>,
    pub what: Ahead,
}

/// What is on a day that lies ahead.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Ahead {
    /// The record itself: a meeting.
    Itself,
    /// A meeting that so far only the minutes of another know of.
    NextMeeting,
    /// In words: `offers close`.
    End(Word),
}

/// What the pages show of one kind of record.
pub(super) trait OfKind: Sized + 'static {
    /// The heading of the first column, which names the record.
    const HEADING: Word;
    const ORDER: Order;
    /// The place of the kind on the home page's board, whose records wait for somebody; `None` for kinds that do not.
    const BOARD: Option<u8> = None;
    /// Keys whose references a section of the page shows, so that they are not listed again as mentions.
    const IN_SECTIONS: &'static [&'static str] = &[];
    /// The columns of the index after the first.
    const COLUMNS: &'static [Column<Self>];
    const FACTS: &'static [Fact<Self>];

    /// The sections before the text.
    fn before(_: &View, _: &Entry, _: &Self) -> Vec<Option<Block>> {
        vec![]
    }

    /// The sections after the text.
    fn after(_: &View, _: &Entry, _: &Self) -> Vec<Option<Block>> {
        vec![]
    }

    /// The days that a reader may want to know of ahead, besides the last day that the strip names.
    fn deadlines(_: &Entry, _: &Self) -> Vec<Deadline> {
        vec![]
    }
}

/// A cell that shows a field as fields of its type are shown.
macro_rules! field {
    ($field:ident) => {
        |view, _, it| view.show(&it.$field)
    };
}

macro_rules! kinds {
    ($($kind:ident $module:ident;)*) => {
        $(mod $module;)*

        /// What is the same for all records of a kind.
        pub(crate) fn about(kind: Kind) -> About {
            match kind { $(Kind::$kind => About::of::<document::$module::$kind>()),* }
        }

        impl View<'_> {
            /// Facts that the record states, or states that it does not know; keys that are absent have no line.
            pub(crate) fn facts(&self, entry: &Entry) -> Vec<FactView> {
                let mut facts = match &entry.record { $(Record::$kind(it) => facts(self, entry, &**it)),* };
                facts.push(FactView { label: words::TAGS.to_string(), parts: self.show(&entry.common.tags) });
                facts.extend(entry.own_keys.iter().zip(&entry.own).map(|(key, own)| FactView {
                    label: key.title.clone().unwrap_or_else(|| capitalised(&key.key.replace(['_', '-'], " "))),
                    parts: self.own(own),
                }));
                facts.extend(entry.kept.iter().map(|it| FactView {
                    label: capitalised(&it.key.replace(['_', '-'], " ")),
                    parts: it.values.iter().map(Part::text).collect(),
                }));
                facts.retain(|fact| !fact.parts.is_empty());
                facts
            }

            /// The cells of the index after the first, in the order of the columns.
            pub(crate) fn cells(&self, entry: &Entry) -> Vec<Vec<Part>> {
                match &entry.record { $(Record::$kind(it) => cells(self, entry, &**it)),* }
            }

            /// The sections before the text.
            pub(crate) fn before(&self, entry: &Entry) -> Vec<Block> {
                let blocks = match &entry.record { $(Record::$kind(it) => OfKind::before(self, entry, &**it)),* };
                self.corrections(entry).into_iter().chain(blocks.into_iter().flatten()).collect()
            }

            /// The sections after the text.
            pub(crate) fn after(&self, entry: &Entry) -> Vec<Block> {
                let blocks = match &entry.record { $(Record::$kind(it) => OfKind::after(self, entry, &**it)),* };
                blocks.into_iter().flatten().collect()
            }
        }

        /// The days of a record that a reader may want to know of ahead: the last day for what is to come in it, as its strip
        /// says, and the days of meetings.
        pub(crate) fn deadlines(site: &Site, entry: &Entry) -> Vec<Deadline> {
            let due = site.position(entry).and_then(|it| it.deadline).filter(|due| due.of.at == entry.at);
            let due = due.map(|due| Deadline { day: Some(due.date), what: Ahead::End(ends(due.what)) });
            let of_kind = match &entry.record { $(Record::$kind(it) => OfKind::deadlines(entry, &**it)),* };
            due.into_iter().chain(of_kind).collect()
        }
    };
}

impl View<'_> {
    /// What stands at a key of the group's own.
    fn own(&self, own: &OwnField) -> Vec<Part> {
        match own {
            OwnField::Text(field) => self.show(field),
            OwnField::Texts(field) => self.show(field),
            OwnField::Day(field) => self.show(field),
            OwnField::Days(field) => self.show(field),
            OwnField::Number(field) => self.show(field),
            OwnField::Numbers(field) => self.show(field),
            OwnField::Flag(field) => self.show(field),
            OwnField::Flags(field) => self.show(field),
            OwnField::Link(field) => self.show(field),
            OwnField::Links(field) => self.show(field),
            OwnField::Reference(field) => self.show(field),
            OwnField::References(field) => self.show(field),
        }
    }

    /// What was put right in the record and what was taken out of it, in the order in which it says so.
    fn corrections(&self, entry: &Entry) -> Option<Block> {
        let day = |date: &Field<Date>| {
            date.get().map_or_else(|| words::DAY_UNKNOWN.to_string(), |date| words::long_date(*date))
        };
        let corrected = entry.common.correction.items().iter().map(|it| {
            let what = Part::text(words::corrected_on(day(&it.date), it.what.text()));
            let sources = it.by.get().map(|by| self.reference(by)).into_iter();
            std::iter::once(what).chain(sources).chain(it.decision.get().map(|it| self.reference(it))).collect()
        });
        let redacted = entry.common.redaction.items().iter().map(|it| {
            let what = Part::text(words::redacted_on(day(&it.date), it.what.text()));
            std::iter::once(what).chain(it.by.get().map(|by| self.reference(by))).collect()
        });
        let lines: Vec<Vec<Part>> = corrected.chain(redacted).collect();
        Block::listed("corrections", words::CORRECTIONS, "items", lines)
    }
}

kinds! {
    Sow sow;
    Proposal proposal;
    Decision decision;
    Meeting meeting;
    Rfp rfp;
    Bounty bounty;
    Contractor contractor;
    Service service;
    Person person;
    Organization organization;
    Group group;
    Roadmap roadmap;
    Survey survey;
    Pledge pledge;
    Report report;
    Page page;
}

pub(super) use meeting::{day_in_place_of_title, kicker, neighbours, row_title};

/// What is the same for all records of a kind.
pub(super) struct About {
    pub order: Order,
    pub board: Option<u8>,
    pub in_sections: &'static [&'static str],
    /// The first one names the record.
    pub columns: Vec<ColumnView>,
}

/// A column of an index, ready for the template.
#[derive(Serialize)]
pub(super) struct ColumnView {
    pub title: String,
    pub sorts: Sorts,
    /// What it says of where the record is: `state`, `since` or `with`; empty for anything else.
    pub fact: &'static str,
    /// The word before the cell where the row reads as a sentence; empty where it needs none.
    pub before: &'static str,
}

/// A line of the facts, ready for the template.
#[derive(Serialize)]
pub(crate) struct FactView {
    pub label: String,
    pub parts: Vec<Part>,
}

impl About {
    fn of<T: OfKind>() -> About {
        let first =
            ColumnView { title: T::HEADING.to_string(), sorts: Sorts::Text, fact: "", before: T::HEADING.text() };
        let rest = T::COLUMNS.iter().map(|column| ColumnView {
            title: column.heading.to_string(),
            sorts: column.sorts,
            fact: column.fact,
            before: column.before.map_or("", Word::text),
        });
        About {
            order: T::ORDER,
            board: T::BOARD,
            in_sections: T::IN_SECTIONS,
            columns: std::iter::once(first).chain(rest).collect(),
        }
    }
}

fn facts<T: OfKind>(view: &View, entry: &Entry, it: &T) -> Vec<FactView> {
    T::FACTS.iter().map(|(label, cell)| FactView { label: label.to_string(), parts: cell(view, entry, it) }).collect()
}

fn cells<T: OfKind>(view: &View, entry: &Entry, it: &T) -> Vec<Vec<Part>> {
    T::COLUMNS.iter().map(|column| (column.cell)(view, entry, it)).collect()
}

/// The kinds that wait for somebody, in the order of the home page's board.
pub(super) fn matters() -> Vec<Kind> {
    let mut kinds: Vec<(u8, Kind)> = Kind::ALL.iter().filter_map(|kind| Some((about(*kind).board?, *kind))).collect();
    kinds.sort_unstable();
    kinds.into_iter().map(|(_, kind)| kind).collect()
}

impl<T> Column<T> {
    const fn text(heading: Word, cell: Cell<T>) -> Column<T> {
        Column { heading, before: Some(heading), sorts: Sorts::Text, fact: "", cell }
    }

    const fn day(heading: Word, cell: Cell<T>) -> Column<T> {
        Column { heading, before: Some(heading), sorts: Sorts::Day, fact: "", cell }
    }

    const fn number(heading: Word, cell: Cell<T>) -> Column<T> {
        Column { heading, before: Some(heading), sorts: Sorts::Number, fact: "", cell }
    }

    /// The same with another word before the cell where the row reads as a sentence.
    const fn before(self, before: Word) -> Column<T> {
        Column { before: Some(before), ..self }
    }

    /// The same without a word before the cell.
    const fn alone(self) -> Column<T> {
        Column { before: None, ..self }
    }

    /// The state of the record, which needs no word before it.
    const fn state() -> Column<T> {
        Column::text(words::STATE, |view, entry, _| view.state(entry).into_iter().collect()).fact("state").alone()
    }

    /// The day on which it entered its state.
    const fn since() -> Column<T> {
        Column::day(words::SINCE, |view, entry, _| since(view, entry)).fact("since").before(words::BEFORE_SINCE)
    }

    /// Whom it is with.
    const fn holder() -> Column<T> {
        let column = Column::text(words::WITH, |view, entry, _| {
            let holder = view.site.position(entry).and_then(|position| position.holder);
            holder.map(|(words, whom)| Part::text(held_by(&words, &whom))).into_iter().collect()
        });
        column.fact("with").before(words::BEFORE_WITH)
    }

    /// The same with the name of the fact that the cell shows.
    const fn fact(self, fact: &'static str) -> Column<T> {
        Column { fact, ..self }
    }
}

fn since(view: &View, entry: &Entry) -> Vec<Part> {
    entry.status.as_ref().and_then(|it| it.since).map(|date| view.day(date)).into_iter().collect()
}

fn number(number: usize) -> Vec<Part> {
    vec![Part::text(number.to_string())]
}
