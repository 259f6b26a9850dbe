//! How keys and values are said, in the language that is spoken where they are.

use std::collections::BTreeMap;

use toml::{Table, Value};

use crate::id::{ContentPath, Kind, Naming, RecordId};
use crate::words;

use super::edit::{Edit, Form, Sort};
use super::labels::{GAPS, LEADING, NUMBERED, QUOTED, is_of_gap, is_of_records, label_of_gap, label_within};
use crate::words::label;

/// The keys of what a record has beside its values.
pub(super) const STATE: &str = "state";
pub(super) const ACTION: &str = "action";
pub(super) const ACTION_OWNER: &str = "action.owner";
pub(super) const ACTION_DUE: &str = "action.due";
pub(super) const ACTION_WORDS: &str = "action.words";
pub(super) const LINK: &str = "link";

/// What a task is, as a value.
pub(super) const OPEN: &str = "open";
pub(super) const DONE: &str = "done";

/// The edit as a sentence without a full stop.
pub(super) fn told(edit: &Edit) -> String {
    let is_part = edit.sort != Sort::Item;
    let Some((item, (list, key))) = edit.item.as_ref().zip(edit.key.rsplit_once('.')).filter(|_| is_part) else {
        return sentence(&name(edit), edit);
    };
    // The day and the name that lead to a result are no sentence, nor is the name of a person.
    let is_sentence = item.replace(", ", ",").contains(' ') && !is_of_records(list);
    let of = match () {
        () if QUOTED.contains(&list) || is_sentence => words::part_in_quotes(label(list), &**item),
        () if NUMBERED.contains(&list) => format!("{} {item}", label(list)),
        () if LEADING.contains(&list) => words::part_leading_to(label(list), &**item),
        () if item.contains(", ") => words::part_of_nested(label(list), &**item),
        () => words::part_of(label(list), &**item),
    };
    let value = match edit.sort {
        _ if edit.is_foreign => key.to_owned(),
        Sort::Gap => label_of_gap(key),
        Sort::Value | Sort::Item | Sort::Word => label_within(list, key),
    };
    match (value.is_empty(), edit.form) {
        (true, _) => sentence(&of, edit),
        (false, Form::Flag) if edit.is.as_deref() == Some(words::SAID_YES.text()) => words::flag_set(of, value),
        (false, Form::Flag) if edit.is.is_some() => words::flag_not_set(of, value),
        (false, Form::Text | Form::Flag | Form::Order | Form::Value) => sentence(&format!("{of}: {value}"), edit),
    }
}

/// What the value is called that differs.
fn name(edit: &Edit) -> String {
    if edit.is_foreign {
        return edit.key.clone();
    }
    match edit.key.rsplit_once('.').filter(|_| edit.sort == Sort::Gap) {
        Some((outer, key)) => format!("{}: {}", label(outer), label_of_gap(key)),
        None => label(&edit.key),
    }
}

/// What a record that came in has: each value and each item as a sentence. Nothing of it is another thing than before.
pub(super) fn told_of_added(edit: &Edit) -> String {
    match &edit.is {
        Some(is) if !edit.is_item() => format!("{}: {}", name(edit), valued(edit, is)),
        _ => told(edit),
    }
}

/// What a record that is gone had: each value as a sentence, the items of a list by their number where there are more than two.
pub(super) fn told_of_removed<'a>(edits: impl Iterator<Item = &'a Edit>) -> Vec<String> {
    let mut said = Vec::new();
    let mut lists: BTreeMap<&str, Vec<&Edit>> = BTreeMap::new();
    for edit in edits {
        match edit.is_item() {
            true => lists.entry(&edit.key).or_default().push(edit),
            false => said.push(match &edit.was {
                Some(was) => words::value_was(name(edit), valued(edit, was)),
                None => told(edit),
            }),
        }
    }
    for (key, items) in lists {
        match items.len() {
            1 | 2 => said.extend(items.into_iter().map(told)),
            many => said.push(words::items_removed(many, words::several(&label(key)))),
        }
    }
    said
}

