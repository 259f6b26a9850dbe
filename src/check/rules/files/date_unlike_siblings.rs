//! Files whose day is far from those of their neighbours, as a mistyped year is.

use crate::check::prelude::*;

/// A group may rest for a year or two; not for three, and then meet once.
const YEARS: i64 = 3 * 365;
/// Fewer neighbours show no habit.
const NEIGHBOURS: usize = 3;
/// So many others show a rhythm, so that a hole in it means something.
const RHYTHM: usize = 5;
/// So many times the longest gap between the others is out of their rhythm.
const TIMES: i64 = 3;

/// All files of a folder are compared.
pub(crate) const FIND: Find = Find::Site(find);

/// The first and the last file, where no other is near: of those in between nobody knows whether they are wrong.
fn find(facts: &Facts) -> Vec<Diagnostic> {
    let minutes = facts.site.entries.iter().filter(|entry| entry.is_minutes());
    let folders = grouped(minutes.filter_map(|entry| Some((entry.path.folder(), (day_of_file(entry)?, entry)))));
    let found = folders.into_values().filter(|files| files.len() > NEIGHBOURS).flat_map(|mut files| {
        files.sort_by_key(|(date, _)| *date);
        let days: Vec<Date> = files.iter().map(|(date, _)| *date).collect();
        let last = days.len() - 1;
        let ends = [(0, days[1], &days[1..], 1), (last, days[last - 1], &days[..last], -1)];
        let far = ends.into_iter().filter_map(|(at, next, others, years)| {
            let (date, entry) = files[at];
            far_away(facts, date, entry, next).or_else(|| a_year_off(facts, entry, (date, next), others, years))
        });
        far.collect::<Vec<_>>()
    });
    found.collect()
}

const IF_RIGHT: &str = "if it is right, say in the text why there was nothing in between";

fn far_away(facts: &Facts, date: Date, entry: &Entry, next: Date) -> Option<Diagnostic> {
    let gap = Some(days_between(date, next).abs()).filter(|gap| *gap > YEARS)?;
    let message = format!("the file is of {date}, {} away from the nearest one beside it, of {next}", days(gap));
    Some(
        facts
            .at(entry, None, message)
            .help(format!("if the year in the file's name is wrong, `git mv` the file to the right one; {IF_RIGHT}")),
    )
}

/// A file out of the rhythm of the others, all of which are on one side of it, that would fill a hole in their rhythm, or come next
/// in it, with the year beside its own.
fn a_year_off(
    facts: &Facts,
    entry: &Entry,
    (date, next): (Date, Date),
    others: &[Date],
    years: i16,
) -> Option<Diagnostic> {
    let mut gaps: Vec<i64> = others.windows(2).map(|pair| days_between(pair[0], pair[1])).collect();
    gaps.sort_unstable();
    let (longest, usual) = (*gaps.last()?, *gaps.get(gaps.len() / 2)?);
    let gap = days_between(date, next).abs();
    if others.len() < RHYTHM || gap <= TIMES * longest || usual == 0 {
        return None;
    }
    let meant = Date::new(date.year() + years, date.month(), date.day()).ok()?;
    let (before, after) = others.split_at(others.partition_point(|other| *other <= meant));
    let (before, after) = (before.last(), after.first());
    let is_free = |other: &Date| days_between(*other, meant).abs() * 2 >= usual;
    let fits = match (before, after) {
        (Some(before), Some(after)) => is_free(before) && is_free(after),
        (Some(end), None) | (None, Some(end)) => {
            is_free(end) && days_between(*end, meant).abs() <= longest.max(usual * 2)
        }
        (None, None) => false,
    };
    let place = match (before, after) {
        (Some(before), Some(after)) => format!("between {before} and {after}"),
        (Some(before), None) => format!("after {before}"),
        (None, Some(after)) => format!("before {after}"),
        (None, None) => String::new(),
    };
    let message = format!(
        "the file is of {date}, {} away from the nearest one beside it, of {next}; with the year {} it would stand {place}, so the year \
         may be mistyped",
        days(gap),
        meant.year()
    );
    let renamed = entry.path.as_str().replace(&date.to_string(), &meant.to_string());
    let help = format!("rename it to `{renamed}`; {IF_RIGHT}");
    fits.then(|| facts.at(entry, None, message).help(help))
}
