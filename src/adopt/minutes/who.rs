//! Who was at a meeting, and who was not: in lists, tables and lines, however people write them.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::LazyLock;

use regex::Regex;

use super::Minutes;
use super::headings::{PRESENT, REGRETS, is_label, is_one_of, said};
use crate::adopt::FreeText;
use crate::adopt::names::{Entry, Participant, is_like, letters, one, participants};
use crate::adopt::questions::{Ask, Asked};
use crate::adopt::tables::tables;
use crate::text::Span;

/// Everybody in the lists below headings with one of `words`, below lines that are no more than one of them, and in lines that
/// have one before names: `Present: Ada, Ben`.
pub(super) fn listed(text: &FreeText, words: &[&str]) -> Entry {
    let outline = &text.outline;
    let is_below = |at: Option<usize>| at.is_some_and(|at| is_one_of(&outline.headings[at], words));
    let mut found = Entry::default();
    let mut team: Option<String> = None;
    for item in outline.lists.iter().filter(|item| is_below(item.heading) && lists_in(&item.text).is_empty()) {
        // An item that ends with a colon is over those within it.
        if let Some(name) = item.text.trim().strip_suffix(':') {
            team = Some(name.trim().to_owned());
            continue;
        }
        let of_team = team.clone().filter(|_| item.depth > 1);
        if of_team.as_ref().is_some_and(|team| is_label(&said(team))) {
            continue;
        }
        let Entry { people, unread } = participants(&item.text, false);
        let people = people.into_iter();
        found
            .people
            .extend(people.map(|it| Participant { organization: it.organization.or_else(|| of_team.clone()), ..it }));
        found.unread.extend(unread);
    }
    for at in (0..outline.headings.len()).filter(|at| is_below(Some(*at))) {
        if !outline.lists.iter().any(|item| item.heading == Some(at)) {
            add(&mut found, unlisted(text, outline.sections[at].span));
        }
    }
    for (label, names) in text.lines().flat_map(lists_in) {
        if words.contains(&label.as_str()) {
            add(&mut found, participants(&names.replace(['*', '_'], " "), true));
        }
    }
    below_labels(text, words).into_iter().for_each(|item| add(&mut found, participants(item, false)));
    found
}

/// The lists that a line has, each with its label in small letters: `Present: Ada, Ben; regrets: Cleo` has two.
pub(super) fn lists_in(line: &str) -> Vec<(String, &str)> {
    static LABELS: LazyLock<Regex> = LazyLock::new(|| {
        let words = PRESENT.iter().chain(&REGRETS).copied().collect::<Vec<_>>().join("|");
        // A dash parts a label from names at the beginning only: within a line it parts a name from what belongs to it.
        let label = format!(r"[*_\s]*({words})[*_\s]*(?:\([^)]*\))?[*_\s]*");
        Regex::new(&format!(r"(?i)(?:^{label}(?::|\s[-–—]\s)|[;,.|/–—]\s*{label}:)")).expect("the expression is right")
    });
    let found: Vec<_> = LABELS.captures_iter(line).collect();
    let begins = found.iter().map(|it| it.get(0).expect("the whole is there"));
    let ends = begins.clone().skip(1).map(|it| it.start()).chain([line.len()]);
    let labels =
        found.iter().map(|it| it.get(1).or(it.get(2)).map_or_else(String::new, |it| it.as_str().to_lowercase()));
    let lists = labels.zip(begins.zip(ends)).map(|(label, (label_at, end))| (label, line[label_at.end()..end].trim()));
    lists.filter(|(_, names)| names.contains(char::is_alphanumeric)).collect()
}

/// The label, in small letters, that `line` is: `**Attendees**`, `Present (4):`; `None` when it says more.
pub(super) fn label_alone(line: &str) -> Option<String> {
    let more = line.split_once(':').is_some_and(|(_, more)| more.contains(char::is_alphanumeric));
    let bare = line.trim();
    Some(said(bare)).filter(|said| !more && !bare.starts_with('#') && is_label(said))
}

