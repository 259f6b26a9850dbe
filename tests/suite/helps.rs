//! Following what a finding says ends clean, also where it is a sentence: what it says to type is typed, and checked again.
//!
//! For each flagged example of each rule's page. A whole line of TOML in backticks is written at the place of the finding, `write it
//! again as it was` brings the base back, `rename it to` moves the file, `take it out` takes it out. What a sentence leaves to
//! its author must at least name something that the rule's clean example has: a key, a table, a heading, a path or a command.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::LazyLock;

use candor::check::page::Example;
use candor::check::{RULES, Rule, RulePage};
use candor::diagnostic::{Diagnostic, Level};
use candor::id::ContentPath;
use candor::project::Project;
use candor::text::Span;
use candor::tree::{Asset, Source, Tree};
use regex::Regex;

use crate::support;

/// What somebody does who follows a help to the letter.
#[derive(Debug, Clone, PartialEq, Eq)]
enum Step {
    /// Writes these lines, each a key with its whole value, at the place of the finding.
    Keys(Vec<String>),
    /// Adds this table, with these lines, behind the other keys.
    Table(String, Vec<String>),
    /// Writes the file of the base again.
    Restore,
    /// Moves the file of the finding there.
    Move(String),
    /// Writes this value in the place of the one that the finding points to.
    Value(String),
    /// Writes words of their own in the place of those that the finding points to.
    Reword,
    /// Takes out the line that the finding points to, the table around it, or the file.
    Delete,
    DeleteTable,
    DeleteFile,
    /// Takes out this key.
    DeleteKey(String),
}

#[test]
fn whoever_follows_a_help_to_the_letter_ends_clean() {
    let mut wrong = Vec::new();
    let mut done: BTreeMap<String, usize> = BTreeMap::new();
    for (rule, example, finding, project) in flagged().iter().flat_map(findings) {
        for step in steps(finding) {
            let Some(tree) = taken(&step, finding, example, &project.tree) else { continue };
            let sort = format!("{step:?}").split(|letter: char| !letter.is_alphanumeric()).next().map(str::to_owned);
            *done.entry(sort.unwrap_or_default()).or_default() += 1;
            let now = checked(example, tree.clone());
            let left = leftover(finding, example, project, &now);
            if !left.is_empty() {
                let help = finding.help.as_deref().unwrap_or_default();
                let text = tree.text(finding.path.as_str()).map_or("", |text| text);
                wrong.push(format!(
                    "{}: {}\nhelp: {help}\n{step:?} leaves {left:?}\n{text}",
                    rule.name, finding.message
                ));
            }
        }
    }
    assert!(wrong.is_empty(), "{} helps lead on\n\n{}", wrong.len(), wrong.join("\n\n"));
    let sorts =
        ["Keys", "Table", "Restore", "Move", "Value", "Reword", "Delete", "DeleteTable", "DeleteFile", "DeleteKey"];
    assert!(sorts.iter().all(|sort| done.contains_key(*sort)), "a way to follow a help is never taken: {done:?}");
    assert!(done.values().sum::<usize>() > 100, "too little is followed for this to prove anything: {done:?}");
}

#[test]
fn a_help_that_its_author_fills_in_names_what_the_clean_example_has() {
    let mut wrong = Vec::new();
    for (rule, _, finding, _) in flagged().iter().flat_map(findings) {
        let help = finding.help.as_deref().unwrap_or_default();
        if finding.fix.is_some() || !steps(finding).is_empty() {
            continue;
        }
        let clean = clean(rule);
        if !code(help).iter().any(|(_, word)| clean.iter().any(|text| holds(text, word))) {
            wrong.push(format!("{}: {}\n    help: {help}", rule.name, finding.message));
        }
    }
    assert!(wrong.is_empty(), "{} helps do not say what to type\n\n{}", wrong.len(), wrong.join("\n"));
}

#[test]
fn what_mends_a_finding_is_said_once() {
    for (rule, _, finding, project) in flagged().iter().flat_map(findings) {
        let shown = support::shown(std::slice::from_ref(finding), &project.tree);
        let times = shown.lines().filter(|line| line.trim_start_matches([' ', '=']).starts_with("help: ")).count();
        assert_eq!(times, 1, "{}\n{shown}", rule.name);
    }
}

