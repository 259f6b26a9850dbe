//! Acceptance criteria of which nobody can tell whether they are met.

use crate::check::prelude::*;
use crate::document::sow::Acceptance;

/// Words that two people read differently, in the form in which criteria use them.
const VAGUE: [&str; 30] = [
    "acceptable",
    "adequate",
    "appropriate",
    "better",
    "clean",
    "convenient",
    "easily",
    "easy",
    "efficient",
    "fast",
    "flexible",
    "fine",
    "friendly",
    "good",
    "high-quality",
    "improved",
    "intuitive",
    "modern",
    "nice",
    "properly",
    "quickly",
    "reasonable",
    "reliable",
    "robust",
    "scalable",
    "smoothly",
    "stable",
    "sufficient",
    "user-friendly",
    "well",
];

/// What makes a criterion with such a word testable all the same: something to compare it with.
const COMPARED: [&str; 7] = ["than", "as", "until", "within", "every", "each", "all"];

pub(crate) const FIND: Find = each!(sow, find);

fn find(facts: &Facts, entry: &Entry, sow: &Sow) -> Vec<Diagnostic> {
    let criteria = sow.acceptance.items().iter().filter(|it| !it.met.is_true() && !facts.site.is_over(entry));
    criteria.filter_map(|it| find_in_criterion(facts, entry, it)).collect()
}

fn find_in_criterion(facts: &Facts, entry: &Entry, criterion: &At<Acceptance>) -> Option<Diagnostic> {
    let text = criterion.text.get()?;
    let (id, record) = (criterion.id.text(), name(entry));
    let message = match vagueness(text)? {
        Vagueness::TooShort => format!("`{id}` of {record} is too short to be tested: {}", shortened(text)),
        Vagueness::Word(word) => {
            format!("nobody can tell when `{id}` of {record} is met: `{word}` means something else to each")
        }
    };
    let help =
        "say what somebody does and what they then see, or a number: `text = \"A mail arrives within 5 minutes.\"`";
    Some(facts.at(entry, criterion.text.span(), message).help(help))
}

enum Vagueness {
    TooShort,
    Word(String),
}

/// `None` when the criterion can be tested, as far as words tell.
fn vagueness(text: &str) -> Option<Vagueness> {
    let lower = text.to_lowercase();
    let words: Vec<&str> = lower
        .split(|letter: char| !letter.is_alphanumeric() && letter != '-')
        .filter(|word| !word.is_empty())
        .collect();
    let is_concrete = text.contains(|letter: char| letter.is_ascii_digit() || letter == '`') || text.contains("://");
    if is_concrete || words.iter().any(|word| COMPARED.contains(word)) {
        return None;
    }
    match words.iter().find(|word| VAGUE.contains(word)) {
        Some(word) => Some(Vagueness::Word((*word).to_owned())),
        None => (words.len() < 3).then_some(Vagueness::TooShort),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_criterion_with_something_to_compare_with_can_be_tested() {
        for text in
            ["Mail arrives within a minute.", "Search is as fast as before.", "Old links still work.", "`make` is fast"]
        {
            assert!(vagueness(text).is_none(), "{text}");
        }
        for text in ["It is stable.", "Works", "The page is user-friendly"] {
            assert!(vagueness(text).is_some(), "{text}");
        }
    }
}