/// The items of lists below lines, or items, that are no more than one of `words`.
fn below_labels<'a>(text: &'a FreeText, words: &[&str]) -> Vec<&'a str> {
    static ITEM: LazyLock<Regex> =
        LazyLock::new(|| Regex::new(r"^\s*(?:[*+-]|\d{1,3}[.)])\s+(.*)$").expect("the expression is right"));
    let mut is_ours = false;
    let mut items = Vec::new();
    for line in text.text.lines().filter(|line| !line.trim().is_empty()) {
        let item = ITEM.captures(line).and_then(|it| it.get(1)).map(|it| it.as_str().trim());
        match (item, label_alone(item.unwrap_or(line))) {
            (_, Some(label)) => is_ours = words.contains(&label.as_str()),
            (Some(item), None) if is_ours && lists_in(item).is_empty() => items.push(item),
            (Some(_), None) => {}
            (None, None) => is_ours = false,
        }
    }
    items
}

fn add(entry: &mut Entry, more: Entry) {
    entry.people.extend(more.people);
    entry.unread.extend(more.unread);
}

/// Everybody below a heading without a list: in the first column of a table, or that of the names, and in lines between commas.
fn unlisted(text: &FreeText, section: Span) -> Entry {
    const NAMES: [&str; 8] = ["name", "names", "participant", "attendee", "person", "who", "member", "teilnehmer"];
    let mut found = Entry::default();
    let (tables, lines) = tables(text, section);
    let is_of_names = |line: &&str| !line.starts_with(['#', '|', '<', '=']) && lists_in(line).is_empty();
    for line in lines.into_iter().filter(is_of_names) {
        add(&mut found, participants(line, true));
    }
    for table in tables {
        let column = table.column(&NAMES).unwrap_or_default();
        let cells = table.rows.iter().filter_map(|row| row.get(column));
        cells.for_each(|cell| add(&mut found, participants(cell, false)));
    }
    found
}

/// Asks who is meant by what lists of participants have that is no name, and adds whoever that is.
pub(in crate::adopt) fn ask_who(minutes: &mut [Minutes], asked: &mut Asked) {
    const NOBODY: &str = "nobody: it stays in the text";
    let mut places: BTreeMap<String, Vec<(usize, bool)>> = BTreeMap::new();
    for (at, it) in minutes.iter().enumerate() {
        it.unread.iter().for_each(|(entry, is_absent)| places.entry(entry.clone()).or_default().push((at, *is_absent)));
    }
    let everybody: BTreeMap<String, String> = minutes
        .iter()
        .flat_map(|it| it.present.iter().chain(&it.regrets))
        .map(|person| (letters(&person.name), person.name.clone()))
        .collect();
    for (entry, places) in places {
        let account = entry.split('@').next().filter(|it| it.len() < entry.len() && !it.contains(' '));
        let likely = everybody.values().filter(|name| account.is_some_and(|account| is_like(account, name)));
        let mut choices: Vec<String> = likely.cloned().collect();
        let guess = if choices.len() == 1 { 0 } else { choices.len() };
        choices.push(NOBODY.to_owned());
        let days: BTreeSet<String> = places.iter().map(|(at, _)| minutes[*at].day.to_string()).collect();
        let taken = asked.words(Ask {
            key: format!("entry {}", entry.replace("-->", "")),
            text: format!("Who is meant by “{entry}” in the lists of participants?"),
            places: vec![
                format!("minutes of {}", days.into_iter().collect::<Vec<_>>().join(", ")),
                "write a name behind the ticked box where none of these is right".to_owned(),
            ],
            choices,
            guess,
        });
        let Some(person) = one(&taken).filter(|_| taken != NOBODY) else { continue };
        for (at, is_absent) in places {
            let list = if is_absent { &mut minutes[at].regrets } else { &mut minutes[at].present };
            list.push(person.clone());
        }
    }
}
