//! Meetings that were held and list nobody who was there.

use crate::check::Facts;
use crate::check::rules::history::is_unread;
use crate::check::rules::phrase::name;
use crate::diagnostic::{Diagnostic, Level};
use crate::fields::Field;
use crate::id::Kind;
use crate::site::Entry;

pub fn find(facts: &Facts) -> Vec<Diagnostic> {
    facts.site.of_kind(Kind::Meeting).filter_map(|entry| of_meeting(facts, entry)).collect()
}

fn of_meeting(facts: &Facts, entry: &Entry) -> Option<Diagnostic> {
    let meeting = entry.meeting().filter(|meeting| meeting.held.is_true())?;
    let (span, level) = match &meeting.present {
        Field::Absent if is_unread(entry, "present") || entry.outline.too_deep => return None,
        Field::Absent if facts.site.participants(entry).is_empty() => (meeting.held.span(), Level::Error),
        Field::Stated(present) if present.is_empty() && !is_unread(entry, "present") => {
            (Some(present.span), Level::Error)
        }
        Field::Unknown(gap) => (Some(gap.span), Level::Warning),
        Field::Absent | Field::Stated(_) | Field::Withheld(_) => return None,
    };
    let message = format!("{} was held, and nobody is listed as present", name(entry));
    let help = "add `present = [\"…\"]` with the slugs of people, or a list under `## Participants`";
    Some(facts.at(entry, span, message).at_level(level).help(help))
}
