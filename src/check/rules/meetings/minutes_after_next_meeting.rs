//! Minutes that were not public when the group met again.

use crate::check::prelude::*;

pub(crate) const FIND: Find = Find::Site(find);

fn find(facts: &Facts) -> Vec<Diagnostic> {
    let of_group = |group| {
        let meetings = facts.site.meetings_of(group);
        let pairs = meetings.clone().zip(meetings.skip(1));
        pairs.filter_map(|((_, entry), (next, after))| of_meeting(facts, entry, next, after))
    };
    facts.site.of_kind(Kind::Group).flat_map(of_group).collect()
}

fn of_meeting(facts: &Facts, entry: &Entry, next: Date, after: &Entry) -> Option<Diagnostic> {
    let meeting = entry.meeting().filter(|meeting| meeting.held.is_true())?;
    let record = name(entry);
    let (message, span, help) = match &meeting.published {
        Field::Stated(published) if **published > next => (
            format!(
                "the minutes of {record} became public on {}, after the group had met again on {next}",
                **published
            ),
            Some(published.span),
            "correct `published` if it is the day of a later edit",
        ),
        // Without a day, only minutes that are not written at all are known to be late.
        Field::Absent if entry.outline.words == 0 && !entry.outline.too_deep => (
            format!("the minutes of {record} are not written, and the group met again on {next}"),
            meeting.held.span(),
            "write the minutes below the front matter, and add the day as `published`",
        ),
        Field::Stated(_) | Field::Absent | Field::Unreadable(_) | Field::Unknown(_) | Field::Withheld(_) => {
            return None;
        }
    };
    let finding = facts.at(entry, span, message).help(help);
    Some(finding.label(&after.path, after.meeting().and_then(|it| it.held.span()), "the next meeting"))
}
