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
//! ```
//!
//! How edits are written, `edits.rs` says. The site is `llvm-iwg`, unless a line `site: base` names another one. `GATE=name`
//! runs one file.

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};

use candor::diagnostic::{BaselineState, Diagnostic, Level};
use rayon::prelude::*;

use crate::edits::{Files, apply, golden, root, tree};
use crate::support;

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
    let golden = sites.entry(site.to_owned()).or_insert_with(|| golden(site));
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

#[test]
fn a_mistyped_reference_hides_no_wrong_step_of_its_record() {
    let path = "sow/0002-archive-of-the-lists.md";
    let edited = |edits: &[(&str, &str)]| {
        let mut files = golden("llvm-iwg");
        let text = files.get_mut(path).expect("it is there");
        for (was, is) in edits {
            assert!(text.contains(was), "{was}");
            *text = text.replacen(was, is, 1);
        }
        tree(&files)
    };
    let last = "date = 2026-08-03\nby = \"iwg\"\n";
    let with_step = format!("{last}\n[[event]]\nto = \"delivered\"\ndate = 2026-11-20\nby = \"board\"\n");
    let step = (last, &*with_step);
    for reference in [("\"website\"", "\"websit\""), ("\"lena-fischer\"", "\"lena-fishcer\"")] {
        let change = support::project_since(edited(&[reference, step]), edited(&[reference]));
        let is_told = change.report.findings.iter().any(|it| it.rule == "wrong-actor" && it.path.as_str() == path);
        assert!(is_told, "{reference:?}: {}", support::shown(&change.report.findings, &change.tree));
    }
}
