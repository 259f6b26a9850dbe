//! Walks: what a group does over weeks, commit by commit, each checked on its day as a change of the one before.
//!
//! Each file in `tests/walks` is one walk from a golden site, or from where the walk that `after: name` names has ended. Its first
//! line says what it is. `costs` counts the commits, the
//! characters that are typed and the days from the first commit to the last; `UPDATE_EXPECT=1` writes it anew. Then come the
//! commits, each with its day, and the twins, each one wrong step in the place of a commit:
//!
//! ```text
//! A vote is changed while the question is open.
//! costs: 2 commits, 120 characters, 3 days
//! == 2026-11-23 voted
//! -- decisions/0022-money-for-the-backup.md -- tables
//! [[vote]]
//! == 2026-11-24 instead of voted: the vote of somebody else is turned
//! error: history-edited decisions/0022-money-for-the-backup.md
//! at: value = "no"
//! -- decisions/0022-money-for-the-backup.md -- edit
//! -value = "yes"
//! +value = "no"
//! ```
//!
//! A commit of the walk brings in no finding at all. A twin brings in the error that it names and no other one, at the line of
//! the file that holds the text after `at:`. How edits are written, `edits.rs` says. `WALK=name` runs one file.

use std::fs;
use std::path::PathBuf;

use candor::diagnostic::{BaselineState, Diagnostic, Level};
use candor::project::{Options, Project};
use candor::text::{Date, days_between, line_column, parse_date};
use rayon::prelude::*;

use crate::edits::{Files, apply, golden, root, tree};
use crate::support;

/// A walk with its wrong twins.
struct Walk {
    name: String,
    path: PathBuf,
    text: String,
    /// The golden site where it begins.
    site: String,
    /// The walk of that site that comes before it.
    after: Option<String>,
    steps: Vec<Step>,
}

/// One commit.
struct Step {
    day: Date,
    name: String,
    /// The commit in whose place it is tried; `None` for one of the walk.
    instead_of: Option<String>,
    /// `error: rule path`; empty for a commit of the walk.
    error: String,
    /// What the line holds at which the error is found.
    at: String,
    edits: String,
}

/// What a walk costs its authors.
#[derive(Default)]
struct Costs {
    commits: usize,
    characters: usize,
    first: Option<Date>,
    last: Option<Date>,
}

#[test]
fn each_commit_of_a_walk_is_clean_and_each_wrong_step_is_found() {
    let walks = walks();
    let wrong: Vec<String> = walks.par_iter().flat_map_iter(walked).collect();
    assert!(wrong.is_empty(), "{}", wrong.join("\n\n"));
    assert!(walks.len() >= 10 || std::env::var_os("WALK").is_some(), "{} walks", walks.len());
}

#[test]
fn each_walk_has_a_wrong_twin() {
    for walk in walks() {
        assert!(walk.steps.iter().any(|step| step.instead_of.is_some()), "{} has none", walk.name);
    }
}

/// The files from which the walk begins.
fn begin(of: &Walk) -> Files {
    let Some(before) = &of.after else { return golden(&of.site) };
    let before = walk(of.path.with_file_name(format!("{before}.txt")));
    let mut files = begin(&before);
    for step in before.steps.iter().filter(|step| step.instead_of.is_none()) {
        apply(&before.name, &mut files, &step.edits);
    }
    files
}

/// What goes wrong on the walk.
fn walked(walk: &Walk) -> Vec<String> {
    let mut wrong = Vec::new();
    let mut costs = Costs::default();
    let mut files = begin(walk);
    for step in walk.steps.iter().filter(|step| step.instead_of.is_none()) {
        let place = format!("{}: {}", walk.name, step.name);
        for twin in walk.steps.iter().filter(|twin| twin.instead_of.as_ref() == Some(&step.name)) {
            wrong.extend(twin_unlike(&format!("{}: {}", walk.name, twin.name), &files, twin));
        }
        let mut after = files.clone();
        apply(&place, &mut after, &step.edits);
        assert_ne!(files, after, "{place} changes nothing");
        let project = since(&files, &after, step.day);
        let new = new_findings(&project);
        if !new.is_empty() {
            wrong.push(format!("## {place}, on {}\n{}", step.day, support::shown(&new, &project.tree)));
        }
        costs.add(&files, &after, step.day);
        files = after;
    }
    wrong.extend(costs_unlike(walk, &costs));
    wrong
}

/// What is found of the wrong step `twin` after `files`, where it is not what the twin says.
fn twin_unlike(place: &str, files: &Files, twin: &Step) -> Option<String> {
    let mut after = files.clone();
    apply(place, &mut after, &twin.edits);
    let project = since(files, &after, twin.day);
    let new = new_findings(&project);
    let errors = new.iter().filter(|it| it.level == Level::Error);
    let found: Vec<String> = errors
        .map(|it| {
            let line = it
                .span
                .zip(project.tree.text(it.path.as_str()))
                .and_then(|(span, text)| text.lines().nth(line_column(text, span.start).0 - 1).map(str::to_owned));
            let at = line.filter(|line| !twin.at.is_empty() && line.contains(&twin.at)).map(|_| twin.at.as_str());
            format!("error: {} {} at {}", it.rule, it.path, at.unwrap_or_default())
        })
        .collect();
    let expected = format!("{} at {}", twin.error, twin.at);
    (found != [expected.clone()]).then(|| {
        format!(
            "## {place}\nexpected {expected}\nfound {}\n{}",
            found.join("\n      "),
            support::shown(&new, &project.tree)
        )
    })
}

