//! Approvals by people who were not among those who are asked.

use crate::check::prelude::*;
use crate::check::rules::approvals::{asked_of, of_standing, who};
use crate::check::rules::terms::nearest_term;
use crate::site::{Approver, Round, Standing};
use crate::workflow::Party;

pub const FIND: Find = Find::Site(find);

fn find(facts: &Facts) -> Vec<Diagnostic> {
    let outsiders = of_standing(facts, Standing::Outsider);
    outsiders.iter().filter_map(|(entry, round, approver)| finding(facts, entry, round, approver)).collect()
}

fn finding(facts: &Facts, entry: &Entry, round: &Round, approver: &Approver) -> Option<Diagnostic> {
    let date = approver.date?;
    let groups: Vec<&Entry> = round
        .asked
        .by
        .iter()
        .flat_map(|party| match party {
            Party::Body(body) | Party::Role { of: Some(body), .. } => facts.site.body(body, entry),
            Party::Field(_) | Party::Role { of: None, .. } => None,
        })
        .filter(|group| group.kind() == Kind::Group)
        .collect();
    // A group whose page cannot be read, or that lists nobody, may well have had them.
    let can_tell = |group: &&Entry| {
        group.problems.is_empty() && group.group().is_some_and(|group| !group.member.items().is_empty())
    };
    if groups.is_empty() || !groups.iter().all(can_tell) {
        return None;
    }
    let message =
        format!("{} was not one of {} on {date}, so the approval does not count", who(approver), asked_of(round));
    let place = groups.iter().map(|group| name(group)).collect::<Vec<_>>().join(", ");
    let help = format!("take the approval out, or correct the terms in {place}");
    let finding = facts.at(entry, approver.person_span, message).help(help);
    let nearest = |group: &&Entry| {
        let (span, says) = nearest_term(facts.site, group, approver.person?, date)?;
        Some(finding.clone().label(&group.path, span, says))
    };
    Some(groups.iter().find_map(nearest).unwrap_or(finding))
}
