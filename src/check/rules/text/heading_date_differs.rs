//! Days in headings, and of the hour of a meeting, that are not the day of the file: what a copy leaves behind.

use crate::check::prelude::*;

pub(crate) const FIND: Find = each!(file, find);

fn find(facts: &Facts, entry: &Entry) -> Vec<Diagnostic> {
    let own = day_of_file(entry);
    let headings = entry.outline.headings.iter().filter(|heading| heading.level <= 2);
    let in_headings = headings.flat_map(|heading| {
        let days = days_in(&entry.text[heading.span.range()], heading.span.start);
        let names_own = days.iter().any(|day| day.date.is_some() && day.date == own);
        // A topic may well be named after another day; the title of the file, or a heading that is nothing but a day, may not.
        let only_a_day = matches!(&*days_in(heading.title.trim(), 0), [day] if day.text == heading.title.trim());
        let names_the_file = heading.level == 1 || only_a_day;
        days.into_iter().filter_map(move |day| match day.date {
            None => Some(no_day(facts, entry, &day)),
            Some(date) if names_the_file && !names_own => own
                .filter(|own| *own != date)
                .map(|own| other_day(facts, entry, &day, own, only_a_day, "the heading says")),
            Some(_) => None,
        })
    });
    let alone = own.and_then(|own| {
        let day = day_of_first_paragraph(entry)?;
        match day.date {
            None => Some(no_day(facts, entry, &day)),
            Some(date) => (date != own).then(|| other_day(facts, entry, &day, own, true, "the text begins with")),
        }
    });
    let mut found: Vec<Diagnostic> = in_headings.chain(alone).chain(hour_of_another_day(facts, entry)).collect();
    // A text that goes through several days means them.
    if found.iter().filter(|finding| finding.fix.is_some()).count() > 1 {
        found.iter_mut().filter_map(|finding| finding.fix.as_mut()).for_each(|fix| fix.is_safe = false);
    }
    found
}

/// The hour of a meeting is on the day of its file, as it is written or in the time zone of the site.
fn hour_of_another_day(facts: &Facts, entry: &Entry) -> Option<Diagnostic> {
    let (at, own) = (entry.meeting()?.at.get()?, entry.id.date()?);
    let here = at.instant.to_zoned(facts.site.config.timezone.clone()).date();
    if own == at.date || own == here {
        return None;
    }
    let message = format!("{} begins on {}, and the file is of {own}", name(entry), at.date);
    let help = format!("write the hour on {own}, or rename the file if `at` is right");
    Some(facts.at(entry, entry.meeting()?.at.span(), message).help(help))
}

/// A day without other words can only mean the day of the file; one among words may tell of another day.
fn other_day(facts: &Facts, entry: &Entry, day: &Day, own: Date, is_alone: bool, says: &str) -> Diagnostic {
    let edits = vec![Edit::new(&entry.path, day.span, own.to_string())];
    facts
        .at(entry, day.span, format!("{says} `{}`, and the file is of {own}", day.text))
        .help(format!("write `{own}`, or rename the file if the other day is right"))
        .fix(Fix { title: "write the day of the file".to_owned(), edits, is_safe: is_alone })
}

fn no_day(facts: &Facts, entry: &Entry, day: &Day) -> Diagnostic {
    facts
        .at(entry, day.span, format!("there is no day `{}`", day.text))
        .help("write it as year-month-day: `2021-03-30`")
}

/// Something that is written like a day.
struct Day<'a> {
    text: &'a str,
    /// `None` when the calendar does not have it.
    date: Option<Date>,
    span: Span,
}

/// The days in `text`, which begins at `offset`: four digits of a year of our time, a month, two more characters.
fn days_in(text: &str, offset: usize) -> Vec<Day<'_>> {
    // Most headings have no number in them.
    let text = if text.bytes().any(|byte| byte.is_ascii_digit()) { text } else { "" };
    let ends = |letter: char| !letter.is_alphanumeric() && letter != '-';
    let pieces = text.split_inclusive(ends).scan(offset, |next, piece| {
        let at = *next;
        *next += piece.len();
        Some((at, piece.trim_end_matches(ends)))
    });
    pieces
        .filter_map(|(at, word)| Some(Day { text: word, date: day(word)?, span: Span::new(at, at + word.len()) }))
        .collect()
}

/// `None` when `word` is not written like a day; `Some(None)` when it is, and there is no such day.
fn day(word: &str) -> Option<Option<Date>> {
    let mut parts = word.split('-');
    let (year, month, day) = (parts.next()?, parts.next()?, parts.next()?);
    let digits = |text: &str| text.bytes().all(|byte| byte.is_ascii_digit());
    let like_a_day = parts.next().is_none()
        && year.len() == 4
        && digits(year)
        && (year.starts_with("19") || year.starts_with("20"))
        && (1..=2).contains(&month.len())
        && digits(month)
        && (1..=2).contains(&day.chars().count())
        && day.starts_with(|letter: char| letter.is_ascii_digit());
    like_a_day.then(|| parse_date(&format!("{year}-{month:0>2}-{day:0>2}")))
}

/// A line at the beginning, under the first heading if there is one, that holds a day and nothing else.
fn day_of_first_paragraph(entry: &Entry) -> Option<Day<'_>> {
    let start = match entry.outline.headings.first() {
        Some(heading) if entry.text[entry.body_start..heading.span.start].trim().is_empty() => heading.span.end,
        _ => entry.body_start,
    };
    let rest = &entry.text[start..];
    let line = rest.trim_start().lines().next()?.trim();
    let at = start + rest.find(line)?;
    days_in(line, at).into_iter().next().filter(|day| day.text == line)
}
