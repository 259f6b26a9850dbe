//! Minutes that became public later than the group means to publish them, or that are not written yet.

use crate::check::prelude::*;

pub const FIND: Find = each!(meeting, find);

fn find(facts: &Facts, entry: &Entry, meeting: &Meeting) -> Option<Diagnostic> {
    let date = entry.id.date().filter(|_| meeting.held.is_true() && meeting.cancelled.is_missing())?;
    let (record, agreed) = (name(entry), days(facts.limit));
    let age_on = |day| Some(days_between(date, day)).filter(|age| *age > facts.limit).map(days);
    match &meeting.published {
        Field::Stated(published) => {
            let age = age_on(**published)?;
            let message = format!(
                "the minutes of {record} became public on {}, {age} after the meeting; {agreed} are agreed",
                **published
            );
            let help = "correct `published` if it is the day of a later edit";
            Some(facts.at(entry, published.span, message).help(help))
        }
        // Without a day, only minutes that are not written at all are known to be overdue.
        Field::Absent if entry.outline.words == 0 && !entry.outline.too_deep => {
            let age = age_on(facts.site.today)?;
            let message = format!("{record} was held {age} ago, and its minutes are not written; {agreed} are agreed");
            let help = "write the minutes below the front matter, and add the day as `published`";
            Some(facts.at(entry, meeting.held.span(), message).help(help))
        }
        Field::Absent | Field::Unreadable(_) | Field::Unknown(_) | Field::Withheld(_) => None,
    }
}
