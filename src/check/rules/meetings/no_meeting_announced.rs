//! Groups that meet every so often whose last meeting names no day for the next one.

use crate::check::prelude::*;

pub(crate) const FIND: Find = each!(group, find);

fn find(facts: &Facts, entry: &Entry, group: &Group) -> Option<Diagnostic> {
    let (date, last) = facts.site.meetings_of(entry).next_back()?;
    let meeting = last.meeting().filter(|it| it.held.is_true() && it.next.is_missing())?;
    let rule = facts.site.asked_of(entry).and_then(|asked| asked.meeting_on(date));
    let of_profile = rule.and_then(|rule| Some((rule.every_days?, rule.clause.clone())));
    let of_group = || Some((*group.meets_every.get()?, None));
    let (every, clause) = of_profile.or_else(of_group)?;
    let is_later = |meeting: &Entry| meeting.id.date().is_some_and(|day| day > date);
    let is_announced = facts.site.referring(entry, Kind::Meeting, "group").any(is_later);
    // A group that has not met for twice that time needs more than an announcement.
    if is_announced || days_between(date, facts.site.today) > 2 * i64::from(every) {
        return None;
    }
    let (who, every, last_record) = (name(entry), days(i64::from(every)), name(last));
    let message =
        format!("{who} meets every {every}, and after {last_record} no day is announced for the next meeting");
    let help = "add the day as `next`, or a file below `meetings/` for it, with its agenda";
    Some(facts.at(last, meeting.held.span(), message).help(help).cited(clause))
}
