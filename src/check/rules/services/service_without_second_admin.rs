//! Services that too few people can administer.

use std::collections::BTreeSet;

use crate::check::prelude::*;
use crate::check::rules::inventory::{in_use, unknown_because};

pub const FIND: Find = Find::Site(find);

fn find(facts: &Facts) -> Vec<Diagnostic> {
    let Some(wanted) = facts.site.profile.requirements.number("min_admins") else { return Vec::new() };
    let found = in_use(facts.site).filter_map(|(entry, service)| of_service(facts, entry, service, wanted as usize));
    found.collect()
}

fn of_service(facts: &Facts, entry: &Entry, service: &Service, wanted: usize) -> Option<Diagnostic> {
    let message = match &service.admins {
        Field::Unknown(gap) => format!("{} has no known administrator{}", name(entry), unknown_because(gap)),
        Field::Stated(admins) => {
            let people: BTreeSet<&str> = admins
                .iter()
                .map(|admin| facts.site.find(&admin.value).map_or(admin.as_str(), |person| &person.id.key))
                .collect();
            if people.len() >= wanted {
                return None;
            }
            let known = count(people.len(), "administrator", "administrators");
            format!("{} has {known}, and at least {wanted} are asked for", name(entry))
        }
        Field::Absent | Field::Unreadable(_) | Field::Withheld(_) => return None,
    };
    let help = "name everybody who can log in and repair it: `admins = [\"…\", \"…\"]`";
    Some(facts.at(entry, service.admins.span(), message).help(help))
}
