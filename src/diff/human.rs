//! The change for a terminal: a line for each thing, the first ones those that need a decision. The other forms have its lines, each in
//! the language of its change.

use std::collections::BTreeMap;

use crate::check::Rule;
use crate::diagnostic::{BaselineState, Diagnostic, Level};
use crate::id::Kind;
use crate::text::{readable, slug, turns_direction};
use crate::words::{self, Word};

use super::{Diff, Effect, Fate, Matter, Ruling, Sign, Weight};

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
    let section = |(title, lines): (Word, Vec<String>)| (title.to_string(), lines);
    let of_matter = |matter: &Matter| {
        let words = Some(words_of(matter)).filter(|words| !words.is_empty());
        (heading(matter), lines(matter).into_iter().chain(words.map(|words| format!("text: {words}"))).collect())
    };
    let cut = |(title, lines): (Word, Vec<String>)| {
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

/// How many there are of something, in words.
type Counted = fn(usize) -> String;

/// `3 records changed, 1 record added; 2 errors to resolve, 1 new warning, 1 fixed; 4 findings were there before`.
pub fn headline(diff: &Diff) -> String {
    const FATES: [(Fate, Counted); 6] = [
        (Fate::Changed, words::fate_changed),
        (Fate::Added, words::fate_added),
        (Fate::Published, words::fate_published),
        (Fate::Removed, words::fate_removed),
        (Fate::Unpublished, words::fate_unpublished),
        (Fate::Moved, words::fate_moved),
    ];
    let of = |fate| diff.matters.iter().filter(|it| it.fate == fate && it.is_touched).count();
    let [errors, warnings, existing] = diff.counts;
    let found: [(usize, Counted); 3] =
        [(errors, words::errors_to_resolve), (warnings, words::new_warnings), (diff.fixed.len(), words::number_fixed)];
    let listed = |all: &[(usize, Counted)], nothing: Word| {
        let all = all.iter().filter(|(number, _)| *number > 0).map(|(number, said)| said(*number));
        let all: Vec<String> = all.collect();
        if all.is_empty() { nothing.to_string() } else { all.join(", ") }
    };
    let named = |folder: &str| if folder.is_empty() { words::ROOT_OF_REPOSITORY.text() } else { folder }.to_owned();
    let moved = diff.moved.as_ref().map(|(from, to)| words::whole_record_moved(named(from), named(to)));
    let fates = FATES.map(|(fate, said)| (of(fate), said));
    let said = [listed(&fates, words::NO_RECORD_TOUCHED), listed(&found, words::NO_NEW_FINDINGS)];
    let existing = (existing > 0).then(|| words::findings_were_there(existing));
    let withheld = diff.is_withholding.then(|| words::WITHHOLDS_SOMETHING.to_string());
    moved.into_iter().chain(said).chain(existing).chain(withheld).collect::<Vec<_>>().join("; ")
}

pub(super) fn heading(matter: &Matter) -> String {
    shown(&named(matter))
}

/// What the record is called, what it is and what happened to it.
pub(super) fn named(matter: &Matter) -> String {
    let fate = if matter.is_touched { matter.fate.as_str() } else { "unchanged" };
    on_one_line(&words::kind_and_fate(called(matter), words::of_profile(matter.kind.title()), words::fate_of(fate)))
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
    findings(matter).into_iter().chain(matter.sentences()).chain(matter.next.clone()).collect()
}

/// What is found about the record, each finding with its rule at its end.
pub(super) fn findings(matter: &Matter) -> Vec<String> {
    let level = |it: &Diagnostic| match it.baseline_state {
        Some(BaselineState::BlocksStep) => words::found_before(it.level.to_string()),
        Some(BaselineState::New | BaselineState::Existing | BaselineState::Fixed) | None => it.level.to_string(),
    };
    let found = matter.findings.iter().map(|it| (format!("{}: {}", level(it), it.message), it.rule));
    let line = |((what, rule), often): ((String, &str), usize)| match often {
        1 => format!("{what} [{rule}]"),
        often => format!("{} [{rule}]", words::found_often(what, often)),
    };
    counted(found).into_iter().map(line).collect()
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
        let (number, from, to) = (matters.len(), &*way.from, &*way.to);
        let moved = match way.kinds {
            (Some(was), is) => words::records_moved_and_are(number, from, to, words::being(was), words::being(is)),
            (None, _) => words::records_moved(number, from, to),
        };
        match matters[0].findings.first() {
            Some(it) => words::found_on_each(moved, it.level.to_string(), format!("{} [{}]", it.message, it.rule)),
            None => moved,
        }
    };
    let lines = |has_finding: bool| {
        let some = moved.iter().filter(|(way, _)| way.finding.is_some() == has_finding);
        filled([(words::MOVED_FOLDERS, some.map(line).collect())])
    };
    let told = || diff.matters.iter().filter(is_told);
    let rewritten: Vec<String> = told().filter(|it| it.says_the_same()).map(called).collect();
    let is_one_of_many = |it: &&Matter| rewritten.len() > 1 && it.says_the_same();
    let matters = told().filter(|it| !is_one_of_many(it)).collect();
    let same = if rewritten.len() > 1 { rewritten.clone() } else { Vec::new() };
    let same = filled([(words::ONLY_REWRITTEN, same)]);
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
        [] => words::ROOT_OF_RECORD.to_string(),
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
pub(super) type Sections = Vec<(Word, Vec<String>)>;

/// What belongs to no record and may need a decision, which is read before the records. Of many things of one sort the first few.
pub(super) fn leading(diff: &Diff) -> Sections {
    let [found, rules] = [found(diff, leads), rules(diff)].map(|groups| groups.iter().flat_map(Group::short).collect());
    filled([(words::FINDINGS_ELSEWHERE, found), (words::RULES_AND_CONFIGURATION, rules)])
}

/// Whether a finding that belongs to none of the records is read before them: a warning is not, where one of them has an error.
fn leads(diff: &Diff, finding: &Diagnostic) -> bool {
    finding.level == Level::Error || diff.matters.iter().all(|it| it.weight != Weight::Blocked)
}

/// What is not said one by one before the records, because there is much of it.
fn in_full(diff: &Diff) -> Sections {
    let whole = |groups: Vec<Group>| groups.into_iter().filter(Group::is_long).flat_map(|it| it.lines).collect();
    filled([
        (words::FINDINGS_ELSEWHERE_IN_FULL, whole(found(diff, |_, _| true))),
        (words::RULES_AND_CONFIGURATION_IN_FULL, whole(rules(diff))),
    ])
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
            0 => words::follow_below(left, &*self.others),
            _ => words::and_more_of(left, &*self.others),
        });
        self.lines[..shown].iter().cloned().chain(more).collect()
    }
}

