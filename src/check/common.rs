//! What several rules need: findings about the configuration, headings, a limit on suggestions.

use std::ops::Range;

use memchr::memmem;

use crate::change::{Pair, Substance};
use crate::check::Facts;
use crate::check::phrase::name;
use crate::diagnostic::{Diagnostic, Edit};
use crate::document::decision::{Decision, Vote};
use crate::document::group::{Group, Member};
use crate::document::statements::statements_of;
use crate::document::{Event, Record};
use crate::fields::{At, Notation, toml_text};
use crate::id::{ContentPath, Kind};
use crate::markdown::Heading;
use crate::site::{Entry, Site};
use crate::text::{Date, Span, nearest};
use crate::workflow::{GroupRequirements, SectionRow};

/// Looking for the nearest of all names costs time in proportion to the site, so it is done for so many findings of a rule;
/// where there are more, another mistake lies behind them.
pub(super) const SUGGESTIONS: usize = 50;

/// A finding about `candor.toml`.
pub(super) fn in_configuration(facts: &Facts, span: impl Into<Option<Span>>, message: impl Into<String>) -> Diagnostic {
    Diagnostic::new("", &facts.site.config.path, span, message)
}

/// `finding` as one about these two files, so that what else is wrong because there are both of them is reported once.
pub(crate) fn of_two_files(finding: Diagnostic, one: &ContentPath, other: &ContentPath) -> Diagnostic {
    finding.concerning(one.min(other), one.max(other).to_string())
}

/// The person whom `written` probably means, in the words that people use of each other: an account, a first or a last name
/// that only one has, a spelling that is near. `None` where nobody is near, or two are.
pub(crate) fn person_meant<'a>(site: &'a Site, written: &str) -> Option<&'a Entry> {
    let word = written.trim().trim_start_matches('@');
    let people = || site.of_kind(Kind::Person);
    let is = |name: &str| name.eq_ignore_ascii_case(word);
    let has_account = |person: &&Entry| accounts(person).any(is);
    let is_called = |person: &&Entry| {
        let names: Vec<&str> = person.title.split_whitespace().collect();
        let own = names.first().into_iter().chain(names.last()).copied();
        own.chain(person.id.key.split('-')).any(is)
    };
    let only_one = || {
        let mut called = people().filter(is_called);
        called.next().filter(|_| called.next().is_none())
    };
    let spellings = || people().flat_map(|person| spellings(person).map(move |spelling| (spelling, person)));
    let near = || {
        let near = nearest(word, spellings().map(|(spelling, _)| spelling))?;
        spellings().find(|(spelling, _)| *spelling == near).map(|(_, person)| person)
    };
    people().find(has_account).or_else(only_one).or_else(near)
}

/// The accounts of a person elsewhere, without the `@`.
fn accounts(person: &Entry) -> impl Iterator<Item = &str> {
    let both = person.person().into_iter().flat_map(|person| [person.github.text(), person.discourse.text()]);
    both.map(|account| account.trim().trim_start_matches('@')).filter(|account| !account.is_empty())
}

/// All that a person is called in the record: the name, the id, the aliases, the accounts.
fn spellings(person: &Entry) -> impl Iterator<Item = &str> {
    let aliases = person.person().map_or(&[][..], |it| it.aliases.items());
    let names = [person.title.as_str(), &*person.id.key].into_iter();
    names.chain(aliases.iter().map(|alias| alias.value.as_str())).chain(accounts(person))
}

/// `finding` with the clause that `requirement` comes from, where the profile names one: `minutes_days`.
pub(super) fn citing(facts: &Facts, requirement: &str, finding: Diagnostic) -> Diagnostic {
    finding.cited(facts.site.profile.clause_of(requirement))
}

/// `finding` with the clause behind `rule` and the requirement that it is about: the one that counts on the rule, where one
/// does, and not whichever names the requirement.
pub(super) fn citing_for(facts: &Facts, rule: &str, requirement: &str, finding: Diagnostic) -> Diagnostic {
    finding.cited(facts.site.profile.clause_for(rule, requirement))
}

