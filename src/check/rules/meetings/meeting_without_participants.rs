//! Meetings that were held and list nobody who was there.

use crate::check::prelude::*;

pub(crate) const FIND: Find = each!(meeting, find);

fn find(facts: &Facts, entry: &Entry, meeting: &Meeting) -> Option<Diagnostic> {
    meeting.held.is_true().then_some(())?;
    let (span, level) = match &meeting.present {
        Field::Absent if entry.outline.too_deep => return None,
        Field::Absent if facts.site.participants(entry).is_empty() => (meeting.held.span(), Level::Error),
        Field::Stated(present) if meeting.present.has_no_items() => (Some(present.span), Level::Error),
        Field::Unknown(gap) => (Some(gap.span), Level::Warning),
        Field::Absent | Field::Unreadable(_) | Field::Stated(_) | Field::Withheld(_) => return None,
    };
    let message = format!("{} was held, and nobody is listed as present", name(entry));
    let help = "add `present = [\"…\"]` with the slugs of people, or a list under `## Participants`";
    Some(facts.at(entry, span, message).at_level(level).help(help))
}
