//! People who sit in two groups of a type at a time, where each may sit in one.

use std::collections::BTreeMap;

use crate::check::prelude::*;
use crate::check::rules::terms::{asked_groups, current, with_clause};

/// A group, what it says of itself, and the term in it.
type Seat<'a> = (&'a Entry, &'a Group, &'a At<Member>);

pub const FIND: Find = Find::Site(find);

fn find(facts: &Facts) -> Vec<Diagnostic> {
    let mut seats: BTreeMap<(usize, &str), Vec<Seat>> = BTreeMap::new();
    for (entry, group, _) in asked_groups(facts).filter(|(_, _, asked)| asked.exclusive == Some(true)) {
        let Some(group_type) = group.r#type.get() else { continue };
        for term in current(group, facts.site.today).into_values() {
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
            Some(with_clause(facts, group, "exclusive", finding))
        })
        .collect()
}
