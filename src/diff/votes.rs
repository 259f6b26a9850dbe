//! A vote that takes the place of another one of the same person: it is told with what it replaces.

use crate::site::{Entry, Voter};
use crate::words;

use super::edit::Edit;

/// Says of each vote among `told` that came in which vote of the same person it takes the place of, and of each one that went which
/// vote counts again.
pub(super) fn say_what_is_replaced((before, after): (Option<&Entry>, Option<&Entry>), told: &mut [Edit]) {
    for edit in told.iter_mut().filter(|it| it.key == "vote" && it.is_item()) {
        let Some(at) = edit.place else { continue };
        if let (Some(is), Some(value)) = (&edit.is, after.and_then(|it| replaced(it, at))) {
            edit.is = Some(words::vote_in_place_of(&**is, value));
        } else if let (Some(was), Some(value)) = (&edit.was, before.and_then(|it| replaced(it, at))) {
            edit.was = Some(words::vote_stood_in_place_of(&**was, value));
        }
    }
}

/// The value of the vote in whose place the vote number `at` of the decision `entry` counts; `None` when it is in nobody's place.
fn replaced(entry: &Entry, at: usize) -> Option<String> {
    let vote = entry.decision()?.vote.items().get(at)?;
    let voters = &entry.tally()?.voters;
    let place = voters.iter().position(|voter| voter.span == vote.span)?;
    let voter = &voters[place];
    let is_earlier = |it: &&Voter| it.is_replaced && it.is_same_person(voter);
    let earlier = voters[..place].iter().rev().find(is_earlier).filter(|_| !voter.is_repeated)?;
    Some(words::value_of(earlier.value.as_str()))
}
