//! People who sit in two groups of a type at a time, where each may sit in one.

use std::collections::BTreeMap;

use crate::check::prelude::*;
use crate::site::current_members;

/// A group, what it says of itself, and the term in it.
type Seat<'a> = (&'a Entry, &'a Group, &'a At<Member>);

pub const FIND: Find = Find::Site(find);

fn find(facts: &Facts) -> Vec<Diagnostic> {
    let mut seats: BTreeMap<(usize, &str), Vec<Seat>> = BTreeMap::new();
    let is_exclusive = |entry: &&Entry| facts.site.asked_of(entry).is_some_and(|asked| asked.exclusive == Some(true));
    for entry in facts.site.of_kind(Kind::Group).filter(is_exclusive) {
        let Some((group, group_type)) = entry.group().and_then(|it| Some((it, it.r#type.get()?))) else { continue };
        for term in current_members(group, facts.site.today).into_values() {
            if let Some(person) = term.person.get().and_then(|person| facts.site.find(person)) {
                seats.entry((person.at, group_type.as_str())).or_default().push((entry, group, term));
            }
        }
    }
    seats
        .into_iter()
        .filter_map(|((person, _), seats)| {
            let [(first, _, first_term), (second, group, term), ..] = seats.as_slice() else { return None };
            let who = name(&facts.site.entries[person]);
            let message = format!("{who} sits in {} and in {}, and may sit in one of them", name(first), name(second));
            let help = "ask in which one they stay, and end the other term with `to`";
            let finding = facts.at(second, term.person.span(), message).help(help);
            let finding = finding.label(&first.path, first_term.person.span(), "the other seat");
            Some(citing_group(facts, group, "exclusive", finding))
        })
        .collect()
}
