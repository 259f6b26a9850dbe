//! Matters that have been blocked for long, with no place where the wait can be followed.

use crate::check::prelude::*;

pub(crate) const FIND: Find = each!(record, find);

fn find(facts: &Facts, entry: &Entry) -> Option<Diagnostic> {
    let blocked = entry.blocked()?;
    let since = *blocked.since.get()?;
    let age = days_between(since, facts.site.today);
    let can_be_followed = blocked.link.get().is_some() || blocked.link.is_unreadable();
    if age <= facts.limit || can_be_followed || facts.site.is_over(entry) {
        return None;
    }
    let on = shortened(blocked.on.text());
    let message =
        format!("{} has been blocked since {since}, for {}, and nobody can follow why: {on}", name(entry), days(age));
    let help =
        "add `link = \"https://…\"` to `blocked`, where the wait can be followed; take `blocked` out when it is over";
    Some(facts.at(entry, blocked.since.span(), message).help(help))
}
