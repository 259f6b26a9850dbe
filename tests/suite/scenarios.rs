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
pub(crate) fn names() -> Vec<String> {
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
    // Of two that are named, the one that the other comes from may be named second.
    let back = text(&diff(&scene.repository.path().join("record"), &["--base", "change", "--head", "main"]));
    assert!(back.contains("vote"), "{back}");
}

#[test]
fn a_merge_brings_in_nothing_that_others_did() {
    let scene = Scene::new("merge-from-main");
    let text = text(&scene.diff(&["--format", "human"]));
    assert!(text.contains("admin added: Tobias Brandt") && !text.contains("Keiko Mori"), "{text}");
}

/// The change in a new clone of the repository, made with `more`.
fn cloned(scene: &Scene, more: &[&str]) -> TempDir {
    let clone = TempDir::new().expect("a temporary folder");
    let from = format!("file://{}", scene.repository.path().display());
    let arguments = [&["clone", "--quiet", "--branch", "change"], more, &[from.as_str(), "."]].concat();
    git(clone.path(), &arguments);
    clone
}

#[test]
fn a_shallow_clone_says_what_to_fetch() {
    let scene = Scene::new("vote-changed");
    let clone = cloned(&scene, &["--depth", "1"]);
    let base = scene.git(&["rev-parse", "main"]);
    let in_clone = |base: &str| diff(&clone.path().join("record"), &["--base", base]);
    let output = in_clone(base.trim());
    assert_eq!(output.status.code(), Some(2), "{}", said(&output));
    assert!(said(&output).contains("git fetch --unshallow"), "{}", said(&output));
    git(clone.path(), &["fetch", "--quiet", "--unshallow"]);
    assert_eq!(text(&in_clone(base.trim())), text(&scene.diff(&[])));
}

#[test]
fn a_clone_without_old_files_needs_those_alone_that_differ() {
    let scene = Scene::new("vote-changed");
    scene.git(&["config", "uploadpack.allowFilter", "true"]);
    scene.git(&["config", "uploadpack.allowAnySHA1InWant", "true"]);
    let clone = cloned(&scene, &["--filter=blob:none"]);
    let missing = || {
        let all = git(clone.path(), &["rev-list", "--objects", "--all", "--missing=print"]);
        all.lines().filter(|line| line.starts_with('?')).count()
    };
    let in_clone = || diff(&clone.path().join("record"), &["--base", "origin/main"]);
    let refused = in_clone();
    assert_eq!((refused.status.code(), missing()), (Some(2), 1), "{}", said(&refused));
    let told = said(&refused);
    let line = told.lines().find_map(|line| line.trim().strip_prefix("`git diff ")).expect("what to fetch");
    let (revisions, _) = line.split_once(" >/dev/null`").expect("a command");
    git(clone.path(), &["diff", revisions]);
    assert_eq!(missing(), 0);
    assert_eq!(text(&in_clone()), text(&scene.diff(&[])));
}

#[test]
fn a_folder_that_only_the_change_has_is_compared_from_a_checkout_without_it() {
    let scene = Scene::new("first-adoption");
    let there = text(&scene.diff(&[]));
    scene.git(&["switch", "--quiet", "main"]);
    assert!(!scene.path("record").exists());
    let named = scene.diff(&["--head", "change"]);
    assert_eq!((named.status.code(), text(&named)), (Some(0), there), "{}", said(&named));
    let nowhere = diff(&scene.path("records"), &["--base", "main", "--head", "change"]);
    assert_eq!(nowhere.status.code(), Some(3), "{}", said(&nowhere));
    assert!(said(&nowhere).contains("holds no record"), "{}", said(&nowhere));
}

