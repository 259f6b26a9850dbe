//! What a reviewer reads on a change of each kind, in a git repository, through the binary.
//!
//! Each folder of `tests/diff` is one change. Its `change.txt` is written as `edits.rs` says, on the golden site `llvm-iwg`:
//! after `== base` what the base has, after `== main` what landed on the main branch meanwhile and was merged into the change,
//! after `== change` the change itself. A line `moved to: docs/record` before that moves the record to another folder, and a
//! line `from nothing` begins with a repository that has none. The files beside it are what `candor diff` prints:
//! `comment.md`, `diff.json`, and `exit`, the exit code. `UPDATE_EXPECT=1` writes them, `SCENE=name` runs one.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, Output};

use rayon::prelude::*;
use tempfile::TempDir;

use crate::edits::{Files, apply, golden, root};
use crate::support::git;

const TODAY: &str = "2026-11-21";

/// A change, and the repository in which it is a branch.
pub(crate) struct Scene {
    pub(crate) name: String,
    repository: TempDir,
    /// The folder of the record in the change.
    folder: String,
}

impl Scene {
    fn new(name: &str) -> Scene {
        let text = fs::read_to_string(root().join("tests/diff").join(name).join("change.txt")).expect("a change");
        let part = |title: &str| {
            let rest = text.split_once(&format!("== {title}\n")).map_or("", |(_, rest)| rest);
            rest.split_once("\n== ").map_or(rest.to_owned(), |(part, _)| format!("{part}\n"))
        };
        let has = |line: &str| text.lines().any(|it| it == line);
        let repository = TempDir::new().expect("a temporary folder");
        let folder = text.lines().find_map(|line| line.strip_prefix("moved to: ")).unwrap_or("record").to_owned();
        let mut files = if has("from nothing") { Files::new() } else { golden("llvm-iwg") };
        apply(name, &mut files, &part("base"));
        let scene = Scene { name: name.to_owned(), repository, folder };
        scene.git(&["init", "--quiet", "--initial-branch", "main"]);
        scene.write("README", "A repository.\n");
        scene.commit(&files, "record");
        scene.git(&["switch", "--quiet", "--create", "change"]);
        let mut after = files.clone();
        apply(name, &mut after, &part("change"));
        if scene.folder != "record" {
            fs::remove_dir_all(scene.path("record")).expect("the record can be removed");
        }
        for path in files.keys().filter(|path| !after.contains_key(*path)) {
            let _ = fs::remove_file(scene.path("record").join(path));
        }
        scene.commit(&after, &scene.folder);
        if !part("main").is_empty() {
            scene.git(&["switch", "--quiet", "main"]);
            apply(name, &mut files, &part("main"));
            scene.commit(&files, "record");
            scene.git(&["switch", "--quiet", "change"]);
            scene.git(&["merge", "--quiet", "--no-edit", "main"]);
        }
        scene
    }

    fn path(&self, path: &str) -> PathBuf {
        self.repository.path().join(path)
    }

    fn git(&self, arguments: &[&str]) -> String {
        git(self.repository.path(), arguments)
    }

    fn write(&self, path: &str, text: &str) {
        let path = self.path(path);
        fs::create_dir_all(path.parent().expect("it lies in the repository")).expect("folders can be made");
        fs::write(path, text).expect("the file can be written");
    }

    fn commit(&self, files: &Files, folder: &str) {
        for (path, text) in files {
            self.write(&format!("{folder}/{path}"), text);
        }
        self.git(&["add", "--all"]);
        self.git(&["commit", "--quiet", "--allow-empty", "--message", "a change"]);
    }

    fn diff(&self, more: &[&str]) -> Output {
        let moved = ["--base-dir", "record"];
        let moved = if self.folder == "record" { &moved[..0] } else { &moved[..] };
        diff(&self.path(&self.folder), &[&["--base", "main"], moved, more].concat())
    }

    /// The change as a document, compared with the revisions that `more` names.
    pub(crate) fn document(&self, more: &[&str]) -> String {
        text(&diff(&self.path(&self.folder), &[more, &["--format", "json"]].concat()))
    }

    /// Whether the change starts from a record, and leaves it in its folder.
    pub(crate) fn has_a_base(&self) -> bool {
        self.folder == "record"
            && self.path("record/candor.toml").exists()
            && !self.git(&["ls-tree", "main", "record/"]).is_empty()
    }

