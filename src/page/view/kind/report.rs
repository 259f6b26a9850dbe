//! A report.

use crate::document::report::Report;
use crate::page::view::View;
use crate::page::view::block::Block;
use crate::page::view::part::Part;
use crate::page::words;
use crate::site::Entry;

use super::{Column, Deadline, Fact, OfKind, Order};

impl OfKind for Report {
    const HEADING: &'static str = words::REPORT;
    const ORDER: Order = Order::LatestFirst;
    const BOARD: Option<u8> = None;
    const IN_SECTIONS: &'static [&'static str] = &[];
    const COLUMNS: &'static [Column<Report>] = &[
        Column::text(words::FOR, field!(audience)),
        Column::text(words::COVERS, |view, _, it| covers(view, it)),
        Column::day(words::PUBLISHED, field!(published)),
    ];
    const FACTS: &'static [Fact<Report>] = &[
        (words::COVERS, |view, _, it| covers(view, it)),
        (words::FOR, field!(audience)),
        (words::PUBLISHED, field!(published)),
        (words::GIVEN_AT, field!(link)),
    ];

    fn before(_: &View, _: &Entry, _: &Report) -> Vec<Option<Block>> {
        vec![]
    }

    fn after(_: &View, _: &Entry, _: &Report) -> Vec<Option<Block>> {
        vec![]
    }

    fn deadlines(_: &Entry, _: &Report) -> Vec<Deadline> {
        vec![]
    }
}

fn covers(view: &View, report: &Report) -> Vec<Part> {
    view.field(&report.period, |period| {
        vec![Part::text(words::period(period.from.get().copied(), period.to.get().copied()))]
    })
}
