//! Pledges that somebody was to ask about again, on a day that has passed.

use crate::check::prelude::*;

pub(crate) const FIND: Find = each!(pledge, find);

fn find(facts: &Facts, entry: &Entry, pledge: &Pledge) -> Option<Diagnostic> {
    let site = facts.site;
    let day = *pledge.follow_up.get().filter(|day| **day < site.today)?;
    let (_, state) = site.state(entry).filter(|_| !site.is_over(entry))?;
    let with = site.holder(entry).map_or(String::new(), |(words, whom)| {
        format!("; it is with {}", if whom.is_empty() { words } else { list(whom.into_iter().map(name), "and") })
    });
    let (who, ago) = (name(entry), days(days_between(day, site.today)));
    let still = format!("it is still in `{}`{with}", state.name);
    let message = format!("somebody was to ask about {who} again on {day}, {ago} ago, and {still}");
    let help = "ask, and add an event with what came of it; if there is no answer yet, set `follow_up` to the next day \
        on which somebody asks";
    Some(facts.at(entry, pledge.follow_up.span(), message).help(help))
}
