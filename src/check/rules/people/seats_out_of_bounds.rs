//! Groups with fewer members or filled seats than agreed, with more, or with another number than they mean to have.

use std::collections::{BTreeMap, BTreeSet};

use crate::check::prelude::*;
use crate::site::{current_members, running};
use crate::workflow::GroupRequirements;

pub const FIND: Find = each!(group, find);

fn find(facts: &Facts, entry: &Entry, group: &Group) -> Vec<Diagnostic> {
    // A term that could not be read may hold the seat that is missed.
    if !group.member.is_complete() {
        return Vec::new();
    }
    let asked = facts.site.asked_of(entry);
    let members = asked.and_then(|asked| check_members(facts, entry, group, asked));
    let are_seats_read = group.seat.is_complete() && running(group, facts.site.today).all(|it| !it.seat.is_unreadable());
    if !are_seats_read {
        return members.into_iter().collect();
    }
    let usual = asked.map_or_else(Vec::new, |asked| check_usual(facts, entry, group, asked));
    members.into_iter().chain(check_seats(facts, entry, group)).chain(usual).collect()
}

/// Fewer or more members than agreed, or an even number of them where an odd one is.
fn check_members(facts: &Facts, entry: &Entry, group: &Group, asked: &GroupRequirements) -> Option<Diagnostic> {
    let members = current_members(group, facts.site.today).len();
    // A group that lists nobody keeps its members elsewhere.
    if group.member.items().is_empty() {
        return None;
    }
    let too_few = asked.min_members.filter(|min| members < *min as usize);
    let too_many = asked.max_members.filter(|max| members > *max as usize);
    let is_even = asked.odd_members == Some(true) && members.is_multiple_of(2);
    let least = too_few.map(|min| ("min_members", format!("at least {min} are agreed")));
    let most = too_many.map(|max| ("max_members", format!("at most {max} are agreed")));
    let odd = is_even.then(|| ("odd_members", "an odd number is agreed".to_owned()));
    let wrong: Vec<(&str, String)> = [least, most, odd].into_iter().flatten().collect();
    let (key, _) = *wrong.first()?;
    let agreed = list(wrong.iter().map(|(_, agreed)| agreed.clone()), "and");
    let message = format!("{} has {}, and {agreed}", name(entry), count(members, "member", "members"));
    let help = "add the `[[member]]` tables that are missing, or the last day of a term that ended as `to`; if it is \
        so, look for somebody, or let a seat go";
    let finding = facts.at(entry, group.name.span(), message).about("members").help(help);
    Some(citing_group(facts, group, key, finding))
}

/// How many seats of a sort there are, at least and at most.
#[derive(Clone, Copy, Default)]
struct Bounds {
    min: Option<u32>,
    max: Option<u32>,
}

impl Bounds {
    fn lacks(&self, seats: usize) -> Option<u32> {
        self.min.filter(|min| seats < *min as usize)
    }

    fn exceeded_by(&self, seats: usize) -> Option<u32> {
        self.max.filter(|max| seats > *max as usize)
    }
}

/// Fewer seats of a sort taken than there should be, or more than there are.
fn check_seats(facts: &Facts, entry: &Entry, group: &Group) -> Option<Diagnostic> {
    // Members whose seat is not stated may hold any of them.
    let open = holders(facts, group, None);
    let wrong = bounds(facts, entry, group).into_iter().filter_map(|(kind, bounds)| {
        let taken = holders(facts, group, Some(&kind));
        match (bounds.lacks(taken + open), bounds.exceeded_by(taken)) {
            (Some(min), _) => Some(format!("{taken} of at least {min} `{kind}` seats")),
            (None, Some(max)) => Some(format!("{taken} of at most {max} `{kind}` seats")),
            (None, None) => None,
        }
    });
    let wrong: Vec<String> = wrong.collect();
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
        let bounds = Bounds { min: seat.min, max: seat.max };
        let is_within = bounds.lacks(taken).is_none() && bounds.exceeded_by(taken).is_none();
        let filled = count(taken, &format!("`{}` seat", seat.kind), &format!("`{}` seats", seat.kind));
        let message = format!("{} has filled {filled}, and {usual} are meant to be", name(entry));
        let help = "fill the seat, or agree that the number may stay and say so in the profile";
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

/// The seats by their sort: the group's own word, else what the profile asks of groups of its type.
fn bounds(facts: &Facts, entry: &Entry, group: &Group) -> BTreeMap<String, Bounds> {
    let of_profile = facts.site.asked_of(entry).map_or(&[][..], |asked| &asked.seats);
    let of_profile = of_profile.iter().map(|seat| (seat.kind.clone(), Bounds { min: seat.min, max: seat.max }));
    let own = group.seat.items().iter().filter_map(|seat| {
        let bounds = Bounds { min: seat.min.get().copied(), max: seat.max.get().copied() };
        Some((seat.kind.get()?.clone(), bounds))
    });
    of_profile.chain(own).collect()
}

fn seats_span(group: &Group) -> Option<Span> {
    group.seat.items().first().map(|seat| seat.span).or_else(|| group.name.span())
}
