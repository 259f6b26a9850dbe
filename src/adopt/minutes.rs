//! Minutes: texts with a day in their name or heading that speak of a meeting, and what they hold.

mod agenda;
mod day;
mod headings;
#[cfg(test)]
mod tests;
mod who;

use std::collections::{BTreeMap, BTreeSet};
use std::sync::LazyLock;

use regex::Regex;

use super::days::days;
use super::names::{Entry, Participant};
use super::questions::{Ask, Asked};
use super::{FreeText, Past};
use crate::id::ContentPath;
use crate::text::{Date, ascii_slug};
use agenda::agenda;
use day::{day, named_days};
use headings::{PRESENT, REGRETS, is_one_of};
use who::{label_alone, listed, lists_in};

pub(super) use agenda::{Item, issue_of};
pub(super) use headings::said;
pub(super) use who::ask_who;

/// The minutes of one meeting.
pub(super) struct Minutes<'a> {
    pub text: &'a FreeText,
    pub day: Date,
    /// Where they will lie: `meetings/2026-01-12.md`.
    pub to: ContentPath,
    pub present: Vec<Participant>,
    pub regrets: Vec<Participant>,
    /// What the lists of both have that is no name, and whether it is in that of who was not there.
    pub unread: Vec<(String, bool)>,
    pub agenda: Vec<Item>,
    pub next: Option<Date>,
    /// The day on which git first had them.
    pub published: Option<Date>,
    /// What sort of meeting it was; only where another one was on the same day it is not a regular one.
    pub kind: &'static str,
}

/// All minutes among `texts`, in the order of their days.
pub(super) fn minutes<'a>(
    texts: &'a [FreeText],
    past: &Past,
    taken: &BTreeSet<ContentPath>,
    asked: &mut Asked,
) -> Vec<Minutes<'a>> {
    let dated: Vec<(&FreeText, Vec<Date>)> =
        texts.iter().filter(|text| speaks_of_meeting(text)).map(|text| (text, named_days(text))).collect();
    let named: BTreeMap<&ContentPath, Date> =
        dated.iter().filter_map(|(text, days)| Some((&text.path, *days.first()?))).collect();
    let mut all: Vec<Minutes> = dated
        .into_iter()
        .filter_map(|(text, candidates)| {
            let day = day(text, &candidates, &named, past, asked)?;
            Some(read(text, day, past))
        })
        .collect();
    // Of two on one day that with the shorter name is named by the day alone.
    all.sort_by_key(|it| (it.day, it.text.path.stem().len(), it.text.path.clone()));
    let mut used = taken.clone();
    let mut last: Option<Date> = None;
    for minutes in &mut all {
        minutes.to = free_place(minutes, &used);
        used.insert(minutes.to.clone());
        if last == Some(minutes.day) {
            minutes.kind = kind(minutes, asked);
        }
        last = Some(minutes.day);
    }
    all
}

/// Whether the name or the heading of `text` says that it is of a meeting, or it begins with who was there.
fn speaks_of_meeting(text: &FreeText) -> bool {
    static WORDS: LazyLock<Regex> = LazyLock::new(|| {
        Regex::new(r"(?i)(^|[^a-z])(minutes|meetings?|agendas?|standup|protokolle?|sitzung(en)?)($|[^a-z])")
            .expect("the expression is right")
    });
    let says = WORDS.is_match(text.path.as_str()) || text.title().is_some_and(|title| WORDS.is_match(title));
    // A list of people alone is none of who was at a meeting.
    let names = |label: &str| PRESENT.contains(&label) && !["people", "who"].contains(&label);
    let begins = |line: &str| {
        lists_in(line).iter().any(|(label, _)| names(label)) || label_alone(line).is_some_and(|it| names(&it))
    };
    says || text.outline.headings.iter().any(|heading| is_one_of(heading, &PRESENT)) || text.lines().any(begins)
}

/// What `text` holds, of the meeting on `day`.
fn read<'a>(text: &'a FreeText, day: Date, past: &Past) -> Minutes<'a> {
    let Entry { people: present, unread } = listed(text, &PRESENT);
    let Entry { people: regrets, unread: of_regrets } = listed(text, &REGRETS);
    let unread = unread.into_iter().map(|it| (it, false)).chain(of_regrets.into_iter().map(|it| (it, true))).collect();
    let published = past.get(&text.path).map(|it| it.day).filter(|published| *published >= day);
    let to = text.path.clone();
    let (agenda, next) = (agenda(text), next(text, day));
    Minutes { text, day, to, present, regrets, unread, agenda, next, published, kind: "regular" }
}

/// The day of the next meeting, where a line says it.
fn next(text: &FreeText, day: Date) -> Option<Date> {
    let lines = text.lines().filter_map(|line| {
        let at = line.to_lowercase().find("next meeting")?;
        line.get(at..)
    });
    let of_line = lines.flat_map(days).find(|next| *next > day);
    let below = text.outline.headings.iter().zip(&text.outline.sections);
    let below = below.filter(|(heading, _)| said(&heading.title) == "next meeting");
    of_line
        .or_else(|| below.flat_map(|(_, section)| text.lines_in(section.span)).flat_map(days).find(|next| *next > day))
}

/// Where minutes lie: named by their day, and by what else their name says where there is another meeting on that day.
fn free_place(minutes: &Minutes, used: &BTreeSet<ContentPath>) -> ContentPath {
    let stem = minutes.text.path.stem();
    let rest: String = stem.chars().filter(|letter| !letter.is_ascii_digit()).collect();
    let rest = ascii_slug(&rest).trim_matches('-').to_owned();
    let rest = if rest.is_empty() { "second".to_owned() } else { rest };
    let names = [String::new(), format!("-{rest}")].into_iter().chain((2..).map(|number| format!("-{rest}-{number}")));
    let mut places = names.filter_map(|name| ContentPath::parse(&format!("meetings/{}{name}.md", minutes.day)));
    places.find(|place| !used.contains(place)).expect("one of endless names is free")
}

/// What sort of meeting the second one of a day was.
fn kind(minutes: &Minutes, asked: &mut Asked) -> &'static str {
    const KINDS: [&str; 4] = ["extra", "in-person", "conference", "regular"];
    let at = asked.choose(Ask {
        key: format!("kind {}", minutes.text.path),
        text: format!("What sort of meeting are the second minutes of {} about?", minutes.day),
        places: vec![format!("`{}`", minutes.text.path)],
        choices: KINDS.map(str::to_owned).to_vec(),
        guess: 0,
    });
    KINDS[at]
}
