//! Meetings that were held and have no agenda.

use crate::check::prelude::*;

pub const FIND: Find = each!(meeting, find);

fn find(facts: &Facts, entry: &Entry, meeting: &Meeting) -> Option<Diagnostic> {
    let in_text = entry
        .outline
        .headings
        .iter()
        .zip(&entry.outline.sections)
        .any(|(heading, section)| heading.title.trim().eq_ignore_ascii_case("agenda") && !section.is_empty);
    if !meeting.held.is_true() || in_text || entry.outline.too_deep {
        return None;
    }
    let span = match &meeting.agenda {
        Field::Unknown(gap) => Some(gap.span),
        Field::Stated(agenda) if meeting.agenda.has_no_items() => Some(agenda.span),
        Field::Absent => meeting.held.span(),
        Field::Unreadable(_) | Field::Stated(_) | Field::Withheld(_) => return None,
    };
    let message = format!("{} was held, and has no agenda", name(entry));
    let help = "add an `[[agenda]]` table with a `title` for each point, or a list under `## Agenda`";
    Some(facts.at(entry, span, message).help(help))
}
