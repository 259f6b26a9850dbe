//! Due dates that are no dates.

use crate::check::prelude::*;
use crate::fields::day;
use crate::text::parse_date;

pub(crate) const FIND: Find = each!(file, find);

fn find(facts: &Facts, entry: &Entry) -> Vec<Diagnostic> {
    let wrong = entry.outline.tasks.iter().filter_map(|task| task.wrong_due);
    let finding = |span: Span| {
        let written = entry.text[span.range()].trim();
        if let Some(day) = parse_date(written).or_else(|| day(written)) {
            let help = format!("write `(due {day})`");
            return facts.at(entry, span, format!("`{written}` is not read as the day of this action")).help(help);
        }
        let message = format!("`{}` is no day", entry.text[span.range()].trim());
        facts.at(entry, span, message).help("write the day as year-month-day: `(due 2026-12-01)`")
    };
    wrong.map(finding).collect()
}
