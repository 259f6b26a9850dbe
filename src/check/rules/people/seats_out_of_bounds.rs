//! Groups in which fewer seats are taken than there should be, or more than there are.

use std::collections::{BTreeMap, BTreeSet};

use crate::check::prelude::*;
use crate::check::rules::terms::runs_on;

pub const FIND: Find = each!(group, of_group);

#[derive(Clone, Copy, Default)]
struct Bounds {
    min: Option<u32>,
    max: Option<u32>,
}

fn of_group(facts: &Facts, entry: &Entry, group: &Group) -> Option<Diagnostic> {
    if is_unread(entry, "member") || is_unread(entry, "seat") {
        return None;
    }
    let current: Vec<&Member> =
        group.member.items().iter().map(|term| &term.value).filter(|term| runs_on(term, facts.site.today)).collect();
    // Members whose seat is not stated may hold any of them.
    let unseated = people(current.iter().copied().filter(|term| term.seat.get().is_none()));
    let wrong: Vec<String> = seats(facts, group)
        .into_iter()
        .filter_map(|(kind, bounds)| {
            let taken = people(current.iter().copied().filter(|term| term.seat.text() == kind));
            match (bounds.min, bounds.max) {
                (Some(min), _) if taken + unseated < min as usize => {
                    Some(format!("{taken} of at least {min} `{kind}` seats"))
                }
                (_, Some(max)) if taken > max as usize => Some(format!("{taken} of at most {max} `{kind}` seats")),
                _ => None,
            }
        })
        .collect();
    if wrong.is_empty() {
        return None;
    }
    let open = match unseated {
        0 => String::new(),
        some => format!("; the seat of {} is not stated", count(some, "member", "members")),
    };
    let message = format!("{} has filled {}{open}", name(entry), list(wrong, "and"));
    let span = group.seat.items().first().map(|seat| seat.span).or_else(|| group.name.span());
    let help = "fill the seats, or add the `[[member]]` tables that are missing, each with its `seat`";
    let finding = facts.at(entry, span, message).help(help);
    let clause = group.r#type.get().and_then(|it| facts.site.profile.clause_of(&format!("group.{it}.seats")));
    Some(finding.cited(clause))
}

/// The seats by their sort: the group's own word, else what the profile asks of groups of its type.
fn seats(facts: &Facts, group: &Group) -> BTreeMap<String, Bounds> {
    let rules = group.r#type.get().and_then(|it| facts.site.profile.group(it.as_str()));
    let of_profile = rules.map_or(&[][..], |rules| &rules.seats);
    let of_profile = of_profile.iter().map(|seat| (seat.kind.clone(), Bounds { min: seat.min, max: seat.max }));
    let own = group.seat.items().iter().filter_map(|seat| {
        let bounds = Bounds { min: seat.min.get().copied(), max: seat.max.get().copied() };
        Some((seat.kind.get()?.clone(), bounds))
    });
    of_profile.chain(own).collect()
}

fn people<'a>(terms: impl Iterator<Item = &'a Member>) -> usize {
    terms.map(|term| term.person.text()).collect::<BTreeSet<&str>>().len()
}
