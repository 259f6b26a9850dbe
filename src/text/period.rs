//! A time from one day to another.

use super::{Date, days_after};

/// A time from one day to another, both included; `None` where it has no beginning, or no end.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Period {
    /// Its first day.
    pub from: Option<Date>,
    /// Its last day.
    pub to: Option<Date>,
}

impl Period {
    /// The time from `from` until the day before `end`, the first day that does not belong to it.
    pub fn before(from: Option<Date>, end: Option<Date>) -> Period {
        // No day lies before the first of the calendar, which is none that a record can state.
        Period { from, to: end.map(|end| days_after(end, -1)) }
    }

    /// Whether `day` belongs to it.
    pub fn holds(&self, day: Date) -> bool {
        self.has_begun(day) && !self.has_ended(day)
    }

    /// Whether some day belongs to both.
    pub fn overlaps(&self, other: &Period) -> bool {
        let begins_in_time = |one: &Period, other: &Period| one.from.zip(other.to).is_none_or(|(from, to)| from <= to);
        begins_in_time(self, other) && begins_in_time(other, self)
    }

    /// Whether its first day is `today` or lies before it.
    pub fn has_begun(&self, today: Date) -> bool {
        self.from.is_none_or(|from| from <= today)
    }

    /// Whether its last day lies before `today`.
    pub fn has_ended(&self, today: Date) -> bool {
        self.to.is_some_and(|to| to < today)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::text::parse_date;

    #[test]
    fn both_ends_of_a_period_belong_to_it() {
        let day = |text| parse_date(text);
        let may = Period { from: day("2026-05-01"), to: day("2026-05-31") };
        let holds = |period: &Period, text| period.holds(parse_date(text).unwrap());
        assert!(holds(&may, "2026-05-01") && holds(&may, "2026-05-31"));
        assert!(!holds(&may, "2026-04-30") && !holds(&may, "2026-06-01"));
        assert!(Period { from: None, to: None }.holds(Date::MIN));
        let before_june = Period::before(None, day("2026-06-01"));
        assert!(holds(&before_june, "2026-05-31") && !holds(&before_june, "2026-06-01"));
    }

    #[test]
    fn periods_overlap_that_share_a_day() {
        let period = |from, to| Period { from: parse_date(from), to: parse_date(to) };
        let spring = period("2026-03-01", "2026-05-31");
        assert!(spring.overlaps(&period("2026-05-31", "")) && period("", "2026-03-01").overlaps(&spring));
        assert!(!spring.overlaps(&period("2026-06-01", "")) && !period("", "2026-02-28").overlaps(&spring));
    }
}
