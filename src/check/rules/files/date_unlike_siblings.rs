//! Files whose day is years away from those of their neighbours, as a mistyped year is.

use crate::check::prelude::*;

/// A group may rest for a year or two; not for three, and then meet once.
const YEARS: i64 = 3 * 365;
/// Fewer neighbours show no habit.
const NEIGHBOURS: usize = 3;
/// Fewer show no gap that a mistyped year would leave.
const SERIES: usize = 6;

/// All files of a folder are compared.
pub(crate) const FIND: Find = Find::Site(find);

/// The first and the last file, where no other is near: of those in between nobody knows whether they are wrong.
fn find(facts: &Facts) -> Vec<Diagnostic> {
    let minutes = facts.site.entries.iter().filter(|entry| entry.is_minutes());
    let folders = grouped(minutes.filter_map(|entry| Some((entry.path.folder(), (day_of_file(entry)?, entry)))));
    let found = folders.into_values().filter(|files| files.len() > NEIGHBOURS).flat_map(|mut files| {
        files.sort_by_key(|(date, _)| *date);
        let last = files.len() - 1;
        let ends = [(files[0], files[1].0), (files[last], files[last - 1].0)];
        let days: Vec<Date> = files.iter().map(|(date, _)| *date).collect();
        let rests = [&days[1..], &days[..last]];
        let found = ends.into_iter().zip(rests).filter_map(|(((date, entry), next), rest)| {
            far_away(facts, date, entry, next).or_else(|| a_year_off(facts, date, entry, next, rest))
        });
        found.collect::<Vec<_>>()
    });
    found.collect()
}

/// A file beyond the series of the others, which has a gap just where the file would lie in another year.
fn a_year_off(facts: &Facts, date: Date, entry: &Entry, next: Date, rest: &[Date]) -> Option<Diagnostic> {
    let gaps: Vec<i64> = rest.windows(2).map(|pair| days_between(pair[0], pair[1])).collect();
    let (longest, gap) = (gaps.iter().copied().max()?, days_between(date, next).abs());
    let (first, last) = (*rest.first()?, *rest.last()?);
    let shifted = |by: i32| date.checked_add(jiff::Span::new().years(by)).ok().filter(|it| first < *it && *it < last);
    let meant = shifted(1).or_else(|| shifted(-1))?;
    let usual = gaps.iter().sum::<i64>() / gaps.len() as i64;
    let fits = rest.iter().all(|other| 2 * days_between(*other, meant).abs() > usual);
    if rest.len() < SERIES || gap <= 2 * longest || !fits {
        return None;
    }
    let message = format!(
        "the file is of {date}, {} away from the nearest one beside it, and the others leave a gap around {meant}",
        days(gap)
    );
    let help = format!("check the year in the file's name: is {meant} meant?");
    Some(facts.at(entry, None, message).help(help))
}

fn far_away(facts: &Facts, date: Date, entry: &Entry, next: Date) -> Option<Diagnostic> {
    let gap = Some(days_between(date, next).abs()).filter(|gap| *gap > YEARS)?;
    let message = format!("the file is of {date}, {} away from the nearest one beside it, of {next}", days(gap));
    let help = "check the year in the file's name; if it is right, say in the text why there was nothing in between";
    Some(facts.at(entry, None, message).help(help))
}
