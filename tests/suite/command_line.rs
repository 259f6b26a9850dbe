//! The program as its users meet it: what it prints, what it leaves on disk, how it ends.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, Output};
use std::time::SystemTime;

use candor::check::page::Example;
use candor::check::{RULES, Rule, RulePage};
use candor::document::Rung;
use candor::id::Kind;
use candor::tree::{Asset, LeftOut, Tree};
use candor::workflow::RuleLevel;
use tempfile::TempDir;

use crate::support::git;

const TODAY: &str = "2026-11-21";

fn candor(arguments: &[&str]) -> Output {
    Command::new(env!("CARGO_BIN_EXE_candor")).args(arguments).env_remove("CI").output().expect("the program starts")
}

fn code(output: &Output) -> i32 {
    output.status.code().expect("the program ended by itself")
}

fn stdout(output: &Output) -> String {
    String::from_utf8_lossy(&output.stdout).into_owned()
}

fn stderr(output: &Output) -> String {
    String::from_utf8_lossy(&output.stderr).into_owned()
}

/// The files of a fixture in a folder on disk.
fn on_disk(fixture: &str) -> TempDir {
    let folder = TempDir::new().expect("a temporary folder");
    write(folder.path(), &Tree::fixture(fixture));
    folder
}

/// The files of an example on disk; those that it is a change of are the last commit of a repository.
fn example_on_disk(example: &Example) -> TempDir {
    let folder = TempDir::new().expect("a temporary folder");
    if let Some(base) = example.base() {
        write(folder.path(), &base);
        git(folder.path(), &["init", "--quiet"]);
        git(folder.path(), &["add", "--all"]);
        git(folder.path(), &["commit", "--quiet", "--message", "base"]);
        base.sources
            .keys()
            .for_each(|path| fs::remove_file(folder.path().join(path.as_str())).expect("it was written"));
    }
    write(folder.path(), &example.tree());
    folder
}

fn write(folder: &Path, tree: &Tree) {
    for (path, source) in &tree.sources {
        put(folder, path.as_str(), source.text.as_bytes());
    }
    for (path, asset) in &tree.assets {
        let Asset::Bytes(bytes) = asset else { unreachable!("fixtures hold bytes") };
        put(folder, path.as_str(), bytes);
    }
    // What a fixture leaves out are symbolic links.
    for (path, why) in &tree.left_out {
        let target = if *why == LeftOut::LinkOut { "/" } else { path.file_name() };
        std::os::unix::fs::symlink(target, folder.join(path.as_str())).expect("links can be made");
    }
}

fn put(folder: &Path, name: &str, bytes: &[u8]) {
    let path = folder.join(name);
    fs::create_dir_all(path.parent().expect("files lie in the folder")).expect("folders can be made");
    fs::write(path, bytes).expect("files can be written");
}

fn text(path: &Path) -> &str {
    path.to_str().expect("temporary folders have plain names")
}

/// Every file below `folder` with its bytes and the time of its last change.
fn snapshot(folder: &Path) -> BTreeMap<PathBuf, (Vec<u8>, SystemTime)> {
    walkdir::WalkDir::new(folder)
        .into_iter()
        .filter_map(Result::ok)
        .filter(|entry| entry.file_type().is_file())
        .map(|entry| {
            let changed = entry.metadata().expect("the file is there").modified().expect("the system keeps times");
            let bytes = fs::read(entry.path()).expect("the file can be read");
            (entry.path().strip_prefix(folder).expect("it lies below").to_owned(), (bytes, changed))
        })
        .collect()
}

const CLEAN: &str = "\
-- candor.toml --
title = \"Example group\"
base_url = \"https://example.org/group/\"
-- index.md --
+++
title = \"Where things stand\"
+++

Everything is in order.
-- people/ada.md --
+++
name = \"Ada Example\"
+++
";

const MISSPELT: &str = "\
-- candor.toml --
title = \"Example group\"
-- people/ada.md --
+++
nmae = \"Ada Example\"
+++
";