/// Those of the findings that belong to none of the records which `is_wanted` picks, by the rules that find them.
fn found(diff: &Diff, is_wanted: fn(&Diff, &Diagnostic) -> bool) -> Vec<Group> {
    let mut groups: Vec<(&str, Group)> = Vec::new();
    for it in diff.findings.iter().filter(|it| is_wanted(diff, it)) {
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
    let group = |effect: Effect, others: Word| Group {
        lines: told.iter().filter(|it| it.effect == effect).map(|it| it.sentence()).collect(),
        first: if effect == Effect::Stricter { 0 } else { FIRST },
        others: others.to_string(),
    };
    let mut groups = [
        group(Effect::Looser, words::PLACES_OF_LESS),
        group(Effect::Stricter, words::PLACES_OF_MORE),
        group(Effect::Other, words::VALUES_BESIDE),
    ];
    if groups[..2].iter().any(Group::is_long) {
        groups.rotate_right(1);
    }
    groups.into()
}

/// What others wait for, and what is found elsewhere and can wait, which is read after the records.
pub(super) fn following(diff: &Diff) -> Sections {
    let later = found(diff, |diff, it| !leads(diff, it)).iter().flat_map(Group::short).collect();
    filled([
        (words::UNBLOCKS, diff.unblocked.clone()),
        (words::HOLDS_UP, diff.held_up.clone()),
        (words::FINDINGS_ELSEWHERE, later),
    ])
}

/// What nobody has to decide on.
pub(super) fn trailing(diff: &Diff) -> Sections {
    let fixed = diff.fixed.iter().map(|it| format!("{}: {} [{}]", it.path, it.message, it.rule));
    let files = diff.files.iter().map(|(path, fate)| words::change_of_file(&**path, words::fate_of(fate.as_str())));
    let rest = filled([(words::FINDINGS_GONE, fixed.collect()), (words::FILES_BESIDE, files.collect())]);
    in_full(diff).into_iter().chain(rest).collect()
}

fn filled<const COUNT: usize>(sections: [(Word, Vec<String>); COUNT]) -> Sections {
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

/// A line as a comment shows it: the rule at the end of a finding is kept where its words are cut.
pub(super) fn shown_line(line: &str) -> String {
    match line.rsplit_once(" [").filter(|(_, rule)| Rule::named(rule.trim_end_matches(']')).is_some()) {
        Some((what, rule)) => format!("{} [{rule}", first(LETTERS, what)),
        None => shown(line),
    }
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
