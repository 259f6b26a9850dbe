//! Groups with a rhythm whose last meeting names no day for the next one.

use crate::check::prelude::*;
use crate::check::rules::gatherings::of_groups;

pub const FIND: Find = Find::Site(find);

fn find(facts: &Facts) -> Vec<Diagnostic> {
    let of_groups = of_groups(facts.site);
    of_groups.iter().filter_map(|(at, meetings)| of_group(facts, &facts.site.entries[*at], meetings)).collect()
}

fn of_group(facts: &Facts, group: &Entry, meetings: &[(Date, &Entry)]) -> Option<Diagnostic> {
    let (date, last) = *meetings.last()?;
    let meeting = last.meeting().filter(|it| it.held.is_true() && it.next.is_missing())?;
    let of_profile = asked_of(facts.site, group)
        .and_then(|(_, asked)| asked.meeting_on(date))
        .and_then(|rule| Some((rule.every_days?, rule.clause.clone())));
    let of_group = || Some((*group.group()?.meets_every.get()?, None));
    let (every, clause) = of_profile.or_else(of_group)?;
    let age = days_between(date, facts.site.today);
    let is_later = |meeting: &Entry| meeting.id.date().is_some_and(|day| day > date);
    let is_announced = facts.site.referring(group, Kind::Meeting, "group").any(is_later);
    // A group that has not met for twice its rhythm needs more than an announcement.
    if is_announced || age > 2 * i64::from(every) || is_unread(last, "next") {
        return None;
    }
    let message = format!(
        "{} meets every {}, and after {} no day is announced for the next meeting",
        name(group),
        days(i64::from(every)),
        name(last)
    );
    let help = "add the day as `next`, or a file below `meetings/` for it, with its agenda";
    let finding = facts.at(last, meeting.held.span(), message).help(help);
    Some(finding.cited(clause))
}
