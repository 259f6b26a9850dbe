//! Chairs who hold none of the seats that make up their group.

use crate::check::prelude::*;
use crate::check::rules::terms::runs_on;
use crate::document::group::Role;

pub const FIND: Find = each!(group, of_group);

fn of_group(facts: &Facts, entry: &Entry, group: &Group) -> Vec<Diagnostic> {
    let Some((key, asked)) = asked_of(facts.site, entry) else { return Vec::new() };
    let current: Vec<&At<Member>> =
        group.member.items().iter().filter(|term| runs_on(term, facts.site.today)).collect();
    let has_seat = |term: &&&At<Member>| !term.seat.is_missing();
    // A group that records no seats tells nothing on the chair's.
    if asked.seats.is_empty() || !current.iter().any(|term| has_seat(&term)) || is_unread(entry, "seat") {
        return Vec::new();
    }
    let seated = |chair: &Member| current.iter().filter(has_seat).any(|term| term.person.text() == chair.person.text());
    let chairs = current.iter().filter(|term| term.role.get() == Some(&Role::Chair));
    let kinds = list(asked.seats.iter().map(|seat| format!("`{}`", seat.kind)), "or");
    chairs
        .filter(|chair| !seated(chair))
        .map(|chair| {
            let person = chair.person.get().and_then(|person| facts.site.find(person));
            let person = person.map_or_else(|| chair.person.text().to_owned(), name);
            let message = format!("{person} chairs {} and holds none of its seats", name(entry));
            let help = format!("add `seat` to the term, {kinds}; the chair is one of the members");
            let span = chair.role.span().or_else(|| chair.person.span());
            citing_for(facts, "chair-without-seat", &format!("{key}.seats"), facts.at(entry, span, message).help(help))
        })
        .collect()
}
