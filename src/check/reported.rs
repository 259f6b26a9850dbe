//! What findings about a change report already, so that no other rule reports what follows from it.

use crate::change::{BallotChange, Pair, Steps};
use crate::document::Event;
use crate::fields::At;
use crate::id::Kind;
use crate::site::Entry;

use super::Facts;

/// The steps of `pair`, as far as a finding reports what happened to them.
pub fn reported_steps<'a>(facts: &Facts, pair: &Pair<'a>) -> Steps<'a> {
    let mut steps = pair.steps.clone();
    if !facts.is_told("history-edited", &pair.after.path) {
        steps = Steps { edited: Vec::new(), removed: Vec::new(), moved: Vec::new(), ..steps };
    }
    if !facts.is_told("backdated-event", &pair.after.path) {
        steps = Steps { backdated: Vec::new(), ..steps };
    }
    steps
}

/// Whether a finding about the change itself reports the step from `before` to `event`, where `steps` are those that are
/// reported: one of the two was edited or backdated, an event between them was taken out, or events changed places.
pub fn is_reported_with_change(steps: &Steps, before: Option<&At<Event>>, event: &At<Event>) -> bool {
    let gap_before = steps.removed.iter().any(|removed| match (removed.previous, before) {
        (Some(previous), Some(before)) => std::ptr::eq(previous, before),
        (None, None) => true,
        (Some(_), None) | (None, Some(_)) => false,
    });
    let is_touched = steps.touches(event) || before.is_some_and(|before| steps.touches(before));
    is_touched || gap_before || !steps.moved.is_empty()
}

/// Whether a finding reports that `before`, a record of the base, is gone.
pub fn is_reported_deleted(facts: &Facts, before: &Entry) -> bool {
    facts.change.is_some_and(|change| change.is_deleted(before)) && facts.is_told("record-deleted", &before.path)
}

/// Whether `text` led to a record of the base whose deletion a finding reports.
pub fn led_to_deleted(facts: &Facts, text: &str, kinds: u32) -> bool {
    let before = facts.change.and_then(|change| change.base.resolve(text, kinds).entry());
    before.is_some_and(|before| is_reported_deleted(facts, before))
}

/// Whether a finding reports that `before`, a record of the base, is gone, or that its number was given to another matter.
fn is_reported_lost(facts: &Facts, before: &Entry) -> bool {
    let reused_by = facts.change.and_then(|change| change.reused_by(before));
    let is_reused = reused_by.is_some_and(|after| facts.is_told("id-reused", &after.path));
    is_reused || is_reported_deleted(facts, before)
}

/// Whether a finding reports that the change takes away a decision that `entry` rests on.
pub fn has_lost_decision(facts: &Facts, entry: &Entry) -> bool {
    let base = facts.change.map(|change| change.base);
    let Some((base, before)) = base.and_then(|base| Some((base, base.record(&entry.id)?))) else { return false };
    let about = base.referring(before, Kind::Decision, "about");
    about.chain(base.targets(before, "event.decision")).any(|decision| is_reported_lost(facts, decision))
}

/// Whether a finding reports that the change takes out or alters votes or approvals of `entry`, or what came of them.
pub fn has_touched_ballot(facts: &Facts, entry: &Entry) -> bool {
    has_touched(facts, entry, |it| !it.is_window())
}

/// Whether a finding reports that the change brings an announced day of `entry` forward.
pub fn has_shorter_window(facts: &Facts, entry: &Entry) -> bool {
    has_touched(facts, entry, |it| it.is_window())
}

/// Whether a finding reports that the change touches the votes of `entry`, or the days between which they are given.
pub fn has_touched_voting(facts: &Facts, entry: &Entry) -> bool {
    has_touched(facts, entry, |_| true)
}

fn has_touched(facts: &Facts, entry: &Entry, what: impl Fn(&BallotChange) -> bool) -> bool {
    let is_touched = facts.pair(entry).is_some_and(|pair| pair.ballots.iter().any(what));
    is_touched && facts.is_told("history-edited", &entry.path)
}
