//! Files whose day is years away from those of their neighbours, as a mistyped year is.

use crate::check::prelude::*;

/// A group may rest for a year or two; not for three, and then meet once.
const YEARS: i64 = 3 * 365;
/// Fewer neighbours show no habit.
const NEIGHBOURS: usize = 3;

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
        ends.into_iter().filter_map(|((date, entry), next)| far_away(facts, date, entry, next)).collect::<Vec<_>>()
    });
    found.collect()
}

fn far_away(facts: &Facts, date: Date, entry: &Entry, next: Date) -> Option<Diagnostic> {
    let gap = Some(days_between(date, next).abs()).filter(|gap| *gap > YEARS)?;
    let message = format!("the file is of {date}, {} away from the nearest one beside it, of {next}", days(gap));
    let help = "check the year in the file's name; if it is right, say in the text why there was nothing in between";
    Some(facts.at(entry, None, message).help(help))
}
