//! Records that the program prints: `check` accepts each, and the same record prints the same.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use tempfile::TempDir;

use crate::sites::names;

const TODAY: &str = "2026-11-21";

/// What the program prints, with its exit code.
fn candor(arguments: &[&str]) -> (String, i32) {
    let output = Command::new(env!("CARGO_BIN_EXE_candor")).args(arguments).output().expect("the program starts");
    (String::from_utf8_lossy(&output.stdout).into_owned(), output.status.code().expect("it ended by itself"))
}

fn copy(from: &Path, to: &Path) {
    fs::create_dir_all(to).expect("a folder");
    for file in fs::read_dir(from).expect("a folder that can be read") {
        let file = file.expect("a file").path();
        let there = to.join(file.file_name().expect("a name"));
        if file.is_dir() {
            copy(&file, &there);
        } else {
            fs::copy(&file, &there).expect("a copy");
        }
    }
}

/// Each golden site of a group that meets and the record of the repository, on disk where it can be changed.
fn records() -> Vec<(String, TempDir)> {
    let root = PathBuf::from(env!("CARGO_MANIFEST_DIR"));
    let golden = names().into_iter().map(|name| root.join("tests/sites").join(name).join("content"));
    golden
        .chain([root.join("content")])
        .filter(|from| from.join("groups").is_dir())
        .map(|from| {
            let folder = TempDir::new().expect("a temporary folder");
            copy(&from, folder.path());
            (from.display().to_string(), folder)
        })
        .collect()
}

/// How many errors and warnings `check` finds in `folder`.
fn found(folder: &str) -> (usize, usize) {
    let (report, _) = candor(&["check", folder, "--today", TODAY, "--format", "json"]);
    (report.matches("\"level\": \"error\"").count(), report.matches("\"level\": \"warning\"").count())
}

#[test]
fn a_printed_agenda_is_a_record_that_has_no_errors_and_prints_the_same_again() {
    for (name, folder) in records() {
        let dir = folder.path().to_str().expect("a path in letters");
        let date = "2026-12-15";
        let arguments = ["agenda", "--dir", dir, "--date", date, "--today", TODAY];
        let (text, code) = candor(&arguments);
        assert_eq!(code, 0, "{name}");
        assert_eq!(candor(&arguments).0, text, "{name}");
        let before = found(dir);
        fs::create_dir_all(folder.path().join("meetings")).expect("a folder");
        fs::write(folder.path().join(format!("meetings/{date}.md")), &text).expect("a file");
        assert_eq!(found(dir).0, before.0, "{name}:\n{text}");
        // What is on it already is not put on it again.
        let (again, _) = candor(&arguments);
        let records = |text: &str| {
            text.lines().filter(|line| line.starts_with("about = ")).map(str::to_owned).collect::<Vec<_>>()
        };
        let mut once = records(&text);
        let all = records(&again);
        assert!(all.len() >= once.len(), "{name}");
        once.retain(|line| all.iter().filter(|other| *other == line).count() > 1 && !line.contains("MTG-"));
        assert_eq!(once, Vec::<String>::new(), "{name}");
    }
}

#[test]
fn a_printed_report_is_a_record_that_has_no_errors_and_prints_the_same_again() {
    for (name, folder) in records() {
        let dir = folder.path().to_str().expect("a path in letters");
        let arguments = ["report", "--from", "2026-01-01", "--to", "2026-06-30", dir, "--today", TODAY];
        let (text, code) = candor(&arguments);
        assert_eq!(code, 0, "{name}");
        assert_eq!(candor(&arguments).0, text, "{name}");
        let before = found(dir);
        fs::create_dir_all(folder.path().join("reports")).expect("a folder");
        fs::write(folder.path().join("reports/2026-01-01-to-2026-06-30.md"), &text).expect("a file");
        assert_eq!(found(dir).0, before.0, "{name}:\n{text}");
        for heading in
            ["### Decisions", "### What moved", "### Money", "### Service levels", "### Under way", "### Days ahead"]
        {
            assert!(text.contains(heading), "{name}: {heading}");
        }
    }
}

#[test]
fn a_period_that_ends_before_it_begins_and_a_group_that_is_not_there_are_wrong_usage() {
    let site = concat!(env!("CARGO_MANIFEST_DIR"), "/tests/sites/llvm-iwg/content");
    assert_eq!(candor(&["report", "--from", "2026-07-01", "--to", "2026-06-30", site, "--today", TODAY]).1, 2);
    assert_eq!(candor(&["agenda", "nobody", "--dir", site, "--today", TODAY]).1, 2);
}

#[test]
fn the_keys_of_every_kind_are_printed_with_what_they_take() {
    for kind in candor::id::Kind::ALL {
        let (text, code) = candor(&["keys", kind.name()]);
        assert_eq!(code, 0, "{kind}");
        for path in candor::document::Record::paths(*kind) {
            assert!(text.contains(&path.path), "{kind}: {}", path.path);
            assert!(text.contains(path.row.meaning.trim()), "{kind}: {}", path.path);
        }
    }
    let (text, _) = candor(&["keys", "decision"]);
    assert!(text.contains("one of yes, no, abstain, recuse"), "{text}");
    assert_eq!(candor(&["keys", "decission"]).1, 2);
}
