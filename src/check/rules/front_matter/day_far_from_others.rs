//! Days that lie ten years and more away from every other day of their record, as a mistyped year does.

use crate::check::prelude::*;
use crate::check::rules::dates::{days, has_happened, paths};

/// Matters rest for a year or two; what lies ten years off belongs to another matter.
const YEARS: i64 = 10 * 365;

pub const FIND: Find = each!(file, of_record);

fn of_record(facts: &Facts, entry: &Entry) -> Vec<Diagnostic> {
    let today = facts.site.today;
    let kind = entry.kind();
    let stated = paths(kind).iter().flat_map(|path| days(entry, path).map(move |(day, span)| (path, day, Some(span))));
    let mut stated: Vec<(&String, Date, Option<Span>)> = stated.collect();
    let named = entry.path.stem().get(..10).and_then(parse_date).filter(|_| kind == Kind::Meeting);
    let of_file = String::new();
    stated.extend(named.map(|day| (&of_file, day, None)));
    stated.sort_by_key(|(_, day, span)| (*day, *span));
    let gap = |at: usize, other: Option<usize>| {
        other.and_then(|other| stated.get(other)).map(|(_, day, _)| (days_between(stated[at].1, *day).abs(), *day))
    };
    let alone = |at: usize| {
        let (path, day, span) = stated[at];
        let before = gap(at, at.checked_sub(1));
        let (years, next) = [before, gap(at, Some(at + 1))].into_iter().flatten().min()?;
        // What a person, a group or a service has behind it reaches back as far as it likes; and of a pair, one is right.
        let is_old = day < today && (is_long_lived(kind) || before.is_some());
        let is_nearer = stated.len() == 2 && days_between(today, day).abs() < days_between(today, next).abs();
        let is_told = day > today && has_happened(kind, path);
        if years <= YEARS || is_old || is_nearer || is_told {
            return None;
        }
        let key = path.rsplit('.').next().unwrap_or_default();
        let message =
            format!("`{key}` is {day}, {} years away from the nearest other day of this record, {next}", years / 365);
        Some(facts.at(entry, span?, message).at_level(Level::Warning).help("correct the year"))
    };
    (0..stated.len()).filter_map(alone).collect()
}

fn is_long_lived(kind: Kind) -> bool {
    [Kind::Person, Kind::Organization, Kind::Group, Kind::Service].contains(&kind)
}
