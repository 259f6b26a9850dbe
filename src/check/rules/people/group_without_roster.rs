//! Groups that decide, or that are asked to have seats, and list no members.

use crate::check::prelude::*;
use crate::document::group::GroupType;

pub const FIND: Find = each!(group, find);

fn find(facts: &Facts, entry: &Entry, group: &Group) -> Option<Diagnostic> {
    let (level, gap) = match &group.member {
        Field::Unknown(gap) => (Level::Warning, unknown_because(gap)),
        members if members.has_no_items() => (Level::Error, String::new()),
        Field::Absent | Field::Unreadable(_) | Field::Stated(_) | Field::Withheld(_) => return None,
    };
    let why = needed_for(facts, entry, group)?;
    let message = format!("{} lists no members, and {why}{gap}", name(entry));
    let help = "add a `[[member]]` table for each, with `person`, `role` and the first day as `from`";
    Some(facts.at(entry, group.r#type.span().or_else(|| group.name.span()), message).at_level(level).help(help))
}

/// What cannot be judged without the list; `None` where nobody asks for it.
fn needed_for(facts: &Facts, entry: &Entry, group: &Group) -> Option<&'static str> {
    let asked = asked_of(facts.site, entry).map(|(_, asked)| asked);
    let is_asked = asked.is_some_and(|asked| !asked.seats.is_empty() || !asked.roles.is_empty());
    let votes = |decision: &Entry| decision.decision().is_some_and(|it| !it.vote.items().is_empty());
    let is_sub_group = group.r#type.get() == Some(&GroupType::SubGroup);
    // Everybody belongs to a community.
    let has_members = group.r#type.get() != Some(&GroupType::Community);
    let reasons = [
        (is_asked, "the profile says how its seats and roles are filled"),
        (is_sub_group, "a sub-group is those who do the work"),
        (
            has_members && facts.site.referring(entry, Kind::Decision, "group").any(votes),
            "nobody can tell whose votes in its decisions count",
        ),
    ];
    reasons.into_iter().find(|(holds, _)| *holds).map(|(_, why)| why)
}