/// Every rule's examples are tried in `rules.rs` as the library finds them. What the program adds is the same for all rules:
/// that it reads the files, prints what was found, and ends by the level. Each family shows that on its first error, its
/// first warning and its first change.
#[test]
fn every_family_of_rules_speaks_through_the_program() {
    let families: BTreeSet<&str> = RULES.iter().map(|rule| rule.family).collect();
    for family in families {
        let of_family: Vec<&Rule> = RULES.iter().filter(|rule| rule.family == family).collect();
        let of_level = |level: RuleLevel| of_family.iter().copied().find(|rule| RulePage::of(rule).level == level);
        let of_change = of_family.iter().copied().find(|rule| has_change(rule));
        let tried: Vec<&Rule> =
            [of_level(RuleLevel::Error), of_level(RuleLevel::Warning), of_change].into_iter().flatten().collect();
        assert!(!tried.is_empty(), "{family}");
        tried.into_iter().for_each(speaks_through_the_program);
    }
}

fn has_change(rule: &Rule) -> bool {
    RulePage::of(rule).examples().iter().any(|example| example.base.is_some())
}

fn speaks_through_the_program(rule: &Rule) {
    let level = RulePage::of(rule).level;
    let examples = RulePage::of(rule).examples();
    for flagged in [true, false] {
        let of_kind = |example: &&Example| example.flagged == flagged;
        let example = examples.iter().find(of_kind).expect("a page has examples of both kinds");
        let folder = example_on_disk(example);
        let mut arguments = vec!["check", text(folder.path()), "--format", "json", "--today", TODAY, "--drafts"];
        if example.base.is_some() {
            arguments.extend(["--base", "HEAD"]);
        }
        let output = candor(&arguments);
        let report: serde_json::Value = serde_json::from_slice(&output.stdout).expect("the report is JSON");
        let findings = report["findings"].as_array().expect("findings are a list");
        let found: Vec<&serde_json::Value> = findings.iter().filter(|it| it["rule"] == rule.name).collect();
        assert_eq!(!found.is_empty(), example.flagged, "{}: {}", rule.name, stderr(&output));
        let is_error = found.iter().any(|it| it["level"] == "error");
        if is_error {
            assert_eq!(code(&output), 1, "{} is an error", rule.name);
        }
        if example.flagged && level == RuleLevel::Warning {
            assert!(!is_error, "{} is a warning", rule.name);
            let strict = [&arguments[..], &["--deny-warnings"]].concat();
            assert_eq!(code(&candor(&strict)), 1, "{} fails where warnings are denied", rule.name);
        }
    }
}

#[test]
fn the_exit_code_tells_what_happened() {
    let clean = on_disk(CLEAN);
    let misspelt = on_disk(MISSPELT);
    let at = |folder: &TempDir| text(folder.path()).to_owned();
    for (arguments, expected) in [
        (vec!["check".to_owned(), at(&clean), "--deny-warnings".to_owned()], 0),
        (vec!["check".to_owned(), at(&misspelt)], 1),
        (vec!["check".to_owned(), "--no-such-flag".to_owned()], 2),
        (vec!["check".to_owned(), at(&clean), "--today".to_owned(), "tomorrow".to_owned()], 2),
        (vec!["explain".to_owned(), "no-such-rule".to_owned()], 2),
        (vec!["init".to_owned(), at(&clean), "--profile".to_owned(), "no-such-profile".to_owned()], 2),
        (vec!["check".to_owned(), "/no/such/folder".to_owned()], 3),
    ] {
        let arguments: Vec<&str> = arguments.iter().map(String::as_str).collect();
        let output = candor(&arguments);
        assert_eq!(code(&output), expected, "{arguments:?}\n{}{}", stdout(&output), stderr(&output));
    }
}

#[test]
fn a_finding_names_the_place_and_what_to_type() {
    let folder = on_disk(MISSPELT);
    let shown = stdout(&candor(&["check", text(folder.path()), "--today", TODAY]));
    assert!(shown.contains("people/ada.md:2:1"), "{shown}");
    assert!(shown.contains("unknown key `nmae`"), "{shown}");
    assert!(shown.contains("did you mean `name`?"), "{shown}");
}