type Flagged = (&'static Rule, Example, Project);

fn flagged() -> Vec<Flagged> {
    let examples = RULES.iter().flat_map(|rule| RulePage::of(rule).examples().into_iter().map(move |it| (rule, it)));
    examples.filter(|(_, it)| it.flagged).map(|(rule, it)| (rule, it, checked(&it, it.tree()))).collect()
}

/// The findings of the rule itself in its example.
fn findings(of: &Flagged) -> impl Iterator<Item = (&'static Rule, &Example, &Diagnostic, &Project)> {
    let (rule, example, project) = of;
    let own = project.report.findings.iter().filter(|finding| finding.rule == rule.name);
    own.map(move |finding| (*rule, example, finding, project))
}

fn checked(example: &Example, tree: Tree) -> Project {
    match example.base() {
        Some(base) => support::project_since(tree, base),
        None => support::project(tree),
    }
}

/// What still holds of `finding`, and the errors that were not there before.
fn leftover(finding: &Diagnostic, example: &Example, before: &Project, now: &Project) -> Vec<String> {
    let name = |it: &Diagnostic| format!("{}: {}", it.rule, it.message);
    let base = example.base().map(support::project);
    let known = before.report.findings.iter().chain(base.iter().flat_map(|base| &base.report.findings));
    let known: BTreeSet<String> = known.map(name).collect();
    let own = |it: &&Diagnostic| name(it) == name(finding) && it.path == finding.path;
    let times = |project: &Project| project.report.findings.iter().filter(own).count();
    let stays = (times(now) >= times(before)).then(|| name(finding));
    // The same rule may ask for the rest.
    // A file that moves takes its own along, under its new name.
    let own_rules: BTreeSet<&str> =
        before.report.findings.iter().filter(|it| it.path == finding.path).map(|it| it.rule).collect();
    let is_moved = |it: &Diagnostic| before.tree.text(it.path.as_str()).is_none() && own_rules.contains(it.rule);
    let fresh = now.report.findings.iter().filter(|it| it.level == Level::Error && it.rule != finding.rule);
    let fresh = fresh.filter(|it| !is_moved(it));
    fresh.map(name).filter(|it| !known.contains(it)).chain(stays).collect()
}

/// The words in backticks, each with what stands before it, back to the one before.
fn code(help: &str) -> Vec<(&str, &str)> {
    let mut parts = help.split('`');
    let mut found = Vec::new();
    while let (Some(before), Some(word)) = (parts.next(), parts.next()) {
        found.push((before, word));
    }
    found
}

/// The steps that `finding` spells out; more than one where it leaves a choice. None where its author has to fill in something.
fn steps(finding: &Diagnostic) -> Vec<Step> {
    let help = finding.help.as_deref().unwrap_or_default();
    if finding.fix.is_some() {
        return Vec::new();
    }
    let mut steps = Vec::new();
    if help.contains("again as it was")
        || help.starts_with("bring it back: `git checkout")
        || help.starts_with("bring it back, and")
        || help.contains("back in the order in which they were")
    {
        steps.push(Step::Restore);
    }
    if help.starts_with("take it out of the folder") || help.contains("remove the file") {
        steps.push(Step::DeleteFile);
    } else if help.contains("remove the `[[") {
        steps.push(Step::DeleteTable);
    } else if help.starts_with("take it out") || help.contains("take its line out") {
        steps.push(Step::Delete);
    }
    if finding.span.is_some() && (help.contains("in its place") || help.contains("take the sentence out")) {
        steps.push(Step::Reword);
    }
    for (before, word) in code(help) {
        let is_key = word.chars().all(|letter| letter.is_ascii_lowercase() || letter == '_');
        let is_taken_out = before.ends_with("take ") && help.contains(&format!("take `{word}` out"));
        if is_key && (is_taken_out || before.ends_with("take out ")) {
            steps.push(Step::DeleteKey(word.to_owned()));
        }
    }
    steps.extend(choices(help).filter_map(|choice| spelled_out(&choice)));
    // What another place asks for is said with it, and is not typed here.
    steps.retain(|step| !(matches!(step, Step::Move(_)) && help.contains("then it is asked")));
    steps
}

/// The parts of `help` that stand beside each other as choices.
fn choices(help: &str) -> impl Iterator<Item = Vec<(&str, &str)>> {
    let mut choices = vec![Vec::new()];
    for (before, word) in code(help) {
        if [";", " or ", ", or", "else"].iter().any(|it| before.contains(it)) {
            choices.push(Vec::new());
        }
        choices.last_mut().expect("one is there").push((before, word));
    }
    choices.into_iter()
}

/// The step that a choice spells out to the last letter.
fn spelled_out(choice: &[(&str, &str)]) -> Option<Step> {
    let (before, first) = *choice.first()?;
    if before.ends_with("rename it to ") || before.ends_with("move it to ") {
        let is_whole = !first.contains('…') && first.contains('.');
        return is_whole.then(|| Step::Move(first.to_owned()));
    }
    if first.starts_with('"') {
        return before.ends_with("write ").then(|| Step::Value(first.to_owned()));
    }
    let words = || choice.iter().map(|(_, word)| *word);
    // What is to be written elsewhere is its author's to find.
    let is_elsewhere = words().any(|word| word.ends_with(".md") || word.ends_with(".toml") || word.ends_with('/'));
    let is_whole = |word: &str| {
        let is_line = toml::from_str::<toml::Table>(word).is_ok_and(|it| !it.is_empty());
        is_line && word.contains(" = ") && !word.contains('…')
    };
    if is_elsewhere || choice.iter().any(|(before, _)| before.contains("such as")) {
        return None;
    }
    let lines = |rest: &[(&str, &str)]| -> Option<Vec<String>> {
        rest.iter().all(|(_, word)| is_whole(word)).then(|| rest.iter().map(|(_, word)| (*word).to_owned()).collect())
    };
    match first.starts_with('[') && first.ends_with(']') {
        true if choice.len() > 1 => Some(Step::Table(first.to_owned(), lines(&choice[1..])?)),
        true => None,
        false => Some(Step::Keys(lines(choice)?)),
    }
}

/// The tree after `step`; `None` where the finding has no place for it.
fn taken(step: &Step, finding: &Diagnostic, example: &Example, tree: &Tree) -> Option<Tree> {
    let text = tree.text(finding.path.as_str());
    let put = |text: String| {
        let mut tree = tree.clone();
        tree.sources.insert(finding.path.clone(), Source { text: text.into(), not_utf8: None });
        tree
    };
    match step {
        Step::Restore => example.base(),
        Step::Move(path) => {
            let mut tree = tree.clone();
            let path = ContentPath::parse(path)?;
            if let Some(source) = tree.sources.remove(&finding.path) {
                tree.sources.insert(path, source);
            } else {
                // A text by another ending is read only under its new name.
                let Asset::Bytes(bytes) = tree.assets.remove(&finding.path)? else { return None };
                let text = String::from_utf8(bytes.to_vec()).expect("examples are text");
                tree.sources.insert(path, Source { text: text.into(), not_utf8: None });
            }
            Some(tree)
        }
        Step::Delete => Some(put(without_line(text?, finding))),
        Step::DeleteTable => Some(put(without_table(text?, finding))),
        Step::DeleteFile => {
            let mut tree = tree.clone();
            tree.sources.remove(&finding.path);
            tree.assets.remove(&finding.path);
            tree.left_out.remove(&finding.path);
            Some(tree)
        }
        Step::DeleteKey(key) => Some(put(without_key(text?, key))),
        Step::Value(value) => Some(put(replaced(text?, finding.span?, value))),
        Step::Reword => Some(put(replaced(text?, finding.span?, "The old host stays"))),
        Step::Keys(lines) => {
            Some(put(lines.iter().fold(text?.to_string(), |text, line| with_key(&text, finding, line))))
        }
        Step::Table(header, lines) => {
            let end = front_end(text?);
            let table = format!("\n{header}\n{}\n", lines.join("\n"));
            Some(put([&text?[..end], &table, &text?[end..]].concat()))
        }
    }
}

/// Where the front matter of `text` ends: before the line that closes it. At the end of a file of configuration.
fn front_end(text: &str) -> usize {
    match text.strip_prefix("+++\n") {
        Some(rest) => rest.find("+++\n").map_or(text.len(), |at| at + "+++\n".len()),
        None => text.len(),
    }
}

fn replaced(text: &str, span: Span, new: &str) -> String {
    [&text[..span.start], new, &text[span.end..]].concat()
}

/// `text` without the lines at the place of the finding.
fn without_line(text: &str, finding: &Diagnostic) -> String {
    let Some(span) = finding.span else { return text.to_owned() };
    let start = text[..span.start].rfind('\n').map_or(0, |at| at + 1);
    let end = text[span.end..].find('\n').map_or(text.len(), |at| span.end + at + 1);
    [&text[..start], &text[end..]].concat()
}

/// `text` without the table that the finding is in.
fn without_table(text: &str, finding: &Diagnostic) -> String {
    let Some(span) = finding.span else { return text.to_owned() };
    let start = text[..span.end].rfind("[[").unwrap_or(0);
    let end = text[span.end..].find("\n[").map_or(front_end(text), |at| span.end + at + 1);
    [&text[..start], &text[end..]].concat()
}

/// `text` without the lines of `key`: its own, or its table.
fn without_key(text: &str, key: &str) -> String {
    let mut is_in_table = false;
    let kept = text.split_inclusive('\n').filter(|line| {
        if line.starts_with(['[', '+']) {
            let name = line.trim_end().trim_matches(['[', ']']);
            is_in_table = name == key || name.starts_with(&format!("{key}."));
        }
        !is_in_table && line.split_once(" = ").is_none_or(|(name, _)| name != key)
    });
    let text: String = kept.collect();
    // Within braces.
    match (text.find(&format!("{key} = ")), text.find(&format!(", {key} = "))) {
        (Some(_), Some(at)) => {
            let end = text[at + 1..].find([',', '}']).map_or(text.len(), |more| at + 1 + more);
            [text[..at].trim_end(), &text[end..]].join(" ")
        }
        _ => text,
    }
}

/// `text` with `line` in the table of the finding's place: in the place of the same key, else as its first key.
fn with_key(text: &str, finding: &Diagnostic, line: &str) -> String {
    let key = line.split(" = ").next().unwrap_or_default();
    let end = front_end(text);
    let at = finding.span.map_or(0, |span| span.start).min(end);
    // Of the value itself, also within another table.
    if let Some(span) =
        finding.span.filter(|span| text[..span.start].ends_with(&format!("{key} = ")) && span.end <= end)
    {
        let value = &line[key.len() + " = ".len()..];
        return [&text[..span.start], value, &text[span.end..]].concat();
    }
    // Within braces on its line.
    let before = &text[..at];
    let line_start = before.rfind('\n').map_or(0, |found| found + 1);
    let open =
        before[line_start..].rfind('{').filter(|_| !before[line_start..].contains('}')).map(|open| line_start + open);
    if let Some(open) = open.or_else(|| text[at..].starts_with('{').then_some(at)) {
        let inner = open + 1;
        let old = text[inner..]
            .find('}')
            .map(|close| inner..inner + close)
            .filter(|it| text[it.clone()].contains(&format!("{key} = ")));
        return match old {
            Some(range) => {
                let parts =
                    text[range.clone()].split(", ").map(|part| match part.trim().starts_with(&format!("{key} = ")) {
                        true => line.to_owned(),
                        false => part.trim().to_owned(),
                    });
                format!("{} {} {}", &text[..range.start], parts.collect::<Vec<_>>().join(", "), &text[range.end..])
            }
            None => format!("{} {line},{}", &text[..inner], &text[inner..]),
        };
    }
    let begin = if text.starts_with("+++\n") { "+++\n".len() } else { 0 };
    let line_end = text[at..].find('\n').map_or(end, |more| at + more).max(begin);
    let header = text[begin..line_end].rfind("\n[").map(|found| begin + found + 1);
    let header = header.or_else(|| text[begin..line_end].starts_with('[').then_some(begin));
    let start = header.map_or(begin, |header| text[header..].find('\n').map_or(end, |more| header + more + 1));
    let stop = text[start..end].find("\n[").map_or(end, |more| start + more + 1).max(start);
    let stop = if text[start..].starts_with('[') { start } else { stop };
    let old = text[start..stop].split_inclusive('\n');
    let kept: String = old.filter(|it| it.split(" = ").next() != Some(key)).collect();
    format!("{}{line}\n{kept}{}", &text[..start], &text[stop..])
}

/// The clean examples of `rule`, with the names of their files, and what their changes start from.
fn clean(rule: &Rule) -> Vec<&'static str> {
    let examples = RulePage::of(rule).examples();
    examples.into_iter().filter(|it| !it.flagged).flat_map(|it| [Some(it.fixture), it.base]).flatten().collect()
}

