//! People who have more duties of a group than one person can look after.

use std::collections::BTreeMap;

use crate::check::prelude::*;
use crate::site::DutyToday;

pub const FIND: Find = each!(group, find);

fn find(facts: &Facts, entry: &Entry, _: &Group) -> Vec<Diagnostic> {
    let Some(group) = facts.site.group_duties(entry) else { return Vec::new() };
    let Some(most) = group.asked.max_duties_per_person else { return Vec::new() };
    let mut loads: BTreeMap<usize, (&Entry, Vec<&DutyToday>)> = BTreeMap::new();
    for (duty, people) in &group.held {
        for person in people {
            loads.entry(person.at).or_insert_with(|| (person, Vec::new())).1.push(duty);
        }
    }
    let heavy = loads.into_values().filter(|(_, duties)| duties.len() > most as usize);
    heavy.map(|(person, duties)| finding(facts, entry, person, &duties, most)).collect()
}

fn finding(facts: &Facts, group: &Entry, person: &Entry, duties: &[&DutyToday], most: u32) -> Diagnostic {
    let message = format!(
        "{} has {} duties of {}, and one person can look after {most}: {}",
        name(person),
        duties.len(),
        name(group),
        quoted(duties.iter().map(|duty| duty.area), "and")
    );
    let last = duties.last().and_then(|duty| duty.span());
    let help = "find somebody for one of them, or make a deputy its holder";
    let finding = facts.at(group, last, message).about(&*person.id.key).help(help);
    citing_group_for(facts, group, "too-many-duties", "max_duties_per_person", finding)
}
