//! Days as people write them in names of files, in headings and in sentences.

use std::sync::LazyLock;

use regex::{Captures, Regex};

use crate::text::Date;

/// The ways to write a day, each with the places of year, month and day among its groups.
static FORMS: LazyLock<[(Regex, [usize; 3]); 4]> = LazyLock::new(|| {
    const MONTH: &str = "(jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*";
    let regex = |text: &str| Regex::new(text).expect("the expression is right");
    [
        (regex(r"(?:^|[^0-9])((?:19|20)\d\d)[-_./](\d{1,2})[-_./](\d{1,2})(?:$|[^0-9\p{L}])"), [1, 2, 3]),
        (regex(r"(?:^|[^0-9])(20\d\d)(\d\d)(\d\d)(?:$|[^0-9\p{L}])"), [1, 2, 3]),
        (regex(&format!(r"(?i)\b{MONTH}\.? (\d{{1,2}})(?:st|nd|rd|th)?,? ((?:19|20)\d\d)\b")), [3, 1, 2]),
        (regex(&format!(r"(?i)\b(\d{{1,2}})(?:st|nd|rd|th)?\.? {MONTH}\.?,? ((?:19|20)\d\d)\b")), [3, 2, 1]),
    ]
});

/// Every day in `text` that the calendar has, in the order of the text.
pub(super) fn days(text: &str) -> Vec<Date> {
    let mut found: Vec<(usize, Date)> = Vec::new();
    for (form, groups) in FORMS.iter() {
        let places = form.captures_iter(text).filter_map(|it| Some((it.get(groups[0])?.start(), day(&it, *groups)?)));
        found.extend(places);
    }
    found.sort_by_key(|(at, _)| *at);
    found.dedup_by_key(|(_, day)| *day);
    found.into_iter().map(|(_, day)| day).collect()
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
        ] {
            let found: Vec<String> = days(text).iter().map(ToString::to_string).collect();
            assert_eq!(found, ["2026-01-12"], "{text}");
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
