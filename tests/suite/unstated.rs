//! A key with an empty text is as though it were not there, and an item with one as though it were not in the list. From a key
//! that cannot be read nothing follows.

use std::collections::{BTreeMap, BTreeSet};

use candor::check::causes::CAUSES;
use candor::check::{RULES, RulePage};
use candor::diagnostic::Level;
use candor::id::ContentPath;
use candor::project::Project;
use candor::tree::{Source, Tree};
use rayon::prelude::*;

use crate::{sites, support};

/// How many places of one key are tried in the examples, and in a golden site.
const PLACES: [usize; 2] = [2, 1];

/// The golden sites that are small enough to be looked at once for each of their keys.
const SITES: [&str; 4] = ["base", "council", "ghc-devops", "llvm-area-team"];

/// How somebody writes a key that then cannot be read, and what is reported of it.
type Slip = (fn(&Line) -> String, &'static [&'static str]);

const SLIPS: [Slip; 3] = [
    // A value that no key takes.
    (|line| format!("{} = 1979-05-27T07:32:00\n", line.key), &["wrong-type"]),
    (|line| format!("{} {}\n", line.key, line.value), &["invalid-toml", "impossible-date"]),
    (|line| format!("{}{} = {}\n", line.key, &line.key[line.key.len() - 1..], line.value), &["unknown-key"]),
];

/// A line of a front matter that states something.
struct Line {
    tree: Tree,
    path: ContentPath,
    at: usize,
    key: String,
    value: String,
}

#[test]
fn an_empty_key_is_as_though_it_were_not_there() {
    let mut lines = lines();
    lines.retain(|line| line.is_text() || line.is_list());
    assert!(lines.len() > 400, "{} lines", lines.len());
    let wrong: Vec<String> = lines.par_iter().flat_map_iter(Line::missing_where_empty).collect();
    assert!(wrong.is_empty(), "{} of {}:\n{}", wrong.len(), lines.len(), wrong.join("\n"));
}

#[test]
fn from_a_key_that_cannot_be_read_nothing_follows() {
    let lines = lines();
    let judged: Vec<Option<String>> = lines.par_iter().flat_map_iter(Line::concluded_where_unreadable).collect();
    assert!(judged.len() > 1200, "{} of {} could not be read", judged.len(), lines.len());
    let wrong: Vec<String> = judged.into_iter().flatten().collect();
    assert!(wrong.is_empty(), "{} of {}:\n{}", wrong.len(), lines.len(), wrong.join("\n"));
}

#[test]
fn a_misspelt_key_that_nobody_reads_of_is_as_though_it_were_not_there() {
    let lines = lines_of_examples();
    assert!(lines.len() > 300, "{} lines", lines.len());
    let judged: Vec<String> = lines.par_iter().flat_map_iter(Line::missing_where_misspelt).collect();
    assert!(judged.is_empty(), "{} of {}:\n{}", judged.len(), lines.len(), judged.join("\n"));
}

/// Of each key of each table of each folder in the examples of the rules, and in some sites.
fn lines() -> Vec<Line> {
    let mut lines = lines_of_examples();
    for name in SITES {
        lines.extend(lines_of(std::iter::once(Tree::clone(&sites::site(name).tree)), PLACES[1]));
    }
    lines
}

/// Those of the examples alone.
fn lines_of_examples() -> Vec<Line> {
    let examples = RULES.iter().flat_map(|rule| RulePage::of(rule).examples());
    lines_of(examples.filter(|it| it.base.is_none()).map(|it| it.tree()), PLACES[0])
}

fn lines_of(trees: impl Iterator<Item = Tree>, limit: usize) -> Vec<Line> {
    let mut places: BTreeMap<(String, String, String), usize> = BTreeMap::new();
    let mut lines = Vec::new();
    for tree in trees {
        for (path, source) in tree.sources.iter().filter(|(path, _)| path.is_markdown()) {
            let folder = path.as_str().rsplit_once('/').map_or("", |(folder, _)| folder);
            let Some((front, _)) = source.text.strip_prefix("+++\n").and_then(|it| it.split_once("\n+++")) else {
                continue;
            };
            let mut table = "";
            for (at, line) in front.lines().enumerate() {
                if line.starts_with('[') {
                    table = line;
                }
                let Some((key, value)) = line.split_once(" = ") else { continue };
                let place = places.entry((folder.to_owned(), table.to_owned(), key.to_owned())).or_default();
                let is_whole = !value.starts_with(['[', '{']) || value.ends_with([']', '}']);
                if is_whole && *place < limit {
                    *place += 1;
                    let (tree, path, key, value) = (tree.clone(), path.clone(), key.to_owned(), value.to_owned());
                    lines.push(Line { tree, path, at, key, value });
                }
            }
        }
    }
    lines
}

