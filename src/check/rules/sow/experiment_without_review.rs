//! Experiments for which no day is named on which somebody looks at what came of them.

use crate::check::prelude::*;

const EXPERIMENTS: [&str; 6] = ["experiment", "on trial", "trial period", "trial run", "pilot", "try out"];
const LOOKS: [&str; 8] = ["review", "evaluat", "measur", "look at", "look back", "assess", "decide again", "compare"];
const MONTHS: [&str; 12] = [
    "january",
    "february",
    "march",
    "april",
    "may",
    "june",
    "july",
    "august",
    "september",
    "october",
    "november",
    "december",
];

pub(crate) const FIND: Find = each!(record, find);

fn find(facts: &Facts, entry: &Entry) -> Option<Diagnostic> {
    let of_sow = || entry.sow().filter(|_| is_running(entry)).map(|sow| sow.title.span());
    let title = entry.decision().filter(|_| is_agreed(entry)).map(|it| it.title.span()).or_else(of_sow)?;
    let text = format!("{} {}", entry.title, entry.common.summary.text()).to_lowercase();
    let word = EXPERIMENTS.iter().find(|word| text.contains(**word))?;
    if entry.outline.too_deep || has_review_day(&entry.text[entry.body_start..]) || has_criterion(entry) {
        return None;
    }
    let message = format!("{} says `{word}`, and names no day on which somebody looks at what came of it", name(entry));
    let help = "write a sentence with the day and with what is measured: `Reviewed on 2027-05-01 by the time that a build \
        takes`";
    Some(facts.at(entry, title, message).help(help))
}

fn is_agreed(entry: &Entry) -> bool {
    let is_accepted = entry.decision().is_some_and(|it| it.outcome.get() == Some(&Outcome::Accepted));
    is_accepted && entry.means() == Some(Means::Approved)
}

fn is_running(entry: &Entry) -> bool {
    entry.is_between(Means::Approved, Means::Delivered)
}

/// Whether a criterion of the work speaks of a review on a day.
fn has_criterion(entry: &Entry) -> bool {
    let criteria = entry.sow().map_or(&[][..], |sow| sow.acceptance.items());
    criteria.iter().any(|criterion| has_review_day(criterion.text.text()))
}

/// Whether one paragraph or item names both a day and that something is looked at.
fn has_review_day(text: &str) -> bool {
    let lower = text.to_lowercase();
    let mut parts = lower.split("\n\n").flat_map(|part| part.split("\n- "));
    parts.any(|part| LOOKS.iter().any(|word| part.contains(word)) && has_day(part))
}

/// `2027-05-01`, `May 2027`, `1 May 2027`.
fn has_day(text: &str) -> bool {
    let words: Vec<&str> = text.split(|letter: char| !letter.is_ascii_alphanumeric() && letter != '-').collect();
    let is_year = |word: &&str| word.len() == 4 && word.starts_with("20") && word.bytes().all(|it| it.is_ascii_digit());
    words.iter().any(|word| parse_date(word).is_some())
        || words.windows(2).any(|pair| MONTHS.contains(&pair[0]) && is_year(&pair[1]))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_review_is_a_word_and_a_day_in_one_paragraph() {
        assert!(has_review_day("The benefit is measured in May 2027."));
        assert!(has_review_day("- Review on 2027-05-01\n"));
        assert!(!has_review_day("The benefit is measured.\n\nIt began in May 2026."));
    }
}
