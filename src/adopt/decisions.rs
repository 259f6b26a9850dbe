//! Decisions that have a file of their own: in a folder of decisions, or with a heading that says so.

use std::sync::LazyLock;

use regex::Regex;

use super::FreeText;
use super::days::days;
use super::minutes::Minutes;
use crate::id::ContentPath;
use crate::text::{Date, ascii_slug};

/// A decision and what its text says of it.
pub(super) struct Decision<'a> {
    pub text: &'a FreeText,
    /// Where it will lie: `decisions/0001-move-the-lists.md`.
    pub to: ContentPath,
    pub title: String,
    /// The word of `outcome`, where a line of the text says `Status: accepted`.
    pub outcome: Option<&'static str>,
    /// Where a line says `Date: 2026-01-12`.
    pub decided: Option<Date>,
    /// The one meeting whose agenda has it.
    pub meeting: Option<Date>,
}

/// Words for how a decision ended, with those of a record.
const OUTCOMES: [(&str, &str); 6] = [
    ("accepted", "accepted"),
    ("approved", "accepted"),
    ("agreed", "accepted"),
    ("rejected", "rejected"),
    ("declined", "rejected"),
    ("withdrawn", "withdrawn"),
];

/// The decisions among `texts`, in the order of their numbers.
pub(super) fn decisions<'a>(texts: &'a [FreeText], minutes: &[Minutes]) -> Vec<Decision<'a>> {
    static HEADING: LazyLock<Regex> = LazyLock::new(|| {
        Regex::new(r"(?i)^(?:decision|resolution|adr)\s*#?(\d{1,5})\s*[:.–-]\s*(.+)$").expect("the expression is right")
    });
    static NUMBERED: LazyLock<Regex> =
        LazyLock::new(|| Regex::new(r"^(\d{1,5})[.:]\s+(.+)$").expect("the expression is right"));
    const FOLDERS: [&str; 5] = ["decisions", "decision", "adr", "adrs", "resolutions"];
    let is_minutes = |text: &&FreeText| minutes.iter().any(|it| it.text.path == text.path);
    let mut found: Vec<(u32, Decision)> = Vec::new();
    for text in texts.iter().filter(|text| !is_minutes(text)) {
        let Some(heading) = text.title() else { continue };
        let is_in_folder = text.path.folder().split('/').any(|part| FOLDERS.contains(&part.to_lowercase().as_str()));
        let numbered = HEADING.captures(heading).or_else(|| NUMBERED.captures(heading).filter(|_| is_in_folder));
        let number = match &numbered {
            Some(numbered) => numbered[1].parse().ok(),
            None if is_in_folder => digits(text.path.stem()),
            None => None,
        };
        let Some(number) = number.filter(|number| !found.iter().any(|(other, _)| other == number)) else { continue };
        let title = numbered.map_or_else(|| heading.to_owned(), |it| it[2].trim().to_owned());
        let slug = ascii_slug(&title);
        let slug: String = slug.split('-').take(8).collect::<Vec<_>>().join("-");
        let name = format!("decisions/{number:04}-{slug}.md");
        let to = ContentPath::parse(name.trim_end_matches("-.md")).unwrap_or_else(|| text.path.clone());
        let meeting = meeting(number, minutes);
        let of_label = |label: &str| text.labelled(label);
        let outcome = of_label("status").and_then(|word| {
            let word = word.to_lowercase();
            OUTCOMES.iter().find(|(said, _)| word == *said).map(|(_, word)| *word)
        });
        let decided = of_label("date").or_else(|| of_label("decided")).and_then(|line| days(&line).first().copied());
        found.push((number, Decision { text, to, title, outcome, decided, meeting }));
    }
    found.sort_by_key(|(number, _)| *number);
    found.into_iter().map(|(_, decision)| decision).collect()
}

/// The number that a name has: 1 of `decision_001_lists`.
fn digits(stem: &str) -> Option<u32> {
    let start = stem.find(|letter: char| letter.is_ascii_digit())?;
    let number: String = stem[start..].chars().take_while(char::is_ascii_digit).collect();
    number.parse().ok().filter(|number| *number < 100_000)
}

/// The day of the one meeting with a heading that begins with `Decision 1`.
fn meeting(number: u32, minutes: &[Minutes]) -> Option<Date> {
    let names = |title: &str| {
        let rest = title.to_lowercase();
        let rest = rest.strip_prefix("decision ").map(|rest| rest.trim_start_matches('#').to_owned());
        rest.and_then(|rest| digits(rest.split([':', ' ']).next().unwrap_or_default())) == Some(number)
    };
    let mut with = minutes.iter().filter(|it| it.text.outline.headings.iter().any(|heading| names(&heading.title)));
    with.next().filter(|_| with.next().is_none()).map(|it| it.day)
}

#[cfg(test)]
mod tests {
    use super::super::tests::texts;
    use super::*;

    #[test]
    fn a_decision_has_its_number_and_what_its_text_says() {
        let texts = texts(
            "-- adr/0002-forum.md --\n# 2. Use a forum\n\nDate: 2026-01-12\n\n## Status\n\nAccepted\n\
             -- docs/choice.md --\n# Decision 7: Move the lists\n\nStatus: we shall see\n\
             -- docs/other.md --\n# How decisions are taken\n",
        );
        let found: Vec<String> = decisions(&texts, &[])
            .iter()
            .map(|it| format!("{} {} {:?} {:?}", it.to, it.title, it.outcome, it.decided))
            .collect();
        assert_eq!(
            found,
            [
                "decisions/0002-use-a-forum.md Use a forum Some(\"accepted\") Some(2026-01-12)",
                "decisions/0007-move-the-lists.md Move the lists None None",
            ]
        );
    }
}
