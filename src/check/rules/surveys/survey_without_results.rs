//! Surveys that closed, and of which nobody has published the results.

use crate::check::prelude::*;
use crate::site::has_results;

pub(crate) const FIND: Find = each!(survey, find);

fn find(facts: &Facts, entry: &Entry, survey: &Survey) -> Option<Diagnostic> {
    let closed = *survey.closes.get()?;
    let age = facts.overdue(closed)?;
    if has_results(entry) || entry.is_unreadable("question.results") {
        return None;
    }
    let (record, agreed) = (name(entry), days(facts.limit));
    let message =
        format!("{record} closed on {closed}, {age} ago, and its results are not public; {agreed} are agreed");
    let help =
        "write them under `## Results`, or add `results` to each `[[question]]`; if too few answered, say that there";
    Some(facts.at(entry, survey.closes.span(), message).help(help))
}
