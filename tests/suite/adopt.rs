//! `candor adopt` on a repository that nobody wrote for it: nothing is lost, nothing is guessed in silence, and a second run
//! changes nothing.

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use tempfile::TempDir;

const TODAY: &str = "2025-03-01";

pub(crate) fn candor(arguments: &[&str]) -> (String, String, i32) {
    let output = Command::new(env!("CARGO_BIN_EXE_candor")).args(arguments).output().expect("the program starts");
    let text = |bytes: &[u8]| String::from_utf8_lossy(bytes).into_owned();
    (text(&output.stdout), text(&output.stderr), output.status.code().expect("it ended by itself"))
}

/// Every file below `folder` but those of git and the state of adoption.
pub(crate) fn files(folder: &Path) -> BTreeMap<String, Vec<u8>> {
    fn gather(root: &Path, folder: &Path, files: &mut BTreeMap<String, Vec<u8>>) {
        for entry in fs::read_dir(folder).expect("a folder that can be read") {
            let path = entry.expect("an entry").path();
            let name = path.strip_prefix(root).expect("below the root").to_string_lossy().into_owned();
            if path.is_dir() {
                if ![".git", ".candor-adopt"].contains(&name.as_str()) {
                    gather(root, &path, files);
                }
            } else {
                files.insert(name, fs::read(&path).expect("a file that can be read"));
            }
        }
    }
    let mut all = BTreeMap::new();
    gather(folder, folder, &mut all);
    all
}

pub(crate) fn git(folder: &Path, arguments: &[&str], day: &str) {
    let moment = format!("{day}T12:00:00Z");
    let mut command = Command::new("git");
    command.arg("-C").arg(folder).args(arguments);
    for (name, value) in [("GIT_CONFIG_GLOBAL", "/dev/null"), ("GIT_CONFIG_SYSTEM", "/dev/null")] {
        command.env(name, value);
    }
    for who in ["AUTHOR", "COMMITTER"] {
        command.env(format!("GIT_{who}_NAME"), "Ada").env(format!("GIT_{who}_EMAIL"), "ada@example.org");
        command.env(format!("GIT_{who}_DATE"), &moment);
    }
    let output = command.output().expect("git starts");
    assert!(output.status.success(), "{arguments:?}: {}", String::from_utf8_lossy(&output.stderr));
}

/// The repository in `tests/adopt` with a history: the minutes whose name has the wrong year came in two days after the meeting.
fn repository() -> TempDir {
    let from = PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("tests/adopt");
    let folder = TempDir::new().expect("a temporary folder");
    for (path, bytes) in files(&from) {
        let to = folder.path().join(&path);
        fs::create_dir_all(to.parent().expect("a folder")).expect("a folder");
        fs::write(to, bytes).expect("a file");
    }
    git(folder.path(), &["init", "--quiet", "--initial-branch", "main"], "2025-01-15");
    let commits = [
        ("README.md docs rulings notes/TEMPLATE.md notes/2025-01-13.md", "2025-01-15", "Begin"),
        ("notes/2024-01-27.md", "2025-01-29", "Notes of 2025-01-27"),
        (".", "2025-02-12", "Notes of February"),
    ];
    for (paths, day, subject) in commits {
        let add: Vec<&str> = ["add"].into_iter().chain(paths.split(' ')).collect();
        git(folder.path(), &add, day);
        git(folder.path(), &["commit", "--quiet", "--message", subject], day);
    }
    folder
}

/// The words of a text, without the destinations of its links, in order.
pub(crate) fn words(text: &str) -> Vec<String> {
    let mut bare = String::new();
    let mut rest = text;
    while let Some((before, after)) = rest.split_once("](") {
        bare.push_str(before);
        rest = after.split_once(')').map_or("", |(_, rest)| rest);
    }
    bare.push_str(rest);
    bare.split_whitespace().map(str::to_owned).collect()
}

#[test]
fn without_write_nothing_is_changed() {
    let folder = repository();
    let before = files(folder.path());
    let (text, _, code) = candor(&["adopt", folder.path().to_str().unwrap(), "--today", TODAY]);
    assert_eq!(code, 0);
    assert!(text.contains("3 minutes of meetings from 2025-01-13 to 2025-02-10"), "{text}");
    assert_eq!(files(folder.path()), before);
    assert!(!folder.path().join(".candor-adopt").exists());
}

