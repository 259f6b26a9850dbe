//! Points of an agenda of which nobody can tell what came.

use crate::check::prelude::*;
use crate::document::meeting::AgendaItem;

/// One finding for each meeting: its minutes are completed in one go.
pub const FIND: Find = each!(meeting, find);

fn find(facts: &Facts, entry: &Entry, meeting: &Meeting) -> Option<Diagnostic> {
    if !meeting.held.is_true() || !meeting.cancelled.is_missing() || entry.outline.too_deep {
        return None;
    }
    let open: Vec<&At<AgendaItem>> = meeting.agenda.items().iter().filter(|item| is_open(entry, item)).collect();
    let (first, others) = open.split_first()?;
    let of_all = meeting.agenda.items().len();
    let message = format!(
        "{} does not say what came of {} of {}: “{}”",
        name(entry),
        open.len(),
        count(of_all, "point of its agenda", "points of its agenda"),
        shortened(first.title.text())
    );
    let help = "add `outcome` to each, one sentence, also when it was put off; or a section of the minutes with the \
        same heading";
    let place = |item: &At<AgendaItem>| item.outcome.span().or_else(|| item.title.span()).unwrap_or(item.span);
    let finding = facts.at(entry, place(first), message).help(help);
    Some(others.iter().fold(finding, |finding, item| finding.label(&entry.path, place(item), "nor of this one")))
}

/// Whether neither the point nor a section of its name says what came of it. A gap that is stated is enough.
fn is_open(entry: &Entry, item: &AgendaItem) -> bool {
    let is_silent = match &item.outcome {
        Field::Absent => true,
        Field::Stated(outcome) => only_points_elsewhere(outcome),
        Field::Unreadable(_) | Field::Unknown(_) | Field::Withheld(_) => false,
    };
    let has_section =
        entry.outline.headings.iter().zip(&entry.outline.sections).any(|(heading, section)| {
            same_title(item.title.text().trim(), &heading.title) && !section.is_empty
        });
    is_silent && !has_section
}

/// `see issue #27`, `see comment in the issue`, an address and nothing else.
fn only_points_elsewhere(outcome: &str) -> bool {
    let words: Vec<String> =
        outcome.split_whitespace().map(|word| word.trim_end_matches(['.', ',', ':']).to_lowercase()).collect();
    let is_address = |word: &String| word.contains("://") || word.starts_with('#');
    match words.first().map(String::as_str) {
        None => true,
        Some("see") => words.len() <= 5,
        Some(_) => words.iter().all(is_address),
    }
}
