//! Keys and words of the front matter, as readers see them.

use super::catalogue::{Language, maybe, spoken};
use super::pages::{NOT_RECORDED_ANYWHERE, not_recorded_other};
use crate::text::capitalised;

/// A key as a label for readers: `Notice days`. In another language than English as its column is called, where it has one.
pub(crate) fn label_of_key(key: &str) -> String {
    let last = key.rsplit('.').next().unwrap_or(key);
    let label = || maybe(&last.to_uppercase()).or_else(|| maybe(&format!("key-{last}")));
    match spoken().tag() == Language::FIRST {
        true => capitalised(&key.replace(['_', '.'], " ")),
        false => label().map_or_else(|| capitalised(&key.replace(['_', '.'], " ")), str::to_owned),
    }
}

/// A key within a sentence: `conflict of interest`. In another language than English as [`label_of_key`] has it.
pub(crate) fn label_in_a_sentence(key: &str) -> String {
    match spoken().tag() == Language::FIRST {
        true => key.replace(['_', '.'], " "),
        false => label_of_key(key),
    }
}

/// A word of the front matter within a sentence: `working group`, `sub-group`.
pub(crate) fn spelled(word: &str) -> String {
    maybe(&format!("value-{word}")).map_or_else(|| word.replace('-', " "), str::to_owned)
}

/// In a sentence what is not known where the rule `name` misses it.
pub(crate) fn not_recorded_rule(name: &str) -> &'static str {
    maybe(&format!("missing-{name}")).unwrap_or_else(|| NOT_RECORDED_ANYWHERE.text())
}

/// In a sentence what is not known where a record of `kind` states it of `key`.
pub(crate) fn not_recorded_key(kind: &str, key: &str) -> String {
    let last = key.rsplit('.').next().unwrap_or(key);
    let sentence = maybe(&format!("unknown-{kind}-{last}")).or_else(|| maybe(&format!("unknown-{last}")));
    sentence.map_or_else(|| not_recorded_other(label_of_key(key)), str::to_owned)
}