impl Line {
    fn is_text(&self) -> bool {
        self.value.starts_with('"') && !self.value.starts_with("\"\"")
    }

    /// Whether it is a list of texts.
    fn is_list(&self) -> bool {
        self.value.starts_with("[\"")
    }

    /// What is reported where the line cannot be read, beside that; nothing where the key takes anything.
    fn concluded_where_unreadable(&self) -> Vec<Option<String>> {
        let Line { path, .. } = self;
        let found = |tree: Tree| -> BTreeSet<(String, &'static str)> {
            support::project(tree).report.findings.iter().map(|it| (it.path.to_string(), it.rule)).collect()
        };
        let before = found(self.tree.clone());
        let judged = |(slip, causes): &Slip| {
            let written = slip(self);
            let unreadable = found(self.with(&written));
            let is_cause = |(at, rule): &(String, &str)| at == path.as_str() && causes.contains(rule);
            if !unreadable.iter().any(is_cause) {
                return None;
            }
            // What was found is reported at another record where it was reported at this one; a waiver has nothing to wait for where
            // what it accepts is not there; and what followed from a finding is reported where that is gone.
            let was_found = |rule: &str| {
                let is_reason = |it: &str| it == rule || CAUSES.iter().any(|row| row.cause == it && row.explains(rule));
                // In doubt a file is held back.
                let is_held_back = rule == "possible-draft" && self.key == "draft";
                is_held_back || rule == "unused-waiver" || before.iter().any(|(_, it)| is_reason(it))
            };
            let new: Vec<_> = unreadable.iter().filter(|it| !is_cause(it) && !was_found(it.1)).collect();
            Some((!new.is_empty()).then(|| format!("{path}: {written:?}: {new:?}")))
        };
        SLIPS.iter().filter_map(judged).collect()
    }

    /// What is reported without the line and not where its key is misspelt and that is no finding.
    fn missing_where_misspelt(&self) -> Vec<String> {
        let without = found_but_unknown_keys(self.with(""));
        let misspelt = found_but_unknown_keys(self.with(&SLIPS[2].0(self)));
        let gone = without.difference(&misspelt);
        gone.map(|gone| format!("{}: {} is misspelt: {gone:?} is gone", self.path, self.key)).collect()
    }

    /// What is reported without the line and not where it is empty.
    fn missing_where_empty(&self) -> Vec<String> {
        let Line { path, key, .. } = self;
        let (without, empty) = match self.is_list() {
            true => (format!("{key} = []\n"), vec![format!("{key} = [\"\"]\n")]),
            false => (String::new(), vec![format!("{key} = \"\"\n"), format!("{key} = \" \"\n")]),
        };
        let without = errors(&support::project(self.with(&without)));
        let judged = empty.into_iter().filter_map(|line| {
            let found = errors(&support::project(self.with(&line)));
            let follows =
                |rule: &str| CAUSES.iter().any(|row| row.explains(rule) && found.iter().any(|it| it.1 == row.cause));
            let gone: Vec<_> = without.difference(&found).filter(|(_, rule)| !follows(rule)).collect();
            (!gone.is_empty()).then(|| format!("{path}: {line:?}: {gone:?} is gone, there is {found:?}"))
        });
        judged.collect()
    }

    /// The tree with `line` in place of the line.
    fn with(&self, line: &str) -> Tree {
        let mut tree = self.tree.clone();
        let source = tree.sources.get_mut(&self.path).expect("it is the path of a source");
        let lines = source.text.split_inclusive('\n').enumerate();
        // The first line of the file opens the front matter.
        let text: String = lines.map(|(at, own)| if at == self.at + 1 { line } else { own }).collect();
        *source = Source { text: text.into(), not_utf8: None };
        tree
    }
}

/// What is found where unknown keys are allowed, each with the file.
fn found_but_unknown_keys(tree: Tree) -> BTreeSet<(String, &'static str)> {
    let path = ContentPath::parse("candor.toml").expect("a path");
    let mut tree = tree;
    let config = tree.sources.get(&path).map_or(String::new(), |source| source.text.to_string());
    let text = match config.split_once("[levels]\n") {
        Some((before, after)) => format!("{before}[levels]\nunknown-key = \"off\"\n{after}"),
        None => format!("{config}\n[levels]\nunknown-key = \"off\"\n"),
    };
    tree.sources.insert(path, Source { text: text.into(), not_utf8: None });
    let findings = support::project(tree).report.findings;
    findings.iter().map(|it| (it.path.to_string(), it.rule)).collect()
}

/// The rules that are broken so that the check fails, each with the file.
fn errors(project: &Project) -> BTreeSet<(String, &'static str)> {
    let errors = project.report.findings.iter().filter(|finding| finding.level == Level::Error);
    errors.map(|finding| (finding.path.to_string(), finding.rule)).collect()
}
