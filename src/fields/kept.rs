//! Keys that a kind does not have and that a site wants shown: what they say in words, and which of them are none to show.

use toml::de::DeValue;

use crate::text::{nearest, readable};

/// A key that the kind of its record does not have, with what it says.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct KeptKey {
    /// The key as written.
    pub key: String,
    /// What it says in words, one for each item of a list; never empty.
    pub values: Vec<String>,
}

/// Words of keys behind which people keep something back, or say that they do.
const HIDING: [&str; 20] = [
    "draft",
    "wip",
    "withheld",
    "withhold",
    "unknown",
    "private",
    "hidden",
    "hide",
    "confidential",
    "embargo",
    "embargoed",
    "internal",
    "unlisted",
    "unpublished",
    "secret",
    "password",
    "token",
    "redacted",
    "sensitive",
    "personal",
];

/// Whether a word of `key` is, or nearly is, one by which people keep something back.
fn is_hiding(key: &str) -> bool {
    let mut words = key.split(|letter: char| !letter.is_alphanumeric());
    // In small words, one letter makes another word.
    words.any(|word| {
        HIDING.iter().any(|it| word.eq_ignore_ascii_case(it)) || (word.len() > 4 && nearest(word, HIDING).is_some())
    }) || nearest(key, HIDING).is_some_and(|_| key.len() > 4)
}

/// Whether `key` is one of `known` but for a slip of the finger. Words of a group's own are often like others by chance, so that
/// fewer letters may differ than where something is surely wrong.
pub(super) fn is_slip_of<'a>(key: &str, mut known: impl Iterator<Item = &'a str>) -> bool {
    let slips = if key.len() < 8 { 1 } else { 2 };
    let lower = key.to_lowercase();
    known.any(|known| known.len() > 3 && strsim::damerau_levenshtein(&lower, known) <= slips)
}

/// What `key` says in words; `None` where it, or a key in it, may keep something back, and where it says nothing that words can
/// say.
pub(super) fn kept(key: &str, value: &DeValue) -> Option<KeptKey> {
    if is_hiding(key) {
        return None;
    }
    let values = match value {
        DeValue::Array(items) => {
            items.iter().map(|item| in_words(item.get_ref(), 0)).collect::<Option<Vec<String>>>()?
        }
        other => vec![in_words(other, 0)?],
    };
    let values: Vec<String> = values.into_iter().filter(|value| !value.trim().is_empty()).collect();
    (!values.is_empty()).then(|| KeptKey { key: key.to_owned(), values })
}

/// Tables in tables of more levels than this are for programs.
const LEVELS: usize = 2;

fn in_words(value: &DeValue, level: usize) -> Option<String> {
    match value {
        DeValue::String(text) => Some(readable(text).into_owned()),
        DeValue::Integer(number) if number.radix() == 10 => Some(number.as_str().to_owned()),
        DeValue::Integer(_) => None,
        DeValue::Float(number) => Some(number.as_str().to_owned()),
        DeValue::Boolean(flag) => Some(if *flag { "yes" } else { "no" }.to_owned()),
        DeValue::Datetime(moment) => Some(moment.to_string()),
        DeValue::Array(_) | DeValue::Table(_) if level == LEVELS => None,
        DeValue::Array(items) => {
            let words = items.iter().map(|item| in_words(item.get_ref(), level + 1));
            Some(words.collect::<Option<Vec<String>>>()?.join(", "))
        }
        DeValue::Table(table) => {
            let said = table.iter().map(|(key, value)| {
                let key = key.get_ref();
                let value = in_words(value.get_ref(), level + 1).filter(|_| !is_hiding(key))?;
                Some(format!("{} {value}", key.replace(['_', '-'], " ")))
            });
            Some(said.collect::<Option<Vec<String>>>()?.join(", "))
        }
    }
}