#[test]
fn build_publishes_findings_and_strict_publishes_nothing() {
    let folder = on_disk(MISSPELT);
    let out = TempDir::new().unwrap();
    let site = out.path().join("site");
    let strict = candor(&["build", text(folder.path()), "--output", text(&site), "--today", TODAY, "--strict"]);
    assert_eq!(code(&strict), 1);
    assert!(!site.exists());
    let build = candor(&["build", text(folder.path()), "--output", text(&site), "--today", TODAY]);
    assert_eq!(code(&build), 0, "{}", stderr(&build));
    let page = fs::read_to_string(site.join("editors/findings/people/ada.md/index.html")).unwrap();
    assert!(page.contains("nmae"), "a page for editors shows what is wrong with it");
    let page = fs::read_to_string(site.join("people/ada/index.html")).unwrap();
    assert!(!page.contains("nmae"), "readers do not meet it");
}

#[test]
fn a_second_build_touches_no_file_and_another_folder_gets_the_same_bytes() {
    let folder = on_disk(CLEAN);
    let out = TempDir::new().unwrap();
    let build = |name: &str| {
        let site = out.path().join(name);
        let output = candor(&["build", text(folder.path()), "--output", text(&site), "--today", TODAY, "--quiet"]);
        assert_eq!((code(&output), stderr(&output)), (0, String::new()));
        snapshot(&site)
    };
    let first = build("one");
    assert!(first.len() > 20);
    assert_eq!(build("one"), first, "same bytes, same times");
    let bytes = |files: BTreeMap<PathBuf, (Vec<u8>, SystemTime)>| -> BTreeMap<PathBuf, Vec<u8>> {
        files.into_iter().map(|(path, (bytes, _))| (path, bytes)).collect()
    };
    assert_eq!(bytes(build("two")), bytes(first));
}

#[test]
fn a_folder_that_candor_did_not_make_is_refused_with_words() {
    let folder = on_disk(CLEAN);
    let mine = on_disk("-- letters/mother.md --\nDear mother\n");
    let output = candor(&["build", text(folder.path()), "--output", text(mine.path())]);
    assert_eq!(code(&output), 2);
    assert!(stderr(&output).contains("--output"), "{}", stderr(&output));
    assert!(mine.path().join("letters/mother.md").exists());
}

#[test]
fn a_broken_template_is_a_finding_and_leaves_what_was_published() {
    let folder = on_disk(CLEAN);
    let out = TempDir::new().unwrap();
    let site = out.path().join("site");
    let build = || candor(&["build", text(folder.path()), "--output", text(&site), "--today", TODAY]);
    assert_eq!(code(&build()), 0);
    let published = snapshot(&site);
    for (name, template, said) in [
        ("404.html", "{% if %}", "404.html:1"),
        ("404.html", "{{ 1 | nofilter }}", "404.html:1"),
        ("404.html", "{{ page.title | round }}", "404.html:1"),
        ("base.html", "<p>no block</p>", "base.html"),
    ] {
        put(folder.path(), &format!("themes/default/{name}"), template.as_bytes());
        let broken = build();
        assert_eq!(code(&broken), 1, "{template}");
        assert!(stdout(&broken).contains(said), "{template}: {}", stdout(&broken));
        assert_eq!(snapshot(&site), published, "{template}");
    }
}

#[test]
fn what_wants_one_place_stops_no_build() {
    let rule = RULES.iter().find(|rule| rule.name == "place-taken-twice").expect("it is in the list");
    let examples = RulePage::of(rule).examples();
    let clash = examples.iter().find(|example| example.flagged).expect("an example that is flagged");
    let folder = on_disk(clash.fixture);
    put(folder.path(), "static/robots.txt", b"User-agent: nobody");
    put(folder.path(), "static/404.html", b"<p>Gone</p>");
    let out = TempDir::new().unwrap();
    let site = out.path().join("site");
    for _ in 0..2 {
        let build = candor(&["build", text(folder.path()), "--output", text(&site), "--today", TODAY]);
        assert_eq!(code(&build), 0, "{}", stderr(&build));
        let read = |path: &str| fs::read_to_string(site.join(path)).expect("it is published");
        assert_eq!((read("robots.txt"), read("404.html")), ("User-agent: nobody".into(), "<p>Gone</p>".into()));
        assert!(read("actions/index.html").contains("Open actions") && read("minutes/index.html").contains("take"));
        assert!(read("pledges/0001/index.html").contains("Ada Example"));
    }
}

