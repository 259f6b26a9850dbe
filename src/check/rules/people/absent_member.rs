//! Members whom the minutes have not seen for long.

use crate::check::prelude::*;
use crate::check::rules::terms::runs_on;
use crate::site::Via;

/// At so many meetings in a row nobody is ill or away.
const MEETINGS: usize = 6;

pub const FIND: Find = each!(record, of_group);

fn of_group(facts: &Facts, group: &Entry) -> Vec<Diagnostic> {
    // Where the profile says after how many days a seat counts as left, that is what counts.
    if asked_of(facts.site, group).is_some_and(|(_, asked)| asked.absence_days.is_some()) {
        return Vec::new();
    }
    let members = group.group().map_or(&[][..], |group| group.member.items());
    // Meetings that do not say who was there tell nothing on who was not.
    let told: Vec<(Date, &Entry)> =
        facts.site.meetings_of(group).filter(|(_, meeting)| facts.site.present(meeting).0 > 0).collect();
    let Some(last) = told.len().checked_sub(MEETINGS).map(|from| &told[from..]) else { return Vec::new() };
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
        "{} was at none of the last {MEETINGS} meetings of {}, since {since}, and did not excuse themselves",
        name(person),
        name(group)
    );
    let help = "ask whether they want to stay; add the last day as `to` if not, or their name to `regrets` next time";
    Some(facts.at(group, term.person.span(), message).help(help))
}
