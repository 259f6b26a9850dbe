//! Surveys with results from which nothing follows.

use crate::check::Facts;
use crate::check::rules::common::heading_span;
use crate::check::rules::history::is_unread;
use crate::check::rules::phrase::name;
use crate::diagnostic::Diagnostic;
use crate::document::survey::Survey;
use crate::id::Kind;
use crate::site::{Entry, has_results, has_section};

pub fn find(facts: &Facts) -> Vec<Diagnostic> {
    let surveys = facts.site.of_kind(Kind::Survey).filter_map(|entry| Some((entry, entry.survey()?)));
    surveys.filter_map(|(entry, survey)| of_survey(facts, entry, survey)).collect()
}

fn of_survey(facts: &Facts, entry: &Entry, survey: &Survey) -> Option<Diagnostic> {
    let is_over = survey.closes.get().is_some_and(|closes| *closes < facts.site.today);
    let follows = !survey.actions.items().is_empty()
        || survey.actions.unknown().is_some()
        || has_section(entry, "What we will do")
        || is_unread(entry, "actions");
    if !is_over || follows || entry.outline.too_deep || !has_results(entry) {
        return None;
    }
    let message = format!("{} has results, and nothing says what follows from them", name(entry));
    let help = "write under `## What we will do` what changes, who does it and by when, or why nothing does";
    let results = entry.outline.headings.iter().find(|heading| heading.title.trim().eq_ignore_ascii_case("results"));
    let span = results.map(|heading| heading_span(entry, heading));
    Some(facts.at(entry, span.or_else(|| survey.title.span()), message).help(help))
}
