//! Meetings that were announced for a day that has passed, and of which there is no record.

use crate::check::prelude::*;

pub(crate) const FIND: Find = each!(meeting, find);

fn find(facts: &Facts, entry: &Entry, meeting: &Meeting) -> Option<Diagnostic> {
    let (announced, own) = (*meeting.next.get()?, entry.id.date()?);
    let group = facts.site.target(entry, "group")?;
    // A day that is not later than this meeting is another finding.
    if announced >= facts.site.today || announced <= own {
        return None;
    }
    // A meeting that was moved by a few days is the one that was announced.
    let moved = facts.site.profile.requirements.days("meeting_moved_days").unwrap_or_default();
    let is_announced = |day: Date| days_between(announced, day).abs() <= moved && day != own;
    let of_nobody = facts.site.of_kind(Kind::Meeting).filter(|it| it.is_unreadable("group"));
    let mut meetings = facts.site.referring(group, Kind::Meeting, "group").chain(of_nobody);
    if meetings.any(|it| it.id.date().is_some_and(is_announced)) {
        return None;
    }
    let (who, age) = (name(group), facts.age(announced));
    let message = format!("the meeting of {who} that was announced for {announced}, {age} ago, has no record");
    let is_own = facts.site.own_group().is_some_and(|own| own.at == group.at);
    let file = if is_own { format!("{announced}.md") } else { format!("{announced}-{}.md", group.id) };
    let help = format!("add `meetings/{file}`, with `cancelled = \"why\"` if the meeting did not take place");
    Some(facts.at(entry, meeting.next.span(), message).help(help))
}
