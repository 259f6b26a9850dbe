//! Minutes that became public later than the group means to publish them, or that are not written yet.

use crate::check::prelude::*;

pub(crate) const FIND: Find = each!(meeting, find);

fn find(facts: &Facts, entry: &Entry, meeting: &Meeting) -> Option<Diagnostic> {
    let date = entry.id.date().filter(|_| meeting.held.is_true() && meeting.cancelled.is_missing())?;
    let (record, agreed) = (name(entry), days(facts.limit));
    let (message, span, help) = match &meeting.published {
        Field::Stated(published) => {
            let (day, late) = (**published, days_between(date, **published));
            let late = Some(late).filter(|late| *late > facts.limit).map(days)?;
            let message = format!("the minutes of {record} became public on {day}, {late} after the meeting");
            (message, Some(published.span), "correct `published` if it is the day of a later edit")
        }
        // Without a day, only minutes that are not written at all are known to be overdue.
        Field::Absent if entry.outline.words == 0 && !entry.outline.too_deep => {
            let message = format!("{record} was held {} ago, and its minutes are not written", facts.overdue(date)?);
            let help = "write the minutes below the front matter, and add the day as `published`";
            (message, meeting.held.span(), help)
        }
        Field::Absent | Field::Unreadable(_) | Field::Unknown(_) | Field::Withheld(_) => return None,
    };
    Some(facts.at(entry, span, format!("{message}; {agreed} are agreed")).help(help))
}
