//! Chairs who hold none of the seats that make up their group.

use crate::check::prelude::*;
use crate::document::group::Role;
use crate::site::running;

pub(crate) const FIND: Find = each!(group, find);

fn find(facts: &Facts, entry: &Entry, group: &Group) -> Vec<Diagnostic> {
    let Some((key, asked)) = asked_of(facts.site, entry) else { return Vec::new() };
    let current: Vec<&At<Member>> = running(group, facts.site.today).collect();
    let has_seat = |term: &&&At<Member>| !term.seat.is_missing();
    // A group that records no seats says nothing on the chair's, and a term that could not be read may be the chair's.
    if asked.seats.is_empty() || !current.iter().any(|term| has_seat(&term)) || !group.member.is_complete() {
        return Vec::new();
    }
    let seated = |chair: &Member| current.iter().filter(has_seat).any(|term| term.person.text() == chair.person.text());
    let chairs = current.iter().filter(|term| term.role.get() == Some(&Role::Chair));
    let kinds = quoted(asked.seats.iter().map(|seat| seat.kind.as_str()), "or");
    let found = chairs.filter(|chair| !seated(chair)).map(|chair| {
        let message = format!("{} chairs {} and holds none of its seats", member_name(facts, chair), name(entry));
        let help = format!("add `seat` to the term, {kinds}; the chair is one of the members");
        let span = chair.role.span().or_else(|| chair.person.span());
        citing_for(facts, "chair-without-seat", &format!("{key}.seats"), facts.at(entry, span, message).help(help))
    });
    found.collect()
}
