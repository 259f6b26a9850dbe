//! Files whose day is years away from those of their neighbours, as a mistyped year is.

use std::collections::BTreeMap;

use crate::check::prelude::*;

/// A group may rest for a year or two; not for three, and then meet once.
const YEARS: i64 = 3 * 365;
/// Fewer neighbours show no habit.
const NEIGHBOURS: usize = 3;

/// All files of a folder are compared.
pub const FIND: Find = Find::Site(find);

fn find(facts: &Facts) -> Vec<Diagnostic> {
    let mut folders: BTreeMap<&str, Vec<(Date, &Entry)>> = BTreeMap::new();
    for entry in facts.site.entries.iter().filter(|entry| entry.is_minutes()) {
        if let Some(date) = entry.path.stem().get(..10).and_then(parse_date) {
            folders.entry(entry.path.folder()).or_default().push((date, entry));
        }
    }
    folders.into_values().flat_map(|files| first_and_last(facts, files)).collect()
}

/// The first and the last file, where no other is near: of those in between nobody knows whether they are wrong.
fn first_and_last(facts: &Facts, mut files: Vec<(Date, &Entry)>) -> Vec<Diagnostic> {
    files.sort_by_key(|(date, _)| *date);
    if files.len() <= NEIGHBOURS {
        return Vec::new();
    }
    let first = far_away(facts, files[0], files[1].0);
    let last = far_away(facts, files[files.len() - 1], files[files.len() - 2].0);
    first.into_iter().chain(last).collect()
}

fn far_away(facts: &Facts, (date, entry): (Date, &Entry), next: Date) -> Option<Diagnostic> {
    let gap = days_between(date, next).abs();
    if gap <= YEARS {
        return None;
    }
    let message = format!("the file is of {date}, {} away from the nearest one beside it, of {next}", days(gap));
    let help = "check the year in the file's name; if it is right, say in the text why there was nothing in between";
    Some(facts.at(entry, None, message).help(help))
}
