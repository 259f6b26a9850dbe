//! A report.

use crate::document::report::Report;

use super::*;

impl OfKind for Report {
    const HEADING: Word = words::REPORT;
    const ORDER: Order = Order::LatestFirst;
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
}

fn covers(view: &View, report: &Report) -> Vec<Part> {
    view.field(&report.period, |period| {
        vec![Part::text(words::period(period.from.get().copied(), period.to.get().copied()))]
    })
}
