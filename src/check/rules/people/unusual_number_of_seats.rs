//! Groups that keep within the bounds of their seats and still have another number than they mean to.

use std::collections::BTreeSet;

use crate::check::prelude::*;
use crate::check::rules::terms::runs_on;
use crate::workflow::SeatRule;

pub const FIND: Find = each!(group, of_group);

fn of_group(facts: &Facts, entry: &Entry, group: &Group) -> Vec<Diagnostic> {
    let Some((key, asked)) = asked_of(facts.site, entry) else { return Vec::new() };
    let members = group.member.items();
    let current = || members.iter().filter(|term| runs_on(term, facts.site.today));
    // A member whose seat is not stated may hold any of them.
    if is_unread(entry, "member") || is_unread(entry, "seat") || current().any(|term| term.seat.get().is_none()) {
        return Vec::new();
    }
    let taken = |seat: &SeatRule| {
        let holders = current().filter(|term| term.seat.text() == seat.kind).map(|term| term.person.text());
        holders.collect::<BTreeSet<&str>>().len()
    };
    asked
        .seats
        .iter()
        .filter_map(|seat| {
            let (usual, taken) = (seat.usual? as usize, taken(seat));
            // Beyond the bounds another finding speaks.
            let is_within =
                seat.min.is_none_or(|min| taken >= min as usize) && seat.max.is_none_or(|max| taken <= max as usize);
            let filled = count(taken, &format!("`{}` seat", seat.kind), &format!("`{}` seats", seat.kind));
            let message = format!("{} has filled {filled}, and {usual} are meant to be", name(entry));
            let help = "fill the seat, or agree that the number may stay and say so in the profile";
            let span = group.seat.items().first().map(|seat| seat.span).or_else(|| group.name.span());
            let finding = facts.at(entry, span, message).help(help);
            (taken != usual && is_within).then(|| citing(facts, &format!("{key}.seats"), finding))
        })
        .collect()
}
