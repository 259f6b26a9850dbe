//! The gate: changes that try to get round it, each stopped by what is wrong with it and nothing else, and honest ones, which
//! pass without a word.
//!
//! Each file in `tests/gate/round` and `tests/gate/honest` is one change of a golden site. Its first lines say what it is,
//! and which findings it brings in:
//!
//! ```text
//! The chair turns a vote, and switches off the rule that would find it.
//! error: history-edited decisions/0018-archive-by-volunteers.md
//! error: rules-loosened candor.toml
//! ```
//!
//! Then come the edits, first those that make the base out of the golden site, where there are any, then the change:
//!
//! ```text
//! == base
//! -- notes.md --
//! A new file, or all of an old one.
//! == change
//! -- candor.toml -- edit
//! -group = "iwg"
//! +group = "board"
//! -- people/mei-tanaka.md -- append
//! -- people/jonas-hartl.md -- deleted
//! -- services/chat.md -- moved to services/talk.md
//! ```
//!
//! In an `edit`, lines with `-` stand in the file once and are replaced by the lines with `+` behind them. The site is
//! `llvm-iwg`, unless a line `site: base` names another one. `GATE=name` runs one file.

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};

use candor::diagnostic::{BaselineState, Diagnostic, Level};
use candor::tree::Tree;
use rayon::prelude::*;

use crate::support;

/// Files as text, by their paths.
type Files = BTreeMap<String, String>;

/// One change and what it brings in.
struct Row {
    name: String,
    /// `error: rule path`, in the order of the alphabet.
    expected: Vec<String>,
    base: Files,
    head: Files,
}

#[test]
fn a_change_that_tries_to_get_round_the_gate_is_stopped() {
    let rows = rows("round");
    assert!(rows.iter().all(|row| row.expected.iter().any(|it| it.starts_with("error: "))), "each has an error");
    hold(&rows, 60);
}

#[test]
fn an_honest_change_passes_without_a_word() {
    let rows = rows("honest");
    for row in &rows {
        assert_eq!(row.expected, Vec::<String>::new(), "{}", row.name);
    }
    hold(&rows, 60);
}

/// Each change brings in what its file says and nothing else.
fn hold(rows: &[Row], at_least: usize) {
    let wrong: Vec<String> = rows.par_iter().filter_map(wrong).collect();
    assert!(wrong.is_empty(), "{} of {}\n\n{}", wrong.len(), rows.len(), wrong.join("\n\n"));
    assert!(rows.len() >= at_least || std::env::var_os("GATE").is_some(), "{} changes", rows.len());
}

fn wrong(row: &Row) -> Option<String> {
    let project = support::project_since(tree(&row.head), tree(&row.base));
    let is_new =
        |it: &&Diagnostic| matches!(it.baseline_state, Some(BaselineState::New | BaselineState::BlocksStep) | None);
    // Beside its errors a wrong change may bring warnings along.
    let matters = |it: &&Diagnostic| row.expected.is_empty() || it.level == Level::Error;
    let new: Vec<Diagnostic> = project.report.findings.iter().filter(is_new).filter(matters).cloned().collect();
    let mut found: Vec<String> = new.iter().map(|it| format!("{}: {} {}", it.level, it.rule, it.path)).collect();
    found.sort();
    let comparison = &project.base.as_ref().expect("there is a base").comparison;
    let fails = comparison.fails_at(&project.report, Level::Error);
    assert_eq!(fails, found.iter().any(|it| it.starts_with("error: ")), "{}", row.name);
    (found != row.expected).then(|| {
        let (expected, found) = (row.expected.join("\n  "), found.join("\n  "));
        let shown = support::shown(&new, &project.tree);
        format!("## {}\nexpected\n  {expected}\nfound\n  {found}\n{shown}", row.name)
    })
}

fn tree(files: &Files) -> Tree {
    let text: String = files.iter().map(|(path, text)| format!("-- {path} --\n{text}")).collect();
    Tree::fixture(&text)
}

fn rows(folder: &str) -> Vec<Row> {
    let only = std::env::var("GATE").ok();
    let mut sites: BTreeMap<String, Files> = BTreeMap::new();
    let folder = root().join("tests/gate").join(folder);
    let mut paths: Vec<PathBuf> =
        fs::read_dir(&folder).expect("the changes can be read").map(|it| it.expect("a file").path()).collect();
    paths.sort();
    let name = |path: &Path| path.file_stem().expect("a file has a name").to_string_lossy().into_owned();
    paths.retain(|path| only.as_ref().is_none_or(|only| name(path).contains(only.as_str())));
    paths.iter().map(|path| row(&name(path), &fs::read_to_string(path).expect("a text"), &mut sites)).collect()
}

