//! Groups of which the profile says how they are made up, and which nobody knows how to reach.

use crate::check::prelude::*;

pub const FIND: Find = each!(group, find);

fn find(facts: &Facts, entry: &Entry, group: &Group) -> Option<Diagnostic> {
    facts.site.asked_of(entry).filter(|asked| !asked.seats.is_empty() || !asked.roles.is_empty())?;
    let (span, level, why) = match &group.contact {
        Field::Absent => (group.name.span(), Level::Error, String::new()),
        Field::Unknown(gap) => (Some(gap.span), Level::Warning, unknown_because(gap)),
        Field::Unreadable(_) | Field::Stated(_) | Field::Withheld(_) => return None,
    };
    let message = format!("{} does not say how it is reached{why}", name(entry));
    let help = "add `contact = \"…\"`: a category of the forum, a list, an address for everybody";
    Some(facts.at(entry, span, message).at_level(level).help(help))
}