/// `finding` with the clause behind the requirement `key` of groups of this type, else with the one behind the outer key:
/// `roles.member.term_days`, `roles.member`, `roles`.
pub(crate) fn citing_group(facts: &Facts, group: &Group, key: &str, finding: Diagnostic) -> Diagnostic {
    let mut keys = std::iter::successors(Some(key), |key| key.rsplit_once('.').map(|(outer, _)| outer));
    let clause_of = |key: &str| facts.site.profile.clause_of(&format!("group.{}.{key}", group.r#type.get()?));
    finding.cited(keys.find_map(clause_of))
}

/// Who has the term: by their name where the directory knows them, else as written.
pub(crate) fn member_name(facts: &Facts, term: &Member) -> String {
    let known = term.person.get().and_then(|person| facts.site.find(person));
    known.map_or_else(|| term.person.text().to_owned(), name)
}

/// `finding` with the clause behind `rule` and the requirement `key` of groups like `group`.
pub(super) fn citing_group_for(facts: &Facts, group: &Entry, rule: &str, key: &str, finding: Diagnostic) -> Diagnostic {
    let group_type = group.group().and_then(|group| group.r#type.get()).map_or("", |it| it.as_str());
    citing_for(facts, rule, &format!("group.{group_type}.{key}"), finding)
}

/// What the profile asks of the group `entry`, with the beginning of the keys that a clause names: `group.board`.
pub(super) fn asked_of<'a>(site: &'a Site, entry: &Entry) -> Option<(String, &'a GroupRequirements)> {
    let group_type = entry.group()?.r#type.get()?.as_str();
    Some((format!("group.{group_type}"), site.profile.group(group_type)?))
}

/// The day of the first thing that the record tells; `None` when it tells of nothing yet.
pub(super) fn first_day(site: &Site) -> Option<Date> {
    site.activity.last().map(|first| first.date)
}

/// Whether the text has a heading for the section `title`.
pub(super) fn has_heading(entry: &Entry, title: &str) -> bool {
    entry.outline.headings.iter().any(|heading| same_title(title, &heading.title))
}

/// The line of a heading, without the end of the line.
pub(super) fn heading_span(entry: &Entry, heading: &Heading) -> Span {
    let length = entry.text[heading.span.range()].trim_end().len();
    Span::new(heading.span.start, heading.span.start + length)
}

/// The name with which the file at `path` would be read, where its own says that it is meant: `services/builds.txt` where services
/// lie, `meetings/2026-09-07.md.txt`, an introduction without an ending. `None` for all others.
pub(super) fn text_meant(site: &Site, path: &ContentPath) -> Option<ContentPath> {
    let file = path.file_name();
    let stem = match file.rsplit_once('.') {
        Some((stem, ending)) if ["txt", "bak", "text", "m", "md_", "mdd", "dm"].contains(&ending) => stem,
        Some(_) => return None,
        None => file,
    };
    let stem = stem.strip_suffix(".md").unwrap_or(stem);
    let folder = path.folder();
    let name = if folder.is_empty() { format!("{stem}.md") } else { format!("{folder}/{stem}.md") };
    let text = ContentPath::parse(&name).filter(|text| site.at_path(text).is_none())?;
    let placed = site.layout().placed(&text);
    let is_record = placed.id.kind != Kind::Page && placed.is_well_named;
    (is_record || placed.is_introduction && !stem.eq_ignore_ascii_case("readme") || file.contains(".md."))
        .then_some(text)
}

/// The lines of `entry` that would be headings if a blank stood behind their signs, `##Decision`: the place of the signs with what is
/// there in place of the blank, and the words.
pub(super) fn glued_headings(entry: &Entry) -> Vec<(Span, &str)> {
    let body = entry.body();
    let begins_so = body.starts_with("##").then_some(0);
    let starts = memmem::find_iter(body.as_bytes(), "\n##").map(|end| end + 1);
    let found = begins_so.into_iter().chain(starts).filter_map(|at| {
        let line = body[at..].lines().next()?;
        let words = line.trim_start_matches('#');
        let title = words.trim_start_matches(['\u{a0}', '\u{200b}', '\u{feff}']);
        let is_heading = line.len() - words.len() <= 6 && title.starts_with(char::is_alphabetic);
        let start = entry.body_start + at;
        let is_code = || entry.outline.code.iter().any(|block| block.start <= start && start < block.end);
        let is_note = || body[..at].rfind("<!--").is_some_and(|open| !body[open..at].contains("-->"));
        let place = Span::new(start, start + line.len() - title.len());
        (is_heading && !is_code() && !is_note()).then(|| (place, title.trim_end()))
    });
    found.collect()
}

/// Whether a vote does not say whose it is, or what was voted: one that is there and cannot be counted.
pub(super) fn has_unsaid_vote(decision: &Decision) -> bool {
    decision.vote.items().iter().any(|vote| {
        let Vote { person, value, .. } = &vote.value;
        person.is_missing() || value.is_missing()
    })
}

/// The heading that is nearly that of the section `title`, and of no other of the sections `known`: a letter or a colon too many.
pub(super) fn nearly_heading<'a, 'k>(
    entry: &'a Entry,
    title: &str,
    known: impl Iterator<Item = &'k str> + Clone,
) -> Option<&'a Heading> {
    let is_other = |heading: &Heading| known.clone().any(|other| same_title(other, &heading.title));
    let is_near = |heading: &&Heading| {
        let written = heading.title.trim_matches(|letter: char| letter.is_whitespace() || ":.;,!?#*_".contains(letter));
        nearest(written, [title]).is_some() && !is_other(heading)
    };
    entry.outline.headings.iter().find(is_near)
}

/// Whether a heading is that of the section `title`.
pub(super) fn same_title(title: &str, heading: &str) -> bool {
    title.eq_ignore_ascii_case(heading)
}

/// What to type for a section, and what belongs into it.
pub(super) fn write_section(row: &SectionRow) -> String {
    let guidance = row.guidance.trim_end_matches('.');
    if guidance.is_empty() {
        format!("write the section `## {}`", row.title)
    } else {
        format!("write the section `## {}`: {guidance}", row.title)
    }
}

/// The edit that adds `key` with the text `value` where the manual lists the key. `None` without a front matter, and where its
/// TOML is broken: nobody can tell what a new line would do there.
pub(super) fn added_key(entry: &Entry, key: &str, value: &str) -> Option<Edit> {
    let order = Record::keys(entry.kind());
    let place = |key: &str| order.iter().position(|it| *it == key);
    let own = place(key)?;
    if entry.notation == Notation::Yaml {
        return added_to_yaml(entry, key, value, |key| place(key).is_some_and(|place| place < own));
    }
    let (front, toml) = entry.toml()?;
    let statements = statements_of(entry, front.start, toml)?;
    let before = statements.iter().rev().find(|it| place(&it.key).is_some_and(|place| place < own));
    let at = front.start + before.map_or(0, |it| it.lines.end);
    Some(Edit::new(&entry.path, Span::new(at, at), format!("{key} = {}{}", toml_text(value), line_break(entry))))
}

/// The edit that adds `key` behind the last of the keys that stand `before` it.
fn added_to_yaml(entry: &Entry, key: &str, value: &str, before: impl Fn(&str) -> bool) -> Option<Edit> {
    let front = entry.front?;
    let known = entry.keys.iter().rev().find(|it| before(&entry.text[it.key.range()]));
    // A text of several lines ends with the last of them.
    let after = known.map_or(Some(front.start), |it| {
        let end = it.value.end.max(it.key.end);
        Some(end + entry.text[end..front.end].find('\n')? + 1)
    })?;
    let line = format!("{key}: {}{}", toml_text(value), line_break(entry));
    (!entry.keys.is_empty()).then(|| Edit::new(&entry.path, Span::new(after, after), line))
}

/// The edit that puts the `[[event]]` tables of `entry` into this order of their places, each with the comments above it.
/// `None` where they are written in another way, or where other tables stand between them.
pub(super) fn sorted_events(entry: &Entry, order: &[usize]) -> Option<Edit> {
    let (front, toml) = entry.toml()?;
    let blocks = event_blocks(toml)?;
    let whole = Span::new(blocks.first()?.start, blocks.last()?.end);
    let end_of_line = line_break(entry);
    let between = end_of_line.repeat(2);
    let sorted: Option<Vec<&str>> = order.iter().map(|at| Some(toml[blocks.get(*at)?.clone()].trim_end())).collect();
    let sorted = sorted?.join(&between) + end_of_line;
    // What the patch means is the same but for the order: a text that only looks like a header shows itself here.
    let parsed = |text: &str| text.parse::<toml::Table>().ok();
    let after = parsed(&format!("{}{sorted}{}", &toml[..whole.start], &toml[whole.end..]))?;
    let mut expected = parsed(toml)?;
    let events = expected.get_mut("event")?.as_array_mut()?;
    *events = order.iter().map(|at| events.get(*at).cloned()).collect::<Option<Vec<_>>>()?;
    (after == expected).then(|| Edit::new(&entry.path, whole.shifted(front.start), sorted))
}

/// The lines of each `[[event]]` table, with the comments right above its header; the last one without the empty lines behind
/// it. `None` where there are none.
fn event_blocks(toml: &str) -> Option<Vec<Range<usize>>> {
    let mut starts: Vec<usize> = Vec::new();
    let (mut at, mut comment) = (0, None);
    let mut end = toml.len();
    for line in toml.split_inclusive('\n') {
        let words = line.trim();
        if words.starts_with("[[event]]") {
            starts.push(comment.unwrap_or(at));
            end = toml.len();
        } else if words.starts_with('[') && !starts.is_empty() {
            end = end.min(comment.unwrap_or(at));
        }
        comment = if words.starts_with('#') { comment.or(Some(at)) } else { None };
        at += line.len();
    }
    let last = *starts.last()?;
    let end = last + toml[last..end].trim_end().len();
    let end = end + toml[end..].find('\n').map_or(0, |line_end| line_end + 1);
    let ends = starts.iter().skip(1).copied().chain([end]);
    Some(starts.iter().copied().zip(ends).map(|(start, end)| start..end).collect())
}

/// How the lines of a file end, by its first one.
pub(super) fn line_break(entry: &Entry) -> &'static str {
    match entry.text.split_once('\n') {
        Some((first, _)) if first.ends_with('\r') => "\r\n",
        Some(_) | None => "\n",
    }
}