#[test]
fn a_new_folder_begins_without_findings() {
    let out = TempDir::new().unwrap();
    for (profile, _) in candor::workflow::BUILT_IN {
        for rung in Rung::ALL {
            for group in [&[][..], &["--group", "Makers of things"]] {
                let folder = out.path().join(format!("{profile}-{rung}-{}", group.len()));
                let start = ["init", text(&folder), "--profile", profile, "--rung", rung.as_str(), "--today", TODAY];
                let init = candor(&[&start, group].concat());
                assert_eq!(code(&init), 0, "{}", stderr(&init));
                let check = candor(&["check", text(&folder), "--today", TODAY]);
                let said = stdout(&check);
                assert_eq!((code(&check), said.contains("error") || said.contains("warning")), (0, false), "{said}");
                let config = fs::read_to_string(folder.join("candor.toml")).unwrap();
                assert!(config.contains(&format!("rung = \"{rung}\"")), "{config}");
            }
        }
    }
    let folder = out.path().join("base");
    let init = candor(&["init", text(&folder), "--today", TODAY]);
    assert!(stderr(&init).contains("on the rung `record`"), "{}", stderr(&init));
    assert_eq!(code(&candor(&["init", text(&folder), "--rung", "monney"])), 2);
    let before = snapshot(out.path());
    let again = candor(&["init", text(&out.path().join("base"))]);
    assert_eq!(code(&again), 0);
    assert!(stderr(&again).contains("stays as it is"));
    assert_eq!(snapshot(out.path()), before);
}

#[test]
fn the_first_record_brings_no_finding_from_before_it() {
    let out = TempDir::new().unwrap();
    for (profile, _) in candor::workflow::BUILT_IN {
        for rung in Rung::ALL {
            let folder = out.path().join(format!("{profile}-{rung}"));
            let init = ["init", text(&folder), "--profile", profile, "--rung", rung.as_str(), "--today", TODAY];
            assert_eq!(code(&candor(&init)), 0);
            git(&folder, &["init", "--quiet"]);
            git(&folder, &["add", "."]);
            git(&folder, &["commit", "--quiet", "-m", "Begin the record"]);
            for (kind, title) in
                [("person", "Ada Example"), ("meeting", "First"), ("proposal", "A wiki"), ("sow", "A wiki")]
            {
                let new = candor(&["new", kind, title, text(&folder), "--today", TODAY]);
                assert_eq!(code(&new), 0, "{}", stderr(&new));
                // The sections are for the author to write, and whose matter it is.
                let path = stdout(&new);
                let written = fs::read_to_string(path.trim()).unwrap();
                let lines = written.lines().map(|line| match line.split_whitespace().next() {
                    Some("<!--") => "- Two people do this by hand, every Monday.",
                    Some("proposer") => "proposer = \"ada-example\"",
                    Some("owner") => "owner = \"ada-example\"",
                    Some(_) | None => line,
                });
                fs::write(path.trim(), lines.collect::<Vec<_>>().join("\n")).unwrap();
            }
            let check = candor(&["check", text(&folder), "--base", "HEAD", "--today", TODAY]);
            let said = stdout(&check);
            assert_eq!((code(&check), said.contains("error") || said.contains("warning")), (0, false), "{said}");
        }
    }
}

#[test]
fn a_new_record_of_every_kind_is_complete_in_form() {
    let out = TempDir::new().unwrap();
    let folder = out.path().join("record");
    assert_eq!(code(&candor(&["init", text(&folder), "--today", TODAY])), 0);
    for kind in Kind::ALL {
        let new = candor(&["new", kind.name(), "Müller's \"quoted\" title", text(&folder), "--today", TODAY]);
        assert_eq!(code(&new), 0, "{kind}: {}", stderr(&new));
        assert!(Path::new(stdout(&new).trim()).exists(), "{kind}");
    }
    let check = candor(&["check", text(&folder), "--today", TODAY, "--all"]);
    assert_eq!(code(&check), 0, "{}", stdout(&check));
    let next = candor(&["new", "sow", "Another", text(&folder), "--today", TODAY]);
    assert!(stdout(&next).contains("0002-another.md"), "{}", stdout(&next));
}

