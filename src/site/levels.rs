//! Whether the services keep what they promise: the results of twelve months beside each objective.

use crate::document::shared::Slo;
use crate::fields::At;
use crate::id::Kind;
use crate::text::Date;

use super::{Entry, Site};

/// How many months are shown.
pub const MONTHS: usize = 12;

/// One objective of one service, and what was measured.
#[derive(Debug)]
pub struct Level<'a> {
    /// The service.
    pub service: &'a Entry,
    /// What it promises.
    pub slo: &'a At<Slo>,
    /// The last twelve months, the earliest first: the first day of each, what was measured, whether that is enough; `None`
    /// where no result is recorded.
    pub months: Vec<(Date, Option<(f64, bool)>)>,
}

impl Level<'_> {
    /// The last month with a result, the value, and whether that is enough; `None` when no month has one.
    pub fn last(&self) -> Option<(Date, f64, bool)> {
        self.months.iter().rev().find_map(|(month, result)| result.map(|(value, is_met)| (*month, value, is_met)))
    }

    /// The months in which it was not kept, the earliest first.
    pub fn missed(&self) -> impl Iterator<Item = Date> {
        self.months.iter().filter(|(_, result)| matches!(result, Some((_, false)))).map(|(month, _)| *month)
    }

    /// How many of the twelve months have a result.
    pub fn measured(&self) -> usize {
        self.months.iter().filter(|(_, result)| result.is_some()).count()
    }
}

impl Site {
    /// The objectives of the services in use, in the order of the services. The twelve months end with the current one where
    /// any service has a result for it, else with the one before.
    pub fn levels(&self) -> Vec<Level<'_>> {
        let this = self.today.first_of_month();
        let services = || self.of_kind(Kind::Service).filter(|it| it.service().is_some_and(|it| it.is_in_use()));
        let slos = || {
            services().flat_map(|entry| {
                entry.service().map_or(&[][..], |it| it.slo.items()).iter().map(move |slo| (entry, slo))
            })
        };
        let has_this = slos().any(|(_, slo)| result(slo, this).is_some());
        let back = if has_this { 0 } else { 1 };
        let months: Vec<Date> = (0..MONTHS).rev().map(|ago| months_before(this, ago + back)).collect();
        let level = |(service, slo)| Level {
            service,
            slo,
            months: months.iter().map(|month| (*month, result(slo, *month))).collect(),
        };
        slos().map(level).collect()
    }
}

fn result(slo: &Slo, month: Date) -> Option<(f64, bool)> {
    let objective = slo.objective.get()?;
    let is_of_month = |day: &Date| day.first_of_month() == month;
    let of_month = slo.result.items().iter().rfind(|it| it.month.get().is_some_and(is_of_month))?;
    let value = *of_month.value.value.get()?;
    Some((value, objective.is_met_by(value)))
}

/// The first day of the month `ago` months before `month`; the first of the calendar when there is none.
fn months_before(month: Date, ago: usize) -> Date {
    let span = jiff::Span::new().try_months(i64::try_from(ago).unwrap_or_default()).unwrap_or_default();
    month.saturating_sub(span)
}
