//! A build into a folder that holds a site already gives the bytes of a build into an empty one, whatever happened in between:
//! the same record with nothing made again, and any other with what it says now.

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use proptest::prelude::*;

use crate::properties::holds;

/// The record that each case begins with.
const RECORD: &[(&str, &str)] = &[
    ("candor.toml", "title = \"Makers\"\nbase_url = \"https://makers.example/\"\ngroup = \"makers\"\n"),
    ("index.md", "# Makers\n\nWhat we make.\n"),
    ("groups/makers.md", "+++\nname = \"Makers\"\ntype = \"working-group\"\n+++\n\n![mark](mark.bin)\n"),
    ("groups/mark.bin", "1234"),
    ("people/ada.md", "+++\nname = \"Ada\"\n+++\n"),
    ("people/ben.md", "+++\nname = \"Ben\"\n+++\n\nWorks with [Ada](ada.md).\n"),
];

/// What may be written where, each another text of the same kind of file.
const TEXTS: &[(&str, &str)] = &[
    ("people/ada.md", "+++\nname = \"Ada\"\n+++\n\nKeeps the books.\n"),
    ("people/ada.md", "+++\nname = \"Aya\"\n+++\n"),
    ("people/ben.md", "+++\nname = \"Ben\"\n+++\n"),
    ("notes/plan.md", "+++\ntitle = \"Plan\"\ndraft = true\n+++\n"),
    ("groups/mark.bin", "4321"),
    ("static/robots-note.txt", "by hand"),
    ("candor.toml", "title = \"Takers\"\nbase_url = \"https://makers.example/\"\n"),
    ("candor.toml", "title = \"Makers\"\nlang = \"de\"\naccent = \"#123456\"\n"),
    ("candor.toml", "title = \"Makers\"\nprofile = [\"base\", \"ours.toml\"]\n"),
    ("ours.toml", "name = \"ours\"\n"),
    ("ours.toml", "name = \"ours\"\nlevels = { vague-link-text = \"error\" }\n"),
    ("themes/default/404.html", "{% extends \"base.html\" %}{% block content %}Nothing{% endblock content %}"),
    ("themes/default/style.css", "body { color: black }"),
];

#[derive(Debug, Clone)]
enum Edit {
    Nothing,
    Write(usize),
    Delete(usize),
    /// The file at the first place goes to a new one.
    Rename(usize),
    /// The next builds look at the record on another day, or with other settings.
    Settings(usize),
    /// A published file is changed by hand, as long as before and with the times of before.
    Damage(usize),
    /// A published file is lost.
    Lose(usize),
    /// A file that is none of the site lies in it.
    Stray,
}

const SETTINGS: [&[&str]; 5] = [
    &["--today", "2026-11-21"],
    &["--today", "2026-11-22"],
    &["--today", "2026-11-21", "--drafts"],
    &["--today", "2026-11-21", "--manifest", "--precompress"],
    &["--today", "2026-11-21", "--index-links", "--base-url", "https://else.example/"],
];

fn edit() -> impl Strategy<Value = Edit> {
    prop_oneof![
        2 => Just(Edit::Nothing),
        5 => (0..TEXTS.len()).prop_map(Edit::Write),
        2 => any::<prop::sample::Index>().prop_map(|at| Edit::Delete(at.index(RECORD.len() + 2))),
        2 => any::<prop::sample::Index>().prop_map(|at| Edit::Rename(at.index(RECORD.len() + 2))),
        1 => (0..SETTINGS.len()).prop_map(Edit::Settings),
        2 => (0..1000_usize).prop_map(Edit::Damage),
        1 => (0..1000_usize).prop_map(Edit::Lose),
        1 => Just(Edit::Stray),
    ]
}

fn build(record: &Path, out: &Path, settings: &[&str]) -> String {
    let mut command = Command::new(env!("CARGO_BIN_EXE_candor"));
    command.arg("build").arg(record).arg("--output").arg(out).args(settings).arg("--allow-removal");
    let output = command.output().expect("the program starts");
    let said = String::from_utf8_lossy(&output.stderr).into_owned();
    assert!(output.status.success(), "{said}");
    said
}

/// Every file below `folder`, the mark too, with what it holds.
fn held(folder: &Path) -> BTreeMap<PathBuf, Vec<u8>> {
    let mut files = BTreeMap::new();
    let mut open = vec![folder.to_owned()];
    while let Some(next) = open.pop() {
        for entry in fs::read_dir(next).expect("the folder can be read") {
            let path = entry.expect("a file").path();
            if path.is_dir() {
                open.push(path);
            } else {
                let bytes = fs::read(&path).expect("the file can be read");
                files.insert(path.strip_prefix(folder).expect("it lies there").to_owned(), bytes);
            }
        }
    }
    files
}

