//! Minutes: texts with a day in their name or heading that speak of a meeting, and what they hold.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::LazyLock;

use regex::Regex;

use super::days::{days, either_day};
use super::names::{Entry, Participant, is_like, letters, one, participants};
use super::questions::{Ask, Asked};
use super::tables::tables;
use super::{FreeText, Past};
use crate::id::ContentPath;
use crate::markdown::Heading;
use crate::text::{Date, Span, ascii_slug, days_between};

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

/// A point of the agenda.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Item {
    pub title: String,
    /// The address of the issue, where the text has it.
    pub link: Option<String>,
    /// The number of the issue, where the text has no more of it.
    pub number: Option<u32>,
    pub outcome: Option<String>,
}

/// Headings that say what stands below them, each in small letters.
const PRESENT: [&str; 15] = [
    "participants",
    "participant",
    "attendees",
    "attendance",
    "present",
    "in attendance",
    "attending",
    "people",
    "people present",
    "members present",
    "who",
    "who was there",
    "roll call",
    "teilnehmer",
    "anwesend",
];
const REGRETS: [&str; 12] = [
    "regrets",
    "apologies",
    "apologies from",
    "absent",
    "absent with regrets",
    "absentees",
    "excused",
    "not attending",
    "not present",
    "unable to attend",
    "entschuldigt",
    "sent regrets",
];
/// Headings below which the points of the agenda stand.
const CONTAINERS: [&str; 8] =
    ["agenda", "minutes", "notes", "discussion", "discussions", "topics", "meeting notes", "tagesordnung"];
/// Headings that are no points of the agenda.
const OTHERS: [&str; 24] = [
    "other",
    "other topics",
    "others",
    "misc",
    "miscellaneous",
    "aob",
    "any other business",
    "todo",
    "todos",
    "actions",
    "action items",
    "next steps",
    "next meeting",
    "links",
    "references",
    "decisions",
    "summary",
    "introduction",
    "logistics",
    "date",
    "time",
    "location",
    "contents",
    "table of contents",
];

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

/// The days that the name of `text`, its folders and its heading have, that of the name first.
fn named_days(text: &FreeText) -> Vec<Date> {
    let mut all = days(text.path.as_str());
    // The last part of a path is nearest to the text.
    all.reverse();
    all.extend(text.title().into_iter().flat_map(|title| days(title).into_iter().chain(either_day(title))));
    let mut seen = BTreeSet::new();
    all.retain(|day| seen.insert(*day));
    all
}

/// How many days before they are published minutes can be of.
const WRITTEN_WITHIN: i64 = 92;

/// The day of the meeting in `text`; `None` when nothing says it. `named` are the days in the names of all minutes: a heading
/// with one of them was copied from those.
fn day(
    text: &FreeText,
    candidates: &[Date],
    named: &BTreeMap<&ContentPath, Date>,
    past: &Past,
    asked: &mut Asked,
) -> Option<Date> {
    let first = *candidates.first()?;
    let beginning = past.get(&text.path);
    let mut choices: Vec<Date> = candidates.to_vec();
    // What a commit says of a day, it says of the one file that it is about.
    let is_alone = named.keys().filter(|path| past.get(**path) == beginning).count() < 2;
    choices.extend(beginning.iter().filter(|_| is_alone).flat_map(|it| days(&it.subject)));
    let mut seen = BTreeSet::new();
    choices.retain(|day| seen.insert(*day));
    let is_near = |day: &Date| beginning.is_none_or(|it| (0..=WRITTEN_WITHIN).contains(&days_between(*day, it.day)));
    let is_of_other = |day: &Date| named.iter().any(|(path, other)| *path != &text.path && other == day);
    // What is near to the day on which git got the file, and is not the day of other minutes.
    let likely: Vec<Date> = choices.iter().filter(|day| is_near(day) && !is_of_other(day)).copied().collect();
    let guess = if likely.contains(&first) { first } else { likely.first().copied().unwrap_or(first) };
    // No minutes are there before their meeting.
    let is_over = |day: &Date| beginning.is_none_or(|it| *day <= it.day);
    choices.retain(|day| *day == first || (!is_of_other(day) && is_over(day)));
    if choices.len() == 1 {
        return Some(guess);
    }
    let mut places = vec![format!("`{}`", text.path)];
    places.extend(text.title().map(|title| format!("its heading: {title}")));
    places.extend(beginning.map(|it| format!("first in git on {}: {}", it.day, it.subject)));
    let at = asked.choose(Ask {
        key: format!("day {}", text.path),
        text: format!("On which day was the meeting of `{}`?", text.path),
        places,
        guess: choices.iter().position(|day| *day == guess).unwrap_or_default(),
        choices: choices.iter().map(ToString::to_string).collect(),
    });
    Some(choices[at])
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

fn read<'a>(text: &'a FreeText, day: Date, past: &Past) -> Minutes<'a> {
    let Entry { people: present, unread } = listed(text, &PRESENT);
    let Entry { people: regrets, unread: of_regrets } = listed(text, &REGRETS);
    let unread = unread.into_iter().map(|it| (it, false)).chain(of_regrets.into_iter().map(|it| (it, true))).collect();
    let published = past.get(&text.path).map(|it| it.day).filter(|published| *published >= day);
    let to = text.path.clone();
    let (agenda, next) = (agenda(text), next(text, day));
    Minutes { text, day, to, present, regrets, unread, agenda, next, published, kind: "regular" }
}

