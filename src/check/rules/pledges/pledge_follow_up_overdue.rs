//! Pledges that somebody was to ask about again, on a day that has passed.

use crate::check::prelude::*;

pub const FIND: Find = each!(pledge, find);

fn find(facts: &Facts, entry: &Entry, pledge: &Pledge) -> Option<Diagnostic> {
    let (site, follow_up) = (facts.site, &pledge.follow_up);
    let day = *follow_up.get()?;
    let (_, state) = site.state(entry).filter(|_| !site.is_over(entry))?;
    if site.today <= day {
        return None;
    }
    let with = match site.holder(entry) {
        Some((words, whom)) if whom.is_empty() => format!("; it is with {words}"),
        Some((_, whom)) => format!("; it is with {}", list(whom.into_iter().map(name), "and")),
        None => String::new(),
    };
    let message = format!(
        "somebody was to ask about {} again on {day}, {} ago, and it is still in `{}`{with}",
        name(entry),
        days(days_between(day, site.today)),
        state.name,
    );
    let help = "ask, and add an event with what came of it; if there is no answer yet, set `follow_up` to the next day \
        on which somebody asks";
    Some(facts.at(entry, follow_up.span(), message).help(help))
}