/// A group that begins without Candor: what each commit does to its files as `edits.rs` says, and what the comment on it says.
const HISTORY: [(&str, &[&str]); 11] = [
    ("-- LICENSE.txt --\nFree.\n", &[]),
    ("-- README.md --\n# Tools\n\nWe look after the tools.\n", &["1 record added"]),
    (
        "-- meetings/2021-03-09.md --\n# Meeting of 2021-03-09\n\nWe talked about lists.\n\nAda writes to the hosts.\n\n\
         Nobody else was there.\n-- meetings/2021-03-16.md --\n# Meeting of 2021-03-16\n\nWe talked about the forum.\n\n\
         Ben asks for its terms.\n\nWe end early.\n-- meetings/2021-03-23.md --\n# Meeting of 2021-03-23\n\nWe talked.\n",
        &["3 records added"],
    ),
    (
        "-- meetings/2021-03-09.md -- moved to meeting_minutes/2021-03-09.md\n\
         -- meetings/2021-03-23.md -- moved to meeting_minutes/2021-03-23.md\n\
         -- meetings/2021-03-16.md -- moved to meeting_minutes/2021-03-16.md\n\
         -- meeting_minutes/2021-03-16.md -- edit\n-We end early.\n+We end late.\n",
        &["2 records moved from meetings/ to meeting_minutes/; each was a meeting and is a page now", "was a meeting"],
    ),
    (
        "-- how-we-work.md --\n# How we work\n\nIn public.\n\nBy mail.\n\nEvery week.\n\nOn Tuesday.\n",
        &["1 record added"],
    ),
    (
        "-- how-we-work.md -- moved to the-way-we-work.md\n-- the-way-we-work.md -- edit\n-On Tuesday.\n+On Friday.\n",
        &["moved from how-we-work.md to the-way-we-work.md", "Tuesday."],
    ),
    ("-- guide.md --\n# Guide\n\nFirst draft.\n", &["1 record added"]),
    ("-- guide.md -- deleted\n", &["1 record removed"]),
    ("-- candor.toml --\ntitle = \"Tools\"\nprofile = [\"base\"]\n", &["candor.toml: profile added: base"]),
    ("-- people/ada.md --\n+++\nname = \"Ada\"\n+++\n", &["1 record added"]),
    (
        "-- people/ada.md -- moved to folk/ada.md\n-- folk/ben.md --\nText.\n",
        &["1 record added, 1 record moved; ", "was a person, is a page now", "ada is no person any more"],
    ),
];

#[test]
fn every_commit_of_a_history_is_told_whether_or_not_candor_was_there() {
    let repository = TempDir::new().expect("a temporary folder");
    let run = |arguments: &[&str]| git(repository.path(), arguments);
    run(&["init", "--quiet", "--initial-branch", "main"]);
    run(&["commit", "--quiet", "--allow-empty", "--message", "begin"]);
    let mut files = Files::new();
    for (edits, expected) in HISTORY {
        apply("history", &mut files, edits);
        run(&["rm", "--quiet", "-r", "--ignore-unmatch", "."]);
        for (path, text) in &files {
            let path = repository.path().join(path);
            fs::create_dir_all(path.parent().expect("it lies in the repository")).expect("folders can be made");
            fs::write(path, text).expect("the file can be written");
        }
        run(&["add", "--all"]);
        run(&["commit", "--quiet", "--message", "a change"]);
        let output = diff(repository.path(), &["--base", "HEAD~1", "--head", "HEAD"]);
        let (told, code) = (text(&output), output.status.code());
        assert!(matches!(code, Some(0 | 1)) != expected.is_empty(), "{edits}{}", said(&output));
        assert!(!expected.is_empty() || said(&output).contains("holds no record"), "{}", said(&output));
        for line in expected {
            assert!(told.contains(line), "{edits}{told}");
        }
        let is_deleted = edits.ends_with("deleted\n");
        assert_eq!(told.lines().next().unwrap_or_default().contains("removed"), is_deleted, "{edits}{told}");
    }
}

#[test]
fn a_usual_change_fits_a_terminal() {
    let long = every_scene(|scene| {
        let told = text(&scene.diff(&["--format", "human"]));
        let is_long = told.lines().count() > 24 && scene.name != "many-at-once";
        (is_long || told.contains('`')).then(|| format!("{}\n{told}", scene.name))
    });
    assert!(long.is_empty(), "{}", long.join("\n"));
}