#[test]
fn no_record_is_begun_while_nobody_can_say_where_it_belongs() {
    let folder = on_disk(CLEAN);
    let config = folder.path().join("candor.toml");
    for broken in [
        &b"title = \"T"[..],
        b"[[folder]\npath = \"sow\"\n",
        b"profile = [\"ours.toml\"]\n",
        b"title \"T\"\n",
        b"folder = \"sow\"\n",
        b"[[folder]]\npath = 3\nkind = \"sow\"\n",
        b"[[foldr]]\npath = \"work\"\nkind = \"sow\"\n",
        b"title = \"\xff\"\n",
    ] {
        fs::write(&config, broken).unwrap();
        let before = snapshot(folder.path());
        let new = candor(&["new", "sow", "Another", text(folder.path()), "--today", TODAY]);
        assert_eq!((code(&new), stdout(&new)), (2, String::new()), "{}", broken.escape_ascii());
        assert!(stderr(&new).contains("`candor check` says what is wrong"), "{}", stderr(&new));
        assert_eq!(snapshot(folder.path()), before, "{}", broken.escape_ascii());
    }
}

#[test]
fn quiet_says_nothing_and_help_says_much() {
    let folder = on_disk(CLEAN);
    let out = TempDir::new().unwrap();
    let site = out.path().join("site");
    let quiet = candor(&["build", text(folder.path()), "--output", text(&site), "--quiet"]);
    assert_eq!((stdout(&quiet), stderr(&quiet)), (String::new(), String::new()));
    for (arguments, said) in [
        (&["--help"][..], "Publish the site"),
        (&["build", "--help"], "--strict"),
        (&["check", "--help"], "--fix"),
        (&["completions", "bash"], "complete"),
        (&["man"], ".TH candor"),
        (&["explain", "unknown-key"], "misspelt"),
        (&["explain"], "unknown-key"),
    ] {
        let output = candor(arguments);
        assert_eq!(code(&output), 0, "{arguments:?}");
        assert!(stdout(&output).contains(said), "{arguments:?}: {}", stdout(&output));
    }
}

/// The program, started in `folder`.
fn candor_in(folder: &Path, arguments: &[&str]) -> Output {
    let program = env!("CARGO_BIN_EXE_candor");
    Command::new(program).args(arguments).current_dir(folder).env_remove("CI").output().expect("the program starts")
}

