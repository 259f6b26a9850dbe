//! Members whom the minutes have not seen for long.

use crate::check::prelude::*;
use crate::check::rules::gatherings::{of_groups, present};
use crate::check::rules::terms::runs_on;
use crate::site::Via;

pub const FIND: Find = Find::Site(find);

fn find(facts: &Facts) -> Vec<Diagnostic> {
    let Some(limit) = facts.site.profile.requirements.number("absent_meetings") else { return Vec::new() };
    let of_groups = of_groups(facts.site);
    let groups = of_groups.iter().map(|(at, meetings)| (&facts.site.entries[*at], meetings));
    groups.flat_map(|(group, meetings)| of_group(facts, group, meetings, limit as usize)).collect()
}

fn of_group(facts: &Facts, group: &Entry, meetings: &[(Date, &Entry)], limit: usize) -> Vec<Diagnostic> {
    // Where the profile says after how many days a seat counts as left, that is what counts.
    if asked_of(facts.site, group).is_some_and(|(_, asked)| asked.absence_days.is_some()) {
        return Vec::new();
    }
    let members = group.group().map_or(&[][..], |group| group.member.items());
    // Meetings that do not say who was there tell nothing on who was not.
    let told: Vec<(Date, &Entry)> =
        meetings.iter().filter(|(_, meeting)| present(facts.site, meeting).0 > 0).copied().collect();
    let Some(last) = told.len().checked_sub(limit).map(|from| &told[from..]) else { return Vec::new() };
    let current = members.iter().filter(|term| runs_on(term, facts.site.today));
    current.filter_map(|term| of_member(facts, group, term, last)).collect()
}

fn of_member(facts: &Facts, group: &Entry, term: &At<Member>, last: &[(Date, &Entry)]) -> Option<Diagnostic> {
    let person = facts.site.find(term.person.get()?)?;
    let since = last.first()?.0;
    let was_member = term.from.get().is_none_or(|from| *from <= since);
    let is_named = |meeting: &Entry| {
        let keys = ["present", "regrets", "guests", "host"];
        meeting
            .edges
            .iter()
            .any(|edge| edge.to == person.at && matches!(&edge.via, Via::Key(key) if keys.contains(&&**key)))
    };
    if !was_member || last.iter().any(|(_, meeting)| is_named(meeting)) {
        return None;
    }
    let message = format!(
        "{} was at none of the last {} meetings of {}, since {since}, and did not excuse themselves",
        name(person),
        last.len(),
        name(group)
    );
    let help = "ask whether they want to stay; add the last day as `to` if not, or their name to `regrets` next time";
    Some(facts.at(group, term.person.span(), message).help(help))
}
