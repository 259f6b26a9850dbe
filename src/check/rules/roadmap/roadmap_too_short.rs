//! Roadmaps that cover less of the time ahead than is asked for.

use crate::check::prelude::*;

pub(crate) const FIND: Find = Find::Site(find);

fn find(facts: &Facts) -> Vec<Diagnostic> {
    let roadmaps = facts.site.of_kind(Kind::Roadmap).filter_map(|entry| Some((entry, entry.roadmap()?)));
    let roadmaps: Vec<(&Entry, &Roadmap)> = roadmaps.collect();
    // Days that could not be read may cover anything.
    let are_read = roadmaps.iter().all(|(entry, _)| !entry.is_unreadable_at(&["from", "to"]));
    let has_begun = !roadmaps.is_empty() || is_at_work(facts);
    (are_read && has_begun).then(|| check_all(facts, &roadmaps)).flatten().into_iter().collect()
}

/// Whether any matter has taken a step. A record that just begins has nothing yet that a plan could have foreseen.
fn is_at_work(facts: &Facts) -> bool {
    facts.site.entries.iter().any(|entry| entry.events().len() > 1)
}

fn check_all(facts: &Facts, roadmaps: &[(&Entry, &Roadmap)]) -> Option<Diagnostic> {
    let today = facts.site.today;
    let needed = days_after(today, facts.limit);
    let asked = format!("at least {} ahead are asked for", days(facts.limit));
    let Some((last, roadmap, to)) = last_of(roadmaps, today) else {
        let before = roadmaps.iter().filter_map(|(_, it)| it.to.get()).filter(|to| **to < today).max();
        let since = before.map_or(String::new(), |to| format!("; the last one ended on {to}"));
        let message = format!("no roadmap covers today, {today}; {asked}{since}");
        let help = "write what the group wants to reach in `roadmap/`, with `from`, `to` and a `[[goal]]` for each";
        return Some(in_configuration(facts, None, message).help(help));
    };
    let left = days(days_between(today, to));
    let message = format!("the plan ends with {} on {to}, in {left}; {asked}, until {needed}", name(last));
    let help = format!("add a page below `roadmap/` with `from = {}`, that day or an earlier one", days_after(to, 1));
    (to < needed).then(|| facts.at(last, roadmap.to.span(), message).help(help))
}

/// The roadmap with which the time that is covered without a gap from `today` on ends, and that day.
fn last_of<'a>(roadmaps: &[(&'a Entry, &'a Roadmap)], today: Date) -> Option<(&'a Entry, &'a Roadmap, Date)> {
    let covering = |day: Date| {
        let of_days = roadmaps.iter().filter(|(_, it)| it.from.get().is_some_and(|from| *from <= day));
        let ending = of_days.filter_map(|(entry, it)| Some((*entry, *it, *it.to.get()?)));
        ending.filter(|(.., ends)| *ends >= day).max_by_key(|(.., ends)| *ends)
    };
    std::iter::successors(covering(today), |(.., to)| covering(days_after(*to, 1))).last()
}
