//! Plain values that every stage speaks of: places in a text, dates in words, amounts of money, slugs.
//!
//! Everything here is a pure function or a value that cannot be wrong once it exists.

use std::borrow::Cow;
use std::fmt;
use std::ops::Range;

use serde::{Serialize, Serializer};

pub use jiff::civil::Date;

/// A half-open range of bytes in the text of one file.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Default)]
pub struct Span {
    pub start: usize,
    pub end: usize,
}

impl Span {
    pub fn new(start: usize, end: usize) -> Span {
        Span { start, end }
    }

    pub fn range(self) -> Range<usize> {
        self.start..self.end
    }

    /// The same place in a text that begins `by` bytes earlier.
    pub fn shifted(self, by: usize) -> Span {
        Span::new(self.start + by, self.end + by)
    }

    /// Whether `inner` lies within, its ends included.
    pub fn holds(self, inner: Span) -> bool {
        self.start <= inner.start && inner.end <= self.end
    }
}

impl From<Range<usize>> for Span {
    fn from(range: Range<usize>) -> Span {
        Span::new(range.start, range.end)
    }
}

/// The last place at or before `offset` at which `text` can be cut; its end for offsets beyond that.
pub fn floor(text: &str, offset: usize) -> usize {
    let offset = offset.min(text.len());
    // A letter has at most four bytes.
    (offset.saturating_sub(3)..=offset).rev().find(|at| text.is_char_boundary(*at)).unwrap_or(0)
}

/// The first place at or after `offset` at which `text` can be cut; its end for offsets beyond that.
pub fn ceil(text: &str, offset: usize) -> usize {
    (offset..text.len()).take(4).find(|at| text.is_char_boundary(*at)).unwrap_or(text.len())
}

/// Line and column of `offset` in `text`, both counted from one; the column counts characters.
/// An offset beyond the end is the end.
pub fn line_column(text: &str, offset: usize) -> (usize, usize) {
    let offset = floor(text, offset);
    let before = &text[..offset];
    let line_start = before.rfind('\n').map_or(0, |at| at + 1);
    let line = before.bytes().filter(|byte| *byte == b'\n').count() + 1;
    (line, text[line_start..offset].chars().count() + 1)
}

/// What neither HTML nor XML allows in a text at all: control characters and what Unicode keeps out of texts.
pub fn is_forbidden(letter: char) -> bool {
    let code = u32::from(letter);
    (letter.is_control() && !matches!(letter, '\t' | '\n' | '\r'))
        || (0xfdd0..=0xfdef).contains(&code)
        || code & 0xfffe == 0xfffe
}

/// `text` with U+FFFD in place of every character that may not stand in it.
pub fn readable(text: &str) -> Cow<'_, str> {
    if text.contains(is_forbidden) { text.replace(is_forbidden, "\u{fffd}").into() } else { text.into() }
}

const MONTHS: [&str; 12] = [
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
];

/// `4 March 2026`.
pub fn long_date(date: Date) -> String {
    format!("{} {} {}", date.day(), month_name(date), date.year())
}

/// `March`, the month of `date` in words.
pub fn month_name(date: Date) -> &'static str {
    MONTHS[usize::from(date.month().unsigned_abs()) - 1]
}

/// `Tuesday`, the day of the week in words.
pub fn weekday(date: Date) -> &'static str {
    const DAYS: [&str; 7] = ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"];
    DAYS[usize::from(date.weekday().to_monday_zero_offset().unsigned_abs())]
}

/// Days from `from` to `to`; negative when `to` is earlier.
pub fn days_between(from: Date, to: Date) -> i64 {
    (to - from).get_days().into()
}

/// The day `days` after `date`; the last representable day when there is none.
pub fn days_after(date: Date, days: i64) -> Date {
    date.saturating_add(jiff::Span::new().try_days(days).unwrap_or_default())
}

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

/// `1 day`, `12 days`: a count and its noun, in the plural where English wants it.
pub fn count(number: usize, one: &str, many: &str) -> String {
    match number {
        1 => format!("1 {one}"),
        _ => format!("{number} {many}"),
    }
}

/// `2021-04-27` and nothing else; `None` for any other text, also for the 30th of February.
pub fn parse_date(text: &str) -> Option<Date> {
    let bytes = text.as_bytes();
    let shaped = bytes.len() == 10
        && bytes
            .iter()
            .enumerate()
            .all(|(at, byte)| if at == 4 || at == 7 { *byte == b'-' } else { byte.is_ascii_digit() });
    if shaped { text.parse().ok() } else { None }
}

