//! People who sit in two groups of a type at a time, where each may sit in one.

use crate::check::prelude::*;
use crate::site::current_members;

pub(crate) const FIND: Find = Find::Site(find);

fn find(facts: &Facts) -> Vec<Diagnostic> {
    let site = facts.site;
    let is_exclusive = |entry: &&Entry| site.asked_of(entry).is_some_and(|asked| asked.exclusive == Some(true));
    let groups = site.of_kind(Kind::Group).filter(is_exclusive).filter_map(|entry| Some((entry, entry.group()?)));
    let seats = groups.flat_map(|(entry, group)| {
        let person = |term: &At<Member>| Some((site.find(term.person.get()?)?.at, group.r#type.get()?.as_str()));
        let terms = current_members(group, site.today).into_values().filter(|term| !term.to.is_unreadable());
        terms.filter_map(move |term| Some((person(term)?, (entry, group, term))))
    });
    let found = grouped(seats).into_iter().filter_map(|((person, _), seats)| {
        let [(first, _, first_term), (second, group, term), ..] = seats.as_slice() else { return None };
        let who = name(&site.entries[person]);
        let message = format!("{who} sits in {} and in {}, and may sit in one of them", name(first), name(second));
        let help = "ask in which one they stay, and end the other term with `to`";
        let finding =
            facts.at(second, term.person.span(), message).for_several(&*site.entries[person].id.key).help(help);
        let finding = finding.label(&first.path, first_term.person.span(), "the other seat");
        Some(citing_group(facts, group, "exclusive", finding))
    });
    found.collect()
}
