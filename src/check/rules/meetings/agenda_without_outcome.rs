//! Points of an agenda of which nobody can tell what came.

use crate::check::prelude::*;
use crate::document::meeting::AgendaItem;
use crate::site::has_section;

/// One finding for each meeting: its minutes are completed in one go.
pub(crate) const FIND: Find = each!(meeting, find);

fn find(facts: &Facts, entry: &Entry, meeting: &Meeting) -> Option<Diagnostic> {
    if !meeting.held.is_true() || !meeting.cancelled.is_missing() || entry.outline.too_deep {
        return None;
    }
    let open: Vec<&At<AgendaItem>> = meeting.agenda.items().iter().filter(|item| is_open(entry, item)).collect();
    let (first, record) = (shortened(open.first()?.title.text()), name(entry));
    let of_all = count(meeting.agenda.items().len(), "point of its agenda", "points of its agenda");
    let message = format!("{record} does not say what came of {} of {of_all}: “{first}”", open.len());
    let help = "add `outcome` to each, one sentence, also when it was put off; or a section of the minutes with the \
        same heading";
    let places = open.iter().map(|item| item.outcome.span().or_else(|| item.title.span()).unwrap_or(item.span));
    Some(facts.at_all(entry, places, message, "nor of this one").help(help))
}

/// Whether neither the point nor a section of its name says what came of it. A gap that is stated is enough.
fn is_open(entry: &Entry, item: &AgendaItem) -> bool {
    let is_silent = match &item.outcome {
        Field::Absent => true,
        Field::Stated(outcome) => only_points_elsewhere(outcome),
        Field::Unreadable(_) | Field::Unknown(_) | Field::Withheld(_) => false,
    };
    is_silent && !has_section(entry, item.title.text().trim())
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
