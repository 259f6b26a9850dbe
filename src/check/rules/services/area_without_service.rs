//! Areas of the group's scope in which no service is on record.

use std::collections::BTreeSet;

use crate::check::prelude::*;

/// One finding about the whole site: the inventory grows area by area.
pub(crate) const FIND: Find = Find::Site(|facts| find(facts).into_iter().collect());

fn find(facts: &Facts) -> Option<Diagnostic> {
    let services = || facts.site.of_kind(Kind::Service).filter_map(|entry| entry.service());
    // An inventory that nobody has begun lacks nothing in particular.
    services().next()?;
    if facts.site.of_kind(Kind::Service).any(|entry| entry.is_unreadable_at(&["area", "lifecycle"])) {
        return None;
    }
    let served: BTreeSet<String> =
        services().filter(|it| it.is_in_use()).filter_map(|it| Some(it.area.get()?.to_lowercase())).collect();
    let scope = &facts.site.config.scope;
    let empty: Vec<&str> =
        scope.iter().map(String::as_str).filter(|area| !served.contains(&area.to_lowercase())).collect();
    if empty.is_empty() {
        return None;
    }
    let areas = if empty.len() == 1 { "area" } else { "areas" };
    let message = format!("no service is on record in the {areas} {}", quoted(empty, "and"));
    let help = "add the services below `services/`, with the area as the scope spells it; or list what the group looks after as \
        `scope` in `candor.toml`, without the area";
    Some(citing(facts, "scope", in_configuration(facts, None, message).help(help)))
}
