//! What a change did to the events of a record.

use std::collections::HashSet;

use similar::DiffOp;
use similar::algorithms::{Capture, lcs};

use crate::document::Event;
use crate::fields::At;
use crate::site::Entry;
use crate::text::Date;

use super::values::KeyEdit;
use super::{Sites, collapsed};

/// What happened to the events of a record, each list in the order of the events. An event that could not be true, into a
/// state that does not exist or on a day that is yet to come, may be corrected or taken out, and events that were against
/// the order of their days may be put into it: they are in none of the lists.
#[derive(Debug, Clone, Default)]
pub struct Steps<'a> {
    /// Events of the base that say something else in the head.
    pub edited: Vec<EditedStep<'a>>,
    /// Events of the base that the head has no longer.
    pub removed: Vec<RemovedStep<'a>>,
    /// Events of the head that say what they said, at another place among the others.
    pub moved: Vec<&'a At<Event>>,
    /// Events of the head that are new.
    pub added: Vec<&'a At<Event>>,
    /// Those of the new ones that are dated before an event that was there already.
    pub backdated: Vec<Backdated<'a>>,
}

/// An event that says something else than it did.
#[derive(Debug, Clone)]
pub struct EditedStep<'a> {
    /// As it was in the base.
    pub before: &'a At<Event>,
    /// As it is in the head.
    pub after: &'a At<Event>,
    /// What it says otherwise, in the order of the manual; never empty.
    pub edits: Vec<KeyEdit>,
}

/// An event that is gone.
#[derive(Debug, Clone)]
pub struct RemovedStep<'a> {
    /// As it was in the base.
    pub step: &'a At<Event>,
    /// The event of the head that comes before its place; `None` when it was the first one.
    pub previous: Option<&'a At<Event>>,
}

/// A new event that is dated before one that was there already.
#[derive(Debug, Clone)]
pub struct Backdated<'a> {
    /// The new event, as it is in the head.
    pub step: &'a At<Event>,
    /// The latest of those that were there, as it is in the head.
    pub latest: &'a At<Event>,
}

impl Steps<'_> {
    /// Whether `event`, one of the head, was edited or moved or is backdated.
    pub fn touches(&self, event: &At<Event>) -> bool {
        let is = |one: &At<Event>| std::ptr::eq(one, event);
        let is_moved = self.moved.iter().any(|it| is(it));
        is_moved || self.edited.iter().any(|it| is(it.after)) || self.backdated.iter().any(|it| is(it.step))
    }
}

/// What happened to the events of a record.
pub(super) fn steps<'a>(sites: Sites<'a, '_>, before: &'a Entry, after: &'a Entry) -> Steps<'a> {
    let (old, new) = (before.events(), after.events());
    let same = aligned(sites, old, new);
    let moved = elsewhere(sites, old, new, &same);
    let mut found = Steps::default();
    let ends = same.iter().copied().chain([(old.len(), new.len())]);
    let (mut from_old, mut from_new) = (0, 0);
    for (to_old, to_new) in ends {
        let is_new = |at: &usize| !moved.iter().any(|(_, to)| to == at);
        let mut added: Vec<&At<Event>> = (from_new..to_new).filter(is_new).map(|at| &new[at]).collect();
        let is_gone = |at: &usize| !moved.iter().any(|(from, _)| from == at);
        for was in (from_old..to_old).filter(is_gone).map(|at| &old[at]) {
            let resembles = |it: &&At<Event>| it.to.get() == was.to.get() || it.date.get() == was.date.get();
            let is = added.iter().position(resembles).map(|at| added.remove(at));
            if !could_be_true(sites, before, was) {
                continue;
            }
            match is {
                Some(is) => found.edited.push(EditedStep { before: was, after: is, edits: edits(sites, was, is) }),
                None => found.removed.push(RemovedStep { step: was, previous: new[..from_new].last() }),
            }
        }
        found.added.extend(added);
        (from_old, from_new) = (to_old + 1, to_new + 1);
    }
    let is_put_right = is_in_order(new) && !is_in_order(old);
    found.moved = moved.iter().filter(|_| !is_put_right).map(|(_, at)| &new[*at]).collect();
    let there = same.iter().chain(&moved).map(|(_, at)| &new[*at]);
    found.backdated = backdated(&found.added, there);
    found
}

