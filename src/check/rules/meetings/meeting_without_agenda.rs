//! Meetings that were held and have no agenda.

use crate::check::Facts;
use crate::check::rules::history::is_unread;
use crate::check::rules::phrase::name;
use crate::diagnostic::Diagnostic;
use crate::fields::Field;
use crate::id::Kind;
use crate::site::Entry;

pub fn find(facts: &Facts) -> Vec<Diagnostic> {
    facts.site.of_kind(Kind::Meeting).filter_map(|entry| of_meeting(facts, entry)).collect()
}

fn of_meeting(facts: &Facts, entry: &Entry) -> Option<Diagnostic> {
    let meeting = entry.meeting().filter(|meeting| meeting.held.is_true())?;
    let in_text = entry
        .outline
        .headings
        .iter()
        .zip(&entry.outline.sections)
        .any(|(heading, section)| heading.title.trim().eq_ignore_ascii_case("agenda") && !section.is_empty);
    if in_text || entry.outline.too_deep || is_unread(entry, "agenda") {
        return None;
    }
    let span = match &meeting.agenda {
        Field::Unknown(gap) => Some(gap.span),
        Field::Stated(agenda) if agenda.is_empty() => Some(agenda.span),
        Field::Absent => meeting.held.span(),
        Field::Stated(_) | Field::Withheld(_) => return None,
    };
    let message = format!("{} was held, and has no agenda", name(entry));
    let help = "add an `[[agenda]]` table with a `title` for each point, or a list under `## Agenda`";
    Some(facts.at(entry, span, message).help(help))
}