/// Whether `text` has what `word` says to type: the key of a line, a file of the folder, words with anything for `…`, any day for a day
/// and any number for a number. A command has its own help.
fn holds(text: &str, word: &str) -> bool {
    if word.starts_with("git ") || word.starts_with("candor ") {
        return true;
    }
    let word = match (word.split_once(" = "), word.rsplit_once('/')) {
        (Some((key, _)), _) => format!("{key} = "),
        (None, Some((folder, name))) if name.ends_with(".md") => format!("-- {folder}/"),
        // A key in a table.
        (None, _) if word.chars().all(|letter| letter.is_ascii_lowercase() || "._".contains(letter)) => {
            word.rsplit('.').next().unwrap_or_default().to_owned()
        }
        (None, _) => word.to_owned(),
    };
    static ANYTHING: LazyLock<[(Regex, &str); 3]> = LazyLock::new(|| {
        let pattern = |text| Regex::new(text).expect("a constant");
        [(pattern("…"), ".*"), (pattern(r"\d+"), r"\d+"), (pattern("@slug"), r"@[\w-]+")]
    });
    let pattern = ANYTHING
        .iter()
        .fold(regex::escape(&word), |text, (find, put)| find.replace_all(&text, regex::NoExpand(put)).into());
    Regex::new(&format!("(?i){pattern}")).expect("escaped").is_match(text)
}
