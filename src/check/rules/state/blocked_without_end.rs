//! Matters that have been blocked for long, with no place where the wait can be followed.

use crate::check::prelude::*;

pub const FIND: Find = Find::Site(find);

fn find(facts: &Facts) -> Vec<Diagnostic> {
    let Some(limit) = facts.site.profile.requirements.days("blocked_days") else { return Vec::new() };
    facts.site.entries.iter().filter_map(|entry| of_record(facts, entry, limit)).collect()
}

fn of_record(facts: &Facts, entry: &Entry, limit: i64) -> Option<Diagnostic> {
    let blocked = entry.blocked()?;
    let since = *blocked.since.get()?;
    let age = days_between(since, facts.site.today);
    if age <= limit || blocked.link.get().is_some() || is_unread(entry, "blocked.link") || facts.site.is_over(entry) {
        return None;
    }
    let on = shortened(blocked.on.text());
    let message =
        format!("{} has been blocked since {since}, for {}, and nobody can follow why: {on}", name(entry), days(age));
    let help =
        "add `link = \"https://…\"` to `blocked`, where the wait can be followed; take `blocked` out when it is over";
    Some(facts.at(entry, blocked.since.span(), message).help(help))
}
