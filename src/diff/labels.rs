//! Which keys are told in which way. What they are called is in the catalogues.

use crate::document::Record;
use crate::id::Kind;
use crate::words::{label, own_label};

/// The keys by which something is decided, staffed, promised or paid: what differs at one of them, or below it, needs a
/// decision.
const DECIDING: [&str; 27] = [
    "acceptance",
    "admins",
    "amount",
    "approval",
    "closes",
    "consumer",
    "contract",
    "cost",
    "decided",
    "dissent",
    "duty",
    "event",
    "external",
    "lifecycle",
    "member",
    "milestone",
    "operator",
    "outcome",
    "owner",
    "price",
    "quorum",
    "root_access",
    "route",
    "seat",
    "slo",
    "vote",
    "work_item",
];

/// The lists whose items have ids, which need no preposition: `work item W2`.
pub(super) const NUMBERED: [&str; 4] = ["acceptance", "contract", "goal", "work_item"];

/// The lists whose items are called by what somebody wrote, however short that is.
pub(super) const QUOTED: [&str; 4] = ["agenda", "duty", "milestone", "question"];

/// The lists whose items are called by the state that they lead to.
pub(super) const LEADING: [&str; 2] = ["contract.event", "event"];

/// The lists whose items are called by the record that they are about.
const OF_RECORDS: [&str; 8] =
    ["affiliation", "approval", "consumer", "dissent", "member", "offer", "root_access", "vote"];

/// The values that are what their items are: the value of a vote is the vote.
const ITSELF: [&str; 5] = ["acceptance.text", "consumer.verdict", "dissent.text", "slo.result.value", "vote.value"];

/// What stands in the place of a value that is not stated, and what may be said of it.
pub(super) const GAPS: [&str; 2] = ["withheld", "unknown"];
pub(super) const GAP_KEYS: [&str; 2] = ["until", "by"];

/// Whether `key` of a table that states no value says why, until when or by whose decision.
pub(super) fn is_of_gap(key: &str) -> bool {
    GAPS.contains(&key) || GAP_KEYS.contains(&key)
}

/// The keys that are told of a record that came in or went as a whole.
const OF_WHOLE: [&str; 27] = [
    "about",
    "acceptance",
    "admins",
    "agenda",
    "amount",
    "approval",
    "closes",
    "comment",
    "contract",
    "cost",
    "dissent",
    "duty",
    "event",
    "expires",
    "group",
    "member",
    "milestone",
    "offer",
    "operator",
    "outcome",
    "owner",
    "price",
    "root_access",
    "route",
    "slo",
    "vote",
    "work_item",
];

/// Whether a value at `key` is told of a record that came in or went as a whole.
pub(super) fn is_of_whole(key: &str) -> bool {
    key.split('.').next().is_some_and(|first| OF_WHOLE.contains(&first))
}

/// Whether a difference at `key` needs a decision.
pub(super) fn is_deciding(key: &str) -> bool {
    key.split('.').any(|part| DECIDING.contains(&part))
}

/// Whether records of `kind` have `key`, or it says why one of theirs is not stated.
pub(super) fn is_key_of(kind: Kind, key: &str) -> bool {
    let outer = key.rsplit_once('.').filter(|(_, last)| is_of_gap(last)).map_or(key, |(outer, _)| outer);
    Record::has_key(kind, outer) || Record::has_key(kind, key)
}

/// What the value at `key` is called in an item of `list`: as its last two keys say where they have a name, else as the last one.
/// Empty where the value is the thing itself.
pub(super) fn label_within(list: &str, key: &str) -> String {
    let inner = list.rsplit('.').next().unwrap_or(list);
    let own = own_label(&format!("{list}.{key}")).or_else(|| own_label(&format!("{inner}.{key}")));
    let is_thing_itself = ITSELF.iter().any(|it| *it == format!("{list}.{key}") || *it == format!("{inner}.{key}"));
    if is_thing_itself { String::new() } else { own.unwrap_or_else(|| label(key)) }
}

/// What is called that `key` says of a value which is withheld.
pub(super) fn label_of_gap(key: &str) -> String {
    own_label(&format!("withheld.{key}")).unwrap_or_else(|| label(key))
}

/// Whether each item of the list at `key` is called by the record that it is about: a person, an organization.
pub(super) fn is_of_records(key: &str) -> bool {
    OF_RECORDS.contains(&key)
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use super::*;
    use crate::document::Common;
    use crate::fields::{self, FieldPath, Parts};
    use crate::words::CATALOGUES;

    /// Every key of every kind, with those that lead to it, and what it takes.
    fn paths() -> Vec<FieldPath> {
        let own = Kind::ALL.iter().flat_map(|kind| Record::paths(*kind));
        own.chain(fields::paths::<Common>()).collect()
    }

    /// The last name that `path` is called by.
    fn called(path: &str) -> String {
        path.rsplit_once('.').map_or_else(|| label(path), |(list, key)| label_within(list, key))
    }

    #[test]
    fn what_has_words_of_its_own_is_a_key() {
        let paths: BTreeSet<String> = paths().into_iter().map(|it| it.path).collect();
        let ends = |path: &str| paths.iter().any(|it| it == path || it.ends_with(&format!(".{path}")));
        let (_, english) = CATALOGUES[0];
        let messages = english.lines().filter_map(|line| line.split_once(" = "));
        for (name, sentence) in messages {
            let path = |family: &str| name.strip_prefix(family).map(|path| path.replace('-', "."));
            if let Some(path) = path("label-") {
                assert!(ends(&path) || GAPS.contains(&&*path) || path.starts_with("withheld."), "{path}");
            }
            if let Some(path) = path("item-") {
                assert!(paths.contains(&path), "{path}");
                let named = sentence.split("{ $").skip(1).filter_map(|rest| rest.split_once(" }"));
                for (key, _) in named {
                    assert!(paths.contains(&format!("{path}.{key}")), "{path}: {key}");
                }
            }
        }
        for path in ITSELF.into_iter().chain(OF_RECORDS) {
            assert!(paths.contains(path), "{path}");
        }
    }

    /// Nobody is told a key that is half a sentence in a front matter, and of a list what one of it is called.
    #[test]
    fn every_key_is_told_in_words() {
        const HALF: [&str; 12] =
            ["about", "at", "by", "from", "next", "on", "open", "present", "since", "to", "until", "with"];
        for FieldPath { path, row, .. } in paths() {
            let name = called(&path);
            assert!(!name.contains('_') && !HALF.contains(&&*name), "{path}: {name}");
            let is_list = matches!((row.shape)().parts(), Parts::Items(_));
            assert!(!is_list || !name.ends_with('s') || name.ends_with("ss"), "{path}: {name}");
        }
    }

    #[test]
    fn what_needs_a_decision_is_a_key() {
        let parts: BTreeSet<String> = paths().iter().flat_map(|it| it.path.split('.').map(str::to_owned)).collect();
        assert!(DECIDING.is_sorted());
        for key in DECIDING {
            assert!(parts.contains(key), "{key}");
        }
    }
}