/// Those of `added` that are dated before the latest of the events that were `there`.
fn backdated<'a>(added: &[&'a At<Event>], there: impl Iterator<Item = &'a At<Event>>) -> Vec<Backdated<'a>> {
    let dated = there.filter(|event| event.date.get().is_some());
    let Some(latest) = dated.max_by_key(|event| event.date.get().copied()) else { return Vec::new() };
    let is_earlier = |event: &&&At<Event>| event.date.get().is_some_and(|date| Some(date) < latest.date.get());
    added.iter().filter(is_earlier).map(|step| Backdated { step, latest }).collect()
}

/// An event of the base, as one of the head is compared with it.
struct Was<'a>(&'a Event);

/// An event of the head, which equals one of the base when it says all that that one said.
struct Is<'a>(Sites<'a, 'a>, &'a Event);

impl PartialEq<Was<'_>> for Is<'_> {
    fn eq(&self, was: &Was) -> bool {
        says_the_same(self.0, was.0, self.1)
    }
}

/// Lists of more events than this are another history: nothing of them is compared one by one.
const TOO_MANY: usize = 2_000;

/// The pairs of places at which the two lists say the same: the longest such row, in its order.
fn aligned(sites: Sites, before: &[At<Event>], after: &[At<Event>]) -> Vec<(usize, usize)> {
    if before.len().max(after.len()) > TOO_MANY {
        return Vec::new();
    }
    let was: Vec<Was> = before.iter().map(|event| Was(event)).collect();
    let is: Vec<Is> = after.iter().map(|event| Is(sites, event)).collect();
    let mut ops = Capture::new();
    let Ok(()) = lcs::diff_deadline_raw(&mut ops, &was[..], 0..was.len(), &is[..], 0..is.len(), None);
    let same = ops.into_ops().into_iter().filter_map(|op| match op {
        DiffOp::Equal { old_index, new_index, len } => Some((0..len).map(move |at| (old_index + at, new_index + at))),
        DiffOp::Delete { .. } | DiffOp::Insert { .. } | DiffOp::Replace { .. } => None,
    });
    same.flatten().collect()
}

/// The places of events that are not among the `same` and are in both lists all the same.
fn elsewhere(sites: Sites, before: &[At<Event>], after: &[At<Event>], same: &[(usize, usize)]) -> Vec<(usize, usize)> {
    let (was, is): (HashSet<usize>, HashSet<usize>) = same.iter().copied().unzip();
    let mut left: Vec<usize> = (0..after.len()).filter(|at| !is.contains(at)).take(TOO_MANY).collect();
    let gone = (0..before.len()).filter(|at| !was.contains(at)).take(TOO_MANY);
    gone.filter_map(|at| {
        let place = left.iter().position(|to| says_the_same(sites, &before[at], &after[*to]))?;
        Some((at, left.remove(place)))
    })
    .collect()
}

fn is_in_order(events: &[At<Event>]) -> bool {
    events.iter().filter_map(|event| event.date.get()).is_sorted()
}

fn could_be_true(sites: Sites, before: &Entry, event: &Event) -> bool {
    let workflow = sites.head.profile.kind(before.kind());
    let is_state = |to: &String| workflow.is_none_or(|workflow| workflow.state(to).is_some());
    event.to.get().is_none_or(is_state) && event.date.get().is_none_or(|date| *date <= sites.head.today)
}

/// Whether `after` says all that `before` said. What was not stated, or could not be read, may be filled in.
fn says_the_same(sites: Sites, before: &Event, after: &Event) -> bool {
    edits(sites, before, after).is_empty()
}

/// The values of an event that changed, in the order of the manual.
fn edits(sites: Sites, before: &Event, after: &Event) -> Vec<KeyEdit> {
    [
        KeyEdit::of("to", &before.to, &after.to, String::clone),
        KeyEdit::of("date", &before.date, &after.date, Date::to_string),
        KeyEdit::of_reference(sites, "by", &before.by, &after.by),
        KeyEdit::of_reference(sites, "decision", &before.decision, &after.decision),
        KeyEdit::of("link", &before.link, &after.link, |link| link.0.clone()),
        KeyEdit::of("note", &before.note, &after.note, |note| collapsed(note)),
    ]
    .into_iter()
    .flatten()
    .collect()
}
