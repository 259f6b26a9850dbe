//! One cause, reported once: what many files have in the same words is one finding with their number.
//!
//! It is applied where a record is looked at by itself. Where a change is judged, each finding stands alone, so that a new one
//! is never hidden behind old ones.

use std::borrow::Cow;
use std::collections::{BTreeMap, BTreeSet};

use crate::diagnostic::{Diagnostic, Label, Subject};
use crate::id::{ContentPath, QuickMap};
use crate::site::Site;
use crate::text::{Span, capitalised, count};

use super::Rule;

/// So many findings for one cause are read; more are one.
const MANY: usize = 10;

/// How many of the other places are named.
const FIRST: usize = 3;

/// Families of which one fact about the whole record can break a rule in every file.
const FAMILIES: [&str; 6] = ["front_matter", "text", "references", "people", "meetings", "actions"];

/// Rules of other families of which that is so.
const RULES_BESIDE: [&str; 1] = ["misnamed-file"];

/// Rules of those families that hold a file back, so that each file must be named.
const APART: [&str; 1] = ["possible-draft"];

/// Rules whose messages begin with the name of the record, or quote what differs from file to file for one cause.
const BY_WORDS: [&str; 11] = [
    "action-in-prose",
    "action-without-due-date",
    "action-without-owner",
    "ambiguous-issue",
    "decision-in-minutes-only",
    "invalid-toml",
    "meeting-without-agenda",
    "meeting-without-participants",
    "overdue-minutes",
    "unclear-whether-held",
    "unknown-participant",
];

/// What mends all findings of a rule at once, where there is more to it than what each says.
const COMMANDS: [(&str, &str); 11] = [
    ("action-in-prose", ADOPT),
    ("action-without-due-date", ADOPT),
    ("action-without-owner", ADOPT),
    ("decision-in-minutes-only", ADOPT),
    ("foreign-front-matter", ADOPT),
    ("meeting-without-agenda", ADOPT),
    ("meeting-without-participants", ADOPT),
    ("missing-front-matter", ADOPT),
    ("misnamed-file", "`[[folder]]` with `name` in `candor.toml` says once how the files there are named"),
    (
        "unknown-key",
        "for all of them, `[folder.keys]` in `candor.toml` says once what the key is called there, or `unknown_keys = \"show\"` that it is \
         theirs",
    ),
    ("unknown-participant", ADOPT),
];

const ADOPT: &str = "for all of them, `candor adopt` proposes what to write, and `candor adopt --write` writes it";

const FIX: &str = "`candor check --fix` does it in all of them";

/// The `findings` on `site`, which stand in the order of their places, with one in place of each more than [`MANY`] that say the
/// same of different places; and those that it stands for, so that each can still be fixed.
pub(super) fn told_once(site: &Site, findings: Vec<Diagnostic>) -> (Vec<Diagnostic>, Vec<Diagnostic>) {
    let mut by_cause: QuickMap<(&str, Cow<str>), Vec<usize>> = QuickMap::default();
    for (at, finding) in findings.iter().enumerate().filter(|(_, finding)| may_be_one_of_many(finding)) {
        by_cause.entry((finding.rule, cause(finding))).or_default().push(at);
    }
    by_cause.retain(|_, all| all.len() > MANY);
    if by_cause.is_empty() {
        return (findings, Vec::new());
    }
    // By the place of the first of each.
    let many: BTreeMap<usize, Vec<usize>> = by_cause.into_values().map(|all| (all[0], all)).collect();
    let of = |all: &Vec<usize>| one_for(site, all.iter().map(|at| &findings[*at]).collect());
    let mut one: BTreeMap<usize, Diagnostic> = many.iter().map(|(first, all)| (*first, of(all))).collect();
    let folded = many.values().flatten().map(|at| &findings[*at]).filter(|it| it.fix.is_some()).cloned().collect();
    let others: BTreeSet<usize> = many.values().flat_map(|all| &all[1..]).copied().collect();
    let told = findings.into_iter().enumerate().filter(|(at, _)| !others.contains(at));
    (told.map(|(at, finding)| one.remove(&at).unwrap_or(finding)).collect(), folded)
}

fn may_be_one_of_many(finding: &Diagnostic) -> bool {
    let family = Rule::named(finding.rule).map_or("", |rule| rule.family);
    let is_such = FAMILIES.contains(&family) || RULES_BESIDE.contains(&finding.rule);
    is_such && !APART.contains(&finding.rule)
}

/// What mends them all, where one command or one line does.
fn command(all: &[&Diagnostic]) -> Option<&'static str> {
    if all.iter().all(|it| it.fix.as_ref().is_some_and(|fix| fix.is_safe)) {
        return Some(FIX);
    }
    COMMANDS.iter().find(|(rule, _)| *rule == all[0].rule).map(|(_, command)| *command)
}

/// What is the same in all findings that have one cause: the message, or that without what it quotes.
fn cause(finding: &Diagnostic) -> Cow<'_, str> {
    match BY_WORDS.contains(&finding.rule) {
        true => finding.message.split('`').step_by(2).collect::<String>().into(),
        false => finding.message.as_str().into(),
    }
}

/// The first of `all` with the number of the files, the next few places, and every file as a subject.
fn one_for(site: &Site, all: Vec<&Diagnostic>) -> Diagnostic {
    let first = all[0].clone();
    let paths: BTreeSet<&ContentPath> = all.iter().map(|finding| &finding.path).collect();
    let more = match paths.len() {
        1 => format!("the same {} more in this file", count(all.len() - 1, "time", "times")),
        files => format!("{} in all, in {}", all.len(), count(files, "file", "files")),
    };
    let label = |finding: &&Diagnostic| Label {
        path: finding.path.clone(),
        span: finding.span.unwrap_or_else(|| first_line(site, &finding.path)),
        text: "the same here".to_owned(),
    };
    let labels = all[1..].iter().take(FIRST).map(label);
    let labels: Vec<Label> = labels.collect();
    let files = paths.into_iter().map(|path| Subject { path: path.clone(), key: None });
    let level = all.iter().map(|finding| finding.level).max().unwrap_or(first.level);
    let help = match (first.help.clone(), command(&all)) {
        // It says already what mends them all.
        (Some(help), Some(_)) if help.contains("`[folder.keys]` of this folder") => Some(help),
        (Some(help), Some(command)) if help.ends_with('?') => Some(format!("{help} {}", capitalised(command))),
        (Some(help), Some(command)) => Some(format!("{help}; {command}")),
        (help, command) => help.or(command.map(str::to_owned)),
    };
    first.with(|it| {
        it.message = format!("{}; {more}", it.message);
        it.labels.extend(labels);
        it.subjects.extend(files);
        // Fixed in one place, the same would be wrong in all others.
        (it.level, it.help, it.fix) = (level, help, None);
    })
}

/// The first line of the file at `path`, without its end.
fn first_line(site: &Site, path: &ContentPath) -> Span {
    let text = site.at_path(path).map_or("", |entry| &*entry.text);
    Span::new(0, text.find('\n').unwrap_or(text.len()))
}