/// The address form of a heading or a name: lower case, words joined by single hyphens, letters of every script kept.
/// The same as the anchors that GitHub gives to headings, but for repeated hyphens.
pub fn slug(text: &str) -> String {
    let mut slug = String::with_capacity(text.len());
    for letter in text.chars() {
        if letter.is_alphanumeric() || letter == '_' {
            slug.extend(letter.to_lowercase());
        } else if (letter.is_whitespace() || letter == '-' || letter == '/') && !slug.ends_with('-') && !slug.is_empty()
        {
            slug.push('-');
        }
    }
    while slug.ends_with('-') {
        slug.pop();
    }
    slug
}

/// The candidate nearest to `word`, when it is near enough to be what the author meant.
/// At most a third of the letters may differ.
pub fn nearest<'a>(word: &str, candidates: impl IntoIterator<Item = &'a str>) -> Option<&'a str> {
    let lower = word.to_lowercase();
    candidates
        .into_iter()
        .map(|candidate| (strsim::damerau_levenshtein(&lower, &candidate.to_lowercase()), candidate))
        .filter(|(distance, candidate)| *distance <= candidate.chars().count().max(3) / 3)
        .min_by_key(|(distance, _)| *distance)
        .map(|(_, candidate)| candidate)
}

/// An amount in hundredths of a currency that ISO 4217 names: `12000 USD`, `99.50 EUR`.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Money {
    /// In hundredths of the currency.
    pub hundredths: i64,
    /// Three capital letters.
    pub currency: String,
}

impl Money {
    /// `12000 USD` or `12,000.50 USD`; `None` for anything else, also for more than 92 quadrillion.
    pub fn parse(text: &str) -> Option<Money> {
        let (amount, currency) = text.trim().split_once(' ')?;
        let currency = currency.trim();
        if currency.len() != 3 || !currency.bytes().all(|byte| byte.is_ascii_uppercase()) {
            return None;
        }
        let amount = amount.replace([',', '_'], "");
        let (whole, part) = amount.split_once('.').unwrap_or((&amount, ""));
        if whole.is_empty() || part.len() > 2 || !(whole.to_owned() + part).bytes().all(|byte| byte.is_ascii_digit()) {
            return None;
        }
        let part = format!("{part:0<2}").parse().ok()?;
        let hundredths = whole.parse::<i64>().ok()?.checked_mul(100)?.checked_add(part)?;
        Some(Money { hundredths, currency: currency.to_owned() })
    }
}

impl fmt::Display for Money {
    fn fmt(&self, f: &mut fmt::Formatter) -> fmt::Result {
        let digits = (self.hundredths / 100).to_string();
        let grouped: Vec<&str> = digits
            .as_bytes()
            .rchunks(3)
            .rev()
            .map(|three| std::str::from_utf8(three).expect("digits are ASCII"))
            .collect();
        write!(f, "{}", grouped.join(","))?;
        match self.hundredths % 100 {
            0 => write!(f, " {}", self.currency),
            part => write!(f, ".{part:02} {}", self.currency),
        }
    }
}

impl Serialize for Money {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(self)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lines_and_columns_count_from_one_and_in_characters() {
        let text = "ab\nKühnel x";
        assert_eq!(line_column(text, 0), (1, 1));
        assert_eq!(line_column(text, text.find('x').unwrap()), (2, 8));
        assert_eq!(line_column(text, 999), (2, 9));
    }

    #[test]
    fn an_amount_that_no_number_holds_is_none() {
        assert_eq!(Money::parse("92233720368547758.07 EUR").map(|it| it.hundredths), Some(i64::MAX));
        for wrong in ["92233720368547758.08 EUR", "92233720368547758.99 USD", "1.234 USD", "1 usd", "-1 USD"] {
            assert_eq!(Money::parse(wrong), None, "{wrong}");
        }
    }

    #[test]
    fn a_date_is_ten_characters_and_exists() {
        assert!(parse_date("2021-04-27").is_some());
        for wrong in ["2021-4-27", "2021-03-3ß", "2021-13-01", "2021-02-30", "20210427", ""] {
            assert_eq!(parse_date(wrong), None, "{wrong}");
        }
    }

    #[test]
    fn money_has_an_amount_and_a_currency() {
        assert_eq!(Money::parse("12000 USD").unwrap().to_string(), "12,000 USD");
        assert_eq!(Money::parse("99.5 EUR").unwrap().to_string(), "99.50 EUR");
        for wrong in ["12000", "USD 12000", "12 usd", "1.234 USD", "-5 USD", ".5 USD"] {
            assert_eq!(Money::parse(wrong), None, "{wrong}");
        }
    }

    #[test]
    fn suggestions_are_near_or_absent() {
        assert_eq!(nearest("ownr", ["owner", "group"]), Some("owner"));
        assert_eq!(nearest("budget", ["owner", "group"]), None);
    }

    #[test]
    fn slugs_keep_letters_of_every_script() {
        assert_eq!(slug("How do we want to communicate? #21"), "how-do-we-want-to-communicate-21");
        assert_eq!(slug("Kühnel & Söhne / v2"), "kühnel-söhne-v2");
    }

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