fn write(file: &Path, text: &[u8]) {
    fs::create_dir_all(file.parent().expect("a folder")).expect("it can be made");
    fs::write(file, text).expect("it can be written");
}

/// The published file at this place, counted on from the first one after the last; the mark is none.
fn published(site: &Path, at: usize) -> PathBuf {
    let files: Vec<PathBuf> = held(site).into_keys().filter(|path| path != Path::new(".candor-site")).collect();
    site.join(&files[at % files.len()])
}

fn make(edit: &Edit, record: &Path, site: &Path, settings: &mut usize) {
    let at = |at: usize| held(record).into_keys().filter(|path| path != Path::new("candor.toml")).nth(at);
    match edit {
        Edit::Nothing => {}
        Edit::Write(at) => write(&record.join(TEXTS[*at].0), TEXTS[*at].1.as_bytes()),
        Edit::Delete(file) => {
            // Something is left to publish.
            if let Some(file) = at(*file).filter(|file| file != Path::new("index.md")) {
                fs::remove_file(record.join(file)).expect("it can be removed");
            }
        }
        Edit::Rename(file) => {
            if let Some(file) = at(*file) {
                let ending = file.extension().and_then(|it| it.to_str()).unwrap_or("md");
                let to = record.join(&file).with_extension(format!("new.{ending}"));
                fs::rename(record.join(file), to).expect("it can be renamed");
            }
        }
        Edit::Settings(to) => *settings = *to,
        Edit::Damage(at) => {
            let file = published(site, *at);
            let (mut bytes, times) =
                (fs::read(&file).expect("it can be read"), fs::metadata(&file).expect("it is there"));
            if let Some(byte) = bytes.last_mut() {
                *byte ^= 1;
            }
            fs::write(&file, bytes).expect("it can be written");
            let times = fs::FileTimes::new().set_modified(times.modified().expect("it has times"));
            fs::File::options()
                .write(true)
                .open(&file)
                .and_then(|file| file.set_times(times))
                .expect("they can be set");
        }
        Edit::Lose(at) => fs::remove_file(published(site, *at)).expect("it can be removed"),
        Edit::Stray => write(&site.join("deep/stray.html"), b"stray"),
    }
}

#[test]
fn a_warm_build_gives_the_bytes_of_a_cold_one_after_any_edits() {
    holds(6, prop::collection::vec(edit(), 1..7), |edits| {
        let place = tempfile::tempdir().expect("a folder can be made");
        let (record, site, cold) = (place.path().join("record"), place.path().join("site"), place.path().join("cold"));
        RECORD.iter().for_each(|(path, text)| write(&record.join(path), text.as_bytes()));
        let mut settings = 0;
        build(&record, &site, SETTINGS[settings]);
        for edit in &edits {
            make(edit, &record, &site, &mut settings);
            build(&record, &site, SETTINGS[settings]);
            build(&record, &cold, SETTINGS[settings]);
            let (warm, fresh) = (held(&site), held(&cold));
            let other: Vec<_> = warm.iter().filter(|(path, bytes)| fresh.get(*path) != Some(bytes)).collect();
            prop_assert!(other.is_empty() && warm.len() == fresh.len(), "after {edit:?}: {:?}", other.first());
            fs::remove_dir_all(&cold).expect("it can be removed");
        }
        Ok(())
    });
}

#[test]
fn what_is_proven_to_be_there_is_not_made_again() {
    let place = tempfile::tempdir().expect("a folder can be made");
    let (record, site) = (place.path().join("record"), place.path().join("site"));
    RECORD.iter().for_each(|(path, text)| write(&record.join(path), text.as_bytes()));
    const SKIPPED: &str = "The record has not changed since";
    assert!(!build(&record, &site, SETTINGS[0]).contains(SKIPPED));
    let said = build(&record, &site, SETTINGS[0]);
    assert!(said.contains(SKIPPED) && said.contains("(0 new or changed, 0 removed)"), "{said}");
    // Each of these is another site, or another folder.
    assert!(!build(&record, &site, SETTINGS[1]).contains(SKIPPED), "another day");
    assert!(!build(&record, &site, SETTINGS[0]).contains(SKIPPED));
    write(&record.join("groups/mark.bin"), b"4321");
    assert!(!build(&record, &site, SETTINGS[0]).contains(SKIPPED), "another file that is published as it is");
    write(&site.join("index.html"), b"by hand");
    let said = build(&record, &site, SETTINGS[0]);
    assert!(said.contains("(1 new or changed, 0 removed)") && !said.contains(SKIPPED), "{said}");
    assert!(build(&record, &site, SETTINGS[0]).contains(SKIPPED), "and then it is there again");
}