    /// A revision that takes the change back.
    pub(crate) fn undone(&self) -> String {
        self.git(&["commit-tree", "main^{tree}", "-p", "change", "-m", "a change"]).trim().to_owned()
    }

    /// What is printed, by the name of its file.
    fn printed(&self) -> [(&'static str, String); 3] {
        let comment = self.diff(&["--format", "markdown", "--preview-url", "https://preview.example/pr-7"]);
        let document = self.diff(&["--format", "json"]);
        let code = |output: &Output| output.status.code().expect("it was not stopped");
        assert_eq!(code(&comment), code(&document), "{}: {}", self.name, said(&comment));
        assert!(code(&comment) < 2, "{}: {}", self.name, said(&comment));
        let exit = format!("{}\n", code(&comment));
        [("comment.md", text(&comment)), ("diff.json", text(&document)), ("exit", exit)]
    }
}

fn diff(folder: &Path, more: &[&str]) -> Output {
    let mut command = Command::new(env!("CARGO_BIN_EXE_candor"));
    command.arg("diff").arg(folder).args(["--today", TODAY]).args(more).env_remove("CI");
    command.output().expect("the program runs")
}

fn text(output: &Output) -> String {
    String::from_utf8(output.stdout.clone()).expect("it prints text")
}

fn said(output: &Output) -> String {
    String::from_utf8_lossy(&output.stderr).into_owned()
}

/// The scenes, or the one that is asked for.
fn names() -> Vec<String> {
    let only = std::env::var("SCENE").ok();
    let names = fs::read_dir(root().join("tests/diff")).expect("the scenes can be read");
    let mut names: Vec<String> =
        names.map(|it| it.expect("a folder").file_name().into_string().expect("a text")).collect();
    names.retain(|name| only.as_ref().is_none_or(|only| name == only));
    names.sort();
    assert!(names.len() >= 20 || only.is_some(), "{} scenes", names.len());
    names
}

/// What `test` has to say of the scenes.
pub(crate) fn every_scene(test: impl Fn(&Scene) -> Option<String> + Sync) -> Vec<String> {
    names().par_iter().filter_map(|name| test(&Scene::new(name))).collect()
}

#[test]
fn a_reviewer_reads_what_the_change_does() {
    let (names, folder) = (names(), root().join("tests/diff"));
    let is_update = std::env::var_os("UPDATE_EXPECT").is_some();
    let wrong: Vec<String> = names
        .par_iter()
        .flat_map_iter(|name| Scene::new(name).printed().into_iter().map(move |(file, text)| (name, file, text)))
        .filter_map(|(name, file, text)| {
            let path = folder.join(name).join(file);
            if is_update {
                fs::write(&path, &text).expect("the file can be written");
            }
            let expected = fs::read_to_string(&path).unwrap_or_default();
            (expected != text).then(|| format!("## {name}/{file}\n{text}"))
        })
        .collect();
    assert!(wrong.is_empty(), "UPDATE_EXPECT=1 writes them\n{}", wrong.join("\n"));
}

#[test]
fn a_revision_is_compared_without_being_checked_out() {
    let scene = Scene::new("vote-changed");
    let there = scene.diff(&[]);
    scene.git(&["switch", "--quiet", "main"]);
    let named = scene.diff(&["--head", "change"]);
    assert_eq!(there.status.code(), Some(1));
    assert_eq!((named.status.code(), text(&named)), (Some(1), text(&there)));
    let nothing = scene.diff(&["--head", "main"]);
    assert_eq!(nothing.status.code(), Some(0), "{}", text(&nothing));
}

#[test]
fn a_merge_brings_in_nothing_that_others_did() {
    let scene = Scene::new("merge-from-main");
    let text = text(&scene.diff(&["--format", "human"]));
    assert!(text.contains("admin added: tobias-brandt") && !text.contains("keiko-mori"), "{text}");
}

#[test]
fn a_shallow_clone_says_what_to_fetch() {
    let scene = Scene::new("vote-changed");
    let clone = TempDir::new().expect("a temporary folder");
    let from = format!("file://{}", scene.repository.path().display());
    git(clone.path(), &["clone", "--quiet", "--depth", "1", "--branch", "change", &from, "."]);
    let base = scene.git(&["rev-parse", "main"]);
    let output = diff(&clone.path().join("record"), &["--base", base.trim()]);
    assert_eq!(output.status.code(), Some(2), "{}", said(&output));
    assert!(said(&output).contains("git fetch"), "{}", said(&output));
}
