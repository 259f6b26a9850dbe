//! Roadmaps that cover less of the time ahead than is asked for.

use crate::check::prelude::*;

pub const FIND: Find = Find::Site(find);

fn find(facts: &Facts) -> Vec<Diagnostic> {
    let roadmaps: Vec<(&Entry, &Roadmap)> =
        facts.site.of_kind(Kind::Roadmap).filter_map(|entry| Some((entry, entry.roadmap()?))).collect();
    // Days that could not be read may cover anything.
    if roadmaps.iter().any(|(_, it)| it.from.is_unreadable() || it.to.is_unreadable()) {
        return Vec::new();
    }
    let today = facts.site.today;
    let needed = days_after(today, facts.limit);
    let asked = format!("at least {} ahead are asked for", days(facts.limit));
    let finding = match last_of(&roadmaps, today) {
        Some((_, to)) if to >= needed => return Vec::new(),
        Some((last, to)) => {
            let left = days(days_between(today, to));
            let message = format!("the plan ends with {} on {to}, in {left}; {asked}, until {needed}", name(last));
            let help = format!("add a roadmap that begins on {} or earlier", days_after(to, 1));
            facts.at(last, last.roadmap().and_then(|it| it.to.span()), message).help(help)
        }
        None => {
            let before = roadmaps.iter().filter_map(|(_, it)| it.to.get()).filter(|to| **to < today).max();
            let since = before.map_or(String::new(), |to| format!("; the last one ended on {to}"));
            let message = format!("no roadmap covers today, {today}; {asked}{since}");
            let help = "write what the group wants to reach in `roadmap/`, with `from`, `to` and a `[[goal]]` for each";
            in_configuration(facts, None, message).help(help)
        }
    };
    vec![finding]
}

/// The roadmap with which the time that is covered without a gap from `today` on ends, and that day.
fn last_of<'a>(roadmaps: &[(&'a Entry, &'a Roadmap)], today: Date) -> Option<(&'a Entry, Date)> {
    let mut last: Option<(&Entry, Date)> = None;
    loop {
        let from = last.map_or(today, |(_, to)| days_after(to, 1));
        let next = roadmaps
            .iter()
            .filter_map(|(entry, it)| Some((*entry, *it.from.get()?, *it.to.get()?)))
            .filter(|(_, begins, ends)| *begins <= from && *ends >= from)
            .max_by_key(|(.., ends)| *ends);
        match next {
            Some((entry, _, ends)) if last.is_none_or(|(_, to)| ends > to) => last = Some((entry, ends)),
            Some(_) | None => return last,
        }
    }
}
