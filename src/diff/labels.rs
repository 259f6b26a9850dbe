//! What is called otherwise than its key, and how the items of a list are told: tables from a key to the words of the field.

/// The items of a list: the path, what one of it is called, and how one that came in or went is told. The words in braces stand for
/// the values of its keys, those in brackets are left out where the value in them is not stated; what the sentence leaves out follows
/// in parentheses.
pub(super) const SAYINGS: [(&str, &str, &str); 31] = [
    ("event", "step", "to {to}[ on {date}][ by {by}]"),
    ("vote", "vote", "{person}: {value}[, on {date}]"),
    ("dissent", "objection", "{person}[: “{text}”]"),
    ("approval", "approval", "{person}[, on {date}]"),
    ("consumer", "answer", "{organization}: {verdict}"),
    ("member", "membership", "{person}[ as {role}][ from {from}][ to {to}]"),
    ("seat", "seat", "{kind}"),
    ("duty", "duty", "{area}[: {holders}]"),
    ("affiliation", "affiliation", "{organization}[ from {from}][ to {to}]"),
    ("admins", "admin", ""),
    ("root_access", "root access", "{person}[ for {holds_for}]"),
    ("slo", "service level", "{indicator}[ {objective}]"),
    ("slo.result", "result", "{month}: {value}"),
    ("acceptance", "acceptance criterion", "{id}[: “{text}”]"),
    ("work_item", "work item", "{id}[: {title}]"),
    ("milestone", "milestone", "{what}[: {amount}]"),
    ("contract", "contract", "{id}[: {amount}][, from {starts}][ to {ends}]"),
    ("contract.event", "step of a contract", "to {to}[ on {date}]"),
    ("contract.draw", "payment", "{amount}[ on {date}][ for {what}]"),
    ("offer", "offer", "{from}[: {price}]"),
    ("agenda", "agenda item", "{title}[, about {about}][: “{outcome}”]"),
    ("goal", "goal", "[{id}: ]{title}"),
    ("question", "question", "“{text}”"),
    ("fulfilled", "fulfilment", "on {date}"),
    ("correction", "correction", "“{what}”[, on {date}][, by {by}]"),
    ("redaction", "redaction", "“{what}”[, on {date}][, by {by}]"),
    ("redirects", "old address", ""),
    ("present", "participant", ""),
    ("guests", "guest", ""),
    ("regrets", "apology", ""),
    ("aliases", "other name", ""),
];

/// What is called otherwise than its key: by the keys that lead to it, or by the last of them, wherever it stands. An empty name
/// leaves the thing itself: the value of a vote is the vote.
const LABELS: [(&str, &str); 117] = [
    ("about", "subject"),
    ("acceptance.text", ""),
    ("accepted", "day of acceptance"),
    ("actions", "action"),
    ("affiliation.from", "first day"),
    ("affiliation.to", "last day"),
    ("agenda.about", "subject"),
    ("agreed_by", "agreement"),
    ("agreements", "agreement"),
    ("assignees", "assignee"),
    ("at", "beginning"),
    ("award_criteria", "award criterion"),
    ("ballot", "secret ballot"),
    ("blocked.link", "where the wait can be followed"),
    ("blocked.on", "what it waits for"),
    ("blocked.since", "day since which it waits"),
    ("by_duty", "duty on whose authority it is decided"),
    ("cancelled", "why it did not take place"),
    ("cap", "most in all"),
    ("channel", "where it is discussed"),
    ("closes", "last day to take part"),
    ("comment.closes", "last day to comment"),
    ("comment.opens", "first day to comment"),
    ("confirmed_by", "confirmation"),
    ("conflicts", "who may not judge it"),
    ("consumer.verdict", ""),
    ("consumers", "community that would use it"),
    ("contacts", "contact"),
    ("contract.ends", "last day"),
    ("contract.retainer", "retainer"),
    ("contract.starts", "first day"),
    ("correction.by", "who put it right"),
    ("cost.amount", "amount"),
    ("cost.band", "range of the amount"),
    ("cost.by", "decision to withhold it"),
    ("cost.currency", "currency of the amount"),
    ("cost.status", "how well the cost is known"),
    ("cost.until", "day until which it is withheld"),
    ("critical", "how critical it is"),
    ("date", "day"),
    ("decided", "day of the decision"),
    ("decision_mode", "usual way of deciding"),
    ("decisions", "decision"),
    ("delegated_by", "who gave it to them"),
    ("depends_on", "dependency"),
    ("deputies", "deputy"),
    ("discourse", "account on the forum"),
    ("dissent.text", ""),
    ("dissolves_when", "end of the sub-group"),
    ("due", "day on which it is due"),
    ("duty.since", "first day"),
    ("duty.until", "last day"),
    ("ends", "end"),
    ("event.by", "who took it"),
    ("event.until", "last day"),
    ("executed", "what shows that it was carried out"),
    ("exit_tested", "day on which the exit was tried"),
    ("expires", "last day to claim it"),
    ("external", "record kept elsewhere"),
    ("follow_up", "day to ask again"),
    ("from", "first day"),
    ("gdpr_contact", "contact for personal data"),
    ("github", "account on GitHub"),
    ("holders", "holder"),
    ("holds_for", "for whom"),
    ("invited", "who was invited"),
    ("issue", "where it was raised"),
    ("items", "record"),
    ("join", "where to take part"),
    ("lang", "language"),
    ("maintainers", "maintainer"),
    ("max", "most"),
    ("meets_every", "days between meetings"),
    ("member.from", "first day"),
    ("member.to", "last day"),
    ("menu", "place in the navigation"),
    ("min", "fewest"),
    ("minutes", "where the minutes are"),
    ("mode", "way of deciding"),
    ("monthly", "most in one month"),
    ("next", "next meeting"),
    ("nominated_by", "nomination"),
    ("not_applicable", "why nobody is needed"),
    ("notice_days", "days of notice"),
    ("open", "open to anybody"),
    ("opened", "day on which it was opened"),
    ("opens", "first day"),
    ("paid", "day of payment"),
    ("parent", "group that it belongs to"),
    ("prices_public_after_days", "days until prices are public"),
    ("proposals", "proposal"),
    ("publish_email", "consent to show the address"),
    ("published", "day of publication"),
    ("questions_until", "last day for questions"),
    ("received", "day on which it came in"),
    ("redaction.by", "decision to take it out"),
    ("responses", "number of answers"),
    ("reviewed", "day of the last review"),
    ("rfp", "request for proposal"),
    ("roles", "role"),
    ("services", "service"),
    ("signed_by", "who signed it"),
    ("slo.result.value", ""),
    ("sow", "statement of work"),
    ("sows", "statement of work"),
    ("started", "day on which the work began"),
    ("supersedes", "decision that it replaces"),
    ("tags", "tag"),
    ("to", "last day"),
    ("type", "sort of body"),
    ("unknown", "why it is not known"),
    ("url", "address"),
    ("vote.value", ""),
    ("window_days", "days that are measured"),
    ("withheld", "why it is withheld"),
    ("withheld.by", "decision to withhold it"),
    ("withheld.until", "day until which it is withheld"),
];

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