/// What a heading says, without counts, marks and capitals: `participants` for `Participants (7):`.
pub(super) fn said(heading: &str) -> String {
    let bare = heading.split(['(', ':']).next().unwrap_or_default();
    bare.trim_matches(|letter: char| !letter.is_alphanumeric()).to_lowercase()
}

fn is_one_of(heading: &Heading, words: &[&str]) -> bool {
    words.contains(&said(&heading.title).as_str())
}

/// Asks who is meant by what lists of participants have that is no name, and adds whoever that is.
pub(super) fn ask_who(minutes: &mut [Minutes], asked: &mut Asked) {
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

/// Everybody in the lists below headings with one of `words`, below lines that are no more than one of them, and in lines that
/// have one before names: `Present: Ada, Ben`.
fn listed(text: &FreeText, words: &[&str]) -> Entry {
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

/// Whether `said` says that who was there follows, or who was not.
fn is_label(said: &str) -> bool {
    PRESENT.contains(&said) || REGRETS.contains(&said)
}

/// The lists that a line has, each with its label in small letters: `Present: Ada, Ben; regrets: Cleo` has two.
fn lists_in(line: &str) -> Vec<(String, &str)> {
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
fn label_alone(line: &str) -> Option<String> {
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

/// The points of the agenda: what stands below `Agenda` or `Minutes`, else every heading that is none of the usual others; where
/// there is neither, the items below `Agenda`.
fn agenda(text: &FreeText) -> Vec<Item> {
    let headings = &text.outline.headings;
    let is_point = |at: &usize| {
        let heading = &headings[*at];
        ![&PRESENT[..], &REGRETS, &CONTAINERS, &OTHERS].iter().any(|words| is_one_of(heading, words))
            && days(&heading.title).is_empty()
    };
    let containers: Vec<usize> = (0..headings.len()).filter(|at| is_one_of(&headings[*at], &CONTAINERS)).collect();
    let below = containers.iter().flat_map(|at| {
        let level = headings[*at].level;
        (at + 1..headings.len())
            .take_while(move |next| headings[*next].level > level)
            .filter(move |next| headings[*next].level == level + 1)
    });
    let mut points: Vec<usize> = below.filter(is_point).collect();
    if points.is_empty() {
        let level = headings.iter().map(|it| it.level).filter(|level| *level > 1).min();
        points = (0..headings.len()).filter(|at| Some(headings[*at].level) == level).filter(is_point).collect();
    }
    if !points.is_empty() {
        return points.into_iter().filter_map(|at| point(text, at)).collect();
    }
    let is_agenda = |at: Option<usize>| at.is_some_and(|at| said(&headings[at].title) == "agenda");
    let items = text.outline.lists.iter().filter(|item| item.depth == 1 && is_agenda(item.heading));
    items.filter_map(|item| titled(&item.text, None, None)).collect()
}

/// The point below the heading `at`.
fn point(text: &FreeText, at: usize) -> Option<Item> {
    let heading = &text.outline.headings[at];
    let link =
        text.outline.links.iter().find(|link| heading.span.holds(link.span) && issue_of(&link.destination).is_some());
    titled(&heading.title, link.map(|link| link.destination.clone()), outcome(text, at))
}

/// `https://host/owner/name` and the number, of the address of an issue.
pub(super) fn issue_of(address: &str) -> Option<(&str, u32)> {
    static ISSUE: LazyLock<Regex> = LazyLock::new(|| {
        Regex::new(r"^(https://[^/\s]+/[^\s?#]+?)/(?:-/)?(?:issues|pull|merge_requests)/(\d+)(?:[/?#].*)?$")
            .expect("the expression is right")
    });
    let found = ISSUE.captures(address)?;
    Some((found.get(1)?.as_str(), found[2].parse().ok()?))
}

/// The point called `title`, without the number of an issue at its end.
fn titled(title: &str, link: Option<String>, outcome: Option<String>) -> Option<Item> {
    static NUMBER: LazyLock<Regex> = LazyLock::new(|| {
        Regex::new(r"^(.*?)[\s\-–:(]*?(?:(?:migrate )?([\w.-]+/[\w.-]+))?(?:migrate )?#(\d+)\)?\s*$")
            .expect("the expression is right")
    });
    let title = title.split_whitespace().collect::<Vec<_>>().join(" ");
    let (bare, link, number) = match NUMBER.captures(&title) {
        Some(found) if !found[1].trim().is_empty() => {
            let number: Option<u32> = found[3].parse().ok();
            let of_name = found.get(2).zip(number);
            let link =
                link.or_else(|| of_name.map(|(name, it)| format!("https://github.com/{}/issues/{it}", name.as_str())));
            (found[1].trim().to_owned(), link, number)
        }
        Some(_) | None => (title.clone(), link, None),
    };
    let is_title = bare.chars().any(char::is_alphabetic);
    is_title.then_some(Item { title: bare, number: number.filter(|_| link.is_none()), link, outcome })
}

/// What came of the point below the heading `at`, where a line says that it is that.
fn outcome(text: &FreeText, at: usize) -> Option<String> {
    static OUTCOME: LazyLock<Regex> = LazyLock::new(|| {
        Regex::new(r"(?i)^(?:(?:decision|decided|resolution|resolved|outcome|agreed|conclusion|result)(?: for [^:]{1,40})?:|-->|=>|→)\s*(.+)$")
            .expect("the expression is right")
    });
    let section = text.outline.sections.get(at)?.span;
    let of_item = text.outline.lists.iter().filter(|item| section.holds(item.span)).map(|item| item.text.clone());
    let of_line = text.lines_in(section).map(str::to_owned);
    let found = of_item.chain(of_line).find_map(|line| Some(OUTCOME.captures(line.trim())?[1].trim().to_owned()));
    found.filter(|it| it.chars().count() <= 300)
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

#[cfg(test)]
mod tests {
    use super::super::questions::Answers;
    use super::super::tests::texts;
    use super::*;
    use crate::tree::Beginning;

    fn shown(fixture: &str, past: &Past) -> Vec<String> {
        let texts = texts(fixture);
        let answers = Answers::default();
        let mut asked = Asked::new(&answers);
        let found = minutes(&texts, past, &BTreeSet::new(), &mut asked);
        let mut lines: Vec<String> = Vec::new();
        for it in &found {
            let names: Vec<&str> = it.present.iter().map(|it| it.name.as_str()).collect();
            lines.push(format!("{} of {}: {}", it.to, it.text.path, names.join(", ")));
            lines.extend(it.regrets.iter().map(|it| format!("  without {}", it.name)));
            lines.extend(it.next.map(|next| format!("  next {next}")));
            for item in &it.agenda {
                let link = item.link.as_deref().map(str::to_owned).or_else(|| Some(format!("#{}", item.number?)));
                lines.push(format!(
                    "  * {} {} {}",
                    item.title,
                    link.unwrap_or_default(),
                    item.outcome.as_deref().unwrap_or_default()
                ));
            }
        }
        lines.extend(asked.questions.iter().map(|it| format!("? {} {}", it.text, it.taken)));
        lines.into_iter().map(|line| line.trim_end().to_owned()).collect()
    }

    #[test]
    fn minutes_are_read_with_who_was_there_and_what_was_talked_about() {
        let found = shown(
            "-- notes/team 2026-01-12.md --\n# Meeting\n\nPresent: Ada Example, Ben\nRegrets: Cleo\n\n\
             ## Move the lists [#7](https://example.org/a/b/issues/7)\n\n* a long talk\n* Decision: they move\n\n\
             ## Money #8\n\n## Other topics\n\nThe next meeting is on 26 January 2026.\n",
            &Past::default(),
        );
        assert_eq!(
            found,
            [
                "meetings/2026-01-12.md of notes/team 2026-01-12.md: Ada Example, Ben",
                "  without Cleo",
                "  next 2026-01-26",
                "  * Move the lists https://example.org/a/b/issues/7 they move",
                "  * Money #8",
            ]
        );
    }

    #[test]
    fn two_meetings_of_a_day_have_a_file_each_and_other_texts_with_a_day_are_no_minutes() {
        let found = shown(
            "-- minutes/2026-01-12-board.md --\nHello.\n-- minutes/2026-01-12.md --\nHello.\n\
             -- posts/2026-01-12-news.md --\nHello.\n-- minutes/template.md --\n## Participants\n",
            &Past::default(),
        );
        assert_eq!(
            found,
            [
                "meetings/2026-01-12.md of minutes/2026-01-12.md:",
                "meetings/2026-01-12-board.md of minutes/2026-01-12-board.md:",
                "? What sort of meeting are the second minutes of 2026-01-12 about? extra",
            ]
        );
    }

    #[test]
    fn who_was_there_and_who_was_not_is_told_apart_however_it_is_written() {
        for list in [
            "Present: Ada Example, Ben; regrets: Cleo\n",
            "**Attendees (2):** Ada Example (chair), Ben. Apologies: Cleo\n",
            "Attendees: Ada Example, Ben\n\n- Absent: Cleo\n",
            "## Participants\n\n* Ada Example\n* Ben\n* Regrets: Cleo\n",
            "## Participants\n\n* Ada Example\n* Ben\n* Regrets:\n  * Cleo\n",
            "## Participants\n\nAda Example, Ben\n\nRegrets: Cleo\n",
            "**Attendees**\n\n* Ada Example\n* Ben\n\n**Regrets**\n\n1. Cleo\n",
            "Attending: Ada Example, Ben / Not attending: Cleo\n",
            "Present - Ada Example, Ben\n\nApologies – Cleo\n",
            "Present: Ada Example, Ben (from 10:30). Absent with regrets: Cleo\n",
            "Present:\n- Ada Example\n- Ben\n\nAbsent:\n- Cleo\n\nNotes:\n- Dan\n",
        ] {
            let found = shown(&format!("-- notes/2026-01-12.md --\n{list}\n## Lists\n"), &Past::default());
            let expected =
                ["meetings/2026-01-12.md of notes/2026-01-12.md: Ada Example, Ben", "  without Cleo", "  * Lists"];
            assert_eq!(found, expected, "{list}");
        }
    }

    #[test]
    fn a_name_that_git_contradicts_is_asked_about() {
        let path = ContentPath::parse("minutes/2025-01-12.md").unwrap();
        let day = Date::constant(2026, 1, 13);
        let past = Past::from_iter([(path, Beginning { day, subject: "Minutes of 2026-01-12".to_owned() })]);
        let found = shown("-- minutes/2025-01-12.md --\n# Minutes\n", &past);
        assert_eq!(
            found,
            [
                "meetings/2026-01-12.md of minutes/2025-01-12.md:",
                "? On which day was the meeting of `minutes/2025-01-12.md`? 2026-01-12",
            ]
        );
    }

    #[test]
    fn a_heading_that_was_copied_from_other_minutes_is_no_doubt() {
        let found = shown(
            "-- minutes/2026-01-12.md --\n# Meeting of 2026-01-12\n-- minutes/2026-01-26.md --\n# Meeting of 2026-01-12\n",
            &Past::default(),
        );
        assert_eq!(
            found,
            ["meetings/2026-01-12.md of minutes/2026-01-12.md:", "meetings/2026-01-26.md of minutes/2026-01-26.md:"]
        );
    }

    /// Who was there, and what was asked, with these answers.
    fn present(list: &str, answers: &str) -> Vec<String> {
        let texts = texts(&format!("-- minutes/2026-01-12.md --\n# Minutes\n\n## Participants\n\n{list}\n## Lists\n"));
        let answers = Answers::read(answers);
        let mut asked = Asked::new(&answers);
        let mut found = minutes(&texts, &Past::default(), &BTreeSet::new(), &mut asked);
        ask_who(&mut found, &mut asked);
        let people = found[0].present.iter().map(|it| it.name.clone());
        people.chain(asked.questions.iter().map(|it| format!("? {}: {}", it.key, it.taken))).collect()
    }

    #[test]
    fn what_is_no_name_in_a_list_is_asked_about() {
        let list = "* Ben Example\n* bexample@lists.example\n* about ten people from the forum\n";
        let nobody = "? entry about ten people from the forum: nobody: it stays in the text";
        assert_eq!(
            present(list, ""),
            ["Ben Example", "Ben Example", nobody, "? entry bexample@lists.example: Ben Example"]
        );
        let answer = "<!-- question: entry bexample@lists.example -->\n- [x] Anna Example\n";
        assert_eq!(
            present(list, answer),
            ["Ben Example", "Anna Example", nobody, "? entry bexample@lists.example: Anna Example"]
        );
    }

    #[test]
    fn people_stand_in_a_list_a_table_or_a_line() {
        for list in [
            "* Ada Example\n* Ben Example\n",
            "Ada Example, Ben Example\n",
            "Ada Example\nBen Example\n",
            "| Name | From |\n|---|---|\n| Ada Example | here |\n| Ben Example | there |\n",
            "| No | Who |\n|:--|--:|\n| 1 | Ada Example |\n| 2 | Ben Example |\n",
        ] {
            assert_eq!(present(list, ""), ["Ada Example", "Ben Example"], "{list}");
        }
    }
}
