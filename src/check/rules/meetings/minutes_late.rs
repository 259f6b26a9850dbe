//! Minutes that became public later than the group means to publish them, or that are not written yet.

use crate::check::prelude::*;

pub const FIND: Find = Find::Site(find);

fn find(facts: &Facts) -> Vec<Diagnostic> {
    let Some(limit) = facts.site.profile.requirements.days("minutes_days") else { return Vec::new() };
    facts.site.of_kind(Kind::Meeting).filter_map(|entry| of_meeting(facts, entry, limit)).collect()
}

fn of_meeting(facts: &Facts, entry: &Entry, limit: i64) -> Option<Diagnostic> {
    let meeting = entry.meeting().filter(|it| it.held.is_true() && it.cancelled.is_missing())?;
    let date = entry.id.date()?;
    let (span, message, help) = match meeting.published.get() {
        Some(published) => {
            let age = days_between(date, *published);
            let message = format!(
                "the minutes of {} became public on {published}, {} after the meeting; {} are agreed",
                name(entry),
                days(age),
                days(limit)
            );
            (age > limit).then_some((
                meeting.published.span(),
                message,
                "correct `published` if it is the day of a later edit",
            ))?
        }
        // Without a day, only what is not written at all is known to be late.
        None => {
            let age = days_between(date, facts.site.today);
            let is_written = entry.outline.words > 0 || entry.outline.too_deep || meeting.published.unknown().is_some();
            let message = format!(
                "{} was held {} ago, and its minutes are not written; {} are agreed",
                name(entry),
                days(age),
                days(limit)
            );
            let help = "write the minutes below the front matter, and add the day as `published`";
            let is_late = age > limit && !is_written && !is_unread(entry, "published");
            is_late.then_some((meeting.held.span(), message, help))?
        }
    };
    Some(citing(facts, "minutes_days", facts.at(entry, span, message).help(help)))
}