/// What stands in the place of a value that is not stated, and what may be said of it.
pub(super) const GAPS: [&str; 2] = ["withheld", "unknown"];
pub(super) const GAP_KEYS: [&str; 2] = ["until", "by"];

/// Whether `key` of a table that states no value says why, until when or by whose decision.
pub(super) fn is_of_gap(key: &str) -> bool {
    GAPS.contains(&key) || GAP_KEYS.contains(&key)
}

/// The keys that are told of a record that came in or went as a whole.
const OF_WHOLE: [&str; 18] = [
    "admins",
    "agenda",
    "amount",
    "approval",
    "contract",
    "cost",
    "dissent",
    "duty",
    "event",
    "member",
    "milestone",
    "offer",
    "operator",
    "outcome",
    "owner",
    "price",
    "root_access",
    "vote",
];

/// Whether a value at `key` is told of a record that came in or went as a whole.
pub(super) fn is_of_whole(key: &str) -> bool {
    key.split('.').next().is_some_and(|first| OF_WHOLE.contains(&first))
}

/// Whether a difference at `key` needs a decision.
pub(super) fn is_deciding(key: &str) -> bool {
    key.split('.').any(|part| DECIDING.contains(&part))
}

/// What the value at `key` is called: `amount`, `last day to comment`. What has no name of its own is called by its last key, after
/// what it is part of.
pub(super) fn label(key: &str) -> String {
    own_label(key).unwrap_or_else(|| match key.rsplit_once('.') {
        Some((outer, part)) => format!("{}: {}", label(outer), label(part)),
        None => key.replace('_', " "),
    })
}

fn own_label(key: &str) -> Option<String> {
    let of_list = SAYINGS.iter().find(|(path, ..)| *path == key).map(|(_, name, _)| *name);
    let named = || LABELS.iter().find(|(path, _)| *path == key).map(|(_, name)| *name);
    of_list.or_else(named).map(str::to_owned)
}

/// What the value at `key` is called in an item of `list`: as its last two keys say where they have a name, else as the last one.
pub(super) fn label_within(list: &str, key: &str) -> String {
    let inner = list.rsplit('.').next().unwrap_or(list);
    let own = own_label(&format!("{list}.{key}")).or_else(|| own_label(&format!("{inner}.{key}")));
    own.unwrap_or_else(|| label(key))
}

/// What is called that `key` says of a value which is withheld.
pub(super) fn label_of_gap(key: &str) -> String {
    own_label(&format!("withheld.{key}")).unwrap_or_else(|| label(key))
}

/// What several are called of which one is called `label`.
pub(super) fn several(label: &str) -> String {
    match label.strip_suffix('y') {
        Some(stem) => format!("{stem}ies"),
        None if label.ends_with('s') => format!("{label}es"),
        None => format!("{label}s"),
    }
}

/// Whether each item of the list at `key` is called by the record that it is about: a person, an organization.
pub(super) fn is_of_records(key: &str) -> bool {
    let is_it = |sentence: &str| ["{person}", "{organization}", "{from}"].iter().any(|it| sentence.starts_with(it));
    SAYINGS.iter().any(|(path, _, sentence)| *path == key && is_it(sentence))
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use super::*;
    use crate::document::{Common, Record};
    use crate::fields::{self, FieldPath, Parts};
    use crate::id::Kind;

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
        for (path, _) in LABELS {
            assert!(ends(path) || GAPS.contains(&path) || path.starts_with("withheld."), "{path}");
        }
        assert!(LABELS.is_sorted());
        for (path, _, sentence) in SAYINGS {
            assert!(paths.contains(path), "{path}");
            let named = sentence.split('{').skip(1).filter_map(|rest| rest.split_once('}'));
            for (key, _) in named {
                assert!(paths.contains(&format!("{path}.{key}")), "{path}: {key}");
            }
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