/// A value of the configuration or a profile that differs, under its key as it is written there.
pub(super) fn told_of_rules(edit: &Edit) -> String {
    let item =
        edit.item.as_ref().filter(|_| edit.sort != Sort::Item).map(|item| format!(" ({item})")).unwrap_or_default();
    sentence(&format!("{}{item}", edit.key), edit)
}

/// What the state, a task or a link of a record has become.
pub(super) fn told_note(note: &Edit) -> String {
    let item = note.item.as_deref().unwrap_or_default();
    match (note.key.as_str(), note.was.as_deref(), note.is.as_deref()) {
        (ACTION, _, Some(DONE)) => words::action_closed(item),
        (ACTION, Some(DONE), Some(_)) => words::action_opened_again(item),
        (ACTION, _, Some(_)) => words::action_opened(item),
        (ACTION, _, None) => words::action_taken_out(item),
        (ACTION_OWNER, _, _) => sentence(&words::action_owner(item), note),
        (ACTION_DUE, _, _) => sentence(&words::action_due(item), note),
        (ACTION_WORDS, Some(was), Some(is)) => words::action_reworded(was, is),
        (STATE, Some(was), Some(is)) => words::state_changed(was, is),
        (STATE, None, Some(is)) => words::state_is(is),
        _ => told(note),
    }
}

fn sentence(name: &str, edit: &Edit) -> String {
    let name = match edit.form {
        Form::Order => words::order_of(name),
        Form::Text | Form::Flag | Form::Value => name.to_owned(),
    };
    let short = |text: &Option<String>| text.as_deref().map(short_links);
    let (was, is) = match (short(&edit.was), short(&edit.is)) {
        // Two addresses that are the same when they are cut are not cut.
        (was, is) if was == is => (edit.was.clone(), edit.is.clone()),
        short => short,
    };
    match (edit.sort, was, is) {
        (Sort::Item | Sort::Word, _, Some(is)) => words::item_added(name, is),
        (Sort::Item | Sort::Word, Some(was), None) => words::item_removed(name, was),
        (Sort::Item | Sort::Word, None, None) => words::item_gone(name),
        (Sort::Value | Sort::Gap, Some(was), Some(is)) => {
            let (was, is) = narrowed(&was, &is);
            // Where one of two needs the marks, both have them.
            let is_quoted = is_sentence(edit, &was) || is_sentence(edit, &is);
            words::value_changed(name, quoted(is_quoted, &was), quoted(is_quoted, &is))
        }
        (Sort::Value | Sort::Gap, None, Some(is)) => words::value_is_now(name, quoted(is_sentence(edit, &is), &is)),
        (Sort::Value | Sort::Gap, Some(was), None) => {
            words::value_taken_out_was(name, quoted(is_sentence(edit, &was), &was))
        }
        (Sort::Value | Sort::Gap, None, None) => words::value_taken_out(name),
    }
}

/// `text`, a value of `edit`, by itself in a sentence.
fn valued(edit: &Edit, text: &str) -> String {
    quoted(is_sentence(edit, text), &short_links(text))
}

/// `text`, in quotation marks where `is_quoted`; why a value is not stated needs none.
fn quoted(is_quoted: bool, text: &str) -> String {
    if is_quoted && !is_gap(text) { words::quoted(text) } else { text.to_owned() }
}

/// Whether `text`, a value of `edit`, is a sentence that would run into the one around it.
fn is_sentence(edit: &Edit, text: &str) -> bool {
    edit.form == Form::Text && text.split(' ').count() > 3 && !is_gap(text)
}

/// Whether `text` says why a value is not stated.
fn is_gap(text: &str) -> bool {
    let begins = |gap: &&str| words::template("gap", gap).and_then(|it| it.split('[').next());
    GAPS.iter().filter_map(begins).any(|begins| text.starts_with(begins))
}

