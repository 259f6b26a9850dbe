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

pub const FIND: Find = Find::Site(find);

fn find(facts: &Facts) -> Vec<Diagnostic> {
    let decisions = facts.site.of_kind(Kind::Decision).filter(|entry| is_agreed(entry));
    let sows = facts.site.of_kind(Kind::Sow).filter(|entry| is_running(entry));
    decisions.chain(sows).filter_map(|entry| of_record(facts, entry)).collect()
}

fn of_record(facts: &Facts, entry: &Entry) -> Option<Diagnostic> {
    let said = format!("{} {}", entry.title, entry.common.summary.text()).to_lowercase();
    let word = EXPERIMENTS.iter().find(|word| said.contains(**word))?;
    if entry.outline.too_deep || names_a_review(&entry.text[entry.body_start..]) || has_criterion(entry) {
        return None;
    }
    let message = format!("{} says `{word}`, and names no day on which somebody looks at what came of it", name(entry));
    let help = "write a sentence with the day and with what is measured: `Reviewed on 2027-05-01 by the time that a build \
        takes`";
    let of_sow = entry.sow().and_then(|sow| sow.title.span());
    let span = of_sow.or_else(|| entry.decision().and_then(|decision| decision.title.span()));
    Some(facts.at(entry, span, message).help(help))
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
    criteria.iter().any(|criterion| names_a_review(criterion.text.text()))
}

/// Whether one paragraph or item names both a day and that something is looked at.
fn names_a_review(text: &str) -> bool {
    let lower = text.to_lowercase();
    let mut parts = lower.split("\n\n").flat_map(|part| part.split("\n- "));
    parts.any(|part| LOOKS.iter().any(|word| part.contains(word)) && names_a_day(part))
}

/// `2027-05-01`, `May 2027`, `1 May 2027`.
fn names_a_day(text: &str) -> bool {
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
        assert!(names_a_review("The benefit is measured in May 2027."));
        assert!(names_a_review("- Review on 2027-05-01\n"));
        assert!(!names_a_review("The benefit is measured.\n\nIt began in May 2026."));
    }
}