#[test]
fn every_word_is_still_there_and_what_was_not_understood_is_as_it_was() {
    let folder = repository();
    let before = files(folder.path());
    let dir = folder.path().to_str().unwrap();
    assert_eq!(candor(&["adopt", dir, "--write", "--today", TODAY]).2, 0);
    let after = files(folder.path());
    let all: Vec<Vec<String>> = after.values().map(|bytes| words(&String::from_utf8_lossy(bytes))).collect();
    for (path, bytes) in &before {
        let own = words(&String::from_utf8_lossy(bytes));
        let is_there = all.iter().any(|words| words.windows(own.len()).any(|part| part == own));
        assert!(is_there, "{path} has lost words");
    }
    assert_eq!(after["docs/ideas.md"], before["docs/ideas.md"]);
    assert_eq!(after["notes/TEMPLATE.md"], before["notes/TEMPLATE.md"]);
    assert!(!after.contains_key("notes/2025-01-13.md"), "the minutes have moved");
}

#[test]
fn what_is_adopted_is_a_record_without_errors_and_a_second_run_changes_nothing() {
    let folder = repository();
    let dir = folder.path().to_str().unwrap();
    candor(&["adopt", dir, "--write", "--today", TODAY]);
    let first = files(folder.path());
    let meeting = String::from_utf8(first["meetings/2025-01-27.md"].clone()).unwrap();
    for line in [
        "present = [\"marta-lindqvist\", \"priya-nair\", \"tomas-ferreira\"]",
        "published = 2025-01-29",
        "link = \"https://code.example/harbour/tools/issues/12\"",
        "outcome = \"put off until somebody has time\"",
        "see [the plan](../docs/plan.md)",
        "- [ ] @priya-nair: write down what the server costs today",
    ] {
        assert!(meeting.contains(line), "{line}: {meeting}");
    }
    let people: Vec<&String> = first.keys().filter(|path| path.starts_with("people/")).collect();
    assert_eq!(
        people,
        ["people/jonas-weide.md", "people/marta-lindqvist.md", "people/priya-nair.md", "people/tomas-ferreira.md"]
    );
    let (report, ..) = candor(&["check", dir, "--today", TODAY, "--all"]);
    let errors: Vec<&str> = report.lines().filter(|line| line.starts_with("error[")).collect();
    assert_eq!(errors, Vec::<&str>::new(), "{report}");

    let (said, ..) = candor(&["adopt", dir, "--write", "--today", TODAY]);
    assert_eq!(said, "Nothing has changed.\n");
    assert_eq!(files(folder.path()), first);
}

#[test]
fn an_answer_writes_anew_what_nobody_has_changed_since() {
    let folder = repository();
    let dir = folder.path().to_str().unwrap();
    candor(&["adopt", dir, "--write", "--today", TODAY]);
    let person = folder.path().join("people/jonas-weide.md");
    let own = fs::read_to_string(&person).unwrap() + "\nHe looks after the machines.\n";
    fs::write(&person, &own).unwrap();
    let questions = folder.path().join("adopt.md");
    let text = fs::read_to_string(&questions).unwrap();
    let answered = text
        .replace("- [x] Tomás Ferreira\n- [ ] another person", "- [ ] Tomás Ferreira\n- [x] another person")
        .replace("- [ ] 2024-01-27\n- [x] 2025-01-27", "- [x] 2024-01-27\n- [ ] 2025-01-27");
    assert_ne!(answered, text);
    fs::write(&questions, &answered).unwrap();
    assert_eq!(candor(&["adopt", dir, "--write", "--today", TODAY]).2, 0);
    let after = files(folder.path());
    assert!(after.contains_key("people/tomas.md") && after.contains_key("people/tomas-ferreira.md"));
    assert!(after.contains_key("meetings/2024-01-27.md") && !after.contains_key("meetings/2025-01-27.md"));
    assert_eq!(fs::read_to_string(&person).unwrap(), own);
    let questions = fs::read_to_string(&questions).unwrap();
    for answer in ["- [x] another person", "- [x] 2024-01-27"] {
        assert!(questions.contains(answer), "{answer}: {questions}");
    }
    candor(&["adopt", dir, "--write", "--today", TODAY]);
    assert_eq!(files(folder.path()), after);
}

#[test]
fn into_another_folder_everything_is_copied_and_the_repository_stays_as_it_is() {
    let folder = repository();
    let before = files(folder.path());
    let output = TempDir::new().expect("a temporary folder");
    let (from, to) = (folder.path().to_str().unwrap(), output.path().to_str().unwrap());
    assert_eq!(candor(&["adopt", from, "--write", "--output", to, "--today", TODAY]).2, 0);
    assert_eq!(files(folder.path()), before);
    let there = files(output.path());
    let in_place = repository();
    candor(&["adopt", in_place.path().to_str().unwrap(), "--write", "--today", TODAY]);
    assert_eq!(there, files(in_place.path()));
    candor(&["adopt", from, "--write", "--output", to, "--today", TODAY]);
    assert_eq!(files(output.path()), there);
}
