//! How keys and values are said: one table from a key to the words of the field.

use toml::Value;

use crate::id::Kind;

use super::edit::{Edit, Sort};

/// What is said in other words than its key: the path, what one of it is called, and how one that came in or went is told.
/// The words in braces stand for the values of its keys; what the sentence leaves out follows in parentheses.
const SAYINGS: [(&str, &str, &str); 27] = [
    ("event", "step", "to {to} on {date} by {by}"),
    ("vote", "vote", "{person}: {value}"),
    ("dissent", "objection", "{person}"),
    ("approval", "approval", "{person}"),
    ("consumer", "answer", "{organization}: {verdict}"),
    ("member", "membership", "{person}"),
    ("seat", "seat", "{kind}"),
    ("duty", "duty", "{area}"),
    ("affiliation", "affiliation", "{organization}"),
    ("admins", "admin", ""),
    ("root_access", "root access", "{person}"),
    ("slo", "service level", "{indicator}"),
    ("slo.result", "result", "{month}: {value}"),
    ("acceptance", "acceptance criterion", "{id}"),
    ("work_item", "work item", "{id}"),
    ("milestone", "milestone", "{what}"),
    ("contract", "contract", "{id}"),
    ("contract.event", "step of a contract", "to {to} on {date}"),
    ("contract.draw", "payment", "{amount} on {date}"),
    ("offer", "offer", "{from}"),
    ("agenda", "agenda item", "{title}"),
    ("goal", "goal", "{title}"),
    ("correction", "correction", "{what}"),
    ("redaction", "redaction", "{what}"),
    ("cost.amount", "amount", ""),
    ("closes", "last day to take part", ""),
    ("comment.closes", "last day to comment", ""),
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

/// Whether a difference at `key` needs a decision.
pub(super) fn is_deciding(key: &str) -> bool {
    key.split('.').any(|part| DECIDING.contains(&part))
}

/// What the value at `key` is called: `amount`, `value` of a vote.
pub(super) fn label(key: &str) -> String {
    let saying = SAYINGS.iter().find(|(path, ..)| *path == key).map(|(_, name, _)| (*name).to_owned());
    saying.unwrap_or_else(|| key.replace('.', ", ").replace(['_', '-'], " "))
}

/// The edit as a sentence without a full stop.
pub(super) fn told(edit: &Edit) -> String {
    let name = match (&edit.item, edit.key.rsplit_once('.')) {
        (Some(item), Some((list, key))) if edit.sort == Sort::Value => {
            format!("{} of {item}: {}", label(list), label(key))
        }
        (Some(_) | None, Some(_) | None) => label(&edit.key),
    };
    match (edit.sort, &edit.was, &edit.is) {
        (Sort::Item, _, Some(is)) => format!("{name} added: {is}"),
        (Sort::Item, Some(was), None) => format!("{name} removed: {was}"),
        (Sort::Item, None, None) => format!("{name} removed"),
        (Sort::Value, Some(was), Some(is)) => format!("{name} changed from {was} to {is}"),
        (Sort::Value, None, Some(is)) => format!("{name} is now {is}"),
        (Sort::Value, Some(was), None) => format!("{name} taken out, was {was}"),
        (Sort::Value, None, None) => format!("{name} taken out"),
    }
}

/// A value as a reader would say it, on one line.
pub(super) fn in_words(value: &Value) -> String {
    match value {
        Value::String(text) => without_kind(&text.split_whitespace().collect::<Vec<_>>().join(" ")).to_owned(),
        Value::Integer(_) | Value::Float(_) | Value::Boolean(_) | Value::Datetime(_) => value.to_string(),
        Value::Array(items) => items.iter().map(in_words).collect::<Vec<_>>().join(", "),
        Value::Table(table) => {
            let said = table.iter().map(|(key, value)| match (key.as_str(), value) {
                ("withheld", Value::String(why)) => format!("withheld ({why})"),
                ("unknown", Value::String(why)) => format!("unknown ({why})"),
                (key, value) => format!("{} {}", key.replace('_', " "), in_words(value)),
            });
            said.collect::<Vec<_>>().join(", ")
        }
    }
}

/// A record by its key, where a reference was replaced by the record that it means: `person/ada`.
fn without_kind(text: &str) -> &str {
    let parts = text.split_once('/').filter(|(_, key)| !key.contains(['/', ' ']) && !key.is_empty());
    parts.filter(|(kind, _)| Kind::ALL.iter().any(|it| it.name() == *kind)).map_or(text, |(_, key)| key)
}

/// What an item of a list is called: its id, or whom or what it is about; `None` for items that have no name.
pub(super) fn item_name(item: &Value) -> Option<String> {
    const NAMES: [&str; 9] = ["id", "person", "area", "indicator", "organization", "to", "rule", "from", "title"];
    NAMES.iter().find_map(|key| item.get(key)).map(in_words)
}

/// An item that came in or went, by the sentence for its list; `None` where the list has none.
pub(super) fn item_in_words(key: &str, item: &Value) -> Option<String> {
    let (_, _, sentence) = SAYINGS.iter().find(|(path, _, sentence)| *path == key && !sentence.is_empty())?;
    let table = item.as_table()?;
    let mut text = (*sentence).to_owned();
    let mut rest = Vec::new();
    for (key, value) in table {
        let place = format!("{{{key}}}");
        match text.contains(&place) {
            true => text = text.replace(&place, &in_words(value).replace(['{', '}'], "")),
            false => rest.push(format!("{} {}", key.replace('_', " "), in_words(value))),
        }
    }
    while let Some((start, end)) = text.find('{').and_then(|start| Some((start, start + text[start..].find('}')?))) {
        text.replace_range(start..=end, "(not stated)");
    }
    Some(if rest.is_empty() { text } else { format!("{text} ({})", rest.join(", ")) })
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use super::*;
    use crate::document::Record;

    /// Every key of every kind, with those that lead to it.
    fn paths() -> BTreeSet<String> {
        Kind::ALL.iter().flat_map(|kind| Record::paths(*kind)).map(|it| it.path).collect()
    }

    #[test]
    fn what_has_words_of_its_own_is_a_key() {
        let paths = paths();
        let common = ["correction", "redaction"];
        for (path, _, sentence) in SAYINGS {
            assert!(paths.contains(path) || common.contains(&path), "{path}");
            let named = sentence.split('{').skip(1).filter_map(|rest| rest.split_once('}'));
            for (key, _) in named.filter(|_| !common.contains(&path)) {
                assert!(paths.contains(&format!("{path}.{key}")), "{path}: {key}");
            }
        }
    }

    #[test]
    fn what_needs_a_decision_is_a_key() {
        let parts: BTreeSet<String> = paths().iter().flat_map(|it| it.split('.').map(str::to_owned)).collect();
        assert!(DECIDING.is_sorted());
        for key in DECIDING {
            assert!(parts.contains(key), "{key}");
        }
    }
}
