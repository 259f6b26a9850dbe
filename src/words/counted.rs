//! How many there are of something, each time in the form that fits the number.

use fluent_bundle::FluentValue;

use crate::text::capitalised;

phrases! {
    // What is counted.
    tasks_without_owner(tasks);
    services_counted(services);
    services_and_empty(services, empty);
    was_held_by(people);
    took_part_of(present, eligible);
    took_part_of_so_far(present, eligible);
    took_part(present);
    took_part_so_far(present);
    quorum_is_needed(turnout, quorum);
    quorum_was_needed(turnout, quorum);
    number_in_words(number);
    have_voted_of(voted, in_words, members);
    have_voted(voted, in_words);
    NOBODY_HAS_VOTED;
    voted_so_far_and_must(voted, quorum);
    voted_so_far_only(voted);
    was_at(present, held, group, from);
    approvals_count(people, asked);
    approvals_counted(people, asked);
    approvals_count_from(people, affiliations, asked, least);
    approvals_counted_from(people, affiliations, asked, least);
    THE_DUTY_IS_HELD;
    all_duties_held(all);
    duties_held_of(held, all);
}

/// `3 services, 4 responsibilities without a name`.
pub(crate) fn services_and_chairs(services: usize, empty: usize) -> String {
    match empty {
        0 => services_counted(services),
        empty => services_and_empty(services, empty),
    }
}

/// `7 of 11 members took part; 6 were needed`.
pub(crate) fn turnout(present: usize, eligible: Option<usize>, quorum: Option<u32>, is_open: bool) -> String {
    let turnout = match (eligible, is_open) {
        (Some(eligible), true) => took_part_of_so_far(present, eligible),
        (Some(eligible), false) => took_part_of(present, eligible),
        (None, true) => took_part_so_far(present),
        (None, false) => took_part(present),
    };
    match quorum {
        Some(quorum) if is_open => quorum_is_needed(turnout, quorum),
        Some(quorum) => quorum_was_needed(turnout, quorum),
        None => turnout,
    }
}

/// Numbers up to twelve as they are within a sentence.
pub(crate) fn number(number: usize) -> String {
    number_in_words(number)
}

/// `One of five has voted; at least three must.`
pub(crate) fn voted_so_far(voted: usize, members: Option<usize>, quorum: Option<u32>) -> String {
    let of = match members {
        Some(members) => have_voted_of(voted, number(voted), number(members)),
        None if voted == 0 => NOBODY_HAS_VOTED.to_string(),
        None => have_voted(voted, number(voted)),
    };
    let of = capitalised(&of);
    match quorum {
        Some(quorum) => voted_so_far_and_must(of, number(quorum as usize)),
        None => voted_so_far_only(of),
    }
}

/// `3 approvals count; 2 are asked for.`
pub(crate) fn approvals<'a>(people: usize, asked: impl Into<FluentValue<'a>>, is_over: bool) -> String {
    if is_over { approvals_counted(people, asked) } else { approvals_count(people, asked) }
}

/// `3 approvals from 2 affiliations count; 3 from at least 2 are asked for.`
pub(crate) fn approvals_of<'a>(
    people: usize,
    affiliations: usize,
    asked: impl Into<FluentValue<'a>>,
    least: impl Into<FluentValue<'a>>,
    is_over: bool,
) -> String {
    match is_over {
        true => approvals_counted_from(people, affiliations, asked, least),
        false => approvals_count_from(people, affiliations, asked, least),
    }
}

/// `3 of 5 duties have a holder.`
pub(crate) fn duties_held(held: usize, all: usize) -> String {
    match all {
        1 if held == 1 => THE_DUTY_IS_HELD.to_string(),
        all if held == all => all_duties_held(all),
        all => duties_held_of(held, all),
    }
}
