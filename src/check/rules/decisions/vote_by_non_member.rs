//! Votes of people who were not members of the group on the day.

use crate::check::prelude::*;
use crate::site::nearest_term;
use crate::check::rules::votes::place;
use crate::document::decision::VoteValue;
use crate::document::group::GroupType;
use crate::site::Voter;

pub const FIND: Find = each!(record, of_decision);

fn of_decision(facts: &Facts, entry: &Entry) -> Vec<Diagnostic> {
    let group = entry.decision().and_then(|decision| decision.group.get()).and_then(|group| facts.site.find(group));
    let (Some(group), Some(tally)) = (group, facts.site.tally(entry)) else { return Vec::new() };
    let is_open = group.group().and_then(|it| it.r#type.get()) == Some(&GroupType::Community);
    // A group whose page cannot be read may well list them.
    if is_open || !group.problems.is_empty() {
        return Vec::new();
    }
    let foreign = |voter: &&Voter| !voter.is_member && voter.value != VoteValue::Recuse;
    tally.voters.iter().filter(foreign).filter_map(|voter| finding(facts, entry, group, voter)).collect()
}

fn finding(facts: &Facts, entry: &Entry, group: &Entry, voter: &Voter) -> Option<Diagnostic> {
    let person = voter.person?;
    let decision = entry.decision()?;
    let day = voter.date.or_else(|| decision.decided.get().or_else(|| decision.closes.get()).copied());
    let on = day.map_or(String::new(), |day| format!(" on {day}"));
    let message = format!("{} was not a member of {}{on}, so the vote does not count", name(person), name(group));
    let help = format!("take the vote out, or correct the term in `{}`", group.path);
    let finding = facts.at(entry, place(entry, voter), message).help(help);
    Some(match nearest_term(facts.site, group, person, day.unwrap_or(facts.site.today)) {
        Some((span, says)) => finding.label(&group.path, span, says),
        None => finding,
    })
}
