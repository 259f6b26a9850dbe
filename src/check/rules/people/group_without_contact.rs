//! Groups of which the profile says how they are made up, and which nobody knows how to reach.

use crate::check::prelude::*;
use crate::check::rules::terms::asked_groups;

pub const FIND: Find = Find::Site(find);

fn find(facts: &Facts) -> Vec<Diagnostic> {
    let made_up = asked_groups(facts).filter(|(_, _, asked)| !asked.seats.is_empty() || !asked.roles.is_empty());
    made_up.filter_map(|(entry, group, _)| of_group(facts, entry, group)).collect()
}

fn of_group(facts: &Facts, entry: &Entry, group: &Group) -> Option<Diagnostic> {
    let (span, level, why) = match &group.contact {
        Field::Absent => (group.name.span(), Level::Error, String::new()),
        Field::Unknown(gap) => (Some(gap.span), Level::Warning, unknown_because(gap)),
        Field::Unreadable(_) | Field::Stated(_) | Field::Withheld(_) => return None,
    };
    let message = format!("{} does not say how it is reached{why}", name(entry));
    let help = "add `contact = \"…\"`: a category of the forum, a list, an address for everybody";
    Some(facts.at(entry, span, message).at_level(level).help(help))
}
