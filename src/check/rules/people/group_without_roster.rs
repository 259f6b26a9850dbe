//! Groups that decide, or that are asked to have seats, and list no members.

use crate::check::prelude::*;
use crate::document::group::GroupType;

pub(crate) const FIND: Find = each!(group, find);

fn find(facts: &Facts, entry: &Entry, group: &Group) -> Option<Diagnostic> {
    // A body that keeps its record elsewhere says so, and its decisions name its minutes.
    if group.external.is_true() {
        return None;
    }
    // An empty list says as little as none.
    let gap = gap(if group.member.has_no_items() { &Field::Absent } else { &group.member }, None)?;
    let asked = facts.site.asked_of(entry);
    let votes = |decision: &Entry| decision.decision().is_some_and(|it| !it.vote.items().is_empty());
    let why = if asked.is_some_and(|asked| !asked.seats.is_empty() || !asked.roles.is_empty()) {
        "the profile says how its seats and roles are filled"
    } else if group.r#type.get() == Some(&GroupType::SubGroup) {
        "a sub-group is those who do the work"
    } else {
        // Everybody belongs to a community.
        let has_members = group.r#type.get() != Some(&GroupType::Community);
        (has_members && facts.site.referring(entry, Kind::Decision, "group").any(votes)).then_some(())?;
        "nobody can tell whose votes in its decisions count"
    };
    let place = gap.span.or_else(|| group.r#type.span()).or_else(|| group.name.span());
    let message = format!("{} lists no members, and {why}{}", name(entry), gap.why);
    let help = "add a `[[member]]` table for each, with `person`, `role` and the first day as `from`";
    Some(facts.at(entry, place, message).at_level(gap.level).help(help))
}
