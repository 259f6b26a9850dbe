//! Meetings that were announced for a day that has passed, and of which there is no record.

use crate::check::prelude::*;

pub const FIND: Find = Find::Site(find);

fn find(facts: &Facts) -> Vec<Diagnostic> {
    let days: Vec<(usize, Date)> = facts
        .site
        .of_kind(Kind::Meeting)
        .filter_map(|entry| Some((facts.site.target(entry, "group")?.at, entry.id.date()?)))
        .collect();
    let mut sorted = days;
    sorted.sort_unstable();
    facts.site.of_kind(Kind::Meeting).filter_map(|entry| of_meeting(facts, entry, &sorted)).collect()
}

fn of_meeting(facts: &Facts, entry: &Entry, days_of_groups: &[(usize, Date)]) -> Option<Diagnostic> {
    let meeting = entry.meeting()?;
    let announced = *meeting.next.get()?;
    let age = days_between(announced, facts.site.today);
    let group = facts.site.target(entry, "group")?;
    // A date that does not lie after this meeting is another finding.
    if age <= 0 || announced <= entry.id.date()? {
        return None;
    }
    // A meeting that was moved by a few days is the one that was announced.
    let moved = facts.site.profile.requirements.days("meeting_moved_days").unwrap_or_default();
    let from = days_of_groups.partition_point(|it| *it < (group.at, crate::text::days_after(announced, -moved)));
    let is_there = days_of_groups[from..]
        .iter()
        .take_while(|(at, day)| *at == group.at && days_between(announced, *day) <= moved)
        .any(|(_, day)| entry.id.date() != Some(*day));
    if is_there {
        return None;
    }
    let message =
        format!("the meeting of {} that was announced for {announced}, {} ago, has no record", name(group), days(age));
    let is_own = facts.site.own_group().is_some_and(|own| own.at == group.at);
    let file = if is_own { format!("{announced}.md") } else { format!("{announced}-{}.md", group.id) };
    let help = format!("add `meetings/{file}`; if the meeting did not take place, with `cancelled = \"why\"`");
    Some(facts.at(entry, meeting.next.span(), message).help(help))
}
