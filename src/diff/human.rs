//! The change for a terminal: a line for each thing, the first ones those that need a decision.

use std::collections::BTreeMap;

use crate::diagnostic::Level;
use crate::id::Kind;
use crate::text::{count, readable, slug, turns_direction};

use super::{Diff, Effect, Fate, Matter, Ruling, Sign};

/// So many letters of one sentence are shown in a comment.
const LETTERS: usize = 240;

/// So many letters of one sentence, or of the text of one record, are shown in a terminal.
const TERMINAL: usize = 2_000;

/// So many lines of one sort are said one by one before the records, and where there are more, the first few.
const MANY: usize = 8;
const FIRST: usize = 3;

/// So many lines of what nobody has to decide on are shown in a terminal.
const SCREEN: usize = 30;

/// What the change does, in lines. Nothing in it can move the cursor or colour the terminal. Where something is cut, the last line says
/// how to see all of it.
pub fn report(diff: &Diff) -> String {
    if diff.is_empty() {
        return "The change does nothing to the record.\n".to_owned();
    }
    let section = |(title, lines): (&str, Vec<String>)| (title.to_owned(), lines);
    let of_matter = |matter: &Matter| {
        let words = Some(words_of(matter)).filter(|words| !words.is_empty());
        (heading(matter), lines(matter).into_iter().chain(words.map(|words| format!("text: {words}"))).collect())
    };
    let cut = |(title, lines): (&'static str, Vec<String>)| {
        let more = lines.len().saturating_sub(SCREEN);
        let more = (more > 0).then(|| format!("and {more} more; `--format html` shows them all"));
        (title, lines.into_iter().take(SCREEN).chain(more).collect())
    };
    let (matters, blocked, moved) = folders(diff);
    let before = leading(diff).into_iter().chain(blocked).map(section);
    let after = moved.into_iter().chain(following(diff)).chain(trailing(diff).into_iter().map(cut)).map(section);
    let parts: Vec<(String, Vec<String>)> = before.chain(matters.into_iter().map(of_matter)).chain(after).collect();
    let mut text = format!("{}\n", headline(diff));
    for (title, lines) in &parts {
        let lines = lines.iter().map(|line| format!("  {}\n", without_marks(&first(TERMINAL, line))));
        text.push_str(&format!("\n{title}\n{}", lines.collect::<String>()));
    }
    if parts.iter().flat_map(|(_, lines)| lines).any(|line| first(TERMINAL, line) != on_one_line(line)) {
        text.push_str("\nLong lines are cut; `--format html` shows all of them.\n");
    }
    text
}

/// `3 records changed, 1 added; 2 new errors, 1 new warning, 1 fixed; 4 findings were there before`.
pub fn headline(diff: &Diff) -> String {
    let of = |fate| diff.matters.iter().filter(|it| it.fate == fate && it.is_touched).count();
    let fates = [Fate::Changed, Fate::Added, Fate::Published, Fate::Removed, Fate::Unpublished, Fate::Moved];
    let fates = fates.into_iter().filter(|fate| of(*fate) > 0);
    let fates: Vec<String> =
        fates.map(|fate| format!("{} {}", count(of(fate), "record", "records"), fate.as_str())).collect();
    let [errors, warnings, existing] = diff.counts;
    let fates = if fates.is_empty() { "no record touched".to_owned() } else { fates.join(", ") };
    let found = [
        (errors, count(errors, "error to resolve", "errors to resolve")),
        (warnings, count(warnings, "new warning", "new warnings")),
        (diff.fixed.len(), format!("{} fixed", diff.fixed.len())),
    ];
    let found: Vec<String> = found.into_iter().filter(|(number, _)| *number > 0).map(|(_, words)| words).collect();
    let found = if found.is_empty() { "no new findings".to_owned() } else { found.join(", ") };
    let named = |folder: &str| if folder.is_empty() { "the root of the repository" } else { folder }.to_owned();
    let moved =
        diff.moved.as_ref().map(|(from, to)| format!("the whole record moved from {} to {}; ", named(from), named(to)));
    let mut text = format!("{}{fates}; {found}", moved.unwrap_or_default());
    if existing > 0 {
        text.push_str(&format!("; {} there before", count(existing, "finding was", "findings were")));
    }
    if diff.is_withholding {
        text.push_str("; the change withholds something, so nothing that it takes out is quoted");
    }
    text
}

pub(super) fn heading(matter: &Matter) -> String {
    shown(&named(matter))
}

/// What the record is called, what it is and what happened to it.
pub(super) fn named(matter: &Matter) -> String {
    let fate = if matter.is_touched { matter.fate.as_str() } else { "unchanged" };
    on_one_line(&format!("{} ({}, {fate})", called(matter), matter.kind.title()))
}

/// What the record is called: an id that is the title in small letters says nothing beside it.
fn called(matter: &Matter) -> String {
    match matter.title.is_empty() || matter.title == matter.id {
        true => matter.id.clone(),
        false if slug(&matter.title) == matter.id => matter.title.clone(),
        false => format!("{} {}", matter.id, matter.title),
    }
}

