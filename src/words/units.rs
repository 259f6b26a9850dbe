//! Days, times, amounts and measures, as the language writes them.

use super::catalogue::Word;
use crate::text::{Date, Money};

phrases! {
    // Times, and how long ago they are.
    day_and_time(day, time);
    TODAY;
    YESTERDAY;
    TOMORROW;
    for_days(number);
    for_months(number);
    for_years(number);
    days_ago(number);
    months_ago(number);
    years_ago(number);
    in_days(number);
    in_months(number);
    in_years(number);
    period_between(from, to);
    period_since(from);
    period_until(to);
    PERIOD_UNKNOWN;
    long_day(day, month, year);
    short_date(day, month, year);
    value_in_month(value, month, year);
    JANUARY;
    FEBRUARY;
    MARCH;
    APRIL;
    MAY;
    JUNE;
    JULY;
    AUGUST;
    SEPTEMBER;
    OCTOBER;
    NOVEMBER;
    DECEMBER;
    SHORT_JANUARY;
    SHORT_FEBRUARY;
    SHORT_MARCH;
    SHORT_APRIL;
    SHORT_MAY;
    SHORT_JUNE;
    SHORT_JULY;
    SHORT_AUGUST;
    SHORT_SEPTEMBER;
    SHORT_OCTOBER;
    SHORT_NOVEMBER;
    SHORT_DECEMBER;
    MONDAY;
    TUESDAY;
    WEDNESDAY;
    THURSDAY;
    FRIDAY;
    SATURDAY;
    SUNDAY;
    month_of(month, year);

    // Numbers and measures.
    GROUP_MARK;
    DECIMAL_MARK;
    seconds(value, shown);
    minutes(value, shown);
    hours(value, shown);
    days_of_level(value, shown);
}

/// `12 days ago`, `today`, `in 3 days`.
pub(crate) fn distance(days_ago: i64) -> String {
    match days_ago {
        0 => TODAY.to_string(),
        1 => YESTERDAY.to_string(),
        -1 => TOMORROW.to_string(),
        days if days > 0 => in_units(days, [self::days_ago, months_ago, years_ago]),
        days => in_units(-days, [in_days, in_months, in_years]),
    }
}

/// `12 days`, `7 months`, `4 years`: in the unit in which people would say it.
pub(crate) fn duration(days: i64) -> String {
    in_units(days, [for_days, for_months, for_years])
}

/// As many `days` in the words for days, months or years.
fn in_units(days: i64, [in_days, in_months, in_years]: [fn(i64) -> String; 3]) -> String {
    match days {
        ..60 => in_days(days),
        60..730 => in_months(days / 30),
        _ => in_years(days / 365),
    }
}

/// `11 May 2021 to 25 May 2021`.
pub(crate) fn period(from: Option<Date>, to: Option<Date>) -> String {
    match (from, to) {
        (Some(from), Some(to)) => period_between(long_date(from), long_date(to)),
        (Some(from), None) => period_since(long_date(from)),
        (None, Some(to)) => period_until(long_date(to)),
        (None, None) => PERIOD_UNKNOWN.to_string(),
    }
}

/// The months of the year, each in full and short.
pub(super) const MONTHS: [(Word, Word); 12] = [
    (JANUARY, SHORT_JANUARY),
    (FEBRUARY, SHORT_FEBRUARY),
    (MARCH, SHORT_MARCH),
    (APRIL, SHORT_APRIL),
    (MAY, SHORT_MAY),
    (JUNE, SHORT_JUNE),
    (JULY, SHORT_JULY),
    (AUGUST, SHORT_AUGUST),
    (SEPTEMBER, SHORT_SEPTEMBER),
    (OCTOBER, SHORT_OCTOBER),
    (NOVEMBER, SHORT_NOVEMBER),
    (DECEMBER, SHORT_DECEMBER),
];

/// `March`, the month of `date`.
pub(crate) fn month_name(date: Date) -> Word {
    MONTHS[usize::from(date.month().unsigned_abs()) - 1].0
}

/// `Mar`, the same where there is little room.
pub(crate) fn short_month(date: Date) -> Word {
    MONTHS[usize::from(date.month().unsigned_abs()) - 1].1
}

/// `Tuesday`, the day of the week.
pub(crate) fn weekday(date: Date) -> Word {
    const DAYS: [Word; 7] = [MONDAY, TUESDAY, WEDNESDAY, THURSDAY, FRIDAY, SATURDAY, SUNDAY];
    DAYS[usize::from(date.weekday().to_monday_zero_offset().unsigned_abs())]
}

/// `4 March 2026`.
pub(crate) fn long_date(date: Date) -> String {
    long_day(date.day(), month_name(date), date.year())
}

/// `4 Mar 2026`: as much as a box of a picture has room for.
pub(crate) fn short_day(date: Date) -> String {
    short_date(date.day(), short_month(date), date.year())
}

/// `99.9 % in May 2026`.
pub(crate) fn in_month(value: &str, month: Date) -> String {
    value_in_month(value, month_name(month), month.year())
}

/// An amount of money: `1,234.50 EUR`.
pub(crate) fn amount(money: Money) -> String {
    let written = money.to_string();
    let (number, currency) = written.split_once(' ').unwrap_or((&written, ""));
    format!("{} {currency}", with_marks(number))
}

/// A number as it is measured: `99.5`.
pub(crate) fn decimal(number: f64) -> String {
    with_marks(&number.to_string())
}

/// A number that is written with commas between groups of digits and a point, with the marks of the language.
fn with_marks(number: &str) -> String {
    let mark = |letter: char| match letter {
        ',' => GROUP_MARK.to_string(),
        '.' => DECIMAL_MARK.to_string(),
        letter => letter.to_string(),
    };
    number.chars().map(mark).collect()
}

/// A value of a service level with its unit: `8 hours`, `99.5 %`.
pub(crate) fn measured(value: f64, unit: &str) -> String {
    let shown = decimal(value);
    match unit {
        "s" => seconds(value, shown),
        "min" | "m" => minutes(value, shown),
        "h" => hours(value, shown),
        "d" => days_of_level(value, shown),
        unit => format!("{shown} {unit}"),
    }
}
