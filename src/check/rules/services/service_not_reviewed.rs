//! Entries of the inventory that nobody has looked through for longer than the profile allows.

use crate::check::prelude::*;
use crate::check::rules::inventory::in_use;

pub const FIND: Find = Find::Site(find);

fn find(facts: &Facts) -> Vec<Diagnostic> {
    let Some(limit) = facts.site.profile.requirements.days("review_days") else { return Vec::new() };
    in_use(facts.site).filter_map(|(entry, service)| of_service(facts, entry, service, limit)).collect()
}

fn of_service(facts: &Facts, entry: &Entry, service: &Service, limit: i64) -> Option<Diagnostic> {
    let message = match &service.reviewed {
        Field::Stated(reviewed) => {
            let age = days_between(reviewed.value, facts.site.today);
            if age <= limit {
                return None;
            }
            format!("{} was last looked through on {}, {} ago", name(entry), reviewed.value, days(age))
        }
        Field::Unknown(_) => format!("nobody knows when {} was last looked through", name(entry)),
        Field::Absent | Field::Unreadable(_) | Field::Withheld(_) => return None,
    };
    let help = format!("check that the entry is still true, then write `reviewed = {}`", facts.site.today);
    Some(citing(facts, "review_days", facts.at(entry, service.reviewed.span(), message).help(help)))
}