/// What happened to the record: findings first, then each thing, then what comes next.
pub(super) fn lines(matter: &Matter) -> Vec<String> {
    let found = matter.findings.iter().map(|it| (format!("{}: {}", it.level, it.message), it.rule));
    let found = counted(found).into_iter().map(|((what, rule), often)| match often {
        1 => format!("{what} [{rule}]"),
        often => format!("{what}, {often} times [{rule}]"),
    });
    found.chain(matter.sentences()).chain(matter.next.clone()).collect()
}

/// Each of `items` once with how often it is there, in the order in which they come first.
fn counted<T: Clone + Ord>(items: impl Iterator<Item = T>) -> Vec<(T, usize)> {
    let mut found: Vec<(T, usize)> = Vec::new();
    let mut places: BTreeMap<T, usize> = BTreeMap::new();
    for item in items {
        let at = *places.entry(item.clone()).or_insert_with(|| {
            found.push((item, 0));
            found.len() - 1
        });
        found[at].1 += 1;
    }
    found
}

/// The text with `[-what went-]` and `{+what came in+}`.
fn words_of(matter: &Matter) -> String {
    let said = matter.prose.iter().map(|(sign, text)| match sign {
        Sign::Same => text.clone(),
        Sign::Out => format!("[-{text}-]"),
        Sign::In => format!("{{+{text}+}}"),
    });
    said.collect::<Vec<_>>().join(" ")
}

/// The records that are told one by one; and what is told of many in one sentence: folders that only lie elsewhere and whose records have
/// a finding; the other ones, and the records of which only how they are written differs.
pub(super) fn folders(diff: &Diff) -> (Vec<&Matter>, Sections, Sections) {
    let mut moved: BTreeMap<Way, Vec<&Matter>> = BTreeMap::new();
    for matter in &diff.matters {
        if let Some(way) = way(matter) {
            moved.entry(way).or_default().push(matter);
        }
    }
    moved.retain(|_, matters| matters.len() > 1);
    let is_told = |it: &&Matter| way(it).is_none_or(|way| !moved.contains_key(&way));
    let line = |(way, matters): (&Way, &Vec<&Matter>)| {
        let kinds = match way.kinds {
            (Some(was), is) => format!("each was {} and is {} now", was.with_article(), is.with_article()),
            (None, _) => "their text is as it was".to_owned(),
        };
        let found = matters[0].findings.first();
        let found = found.map(|it| format!("; {} on each, as on the first: {} [{}]", it.level, it.message, it.rule));
        let (from, to) = (&way.from, &way.to);
        let number = count(matters.len(), "record", "records");
        format!("{number} moved from {from} to {to}; {kinds}{}", found.unwrap_or_default())
    };
    let lines = |has_finding: bool| {
        let some = moved.iter().filter(|(way, _)| way.finding.is_some() == has_finding);
        filled([("Moved folders", some.map(line).collect())])
    };
    let told = || diff.matters.iter().filter(is_told);
    let rewritten: Vec<String> = told().filter(|it| it.says_the_same()).map(called).collect();
    let is_one_of_many = |it: &&Matter| rewritten.len() > 1 && it.says_the_same();
    let matters = told().filter(|it| !is_one_of_many(it)).collect();
    let same = if rewritten.len() > 1 { rewritten.clone() } else { Vec::new() };
    let same = filled([("Only how it is written differs, no value and no word", same)]);
    (matters, lines(true), lines(false).into_iter().chain(same).collect())
}