/// What a finding is about that speaks of the event at the place `at` of its record, counted from zero.
pub(super) fn event_key(at: usize) -> String {
    format!("event.{at}")
}

/// What a finding is about that speaks of the step that the event at the place `at` takes: from the state before it.
pub(super) fn step_key(at: usize) -> String {
    format!("step.{at}")
}

/// What of the content of a record a change alters, in words, and where that is; `None` when it is gone.
pub(super) fn altered(pair: &Pair, substance: &Substance) -> (String, Option<Span>) {
    match substance {
        Substance::Value(value) => (format!("its `{}`", value.key), value.after),
        Substance::Wording(passage) => ("its text".to_owned(), Some(passage.first_line(&pair.after.text))),
    }
}

/// `finding` as one about an event of the head, the step that it takes, and the one that follows on it.
pub(super) fn concerning_event(pair: &Pair, event: &At<Event>, finding: Diagnostic) -> Diagnostic {
    let Some(at) = pair.place_of(event) else { return finding };
    let keys = [event_key(at), step_key(at), step_key(at + 1)];
    keys.into_iter().fold(finding, |finding, key| finding.concerning(&pair.after.path, key))
}

/// The keys of a decision that say who agreed and what came of it.
pub(super) const BALLOT: [&str; 4] = ["vote", "dissent", "outcome", "decided"];

/// The keys of a decision between which others may take part.
pub(super) const WINDOW: [&str; 2] = ["opened", "closes"];

/// `finding` as one about all of `keys` of `entry`.
pub(super) fn concerning_keys<'a>(
    finding: Diagnostic,
    entry: &Entry,
    keys: impl IntoIterator<Item = &'a str>,
) -> Diagnostic {
    keys.into_iter().fold(finding, |finding, key| finding.concerning(&entry.path, key.to_owned()))
}
