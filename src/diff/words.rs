//! How keys and values are said: one table from a key to the words of the field.

use toml::Value;

use crate::id::{Kind, Naming, RecordId};

use super::edit::{Edit, Sort};

/// What is said in other words than its key: the path, what one of it is called, and how one that came in or went is told.
/// The words in braces stand for the values of its keys; what the sentence leaves out follows in parentheses.
const SAYINGS: [(&str, &str, &str); 29] = [
    ("event", "step", "to {to} on {date} by {by}"),
    ("vote", "vote", "{person}: {value}"),
    ("dissent", "objection", "{person}"),
    ("approval", "approval", "{person}"),
    ("consumer", "answer", "{organization}: {verdict}"),
    ("member", "membership", "{person}"),
    ("member.from", "first day", ""),
    ("member.to", "last day", ""),
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

/// The lists whose items have ids, which need no preposition: `work item W2`.
const NUMBERED: [&str; 3] = ["acceptance", "contract", "work_item"];

/// What stands in the place of a value that is not stated, and what may be said of it.
const GAPS: [&str; 2] = ["withheld", "unknown"];
const GAP_KEYS: [&str; 2] = ["until", "by"];

/// The keys that are told of a record that came in or went as a whole.
const OF_WHOLE: [&str; 12] = [
    "admins",
    "agenda",
    "amount",
    "cost",
    "event",
    "member",
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

/// What the value at `key` is called: `amount`, `value` of a vote.
pub(super) fn label(key: &str) -> String {
    let saying = SAYINGS.iter().find(|(path, ..)| *path == key).map(|(_, name, _)| (*name).to_owned());
    saying.unwrap_or_else(|| key.replace('.', ", ").replace('_', " "))
}

/// The edit as a sentence without a full stop.
pub(super) fn told(edit: &Edit) -> String {
    let name = match (&edit.item, edit.key.rsplit_once('.')) {
        (Some(item), Some((list, key))) if edit.sort == Sort::Value => {
            let own = SAYINGS.iter().any(|(path, ..)| *path == edit.key);
            let value = label(if own { &edit.key } else { key });
            match (item.contains(' '), NUMBERED.contains(&list)) {
                (true, _) => format!("{} “{item}”: {value}", label(list)),
                (false, true) => format!("{} {item}: {value}", label(list)),
                (false, false) => format!("{} of {item}: {value}", label(list)),
            }
        }
        (Some(_) | None, Some(_) | None) => label(&edit.key),
    };
    match (edit.sort, &edit.was, &edit.is) {
        (Sort::Item, _, Some(is)) => format!("{name} added: {is}"),
        (Sort::Item, Some(was), None) => format!("{name} removed: {was}"),
        (Sort::Item, None, None) => format!("{name} removed"),
        (Sort::Value, Some(was), Some(is)) => {
            let (was, is) = narrowed(was, is);
            format!("{name} changed from {} to {}", quoted(&was), quoted(&is))
        }
        (Sort::Value, None, Some(is)) => format!("{name} is now {}", quoted(is)),
        (Sort::Value, Some(was), None) => format!("{name} taken out, was {}", quoted(was)),
        (Sort::Value, None, None) => format!("{name} taken out"),
    }
}

/// In quotation marks, where it is a sentence that would run into the one around it.
fn quoted(text: &str) -> String {
    let is_sentence = text.split(' ').count() > 3 && !GAPS.iter().any(|gap| text.starts_with(gap));
    if is_sentence { format!("“{text}”") } else { text.to_owned() }
}

/// Two long texts cut to what differs and some words around it, so that neither hides the other.
fn narrowed(was: &str, is: &str) -> (String, String) {
    const AROUND: usize = 3;
    let (old, new): (Vec<&str>, Vec<&str>) = (was.split(' ').collect(), is.split(' ').collect());
    if old.len().max(new.len()) < 12 {
        return (was.to_owned(), is.to_owned());
    }
    let shorter = old.len().min(new.len());
    let start = old.iter().zip(&new).take_while(|(one, other)| one == other).count();
    let end = old.iter().rev().zip(new.iter().rev()).take_while(|(one, other)| one == other).count();
    let end = end.min(shorter - start);
    let cut = |words: &[&str]| {
        let (from, to) = (start.saturating_sub(AROUND), (words.len() - end + AROUND).min(words.len()));
        let (before, after) = (if from > 0 { "… " } else { "" }, if to < words.len() { " …" } else { "" });
        format!("{before}{}{after}", words[from..to].join(" "))
    };
    (cut(&old), cut(&new))
}

/// A value as a reader would say it, on one line.
pub(super) fn in_words(value: &Value) -> String {
    match value {
        Value::String(text) => called(&text.split_whitespace().collect::<Vec<_>>().join(" ")),
        Value::Boolean(is) => if *is { "yes" } else { "no" }.to_owned(),
        Value::Integer(_) | Value::Float(_) | Value::Datetime(_) => value.to_string(),
        Value::Array(items) => items.iter().map(in_words).collect::<Vec<_>>().join(", "),
        Value::Table(table) => {
            let gap = GAPS.into_iter().find_map(|gap| Some((gap, table.get(gap)?)));
            let of_gap = |key: &str| gap.is_some() && (GAPS.contains(&key) || GAP_KEYS.contains(&key));
            let rest = table.iter().filter(|(key, _)| !of_gap(key));
            let rest = rest.map(|(key, value)| format!("{} {}", key.replace('_', " "), in_words(value)));
            let gap = gap.map(|(gap, why)| {
                let more = GAP_KEYS.into_iter().filter_map(|key| Some((key, table.get(key)?)));
                let more: String = more.map(|(key, value)| format!(" {key} {}", in_words(value))).collect();
                format!("{gap}{more} ({})", in_words(why))
            });
            gap.into_iter().chain(rest).collect::<Vec<_>>().join(", ")
        }
    }
}

/// A record as others call it, where a reference was replaced by the record that it means: `ada` for `person/ada`, `DEC-0021`
/// for `decision/21`.
fn called(text: &str) -> String {
    let parts = text.split_once('/').filter(|(_, key)| !key.contains(['/', ' ']) && !key.is_empty());
    match parts.and_then(|(kind, key)| Some((Kind::parse(kind)?, key))) {
        Some((kind, key)) if kind.naming() == Naming::Numbered => {
            RecordId::new(kind, &format!("{key:0>4}")).to_string()
        }
        Some((kind, key)) => RecordId::new(kind, key).to_string(),
        None => text.to_owned(),
    }
}

/// What an item of a list is called: its id, or whom or what it is about; `None` for items that have no name.
pub(super) fn item_name(item: &Value) -> Option<String> {
    const NAMES: [&str; 10] =
        ["id", "person", "area", "indicator", "organization", "month", "to", "rule", "from", "title"];
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
