//! Surveys with results from which nothing follows.

use crate::check::prelude::*;
use crate::site::{has_results, has_section};

pub(crate) const FIND: Find = each!(survey, find);

fn find(facts: &Facts, entry: &Entry, survey: &Survey) -> Option<Diagnostic> {
    let is_over = survey.closes.get().is_some_and(|closes| *closes < facts.site.today);
    let has_actions = !survey.actions.has_no_items() || has_section(entry, "What we will do");
    if !is_over || has_actions || entry.outline.too_deep || !has_results(entry) {
        return None;
    }
    let message = format!("{} has results, and nothing says what follows from them", name(entry));
    let help = "write under `## What we will do` what changes, who does it and by when, or why nothing does";
    let results = entry.outline.headings.iter().find(|heading| heading.title.trim().eq_ignore_ascii_case("results"));
    let span = results.map(|heading| heading_span(entry, heading));
    Some(facts.at(entry, span.or_else(|| survey.title.span()), message).help(help))
}
