//! Services of which nobody knows who answers for them or who runs them, that belong to a company, that too few can administer,
//! or whose entry nobody has looked through for too long.

use std::collections::BTreeSet;

use crate::check::prelude::*;

pub(crate) const FIND: Find = each!(service, find);

fn find(facts: &Facts, entry: &Entry, service: &Service) -> Vec<Diagnostic> {
    if !service.is_in_use() {
        return Vec::new();
    }
    let owner = "name whoever answers for it, a person or a group: `owner = \"…\"`";
    let operator = "name whoever keeps it running: `operator = \"…\"`";
    let parts = [
        nobody_known(facts, entry, "owner", service.owner.unknown(), owner),
        nobody_known(facts, entry, "operator", service.operator.unknown(), operator),
        owned_by_company(facts, entry, service),
        too_few_admins(facts, entry, service),
        not_reviewed(facts, entry, service),
    ];
    parts.into_iter().flatten().collect()
}

/// That the service has no known owner or operator, as `gap` states.
fn nobody_known(facts: &Facts, entry: &Entry, who: &str, gap: Option<&Unknown>, help: &str) -> Option<Diagnostic> {
    let gap = gap?;
    let message = format!("{} has no known {who}{}", name(entry), unknown_because(gap));
    Some(facts.at(entry, gap.span, message).help(help))
}

/// That the service belongs to a company, where the profile wants what the group uses to be the group's.
fn owned_by_company(facts: &Facts, entry: &Entry, service: &Service) -> Option<Diagnostic> {
    if !facts.site.profile.requirements.is_set("owned_by_group") {
        return None;
    }
    let owner = facts.site.find(service.owner.get()?).filter(|owner| owner.id.kind == Kind::Organization)?;
    let message = format!("{} belongs to {}, a company, and not to the group", name(entry), owner.title);
    let help =
        "name the group or a person who answers for it: `owner = \"…\"`; a company that runs it is its `operator`";
    Some(citing(facts, "owned_by_group", facts.at(entry, service.owner.span(), message).help(help)))
}

fn too_few_admins(facts: &Facts, entry: &Entry, service: &Service) -> Option<Diagnostic> {
    let wanted = facts.site.profile.requirements.number("min_admins")? as usize;
    let admins = &service.admins;
    let message = match admins.unknown() {
        Some(gap) => format!("{} has no known administrator{}", name(entry), unknown_because(gap)),
        None => {
            let stated = admins.get().filter(|admins| admins.unreadable.is_empty())?;
            let people =
                stated.iter().map(|it| facts.site.find(&it.value).map_or(it.as_str(), |person| &person.id.key));
            let people: BTreeSet<&str> = people.collect();
            if people.len() >= wanted {
                return None;
            }
            let known = count(people.len(), "administrator", "administrators");
            format!("{} has {known}, and at least {wanted} are asked for", name(entry))
        }
    };
    let help = "name everybody who can log in and repair it: `admins = [\"…\", \"…\"]`";
    Some(citing(facts, "min_admins", facts.at(entry, admins.span(), message).help(help)))
}

fn not_reviewed(facts: &Facts, entry: &Entry, service: &Service) -> Option<Diagnostic> {
    let (limit, today) = (facts.site.profile.requirements.days("review_days")?, facts.site.today);
    let message = match service.reviewed.get() {
        Some(reviewed) => {
            let age = Some(days_between(*reviewed, today)).filter(|age| *age > limit)?;
            format!("{} was last looked through on {reviewed}, {} ago", name(entry), days(age))
        }
        None => {
            service.reviewed.unknown()?;
            format!("nobody knows when {} was last looked through", name(entry))
        }
    };
    let help = format!("check that the entry is still true, then write `reviewed = {today}`");
    Some(citing(facts, "review_days", facts.at(entry, service.reviewed.span(), message).help(help)))
}
