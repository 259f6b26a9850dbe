//! Days that are ten years and more away from every other day of their record, as a mistyped year is.

use crate::check::prelude::*;
use crate::site::dates::{days, has_happened, paths};

/// Work rests for a year or two; what is ten years away belongs to something else.
const YEARS: i64 = 10 * 365;

pub(crate) const FIND: Find = each!(file, find);

fn find(facts: &Facts, entry: &Entry) -> Vec<Diagnostic> {
    let stated = stated_days(entry);
    (0..stated.len()).filter_map(|at| lonely_day(facts, entry, &stated, at)).collect()
}

/// A day of the record, with its path and its place; neither for the day in the name of a meeting's file.
struct Stated<'a> {
    path: &'a str,
    day: Date,
    span: Option<Span>,
}

/// Every day of the record, the earliest first.
fn stated_days(entry: &Entry) -> Vec<Stated<'_>> {
    let of_path = |path: &'static String| days(entry, path).map(move |(day, span)| (path.as_str(), day, Some(span)));
    let of_file = day_of_file(entry).filter(|_| entry.kind() == Kind::Meeting);
    let all = paths(entry.kind()).iter().flat_map(of_path).chain(of_file.map(|day| ("", day, None)));
    let mut stated: Vec<Stated> = all.map(|(path, day, span)| Stated { path, day, span }).collect();
    stated.sort_by_key(|it| (it.day, it.span));
    stated
}

fn lonely_day(facts: &Facts, entry: &Entry, stated: &[Stated], at: usize) -> Option<Diagnostic> {
    let today = facts.site.today;
    let Stated { path, day, span } = stated[at];
    let before = at.checked_sub(1).map(|before| stated[before].day);
    let after = stated.get(at + 1).map(|after| after.day);
    let gap = |other: &Date| days_between(day, *other).abs();
    let nearest = [before, after].into_iter().flatten().min_by_key(gap)?;
    // The history of a person, a group or a service reaches back as far as it likes; and of a pair, one is right.
    let may_be_old = day < today && (is_long_lived(entry.kind()) || before.is_some());
    let is_nearer = stated.len() == 2 && days_between(today, day).abs() < days_between(today, nearest).abs();
    // Something that is said to have happened in the future is another rule's matter, `event-in-the-future`.
    let is_in_future = day > today && has_happened(entry.kind(), path);
    if gap(&nearest) <= YEARS || may_be_old || is_nearer || is_in_future {
        return None;
    }
    let key = path.rsplit('.').next().unwrap_or_default();
    let years = gap(&nearest) / 365;
    let message = format!("`{key}` is {day}, {years} years away from the nearest other day of this record, {nearest}");
    Some(facts.at(entry, span?, message).at_level(Level::Warning).help(format!("correct the year in `{key}`")))
}

fn is_long_lived(kind: Kind) -> bool {
    [Kind::Person, Kind::Organization, Kind::Group, Kind::Service].contains(&kind)
}