fn since(before: &Files, after: &Files, day: Date) -> Project {
    Project::since(tree(after), tree(before), &Options { today: day, drafts: true, base_url: None, index_links: false })
}

fn new_findings(project: &Project) -> Vec<Diagnostic> {
    let is_new =
        |it: &&Diagnostic| matches!(it.baseline_state, Some(BaselineState::New | BaselineState::BlocksStep) | None);
    project.report.findings.iter().filter(is_new).cloned().collect()
}

impl Costs {
    fn add(&mut self, before: &Files, after: &Files, day: Date) {
        self.commits += 1;
        self.first.get_or_insert(day);
        self.last = Some(day);
        self.characters += after.iter().map(|(path, text)| typed(before.get(path), text)).sum::<usize>();
    }

    fn line(&self) -> String {
        let days = self.first.zip(self.last).map_or(0, |(first, last)| days_between(first, last));
        format!("costs: {} commits, {} characters, {days} days", self.commits, self.characters)
    }
}

/// How many characters lie in the lines of `after` that `before` has not.
fn typed(before: Option<&String>, after: &str) -> usize {
    let mut had: Vec<&str> = before.map_or("", |text| text).lines().collect();
    let is_new = |line: &&str| match had.iter().position(|it| it == line) {
        Some(at) => {
            had.swap_remove(at);
            false
        }
        None => true,
    };
    after.lines().filter(is_new).map(|line| line.len() + 1).sum()
}

fn costs_unlike(walk: &Walk, costs: &Costs) -> Option<String> {
    let line = costs.line();
    let stated = walk.text.lines().find(|line| line.starts_with("costs: ")).unwrap_or_default();
    if stated == line {
        return None;
    }
    if std::env::var_os("UPDATE_EXPECT").is_some() && !stated.is_empty() {
        fs::write(&walk.path, walk.text.replacen(stated, &line, 1)).expect("the walk can be written");
        return None;
    }
    Some(format!("{}: {line}, and the file says “{stated}”", walk.name))
}

fn walks() -> Vec<Walk> {
    let only = std::env::var("WALK").ok();
    let folder = root().join("tests/walks");
    let mut paths: Vec<PathBuf> =
        fs::read_dir(folder).expect("the walks can be read").map(|it| it.expect("a file").path()).collect();
    paths.sort();
    let walks = paths.into_iter().map(walk);
    walks.filter(|walk| only.as_ref().is_none_or(|only| walk.name.contains(only.as_str()))).collect()
}

fn walk(path: PathBuf) -> Walk {
    let name = path.file_stem().expect("a file has a name").to_string_lossy().into_owned();
    let text = fs::read_to_string(&path).expect("a text");
    let (about, rest) = text.split_once("\n== ").unwrap_or_else(|| panic!("{name} has no commit"));
    let said = |key: &str| about.lines().find_map(|line| line.strip_prefix(key)).map(str::to_owned);
    let site = said("site: ").unwrap_or_else(|| "llvm-iwg".to_owned());
    let after = said("after: ");
    let steps: Vec<Step> = rest.split("\n== ").map(|it| step(&name, it)).collect();
    for twin in steps.iter().filter_map(|step| step.instead_of.as_ref()) {
        assert!(steps.iter().any(|it| it.name == *twin && it.instead_of.is_none()), "{name} has no commit {twin}");
    }
    Walk { name, path, site, after, steps, text }
}

fn step(walk: &str, text: &str) -> Step {
    let (title, edits) = text.split_once('\n').unwrap_or_else(|| panic!("{walk}: {text}"));
    let (day, title) = title.split_once(' ').unwrap_or_else(|| panic!("{walk}: {title}"));
    let day = parse_date(day).unwrap_or_else(|| panic!("{walk}: {day}"));
    let (instead_of, name) = match title.strip_prefix("instead of ").and_then(|rest| rest.split_once(": ")) {
        Some((other, name)) => (Some(other.to_owned()), name.to_owned()),
        None => (None, title.to_owned()),
    };
    let begin = edits.find("-- ").unwrap_or_else(|| panic!("{walk}: {name} changes nothing"));
    let (head, edits) = edits.split_at(begin);
    let stated = |key: &str| head.lines().find_map(|line| line.strip_prefix(key)).unwrap_or_default().to_owned();
    let error = head.lines().find(|line| line.starts_with("error: ")).unwrap_or_default().to_owned();
    assert_eq!(instead_of.is_some(), !error.is_empty(), "{walk}: {name}");
    let edits = format!("{}\n", edits.trim_end_matches('\n'));
    Step { day, name, instead_of, error, at: stated("at: "), edits }
}
