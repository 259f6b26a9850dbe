//! Groups of which the profile says how they are made up, and which nobody knows how to reach.

use crate::check::prelude::*;

pub(crate) const FIND: Find = each!(group, find);

fn find(facts: &Facts, entry: &Entry, group: &Group) -> Option<Diagnostic> {
    facts.site.asked_of(entry).filter(|asked| !asked.seats.is_empty() || !asked.roles.is_empty())?;
    let gap = gap(&group.contact, group.name.span())?;
    let message = format!("{} does not say how it is reached{}", name(entry), gap.why);
    let help = "add `contact = \"…\"`: a category of the forum, a list, an address for everybody";
    Some(facts.at(entry, gap.span, message).at_level(gap.level).help(help))
}
