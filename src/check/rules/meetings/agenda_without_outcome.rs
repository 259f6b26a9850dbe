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
    let finding = facts.at_all(entry, places, message, "nor of this one").help(help);
    Some(finding.concerning(&entry.path, "agenda.outcome".to_owned()))
}

/// Whether neither the point nor a section of its name says what came of it. A gap that is stated is enough.
fn is_open(entry: &Entry, item: &AgendaItem) -> bool {
    let is_silent = match &item.outcome {
        Field::Absent => true,
        Field::Stated(outcome) => only_points_elsewhere(outcome),
        Field::Unreadable(_) | Field::Unknown(_) | Field::Withheld(_) => false,
    };
    is_silent
        && !item.title.is_unreadable()
        && !has_section(entry, item.title.text().trim())
        && !has_numbered_section(entry, item.title.text().trim())
}

/// Whether a section that is not empty has the title with the number of its issue behind it: `Lists #12`.
fn has_numbered_section(entry: &Entry, title: &str) -> bool {
    let outline = &entry.outline;
    outline.headings.iter().zip(&outline.sections).any(|(heading, section)| {
        let named = heading.title.trim().split_once(title).filter(|(before, _)| before.is_empty());
        let is_number = |rest: &str| {
            let number = rest.trim().trim_start_matches(['(', '[']).trim_end_matches([')', ']']).rsplit_once('#');
            number.is_some_and(|(place, digits)| !place.contains(char::is_whitespace) && digits.parse::<u32>().is_ok())
        };
        !section.is_empty && named.is_some_and(|(_, rest)| is_number(rest))
    })
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
