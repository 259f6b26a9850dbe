//! Meetings that say both that they were held and that they were not, or neither though their day has passed.

use crate::check::prelude::*;

pub const FIND: Find = each!(meeting, find);

fn find(facts: &Facts, entry: &Entry, meeting: &Meeting) -> Option<Diagnostic> {
    let (record, date, today) = (name(entry), entry.id.date()?, facts.site.today);
    if meeting.held.is_unreadable() || meeting.cancelled.is_unreadable() {
        return None;
    }
    match (meeting.held.get(), meeting.cancelled.is_missing()) {
        (Some(true), false) => {
            let message = format!("{record} is both held and cancelled");
            let finding = facts.at(entry, meeting.cancelled.span(), message).help("take out `held` or `cancelled`");
            Some(finding.label(&entry.path, meeting.held.span(), "held"))
        }
        (Some(false) | None, false) if !meeting.present.items().is_empty() => {
            let message = format!("{record} was cancelled, and the record says who was there");
            let finding = facts.at(entry, meeting.present.span(), message).help("take out `present` or `cancelled`");
            Some(finding.label(&entry.path, meeting.cancelled.span(), "cancelled"))
        }
        (Some(true), true) if date > today => {
            let message = format!("{record} is held, and its day is still to come: today is {today}");
            Some(
                facts
                    .at(entry, meeting.held.span(), message)
                    .help("take `held` out until the meeting is over, or correct the file's name"),
            )
        }
        (Some(false), true) if date < today => {
            let message = format!("{record} was not held, and nothing says why");
            Some(facts.at(entry, meeting.held.span(), message).help("replace `held` by `cancelled = \"why\"`"))
        }
        // Time passes by itself, so this is no error.
        (None, true) if date < today => {
            let message = format!("{record} has passed, and nothing says whether it was held");
            let help = "add `held = true`, or `cancelled = \"why\"`";
            let span = meeting.held.span().or_else(|| meeting.group.span());
            Some(facts.at(entry, span, message).at_level(Level::Warning).help(help))
        }
        (Some(_) | None, _) => None,
    }
}
