//! People who have more duties of a group than one person can look after.

use std::collections::BTreeMap;

use crate::check::prelude::*;
use crate::site::{DutyToday, GroupDuties};

pub(crate) const FIND: Find = each!(duties, find);

fn find(facts: &Facts, group: &GroupDuties) -> Vec<Diagnostic> {
    let Some(most) = group.asked.max_duties_per_person else { return Vec::new() };
    let mut loads: BTreeMap<usize, Vec<&DutyToday>> = BTreeMap::new();
    for (duty, people) in &group.held {
        people.iter().for_each(|person| loads.entry(person.at).or_default().push(duty));
    }
    let heavy = loads.into_iter().filter(|(_, duties)| duties.len() > most as usize);
    let finding = |(person, duties): (usize, Vec<&DutyToday>)| {
        let (person, of, many) = (&facts.site.entries[person], name(group.group), duties.len());
        let (who, areas) = (name(person), quoted(duties.iter().map(|duty| duty.area), "and"));
        let message = format!("{who} has {many} duties of {of}, and one person can look after {most}: {areas}");
        let last = duties.last().and_then(|duty| duty.span());
        let help = "find somebody for one of them, and name them in its `holders`; a deputy can be made its holder";
        let finding = facts.at(group.group, last, message).about(&*person.id.key).help(help);
        citing_group_for(facts, group.group, "too-many-duties", "max_duties_per_person", finding)
    };
    heavy.map(finding).collect()
}
