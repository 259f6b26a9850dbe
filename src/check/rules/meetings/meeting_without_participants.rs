//! Meetings that were held and list nobody who was there.

use crate::check::prelude::*;

pub const FIND: Find = each!(record, of_meeting);

fn of_meeting(facts: &Facts, entry: &Entry) -> Option<Diagnostic> {
    let meeting = entry.meeting().filter(|meeting| meeting.held.is_true())?;
    let (span, level) = match &meeting.present {
        Field::Absent if is_unread(entry, "present") || entry.outline.too_deep => return None,
        Field::Absent if facts.site.participants(entry).is_empty() => (meeting.held.span(), Level::Error),
        Field::Stated(present) if present.is_empty() && present.unreadable.is_empty() => {
            (Some(present.span), Level::Error)
        }
        Field::Unknown(gap) => (Some(gap.span), Level::Warning),
        Field::Absent | Field::Unreadable(_) | Field::Stated(_) | Field::Withheld(_) => return None,
    };
    let message = format!("{} was held, and nobody is listed as present", name(entry));
    let help = "add `present = [\"…\"]` with the slugs of people, or a list under `## Participants`";
    Some(facts.at(entry, span, message).at_level(level).help(help))
}
