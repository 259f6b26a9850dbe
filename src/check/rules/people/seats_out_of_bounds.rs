//! Groups with fewer members or filled seats than agreed, with more, or with another number than they mean to have.

use std::collections::{BTreeMap, BTreeSet};

use crate::check::prelude::*;
use crate::site::{current_members, running};
use crate::workflow::GroupRequirements;

pub(crate) const FIND: Find = each!(group, find);

fn find(facts: &Facts, entry: &Entry, group: &Group) -> Vec<Diagnostic> {
    // A term that could not be read may hold the seat that is missed.
    if !group.member.is_complete() || facts.site.has_unclear_roster(entry) {
        return Vec::new();
    }
    let asked = facts.site.asked_of(entry);
    let members = asked.and_then(|asked| check_members(facts, entry, group, asked)).into_iter();
    if !group.seat.is_complete() || running(group, facts.site.today).any(|it| it.seat.is_unreadable()) {
        return members.collect();
    }
    let usual = asked.map_or_else(Vec::new, |asked| check_usual(facts, entry, group, asked));
    members.chain(check_seats(facts, entry, group)).chain(usual).collect()
}

/// The bound that `number` stays below.
fn too_few(number: usize, min: Option<u32>) -> Option<u32> {
    min.filter(|min| number < *min as usize)
}

/// The bound that `number` exceeds.
fn too_many(number: usize, max: Option<u32>) -> Option<u32> {
    max.filter(|max| number > *max as usize)
}

/// Fewer or more members than agreed, or an even number of them where an odd one is.
fn check_members(facts: &Facts, entry: &Entry, group: &Group, asked: &GroupRequirements) -> Option<Diagnostic> {
    let members = current_members(group, facts.site.today).len();
    let is_even = asked.odd_members == Some(true) && members.is_multiple_of(2);
    let wrong = [
        too_few(members, asked.min_members).map(|min| ("min_members", format!("at least {min} are agreed"))),
        too_many(members, asked.max_members).map(|max| ("max_members", format!("at most {max} are agreed"))),
        is_even.then(|| ("odd_members", "an odd number is agreed".to_owned())),
    ];
    let (keys, agreed): (Vec<&str>, Vec<String>) = wrong.into_iter().flatten().unzip();
    // A group that lists nobody keeps its members elsewhere.
    let key = keys.first().filter(|_| !group.member.items().is_empty())?;
    let (members, agreed) = (count(members, "member", "members"), list(agreed, "and"));
    let message = format!("{} has {members}, and {agreed}", name(entry));
    let help = "add the `[[member]]` tables that are missing, or the last day of a term that ended as `to`; if it is \
        so, look for somebody, or let a seat go";
    let finding = facts.at(entry, group.name.span(), message).about("members").help(help);
    Some(citing_group(facts, group, key, finding))
}

/// Fewer seats of a sort taken than there should be, or more than there are.
fn check_seats(facts: &Facts, entry: &Entry, group: &Group) -> Option<Diagnostic> {
    // Members whose seat is not stated may hold any of them.
    let open = holders(facts, group, None);
    let of_kind = |(kind, (min, max)): (&str, (Option<u32>, Option<u32>))| {
        let taken = holders(facts, group, Some(kind));
        let least = too_few(taken + open, min).map(|min| format!("{taken} of at least {min} `{kind}` seats"));
        least.or_else(|| too_many(taken, max).map(|max| format!("{taken} of at most {max} `{kind}` seats")))
    };
    // The group's own word counts before what the profile asks of groups of its type.
    let of_profile = facts.site.asked_of(entry).map_or(&[][..], |asked| &asked.seats);
    let of_profile = of_profile.iter().map(|seat| (seat.kind.as_str(), (seat.min, seat.max)));
    let own = group.seat.items().iter();
    let own = own.filter_map(|it| Some((it.kind.get()?.as_str(), (it.min.get().copied(), it.max.get().copied()))));
    let bounds: BTreeMap<&str, _> = of_profile.chain(own).collect();
    let wrong: Vec<String> = bounds.into_iter().filter_map(of_kind).collect();
    if wrong.is_empty() {
        return None;
    }
    let open = match open {
        0 => String::new(),
        some => format!("; the seat of {} is not stated", count(some, "member", "members")),
    };
    let message = format!("{} has filled {}{open}", name(entry), list(wrong, "and"));
    let help = "fill the seats, or add the `[[member]]` tables that are missing, each with its `seat`";
    let finding = facts.at(entry, seats_span(group), message).about("seats").help(help);
    Some(citing_group(facts, group, "seats", finding))
}

/// Within the bounds another number of seats than the profile calls usual.
fn check_usual(facts: &Facts, entry: &Entry, group: &Group, asked: &GroupRequirements) -> Vec<Diagnostic> {
    if running(group, facts.site.today).any(|term| term.seat.get().is_none()) {
        return Vec::new();
    }
    let found = asked.seats.iter().filter_map(|seat| {
        let (usual, taken) = (seat.usual? as usize, holders(facts, group, Some(&seat.kind)));
        let is_within = too_few(taken, seat.min).is_none() && too_many(taken, seat.max).is_none();
        let filled = count(taken, &format!("`{}` seat", seat.kind), &format!("`{}` seats", seat.kind));
        let message = format!("{} has filled {filled}, and {usual} are meant to be", name(entry));
        let help = "add a `[[member]]` with that `seat`, or agree that the number may stay and say so in the profile";
        let finding = facts.at(entry, seats_span(group), message).about(seat.kind.as_str()).help(help);
        (taken != usual && is_within).then(|| citing_group(facts, group, "seats", finding))
    });
    found.collect()
}

/// How many people have a seat of the sort `kind` today; with `None`, how many have one that is not stated.
fn holders(facts: &Facts, group: &Group, kind: Option<&str>) -> usize {
    let on_seat = running(group, facts.site.today).filter(|term| term.seat.get().map(String::as_str) == kind);
    on_seat.map(|term| term.person.text()).collect::<BTreeSet<&str>>().len()
}

fn seats_span(group: &Group) -> Option<Span> {
    group.seat.items().first().map(|seat| seat.span).or_else(|| group.name.span())
}
