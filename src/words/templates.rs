//! The phrases that templates find by their names.

use std::collections::BTreeMap;

use serde::Serialize;

use super::catalogue::Language;

/// The messages that a script fills in, which gets them with braces: `{n} of {all} shown`.
const OF_SCRIPTS: [&str; 6] =
    ["shown", "shown_of_part", "found_corrected", "found_records", "found_records_at_least", "found_without"];

/// A phrase as a template gets it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[serde(untagged)]
pub(crate) enum Phrase {
    Whole(String),
    /// What is around what the template fills in, in order; one more than that is: `words.as_of[0]`, `words.as_of[1]`.
    Pieces(Vec<String>),
}

/// The phrases of the templates in `language` by their names, which are in small letters.
pub(crate) fn for_templates(language: &'static Language) -> BTreeMap<&'static str, Phrase> {
    let is_for_templates = |name: &&str| name.bytes().all(|byte| byte.is_ascii_lowercase() || byte == b'_');
    let first = Language::of(Language::FIRST).names().filter(is_for_templates);
    first.map(|name| (name, phrase(name, language.text(name).unwrap_or_default()))).collect()
}

/// The message `name` where `text` is how it stands in the catalogue, with `{$day}` where a day is filled in.
pub(super) fn phrase(name: &str, text: &str) -> Phrase {
    if OF_SCRIPTS.contains(&name) {
        return Phrase::Whole(text.replace("{$", "{"));
    }
    let mut rest = text;
    let mut pieces = Vec::new();
    while let Some((before, after)) = rest.split_once("{$") {
        pieces.push(before.to_owned());
        rest = after.split_once('}').map_or("", |(_, after)| after);
    }
    if pieces.is_empty() {
        return Phrase::Whole(text.to_owned());
    }
    pieces.push(rest.to_owned());
    Phrase::Pieces(pieces)
}
