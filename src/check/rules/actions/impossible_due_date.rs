//! Due dates that are no dates.

use crate::check::prelude::*;

pub const FIND: Find = Find::Site(find);

fn find(facts: &Facts) -> Vec<Diagnostic> {
    let tasks = facts.site.entries.iter().flat_map(|entry| entry.outline.tasks.iter().map(move |task| (entry, task)));
    let wrong = tasks.filter_map(|(entry, task)| Some((entry, task.wrong_due?)));
    wrong
        .map(|(entry, span)| {
            let message = format!("`{}` is no day", entry.text[span.range()].trim());
            facts.at(entry, span, message).help("write the day as year-month-day: `(due 2026-12-01)`")
        })
        .collect()
}
