//! Which forms are of one word, by the grammar of their language.

use std::borrow::Cow;

use rust_stemmers::{Algorithm, Stemmer};
use unicode_normalization::UnicodeNormalization;

use super::tokens::folded;

/// Tags of languages that have a stemmer, with it.
const LANGUAGES: [(&str, Algorithm); 20] = [
    ("ar", Algorithm::Arabic),
    ("da", Algorithm::Danish),
    ("de", Algorithm::German),
    ("el", Algorithm::Greek),
    ("en", Algorithm::English),
    ("es", Algorithm::Spanish),
    ("fi", Algorithm::Finnish),
    ("fr", Algorithm::French),
    ("hu", Algorithm::Hungarian),
    ("it", Algorithm::Italian),
    ("nb", Algorithm::Norwegian),
    ("nl", Algorithm::Dutch),
    ("nn", Algorithm::Norwegian),
    ("no", Algorithm::Norwegian),
    ("pt", Algorithm::Portuguese),
    ("ro", Algorithm::Romanian),
    ("ru", Algorithm::Russian),
    ("sv", Algorithm::Swedish),
    ("ta", Algorithm::Tamil),
    ("tr", Algorithm::Turkish),
];

/// The grammar of one language.
pub(super) struct Grammar {
    /// The main part of the language's tag: words of two languages that look alike are two.
    language: &'static str,
    stemmer: Option<Stemmer>,
}

impl Grammar {
    /// The grammar of the language with this tag, in which every form is a word of its own where none is known.
    pub(super) fn of(tag: &str) -> Grammar {
        let main = tag.split(['-', '_']).next().unwrap_or_default().to_ascii_lowercase();
        match LANGUAGES.iter().find(|(language, _)| *language == main) {
            Some((language, algorithm)) => Grammar { language, stemmer: Some(Stemmer::create(*algorithm)) },
            None => Grammar { language: "", stemmer: None },
        }
    }

    /// What all forms of a word have in common, and no other word of any language; `word` is as [`super::tokens`] has it.
    pub(super) fn key(&self, word: &str) -> String {
        let stem = match &self.stemmer {
            Some(stemmer) if word.chars().all(char::is_alphabetic) || !word.is_ascii() => {
                let whole: Cow<str> = if word.is_ascii() { word.into() } else { word.nfc().collect::<String>().into() };
                let stem = stemmer.stem(&whole).nfd().collect::<String>();
                if stem.is_empty() { return folded(word) } else { folded(&stem) }
            }
            Some(_) | None => return folded(word),
        };
        format!("{}:{stem}", self.language)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn forms_of_one_word_share_a_key() {
        let same = |tag: &str, one: &str, other: &str| {
            let grammar = Grammar::of(tag);
            let key = |word: &str| grammar.key(&word.nfkd().collect::<String>());
            key(one) == key(other)
        };
        assert!(same("en", "voted", "votes") && same("en-GB", "meeting", "meetings"));
        assert!(same("de", "häuser", "haus") && same("de-AT", "beschlüsse", "beschluss"));
        assert!(same("ru", "решения", "решений"));
        assert!(!same("en", "vote", "voter") && !same("en", "27", "#27") && !same("eo", "voted", "votes"));
        assert_ne!(Grammar::of("de").key("rat"), Grammar::of("en").key("rat"));
        assert_eq!(Grammar::of("de").key("2026"), Grammar::of("en").key("2026"));
    }
}
