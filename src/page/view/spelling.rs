//! The words of the front matter as readers read them: most are English as they are written, the rest is in a table.

use crate::document::shared::HoldsFor;
use crate::fields::{Moment, Objective};
use crate::id::Kind;
use crate::site::Entry;
use crate::text::capitalised;
use crate::words::{self, Word};

use super::part::{Part, Sort};

pub(super) use crate::words::{measured, spelled};

/// A word of the front matter as a cell or a fact.
pub(super) fn label(word: &str) -> String {
    capitalised(&spelled(word))
}

/// For whom somebody holds root access.
pub(super) fn holder(holds_for: HoldsFor) -> Word {
    match holds_for {
        HoldsFor::Iwg => words::HOLDER_WORKING_GROUP,
        HoldsFor::Group => words::HOLDER_GROUP,
        HoldsFor::Board => words::HOLDER_BOARD,
        HoldsFor::Contractor => words::HOLDER_CONTRACTOR,
        HoldsFor::Operator => words::HOLDER_OPERATOR,
    }
}

/// `at most 8 hours`, `at least 99.5 %`.
pub(super) fn objective(objective: &Objective) -> String {
    let value = measured(objective.value, &objective.unit);
    if objective.at_least { words::at_least(value) } else { words::at_most(value) }
}

/// `27 November 2026, 17:00 UTC`.
pub(super) fn moment(moment: &Moment) -> Part {
    let Some((day, time)) = moment.text.split_once(' ') else { return Part::text(&*moment.text) };
    let (clock, zone) = time.split_once(' ').unwrap_or((time, ""));
    let offset = match zone.strip_prefix("UTC") {
        Some("") => "Z",
        Some(offset) => offset,
        None => "",
    };
    let iso = Some(format!("{day}T{clock}{offset}"));
    Part { iso, ..Part::of(Sort::Day, words::day_and_time(words::long_date(moment.date), time)) }
}

/// How many names fit into a line.
const NAMES: usize = 4;

/// Whom something is with, in few words: a person or an organization by name, a group by the word of the workflow, a few by
/// word and names: `the assignees: Lena Fischer, Wanda Kowalska`. Of many the word says enough.
pub(super) fn held_by(words: &str, whom: &[&Entry]) -> String {
    let words = &*words::of_profile(words);
    let is_group = |entry: &&Entry| entry.kind() == Kind::Group;
    match whom {
        [] => words.to_owned(),
        [one] if is_group(one) => words.to_owned(),
        [one] => one.title.clone(),
        whom if whom.len() > NAMES => words.to_owned(),
        whom => words::whom(words, whom.iter().map(|entry| &*entry.title).collect::<Vec<_>>().join(", ")),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_of_the_files_are_spelled_as_people_would() {
        assert_eq!(label("gdpr-response"), "GDPR response");
        assert_eq!(label("one-off"), "One-off");
        assert_eq!(label("developer-workflow"), "Developer workflow");
        assert_eq!(objective(&Objective::parse("<= 8 h").expect("an objective")), "at most 8 hours");
        assert_eq!(objective(&Objective::parse(">= 99.5 %").expect("an objective")), "at least 99.5 %");
        assert_eq!(measured(1.0, "d"), "1 day");
    }
}