/// `text` with its addresses cut to the host and the last part of the path: `discourse.example.org/…/3`.
fn short_links(text: &str) -> String {
    let short = |word: &str| {
        let (start, rest) = word.match_indices("https://").chain(word.match_indices("http://")).next()?;
        let address = &word[start + rest.len()..];
        let end = address.find([')', ',', '>', ']']).unwrap_or(address.len());
        let (host, path) = address[..end].split_once('/')?;
        let last = path.trim_end_matches('/').rsplit(['/', '#', '?']).next().filter(|last| last.len() <= 16)?;
        let way = if path.trim_end_matches('/') == last { "" } else { "…/" };
        Some(format!("{}{host}/{way}{last}{}", &word[..start], &address[end..]))
    };
    text.split(' ').map(|word| short(word).unwrap_or_else(|| word.to_owned())).collect::<Vec<_>>().join(" ")
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

/// What sort of value it is.
pub(super) fn form(value: &Value) -> Form {
    match value {
        Value::String(_) => Form::Text,
        Value::Boolean(_) => Form::Flag,
        Value::Integer(_) | Value::Float(_) | Value::Datetime(_) | Value::Array(_) | Value::Table(_) => Form::Value,
    }
}

/// The words of `table` for why a value is not stated, and its other values; `None` for the words where it states one.
pub(super) fn divided(table: &Table) -> (Option<String>, Table) {
    let has_gap = GAPS.into_iter().any(|gap| table.contains_key(gap));
    let of_gap = |key: &str| has_gap && is_of_gap(key);
    let part = |is_gap: bool| -> Table {
        table.iter().filter(|(key, _)| of_gap(key) == is_gap).map(|(key, value)| (key.clone(), value.clone())).collect()
    };
    (has_gap.then(|| in_words(&Value::Table(part(true)))), part(false))
}

/// A value as a reader would say it, on one line.
pub(super) fn in_words(value: &Value) -> String {
    match value {
        Value::String(text) => words::value_of(&called(&text.split_whitespace().collect::<Vec<_>>().join(" "))),
        Value::Boolean(is) => if *is { words::SAID_YES } else { words::SAID_NO }.to_string(),
        Value::Integer(_) | Value::Float(_) => value.to_string(),
        Value::Datetime(moment) => moment_in_words(&moment.to_string()),
        Value::Array(items) if items.is_empty() => words::EMPTY_LIST.to_string(),
        Value::Array(items) => items.iter().map(in_words).collect::<Vec<_>>().join(", "),
        Value::Table(table) => {
            let gap = GAPS.into_iter().find(|gap| table.contains_key(*gap));
            let of_gap = |key: &str| gap.is_some() && is_of_gap(key);
            let rest = table.iter().filter(|(key, _)| !of_gap(key));
            let rest = rest.map(|(key, value)| format!("{} {}", words::label_in_a_sentence(key), in_words(value)));
            let gap = gap.and_then(|gap| Some(filled(words::template("gap", gap)?, table)));
            gap.into_iter().chain(rest).collect::<Vec<_>>().join(", ")
        }
    }
}

/// A day, or a time as it is written in a front matter: `2026-03-02 17:00 UTC`.
fn moment_in_words(written: &str) -> String {
    let Some((day, time)) = written.split_once('T') else { return written.to_owned() };
    let (time, zone) = match time.find(['Z', '+', '-']) {
        Some(at) => time.split_at(at),
        None => (time, ""),
    };
    let time = time.strip_suffix(":00").filter(|rest| rest.contains(':')).unwrap_or(time);
    let zone = if ["Z", "+00:00", "-00:00"].contains(&zone) { " UTC" } else { zone };
    format!("{day} {time}{zone}")
}

/// A record as others call it, where a reference was replaced by the record that it means: `ada` for `person/ada`, `DEC-0021`
/// for `decision/21`.
fn called(text: &str) -> String {
    let parts = text.split_once('/').filter(|(_, key)| !key.contains(['/', ' ']) && !key.is_empty());
    // The path of a file is no reference.
    let is_key = |kind: Kind, key: &str| match kind.naming() {
        Naming::Numbered => key.bytes().all(|byte| byte.is_ascii_digit()),
        Naming::Dated | Naming::Named | Naming::Free => ContentPath::parse(key).is_some_and(|path| !path.is_markdown()),
    };
    match parts.and_then(|(kind, key)| Some((Kind::parse(kind).filter(|kind| is_key(*kind, key))?, key))) {
        Some((kind, key)) if kind.naming() == Naming::Numbered => {
            RecordId::new(kind, &format!("{key:0>4}")).to_string()
        }
        Some((kind, key)) => RecordId::new(kind, key).to_string(),
        None => text.to_owned(),
    }
}

/// What an item of a list is called: its id, or whom or what it is about; `None` for items that have no name.
pub(super) fn item_name(item: &Value) -> Option<String> {
    NAMES.iter().find_map(|(key, _)| item.get(key)).map(in_words)
}

/// The keys that say what an item is called, the better ones first, each with whether it is another item under another name.
const NAMES: [(&str, bool); 19] = [
    ("id", false),
    ("person", true),
    ("area", false),
    ("indicator", false),
    ("organization", true),
    ("month", true),
    ("to", true),
    ("rule", true),
    ("url", false),
    ("from", true),
    ("title", false),
    ("what", false),
    ("text", false),
    ("date", false),
    ("name", false),
    ("kind", false),
    ("role", false),
    ("mode", false),
    ("audience", false),
];

/// Whether the item is called by whom or what it is, so that it would be another item under another name.
pub(super) fn is_named_by_what_it_is(item: &Value) -> bool {
    let named = NAMES.iter().find_map(|(key, is_it)| Some((*key, item.get(key)?, *is_it)));
    // A first day says nothing of whose it is.
    named.is_some_and(|(key, value, is_it)| is_it && !(key == "from" && value.is_datetime()))
}

/// An item that came in or went, by the sentence for its list; `None` where the list has none.
pub(super) fn item_in_words(key: &str, item: &Value) -> Option<String> {
    let (sentence, table) = (words::template("item", key)?, item.as_table()?);
    let text = filled(sentence, table);
    let is_left = |name: &&String| !sentence.contains(&format!("{{${name}}}"));
    let rest = table.iter().filter(|(name, _)| is_left(name)).map(|(name, value)| part_in_words(key, name, value));
    let rest: Vec<String> = rest.collect();
    Some(if rest.is_empty() { text } else { format!("{text} ({})", rest.join(", ")) })
}

/// `sentence` with the values of `table` in it: `to {$to}[ on {$date}]`. What stands in brackets is left out where a value in it is not
/// stated.
fn filled(sentence: &str, table: &Table) -> String {
    let said = |name: &str| table.get(name).map(in_words);
    let mut text = String::new();
    for (at, part) in sentence.split(['[', ']']).enumerate() {
        let (before, rest) = part.split_once("{$").unwrap_or((part, ""));
        let names = || rest.split("{$").filter_map(|rest| rest.split_once('}'));
        // Each bracket ends what the one before it began.
        let is_optional = at % 2 == 1;
        if is_optional && names().any(|(name, _)| said(name).is_none()) {
            continue;
        }
        text.push_str(before);
        for (name, after) in names() {
            text.push_str(&said(name).unwrap_or_else(|| words::NOT_STATED_HERE.to_string()));
            text.push_str(after);
        }
    }
    text
}

/// What an item of the list at `list` says at `key`, after what that is called.
fn part_in_words(list: &str, key: &str, value: &Value) -> String {
    let name = label_within(list, key);
    match value {
        // An address says by itself that it is one.
        _ if key == "link" => in_words(value),
        Value::Boolean(true) => words::part_is(name),
        Value::Boolean(false) => words::part_is_not(name),
        Value::String(text) => words::part_says(name, quoted(text.split(' ').count() > 3, &in_words(value))),
        Value::Array(items) => {
            let inner = format!("{list}.{key}");
            let items = items.iter().map(|it| item_in_words(&inner, it).unwrap_or_else(|| in_words(it)));
            words::part_says(name, items.collect::<Vec<_>>().join(", "))
        }
        Value::Integer(_) | Value::Float(_) | Value::Datetime(_) | Value::Table(_) => {
            words::part_says(name, in_words(value))
        }
    }
}
