//! What findings about a change report already, so that no other rule reports what follows from it.

use crate::change::BallotChange;
use crate::site::Entry;

use super::Facts;

/// Whether a finding reports that `before`, a record of the base, is gone.
pub fn is_reported_deleted(facts: &Facts, before: &Entry) -> bool {
    facts.change.is_some_and(|change| change.is_deleted(before)) && facts.is_told("record-deleted", &before.path)
}

/// Whether `text` led to a record of the base whose deletion a finding reports.
pub fn led_to_deleted(facts: &Facts, text: &str, kinds: u32) -> bool {
    let before = facts.change.and_then(|change| change.base.resolve(text, kinds).entry());
    before.is_some_and(|before| is_reported_deleted(facts, before))
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