fn row(name: &str, text: &str, sites: &mut BTreeMap<String, Files>) -> Row {
    let (about, edits) = text.split_once("== ").unwrap_or_else(|| panic!("{name} changes nothing"));
    let site = about.lines().find_map(|line| line.strip_prefix("site: ")).unwrap_or("llvm-iwg");
    let golden =
        sites.entry(site.to_owned()).or_insert_with(|| files(&root().join("tests/sites").join(site).join("content")));
    let mut expected: Vec<String> = about
        .lines()
        .filter(|line| line.starts_with("error: ") || line.starts_with("warning: "))
        .map(str::to_owned)
        .collect();
    expected.sort();
    let (base, change) = match edits.strip_prefix("base\n") {
        Some(rest) => rest.split_once("== change\n").unwrap_or_else(|| panic!("{name} changes nothing")),
        None => ("", edits.strip_prefix("change\n").unwrap_or_else(|| panic!("{name} changes nothing"))),
    };
    let mut before = golden.clone();
    apply(name, &mut before, base);
    let mut after = before.clone();
    apply(name, &mut after, change);
    assert_ne!(before, after, "{name} changes nothing");
    Row { name: name.to_owned(), expected, base: before, head: after }
}

/// Makes the edits of a row in `files`.
fn apply(name: &str, files: &mut Files, edits: &str) {
    let mut open: Option<(String, String, String)> = None;
    for line in edits.split_inclusive('\n') {
        let header = line.trim_end().strip_prefix("-- ").and_then(|rest| rest.split_once(" --"));
        match header {
            Some((path, what)) => {
                close(name, files, open.take());
                open = Some((path.to_owned(), what.trim().to_owned(), String::new()));
            }
            None => open.as_mut().unwrap_or_else(|| panic!("{name} begins with a path")).2.push_str(line),
        }
    }
    close(name, files, open);
}

fn close(name: &str, files: &mut Files, open: Option<(String, String, String)>) {
    let Some((path, what, text)) = open else { return };
    let there = |files: &Files| files.get(&path).cloned().unwrap_or_else(|| panic!("{name}: there is no {path}"));
    match what.as_str() {
        "" => drop(files.insert(path, text)),
        "append" => drop(files.insert(path.clone(), there(files) + &text)),
        "deleted" => drop(files.remove(&path).unwrap_or_else(|| panic!("{name}: there is no {path}"))),
        "edit" => drop(files.insert(path.clone(), edited(name, &there(files), &text))),
        moved => {
            let to = moved.strip_prefix("moved to ").unwrap_or_else(|| panic!("{name}: {moved}"));
            let text = files.remove(&path).unwrap_or_else(|| panic!("{name}: there is no {path}"));
            files.insert(to.to_owned(), text);
        }
    }
}

/// `text` with the lines of `edits` that begin with `-` replaced by those with `+` that follow them.
fn edited(name: &str, text: &str, edits: &str) -> String {
    let mut text = text.to_owned();
    let mut lines = edits.lines().filter(|line| !line.is_empty()).peekable();
    while lines.peek().is_some() {
        let mut take = |mark: char| -> String {
            let mut taken = String::new();
            while let Some(line) = lines.peek().and_then(|line| line.strip_prefix(mark)) {
                taken.push_str(line);
                taken.push('\n');
                lines.next();
            }
            taken
        };
        let (old, new) = (take('-'), take('+'));
        let at = format!("\n{text}").match_indices(&format!("\n{old}")).map(|(at, _)| at).collect::<Vec<_>>();
        assert_eq!(at.len(), 1, "{name}: these lines stand in the file once:\n{old}");
        assert!(!old.is_empty(), "{name}: what is put in follows a line that is there");
        text.replace_range(at[0]..at[0] + old.len(), &new);
    }
    text
}

/// The texts below `folder`.
fn files(folder: &Path) -> Files {
    let mut files = Files::new();
    let mut open = vec![folder.to_owned()];
    while let Some(next) = open.pop() {
        for entry in fs::read_dir(&next).expect("the site can be read") {
            let path = entry.expect("a file").path();
            if path.is_dir() {
                open.push(path);
                continue;
            }
            let name = path.strip_prefix(folder).expect("it lies there").to_str().expect("a text").to_owned();
            files.insert(name, fs::read_to_string(&path).expect("a text"));
        }
    }
    files
}

fn root() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR"))
}
