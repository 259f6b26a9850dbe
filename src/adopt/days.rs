//! Days as people write them in names of files, in headings and in sentences.

use std::sync::LazyLock;

use regex::{Captures, Regex};

use crate::text::Date;

/// The ways to write a day, each with the places of year, month and day among its groups.
static FORMS: LazyLock<[(Regex, [usize; 3]); 5]> = LazyLock::new(|| {
    const MONTH: &str = "(jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*";
    let regex = |text: &str| Regex::new(text).expect("the expression is right");
    [
        (regex(r"(?:^|[^0-9])((?:19|20)\d\d)[-_./](\d{1,2})[-_./](\d{1,2})(?:$|[^0-9\p{L}])"), [1, 2, 3]),
        (regex(r"(?:^|[^0-9])(20\d\d)(\d\d)(\d\d)(?:$|[^0-9\p{L}])"), [1, 2, 3]),
        (regex(r"(?:^|[^0-9.])(\d{1,2})\.\s?(\d{1,2})\.\s?((?:19|20)\d\d)(?:$|[^0-9\p{L}])"), [3, 2, 1]),
        (regex(&format!(r"(?i)\b{MONTH}\.? (\d{{1,2}})(?:st|nd|rd|th)?,? ((?:19|20)\d\d)\b")), [3, 1, 2]),
        (regex(&format!(r"(?i)\b(\d{{1,2}})(?:st|nd|rd|th)?\.? {MONTH}\.?,? ((?:19|20)\d\d)\b")), [3, 2, 1]),
    ]
});

/// A day between slashes, of which only a number over twelve tells whether the day or the month comes first.
static SLASHES: LazyLock<Regex> = LazyLock::new(|| {
    Regex::new(r"(?:^|[^0-9/])(\d{1,2})/(\d{1,2})/((?:19|20)\d\d)(?:$|[^0-9\p{L}/])").expect("the expression is right")
});

/// Every day in `text` that the calendar has, in the order of the text; and where it can be one of two, neither.
pub(super) fn days(text: &str) -> Vec<Date> {
    let between_slashes = SLASHES.captures_iter(text).filter_map(|it| match &possible(&it)[..] {
        [only] => Some((it.get(1)?.start(), *only)),
        _ => None,
    });
    let mut found: Vec<(usize, Date)> = between_slashes.collect();
    for (form, groups) in FORMS.iter() {
        let places = form.captures_iter(text).filter_map(|it| Some((it.get(groups[0])?.start(), day(&it, *groups)?)));
        found.extend(places);
    }
    found.sort_by_key(|(at, _)| *at);
    found.dedup_by_key(|(_, day)| *day);
    found.into_iter().map(|(_, day)| day).collect()
}

/// The days that `text` can mean where it has one between slashes that can be read in two ways, that with the day first before
/// the other; else empty.
pub(super) fn either_day(text: &str) -> Vec<Date> {
    let read = SLASHES.captures_iter(text).map(|it| possible(&it));
    read.filter(|days| days.len() > 1).flatten().collect()
}

fn possible(captures: &Captures) -> Vec<Date> {
    let mut days: Vec<Date> = [[3, 2, 1], [3, 1, 2]].into_iter().filter_map(|groups| day(captures, groups)).collect();
    days.dedup();
    days
}

fn day(captures: &Captures, [year, month, day]: [usize; 3]) -> Option<Date> {
    const MONTHS: [&str; 12] = ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"];
    let text = |group: usize| captures.get(group).map(|it| it.as_str());
    let month = text(month)?;
    let month = match month.parse::<i8>() {
        Ok(number) => number,
        Err(_) => {
            let at = MONTHS.iter().position(|name| name.eq_ignore_ascii_case(month))?;
            i8::try_from(at + 1).ok()?
        }
    };
    Date::new(text(year)?.parse().ok()?, month, text(day)?.parse().ok()?).ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_day_is_found_however_it_is_written() {
        for text in [
            "minutes/2026-01-12.md",
            "minutes/2026/01/12.md",
            "notes_20260112",
            "Meeting of January 12, 2026",
            "12 Jan 2026",
            "the 12th January 2026",
            "Jan. 12th, 2026",
            "12.1.2026",
            "12. 01. 2026",
        ] {
            let found: Vec<String> = days(text).iter().map(ToString::to_string).collect();
            assert_eq!(found, ["2026-01-12"], "{text}");
        }
    }

    #[test]
    fn a_day_between_slashes_is_one_where_only_one_way_to_read_it_is_a_day() {
        let shown = |days: Vec<Date>| days.iter().map(ToString::to_string).collect::<Vec<_>>().join(" ");
        for (text, certain, either) in [
            ("18/03/2026", "2026-03-18", ""),
            ("03/18/2026", "2026-03-18", ""),
            ("5/5/2026", "2026-05-05", ""),
            ("4/3/2026", "", "2026-03-04 2026-04-03"),
            ("31/31/2026", "", ""),
            ("http://host/12/11/2026/x", "", ""),
        ] {
            assert_eq!((shown(days(text)), shown(either_day(text))), (certain.to_owned(), either.to_owned()), "{text}");
        }
    }

    #[test]
    fn what_is_no_day_of_the_calendar_is_none() {
        for text in ["2026-02-30", "2026-03-3ß", "version 2026.1", "commit 120260112", "May we meet in 2026?", "#2026"]
        {
            assert_eq!(days(text), Vec::<Date>::new(), "{text}");
        }
    }
}