/// From which folder to which other one a record moved, of which kinds it was and is, and what the finding on it is.
#[derive(PartialEq, Eq, PartialOrd, Ord)]
struct Way {
    from: String,
    to: String,
    kinds: (Option<Kind>, Kind),
    finding: Option<(Level, &'static str)>,
}

/// How the record moved; `None` where something else happened to it too.
fn way(matter: &Matter) -> Option<Way> {
    let is_plain = matter.fate == Fate::Moved && matter.findings.len() < 2;
    let folder = |path: &str| -> Vec<String> {
        path.rsplit_once('/').map_or(Vec::new(), |(folder, _)| folder.split('/').map(str::to_owned).collect())
    };
    let (mut from, mut to) = (folder(matter.was_at.as_deref()?), folder(&matter.path));
    while from.len().min(to.len()) > 1 && from.last() == to.last() {
        from.pop();
        to.pop();
    }
    let named = |folder: &[String]| match folder {
        [] => "the root of the record".to_owned(),
        folder => format!("{}/", folder.join("/")),
    };
    let finding = matter.findings.first().map(|it| (it.level, it.rule));
    let kinds = (matter.was_kind, matter.kind);
    (is_plain && from != to).then(|| Way { from: named(&from), to: named(&to), kinds, finding })
}

/// `text` in its parts, each with whether it stands between two backticks. A backtick without another one is a part of the text.
pub(super) fn parts(text: &str) -> Vec<(bool, &str)> {
    match text.matches('`').count().is_multiple_of(2) {
        true => text.split('`').enumerate().map(|(at, part)| (at % 2 == 1, part)).collect(),
        false => vec![(false, text)],
    }
}

/// `text` for a terminal, which shows the marks around code as they are.
fn without_marks(text: &str) -> String {
    parts(text).into_iter().map(|(_, part)| part).collect()
}

/// Sections with their titles, none of them empty.
pub(super) type Sections = Vec<(&'static str, Vec<String>)>;

/// What belongs to no record and may need a decision, which is read before the records. Of many things of one sort the first few.
pub(super) fn leading(diff: &Diff) -> Sections {
    let [found, rules] = [found(diff), rules(diff)].map(|groups| groups.iter().flat_map(Group::short).collect());
    filled([("Other findings", found), ("Rules and configuration", rules)])
}

/// What is not said one by one before the records, because there is much of it.
fn in_full(diff: &Diff) -> Sections {
    let whole = |groups: Vec<Group>| groups.into_iter().filter(Group::is_long).flat_map(|it| it.lines).collect();
    filled([("Other findings in full", whole(found(diff))), ("Rules and configuration in full", whole(rules(diff)))])
}

/// Lines of one sort.
struct Group {
    lines: Vec<String>,
    /// How many of them are said where there are many: none of what nobody has to decide on.
    first: usize,
    /// What those are called of which no more than the number is told: `more places where less is asked for`.
    others: String,
}

impl Group {
    fn is_long(&self) -> bool {
        self.lines.len() > MANY
    }

    /// The lines, or the first few and how many more there are.
    fn short(&self) -> Vec<String> {
        let shown = if self.is_long() { self.first } else { self.lines.len() };
        let left = self.lines.len() - shown;
        let more = self.is_long().then(|| match shown {
            0 => format!("{left} {}, which follow below", self.others),
            _ => format!("and {left} more {}", self.others),
        });
        self.lines[..shown].iter().cloned().chain(more).collect()
    }
}

/// The findings that belong to none of the records, by the rules that find them.
fn found(diff: &Diff) -> Vec<Group> {
    let mut groups: Vec<(&str, Group)> = Vec::new();
    for it in &diff.findings {
        let line = format!("{}: {}: {} [{}]", it.path, it.level, it.message, it.rule);
        match groups.iter_mut().find(|(rule, _)| *rule == it.rule) {
            Some((_, group)) => group.lines.push(line),
            None => groups.push((it.rule, Group { lines: vec![line], first: FIRST, others: format!("[{}]", it.rule) })),
        }
    }
    groups.into_iter().map(|(_, group)| group).collect()
}

/// What the change does to the rules and the configuration: what is looser, what is stricter, then the other values. Where much is
/// looser or stricter, the values stand first: one of them is why.
fn rules(diff: &Diff) -> Vec<Group> {
    let told: Vec<&Ruling> = diff.told_rules().collect();
    let group = |effect: Effect, others: &str| Group {
        lines: told.iter().filter(|it| it.effect == effect).map(|it| it.sentence()).collect(),
        first: if effect == Effect::Stricter { 0 } else { FIRST },
        others: others.to_owned(),
    };
    let mut groups = [
        group(Effect::Looser, "places where less is asked for"),
        group(Effect::Stricter, "places where more is asked for"),
        group(Effect::Other, "values"),
    ];
    if groups[..2].iter().any(Group::is_long) {
        groups.rotate_right(1);
    }
    groups.into()
}

/// What others wait for, which is read after the records.
pub(super) fn following(diff: &Diff) -> Sections {
    filled([("It unblocks", diff.unblocked.clone()), ("It holds up", diff.held_up.clone())])
}

/// What nobody has to decide on.
pub(super) fn trailing(diff: &Diff) -> Sections {
    let fixed = diff.fixed.iter().map(|it| format!("{}: {} [{}]", it.path, it.message, it.rule));
    let files = diff.files.iter().map(|(path, fate)| format!("{path} {}", fate.as_str()));
    let rest = filled([("Fixed", fixed.collect()), ("Other files", files.collect())]);
    in_full(diff).into_iter().chain(rest).collect()
}

fn filled<const COUNT: usize>(sections: [(&'static str, Vec<String>); COUNT]) -> Sections {
    sections.into_iter().filter(|(_, lines)| !lines.is_empty()).collect()
}

/// On one line, without what a terminal obeys or what turns the direction of reading.
pub(super) fn on_one_line(text: &str) -> String {
    let text = readable(text);
    text.split_whitespace().collect::<Vec<_>>().join(" ").replace(is_odd, "\u{fffd}")
}

/// The same, and not too long for a comment.
pub(super) fn shown(text: &str) -> String {
    first(LETTERS, text)
}

/// The first `letters` of `text` on one line.
fn first(letters: usize, text: &str) -> String {
    let tame = on_one_line(text);
    match tame.char_indices().nth(letters) {
        Some((at, _)) => format!("{}…", &tame[..at]),
        None => tame,
    }
}

/// Whether a terminal would obey `letter`, or it turns the direction of reading.
pub(super) fn is_odd(letter: char) -> bool {
    letter.is_control() || turns_direction(letter)
}