const OF_ITS_OWN: &str = "\
-- candor.toml --
title = \"Example group\"
profile = [\"ours.toml\"]
-- ours.toml --
name = \"ours\"
extends = \"base\"

[[kind.sow.transition]]
from = \"draft\"
to = \"discussion\"
by = \"group\"
label = \"the group reads it aloud\"
needs = [{ field = \"discussion\", says = \"a place to discuss it\" }]
clause = \"Our page, step 2\"
";

#[test]
fn a_profile_is_printed_as_it_holds_here() {
    let folder = on_disk(OF_ITS_OWN);
    let here = candor_in(folder.path(), &["profile", "--kind", "sow"]);
    assert_eq!(code(&here), 0, "{}", stderr(&here));
    for said in
        ["builds on base", "the group reads it aloud, by the group", "needs a place to discuss it", "Our page, step 2"]
    {
        assert!(stdout(&here).contains(said), "{said}: {}", stdout(&here));
    }
    assert!(!stdout(&here).contains("Bounties"), "only the kind that was asked for");
    let beside = candor_in(folder.path(), &["profile", "ours.toml", "--kind", "sow"]);
    assert_eq!(stdout(&beside), stdout(&here));
    let base = candor_in(folder.path(), &["profile", "base"]);
    assert!(!stdout(&base).contains("reads it aloud") && stdout(&base).contains("Bounties"), "{}", stdout(&base));

    let json = candor_in(folder.path(), &["profile", "--format", "json", "--kind", "sow"]);
    let json: serde_json::Value = serde_json::from_slice(&json.stdout).expect("the profile is JSON");
    let steps = json["kinds"][0]["steps"].as_array().expect("steps are a list");
    let aloud: Vec<_> = steps.iter().filter(|it| it["label"] == "the group reads it aloud").collect();
    assert_eq!(aloud.len(), 1, "{json}");
    assert_eq!(aloud[0]["needs"][0], "a place to discuss it");

    let svg = candor_in(folder.path(), &["profile", "--svg"]);
    assert!(stdout(&svg).starts_with("<svg xmlns=") && stdout(&svg).contains("Board review"), "{}", stdout(&svg));
}

#[test]
fn a_printed_profile_says_every_step() {
    let folder = on_disk(CLEAN);
    let printed = candor_in(folder.path(), &["profile", "llvm-iwg"]);
    let words = |text: &str| text.split_whitespace().collect::<Vec<_>>().join(" ");
    let told = words(&stdout(&printed));
    let json = candor_in(folder.path(), &["profile", "llvm-iwg", "--format", "json"]);
    let json: serde_json::Value = serde_json::from_slice(&json.stdout).expect("the profile is JSON");
    let text = |it: &serde_json::Value| words(it.as_str().expect("a text"));
    let mut steps = 0;
    for kind in json["kinds"].as_array().expect("a list") {
        for step in kind["steps"].as_array().expect("a list") {
            steps += 1;
            let line = format!("→ {}: {}, by {}", text(&step["to"]), text(&step["label"]), text(&step["by"]));
            assert!(told.contains(&line), "{line}");
        }
    }
    assert!(steps > 50, "{steps}");
    for asked in json["asked"].as_array().expect("a list") {
        assert!(told.contains(&text(&asked["what"])), "{asked}");
    }
    assert!(stdout(&printed).lines().all(|line| line.chars().count() <= 100), "lines are wrapped");
}

#[test]
fn a_wrong_profile_is_told_where_and_how() {
    let wrong = OF_ITS_OWN.replace("to = \"discussion\"", "to = \"discusion\"");
    let folder = on_disk(&wrong);
    for arguments in [&["profile"][..], &["profile", "ours.toml"]] {
        let output = candor_in(folder.path(), arguments);
        assert_eq!(code(&output), 1, "{arguments:?}");
        let said = stderr(&output);
        assert!(said.contains("ours.toml:6:6") && said.contains("did you mean `discussion`?"), "{said}");
    }
    for (arguments, said) in [
        (&["profile", "lvm-iwg"][..], "did you mean `llvm-iwg`?"),
        (&["profile", "our.toml"], "did you mean `ours.toml`?"),
        (&["profile", "base", "--kind", "person"], "no states for a person"),
        (&["schema", "desicion"], "did you mean `decision`?"),
    ] {
        let output = candor_in(folder.path(), arguments);
        assert_eq!(code(&output), 2, "{arguments:?}");
        assert!(stderr(&output).contains(said), "{arguments:?}: {}", stderr(&output));
    }
}

#[test]
fn a_schema_is_printed_for_every_name_in_the_list() {
    let list = stdout(&candor(&["schema"]));
    let names: Vec<&str> = list.lines().filter_map(|line| line.split_whitespace().next()).collect();
    assert_eq!(names.len(), Kind::ALL.len() + 4, "{list}");
    for name in names {
        let output = candor(&["schema", name]);
        let schema: serde_json::Value = serde_json::from_slice(&output.stdout).expect("the schema is JSON");
        assert_eq!(schema["type"], "object", "{name}");
    }
}

#[test]
fn output_that_is_piped_has_no_colours() {
    let folder = on_disk(MISSPELT);
    let output = candor(&["check", text(folder.path())]);
    assert!(!stdout(&output).contains('\u{1b}'));
}

#[test]
fn a_reader_that_goes_away_early_is_no_mishap() {
    let folder = on_disk("-- candor.toml --\ntitle = \"Example\"\n-- a.md --\n[x](b.md)\n");
    let folder = folder.path().to_str().expect("in UTF-8");
    let all: [&[&str]; 8] = [
        &["explain"],
        &["explain", "stalled"],
        &["schema"],
        &["profile"],
        &["man"],
        &["completions", "bash"],
        &["check", folder],
        &["check", folder, "--format", "sarif"],
    ];
    for arguments in all {
        let mut command = Command::new(env!("CARGO_BIN_EXE_candor"));
        command.args(arguments).stdout(std::process::Stdio::piped()).stderr(std::process::Stdio::piped());
        let mut program = command.spawn().expect("the program starts");
        drop(program.stdout.take());
        let output = program.wait_with_output().expect("it ends");
        assert!(output.status.code().is_some_and(|code| code < 2), "{arguments:?}: {}", stderr(&output));
        assert_eq!(stderr(&output), "", "{arguments:?}");
    }
}

/// A site that was published, and the folder of its record.
fn published() -> (TempDir, TempDir) {
    let (record, site) = (on_disk(CLEAN), TempDir::new().expect("a temporary folder"));
    let output = candor(&["build", text(record.path()), "-o", text(&site.path().join("site")), "--today", TODAY]);
    assert_eq!(code(&output), 0, "{}", stderr(&output));
    (record, site)
}

/// What `build` and `check` say to the record, which must be the same end; the published site stays as it was.
fn refused(record: &Path, site: &Path) -> String {
    let before = snapshot(site);
    let check = candor(&["check", text(record), "--today", TODAY]);
    let build = candor(&["build", text(record), "-o", text(&site.join("site")), "--today", TODAY]);
    assert_eq!((code(&check), code(&build)), (3, 3), "{}{}", stdout(&check), stderr(&build));
    assert_eq!(stderr(&check), stderr(&build));
    assert!(snapshot(site) == before, "what was published stays as it was");
    stderr(&build)
}

#[test]
fn an_empty_folder_never_replaces_what_was_published() {
    let (_, site) = published();
    for fixture in ["", "-- notes.txt --\nNo record.\n", "-- themes/own/base.html --\n<p>\n"] {
        let words = refused(on_disk(fixture).path(), site.path());
        assert!(words.contains("holds no record"), "{words}");
    }
    let nowhere = site.path().join("nowhere");
    assert!(refused(&nowhere, site.path()).contains("nowhere"));
    let (config, before) = (on_disk("-- candor.toml --\ntitle = \"Example group\"\n"), snapshot(site.path()));
    let build = candor(&["build", text(config.path()), "-o", text(&site.path().join("site"))]);
    assert_eq!(code(&build), 3, "a configuration alone is no record: {}", stderr(&build));
    assert!(snapshot(site.path()) == before);
}

#[test]
fn a_file_that_cannot_be_read_ends_the_command_and_is_named() {
    use std::os::unix::fs::symlink;
    type Spoil = fn(&Path);
    let table: [(&str, Spoil); 5] = [
        ("people/ada.md", |at| symlink("nothing.md", at).expect("links can be made")),
        ("people/ada.md", |at| symlink("ada.md", at).expect("links can be made")),
        ("people/ada.md", |at| fs::create_dir(at).expect("folders can be made")),
        ("candor.toml", |at| symlink("nothing.toml", at).expect("links can be made")),
        ("candor.toml", |at| {
            assert!(Command::new("mkfifo").arg(at).status().expect("mkfifo is there").success());
        }),
    ];
    for (name, spoil) in table {
        let (record, site) = published();
        let file = record.path().join(name);
        fs::remove_file(&file).expect("it was written");
        spoil(&file);
        let words = refused(record.path(), site.path());
        assert!(words.contains(&format!("{name} cannot be read")), "{words}");
    }
}

#[test]
fn a_system_that_runs_out_of_open_files_publishes_all_or_nothing() {
    let (record, site) = published();
    for at in 0..400 {
        put(record.path(), &format!("people/p{at}.md"), b"+++\nname = \"A person\"\n+++\n");
    }
    let before = snapshot(site.path());
    // One file can be open beside the three streams, and four threads read.
    let script = "ulimit -n 4; exec \"$0\" build \"$1\" -o \"$2\"";
    let output = Command::new("sh")
        .args(["-c", script, env!("CARGO_BIN_EXE_candor"), text(record.path()), text(&site.path().join("site"))])
        .env("RAYON_NUM_THREADS", "4")
        .output()
        .expect("a shell is there");
    let is_whole = (0..400).all(|at| site.path().join(format!("site/people/p{at}/index.html")).is_file());
    match code(&output) {
        0 => assert!(is_whole, "{}", stderr(&output)),
        outcome => {
            assert_eq!(outcome, 3, "{}", stderr(&output));
            assert!(snapshot(site.path()) == before, "what was published stays as it was");
        }
    }
}

#[test]
fn the_words_of_each_language_are_printed_for_whoever_translates_them() {
    let list = stdout(&candor(&["theme"]));
    assert!(list.contains("\nwords/en.ftl\n") && list.contains("\nwords/de.ftl\n"), "{list}");
    let german = candor(&["theme", "words/de.ftl"]);
    assert_eq!(code(&german), 0);
    assert!(stdout(&german).contains("\nno_such_page_lede = ") || stdout(&german).contains("\nhow_lede = "));
    assert!(stderr(&candor(&["theme", "words/dd.ftl"])).contains("words/de.ftl"), "what is nearest is named");
}
