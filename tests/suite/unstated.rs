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

use crate::support;

/// How many places of one key are tried.
const PLACES: usize = 4;

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
    let judged: Vec<Option<String>> = lines.par_iter().filter_map(Line::concluded_where_unreadable).collect();
    assert!(judged.len() > 400, "{} of {} could not be read", judged.len(), lines.len());
    let wrong: Vec<String> = judged.into_iter().flatten().collect();
    assert!(wrong.is_empty(), "{} of {}:\n{}", wrong.len(), lines.len(), wrong.join("\n"));
}

/// Of each key of each table of each folder in the examples of the rules.
fn lines() -> Vec<Line> {
    let mut places: BTreeMap<(String, String, String), usize> = BTreeMap::new();
    let mut lines = Vec::new();
    let examples = RULES.iter().flat_map(|rule| RulePage::of(rule).examples());
    for tree in examples.filter(|it| it.base.is_none()).map(|it| it.tree()) {
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
                if is_whole && *place < PLACES {
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
    fn concluded_where_unreadable(&self) -> Option<Option<String>> {
        let Line { path, key, .. } = self;
        let found = |tree: Tree| -> BTreeSet<(String, &'static str)> {
            support::project(tree).report.findings.iter().map(|it| (it.path.to_string(), it.rule)).collect()
        };
        let before = found(self.tree.clone());
        // A value that no key takes.
        let unreadable = found(self.with(&format!("{key} = 1979-05-27T07:32:00\n")));
        let is_cause = |(at, rule): &(String, &str)| at == path.as_str() && *rule == "wrong-type";
        if !unreadable.iter().any(is_cause) {
            return None;
        }
        // What was found is reported at another record where it was reported at this one; a waiver has nothing to wait for where
        // what it accepts is not there; and what followed from a finding is reported where that is gone.
        let was_found = |rule: &str| {
            let is_reason = |it: &str| it == rule || CAUSES.iter().any(|row| row.cause == it && row.explains(rule));
            rule == "unused-waiver" || before.iter().any(|(_, it)| is_reason(it))
        };
        let new: Vec<_> = unreadable.iter().filter(|it| !is_cause(it) && !was_found(it.1)).collect();
        Some((!new.is_empty()).then(|| format!("{path}: {key} = {}: {new:?}", self.value)))
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

/// The rules that are broken so that the check fails, each with the file.
fn errors(project: &Project) -> BTreeSet<(String, &'static str)> {
    let errors = project.report.findings.iter().filter(|finding| finding.level == Level::Error);
    errors.map(|finding| (finding.path.to_string(), finding.rule)).collect()
}
