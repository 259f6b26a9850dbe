//! A key with an empty text is as though it were not there, and an item with one as though it were not in the list.

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
const PLACES: usize = 3;

/// A line of a front matter that states a text or a list of texts.
struct Line {
    tree: Tree,
    path: ContentPath,
    at: usize,
    key: String,
    is_list: bool,
}

#[test]
fn an_empty_key_is_as_though_it_were_not_there() {
    let lines = lines();
    assert!(lines.len() > 400, "{} lines", lines.len());
    let wrong: Vec<String> = lines.par_iter().flat_map_iter(Line::judged).collect();
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
                let is_list = value.starts_with("[\"");
                let place = places.entry((folder.to_owned(), table.to_owned(), key.to_owned())).or_default();
                let is_text = value.starts_with('"') && !value.starts_with("\"\"");
                if (is_text || is_list && value.ends_with(']')) && *place < PLACES {
                    *place += 1;
                    let (tree, path, key) = (tree.clone(), path.clone(), key.to_owned());
                    lines.push(Line { tree, path, at, key, is_list });
                }
            }
        }
    }
    lines
}

impl Line {
    /// What is reported without the line and not where it is empty.
    fn judged(&self) -> Vec<String> {
        let Line { path, key, .. } = self;
        let (without, empty) = match self.is_list {
            true => (format!("{key} = []\n"), vec![format!("{key} = [\"\"]\n")]),
            false => (String::new(), vec![format!("{key} = \"\"\n"), format!("{key} = \" \"\n")]),
        };
        let without = errors(&support::project(self.with(&without)));
        let judged = empty.into_iter().filter_map(|line| {
            let found = errors(&support::project(self.with(&line)));
            let follows = |rule: &str| CAUSES.iter().any(|row| row.explains(rule) && found.iter().any(|it| it.1 == row.cause));
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
