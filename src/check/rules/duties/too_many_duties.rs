//! People who have more duties of a group than one person can look after.

use std::collections::BTreeMap;

use crate::check::prelude::*;
use crate::check::rules::duty::{Asked, groups, place};
use crate::site::DutyToday;

pub const FIND: Find = Find::Site(find);

fn find(facts: &Facts) -> Vec<Diagnostic> {
    groups(facts).iter().flat_map(|group| of_group(facts, group)).collect()
}

fn of_group(facts: &Facts, group: &Asked) -> Vec<Diagnostic> {
    let Some(most) = group.asks.max_duties_per_person else { return Vec::new() };
    // That is a finding of its own, and mending it mends this.
    if group.asks.duty_spread == Some(true) && group.is_all_on_the_lead(facts) {
        return Vec::new();
    }
    let held = group.held(facts);
    let mut loads: BTreeMap<usize, (&Entry, Vec<&DutyToday>)> = BTreeMap::new();
    for (duty, people) in &held {
        for person in people {
            loads.entry(person.at).or_insert_with(|| (person, Vec::new())).1.push(duty);
        }
    }
    let heavy = loads.into_values().filter(|(_, duties)| duties.len() > most as usize);
    heavy.map(|(person, duties)| finding(facts, group, person, &duties, most)).collect()
}

fn finding(facts: &Facts, group: &Asked, person: &Entry, duties: &[&DutyToday], most: u32) -> Diagnostic {
    let message = format!(
        "{} has {} duties of {}, and one person can look after {most}: {}",
        name(person),
        duties.len(),
        name(group.entry),
        quoted(duties.iter().map(|duty| duty.area), "and")
    );
    let last = duties.last().and_then(|duty| place(duty));
    let help = "find somebody for one of them, or make a deputy its holder";
    group.cited(facts, "too-many-duties", "max_duties_per_person", facts.at(group.entry, last, message).help(help))
}
