//! What the findings offer mends them, and nothing else: on values first, then through the program on disk.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::os::unix::fs::{PermissionsExt, symlink};
use std::path::Path;
use std::process::{Command, Output};

use candor::check::{RULES, RulePage};
use candor::diagnostic::{Diagnostic, Edit, Fix, Level, fix};
use candor::id::ContentPath;
use candor::project::Project;
use candor::tree::{Source, Tree};
use tempfile::TempDir;

use crate::support;

/// Every rule whose findings show how to mend them, and whether that can be applied unseen.
const FIXING: [(&str, bool); 20] = [
    ("action-without-owner", true),
    ("alias-in-place-of-id", true),
    ("broken-link", false),
    ("events-out-of-order", false),
    ("foreign-front-matter", true),
    ("heading-date-differs", true),
    ("invalid-toml", false),
    ("invalid-toml", true),
    ("invalid-yaml", true),
    ("keys-out-of-order", true),
    ("missing-section", false),
    ("mistyped-checkbox", true),
    ("reference-not-returned", true),
    ("renamed-host", false),
    ("text-not-shown-as-meant", true),
    ("unclosed-front-matter", true),
    ("unknown-key", false),
    ("unknown-reference", false),
    ("unknown-value", false),
    ("wrong-type", true),
];

/// `tree` with `edits` applied.
fn after<'a>(tree: &Tree, edits: impl IntoIterator<Item = &'a Edit>) -> Tree {
    let mut by_file: BTreeMap<&ContentPath, Vec<&Edit>> = BTreeMap::new();
    for edit in edits {
        by_file.entry(&edit.path).or_default().push(edit);
    }
    let mut tree = tree.clone();
    for (path, edits) in by_file {
        let text = fix::apply(&tree.sources[path].text, &edits).expect("edits are places of the text");
        tree.sources.insert(path.clone(), Source { text: text.into(), not_utf8: None });
    }
    tree
}

/// What tells findings apart when lines move.
fn told(findings: &[Diagnostic]) -> Vec<(&str, &ContentPath, &str)> {
    let mut told: Vec<_> = findings.iter().map(|it| (it.rule, &it.path, it.message.as_str())).collect();
    told.sort_unstable();
    told
}

fn offered(project: &Project) -> impl Iterator<Item = (&Diagnostic, &Fix)> {
    project.report.findings.iter().filter_map(|finding| Some((finding, finding.fix.as_ref()?)))
}

#[test]
fn every_fix_mends_its_own_finding_and_brings_no_error_and_a_safe_one_nothing_at_all() {
    let mut seen: BTreeSet<(&str, bool)> = BTreeSet::new();
    for rule in RULES {
        // A change cannot be mended by an edit of what is there now.
        let flagged =
            RulePage::of(rule).examples().into_iter().filter(|example| example.flagged && example.base.is_none());
        for (example, line) in flagged.flat_map(|example| [(example, "\n"), (example, "\r\n")]) {
            let tree = Tree::fixture(&example.fixture.replace('\n', line));
            let before = support::project(tree.clone());
            for (finding, fix) in offered(&before) {
                assert!(!fix.edits.is_empty(), "{}: {}", finding.rule, fix.title);
                seen.insert((finding.rule, fix.is_safe));
                let mended = after(&tree, &fix.edits);
                let now = support::project(mended.clone());
                let own = (finding.rule, &finding.path, finding.message.as_str());
                let times = |project: &Project| told(&project.report.findings).iter().filter(|it| **it == own).count();
                assert_eq!(times(&now), times(&before) - 1, "{own:?}\n{}", mended.sources[&finding.path].text);
                let known: BTreeSet<_> = told(&before.report.findings).into_iter().collect();
                // What is proposed must not lead into the next error.
                let errors = now.report.findings.iter().filter(|it| it.level == Level::Error).cloned();
                let errors: Vec<Diagnostic> = errors.collect();
                // The same rule may ask for the rest: a section that is there now is still empty.
                let is_other = |it: &(&str, &ContentPath, &str)| it.0 != finding.rule && !known.contains(it);
                let fresh: Vec<_> = told(&errors).into_iter().filter(is_other).collect();
                assert_eq!(fresh, [], "{own:?}");
                if fix.is_safe {
                    let fresh: Vec<_> =
                        told(&now.report.findings).into_iter().filter(|it| !known.contains(it)).collect();
                    assert_eq!(fresh, [], "{own:?}");
                }
                for (path, source) in &mended.sources {
                    let bare = source.text.replace("\r\n", "").contains('\n');
                    assert!(line == "\n" || !bare, "{own:?} leaves a line of {path} without its carriage return");
                    if !fix.edits.iter().any(|edit| edit.path == *path) {
                        assert_eq!(source, &tree.sources[path], "{own:?} touches {path}");
                    }
                }
            }
        }
    }
    let expected: BTreeSet<(&str, bool)> = FIXING.into_iter().collect();
    assert_eq!(seen.intersection(&expected).count(), FIXING.len(), "{seen:?}");
    let names: BTreeSet<&str> = FIXING.iter().map(|(name, _)| *name).collect();
    let others: Vec<_> = seen.iter().filter(|(name, _)| !names.contains(name)).collect();
    assert!(others.is_empty(), "{others:?} are not in the list above");
}

/// The tree after every safe fix, round by round as the program does it.
fn mended(mut tree: Tree) -> Tree {
    for _ in 0..8 {
        let project = support::project(tree.clone());
        let fixes = fix::together(project.report.findings.iter().chain(&project.report.folded), |_| true);
        tree = after(&tree, fixes.into_iter().flat_map(|(_, fix)| &fix.edits));
    }
    tree
}

#[test]
fn the_keys_of_the_whole_record_come_back_into_order() {
    let content = Path::new(env!("CARGO_MANIFEST_DIR")).join("content");
    let tree = Tree::read(&content).expect("the record can be read");
    let mut turned = tree.clone();
    let mut count = 0;
    for (path, source) in tree.sources.iter().filter(|(path, _)| path.is_markdown()) {
        let Some((front, _)) = source.text.strip_prefix("+++\n").and_then(|text| text.split_once("\n+++\n")) else {
            continue;
        };
        let plain = front.split("\n\n[").next().unwrap_or_default();
        let lines: Vec<&str> = plain.lines().collect();
        if lines.len() < 2
            || !lines.iter().all(|line| toml::from_str::<toml::Table>(line).is_ok_and(|it| it.len() == 1))
        {
            continue;
        }
        let reversed: Vec<&str> = lines.into_iter().rev().collect();
        let text = source.text.replacen(plain, &reversed.join("\n"), 1);
        turned.sources.insert(path.clone(), Source { text: text.into(), not_utf8: None });
        count += 1;
    }
    assert!(count > 100, "only {count} files were turned around");
    let back = mended(turned);
    for (path, source) in &tree.sources {
        assert_eq!(*back.sources[path].text, *source.text, "{path}");
    }
}

#[test]
fn moved_lines_say_the_same_as_before() {
    let front = "\
# Of the whole file.

tags = [
  \"]\", # not the end
  '#',
]
\"x-own\" = { c = \"}\" } # goes with the tags

aliases = ['''
name = \"not a key\"
''']
summary = \"\"\"
+ + +
aliases = [ \\\"\"\"\"
# What she is called.
name = \"Ada\" # here

[x-table]
tags = 1
";
    for line in ["\n", "\r\n"] {
        let fixture = format!("-- people/ada.md --\n+++\n{front}+++\n\nText.\n").replace('\n', line);
        let tree = Tree::fixture(&fixture);
        let done = mended(tree);
        let text = done.text("people/ada.md").expect("the file is there");
        let now = text.strip_prefix(&format!("+++{line}")).unwrap().split(&format!("+++{line}")).next().unwrap();
        let parsed = |text: &str| toml::from_str::<toml::Table>(text).expect("it is TOML");
        assert_eq!(parsed(now), parsed(&front.replace('\n', line)));
        let expected = "\
# Of the whole file.

# What she is called.
name = \"Ada\" # here
summary = \"\"\"
+ + +
aliases = [ \\\"\"\"\"

aliases = ['''
name = \"not a key\"
''']
tags = [
  \"]\", # not the end
  '#',
]
\"x-own\" = { c = \"}\" } # goes with the tags

[x-table]
tags = 1
";
        assert_eq!(now, expected.replace('\n', line));
    }
}

#[test]
fn a_key_in_two_parts_is_moved_by_its_author() {
    let tree =
        Tree::fixture("-- people/ada.md --\n+++\ntags = [\"a\"]\nx-a.b = 1\nname = \"Ada\"\nx-a.c = 2\n+++\n\nText.\n");
    let project = support::project(tree);
    let found = project.report.findings.iter().filter(|finding| finding.rule == "keys-out-of-order");
    assert_eq!(found.map(|finding| finding.fix.is_some()).collect::<Vec<bool>>(), [false]);
}

#[test]
fn what_the_sides_of_a_pair_say_decides_who_mends_it() {
    let sow = "proposals = [\"PRP-0001\"]\nowner = \"ada\"\ngroup = \"g\"\nshared_infrastructure = false\n";
    let rfp =
        |number: u8, sow: u8| format!("-- rfp/000{number}-x.md --\n+++\ntitle = \"X\"\nsow = \"SOW-000{sow}\"\n+++\n");
    let sows = |back: &str| {
        format!(
            "-- sow/0001-x.md --\n+++\ntitle = \"X\"\n{sow}{back}+++\n-- sow/0002-x.md --\n+++\ntitle = \"Y\"\n{sow}+++\n"
        )
    };
    let contractor = |sows: &str| {
        format!(
            "-- contractors/acme.md --\n+++\norganization = \"acme\"\n[[contract]]\nid = \"1\"\nsows = {sows}\n+++\n"
        )
    };
    for (fixture, expected) in [
        (rfp(1, 1) + &sows("rfp = \"RFP-1\"\n"), vec![]),
        (rfp(1, 1) + &sows("rfp = { unknown = \"not told\" }\n"), vec![]),
        (rfp(1, 1) + &rfp(2, 1) + &sows("rfp = \"RFP-0002\"\n"), vec![("warning", None)]),
        (rfp(1, 1) + &rfp(2, 1) + &sows("rfp = [\"RFP-0001\", \"RFP-0002\"]\n"), vec![]),
        (rfp(1, 1) + &rfp(2, 1) + &sows(""), vec![("warning", None)]),
        (
            rfp(1, 1) + &rfp(2, 2) + &sows("rfp = \"RFP-0002\"\n"),
            vec![("error", None), ("warning", Some("rfp = \"RFP-0002\"\n"))],
        ),
        (contractor("[\"SOW-0002\"]") + &sows(""), vec![("warning", Some("contract = \"acme\"\n"))]),
        (
            contractor("[\"SOW-0002\"]") + &sows("contract = \"acme\"\n"),
            vec![("warning", None), ("warning", Some("contract = \"acme\"\n"))],
        ),
        (
            contractor("[\"SOW-0001\"]") + &contractor("[]").replace("acme", "bolt") + &sows("contract = \"bolt\"\n"),
            vec![("error", None)],
        ),
        (contractor("{ unknown = \"not told\" }") + &sows("contract = \"acme\"\n"), vec![]),
    ] {
        let project = support::project(Tree::fixture(&fixture));
        let found = project.report.findings.iter().filter(|it| it.rule == "reference-not-returned");
        let found: Vec<(String, Option<&str>)> =
            found.map(|it| (it.level.to_string(), it.fix.as_ref().map(|fix| fix.edits[0].text.as_str()))).collect();
        let expected: Vec<(String, Option<&str>)> =
            expected.into_iter().map(|(level, text)| (level.to_owned(), text)).collect();
        assert_eq!(found, expected, "{fixture}");
    }
}

#[test]
fn a_day_is_written_unseen_only_where_it_is_the_only_difference() {
    for (text, expected) in [
        ("## 2026-03-03\n", vec![true]),
        ("# Meeting of 2026-03-03\n", vec![false]),
        ("## 2026-03-03\n\nFirst.\n\n## 2026-03-04\n\nSecond.\n", vec![false, false]),
    ] {
        let tree = Tree::fixture(&format!("-- meetings/2026-03-05.md --\n+++\ngroup = \"g\"\n+++\n\n{text}"));
        let project = support::project(tree);
        let safe: Vec<bool> = offered(&project).map(|(_, fix)| fix.is_safe).collect();
        assert_eq!(safe, expected, "{text}");
    }
}

#[test]
fn a_key_is_added_to_no_broken_front_matter() {
    let rfp = "-- rfp/0001-x.md --\n+++\ntitle = \"X\"\nsow = \"SOW-0001\"\n+++\n";
    for (front, fixes) in [
        ("title = \"X\"\nowner = \"\"\"\nrfp\n\"\"\"\n", &[true][..]),
        ("# Only a remark.\n", &[true]),
        ("title = \"X\nowner = 1\n", &[]),
        ("title = 2026-02-30\n", &[]),
    ] {
        let project = support::project(Tree::fixture(&format!("{rfp}-- sow/0001-x.md --\n+++\n{front}+++\n")));
        let found: Vec<&Diagnostic> =
            project.report.findings.iter().filter(|it| it.rule == "reference-not-returned").collect();
        assert_eq!(found.iter().map(|it| it.fix.is_some()).collect::<Vec<_>>(), fixes, "{front}");
    }
}

fn candor(arguments: &[&str]) -> Output {
    Command::new(env!("CARGO_BIN_EXE_candor")).args(arguments).output().expect("the program starts")
}

fn put(folder: &Path, name: &str, text: &str) {
    let path = folder.join(name);
    fs::create_dir_all(path.parent().expect("files lie in the folder")).expect("folders can be made");
    fs::write(path, text).expect("files can be written");
}

const TODAY: &str = "2026-11-21";

const GROUP: &str = "\u{feff}+++\r\nname = \"Tools group\"\r\ntype = \"working-group\"\r\nsummary = \"Tööls.\"\r\n\r\n\
                     [[member]]\r\nperson = \"Ada Example\"\r\nrole = \"chair\"\r\nfrom = 2026-01-01\r\n+++\r\n";
const MENDED: &str = "\u{feff}+++\r\nname = \"Tools group\"\r\nsummary = \"Tööls.\"\r\ntype = \"working-group\"\r\n\r\n\
                      [[member]]\r\nperson = \"ada-example\"\r\nrole = \"chair\"\r\nfrom = 2026-01-01\r\n+++\r\n";

#[test]
fn the_program_mends_files_where_they_lie_and_touches_no_other() {
    let (folder, outside) = (TempDir::new().unwrap(), TempDir::new().unwrap());
    let root = folder.path();
    put(root, "candor.toml", "title = \"Tools\"\n");
    put(root, "groups/tools.md", GROUP);
    put(root, "people/ada-example.md", "+++\nname = \"Ada Example\"\n+++\n");
    put(root, "people/eve.md", "+++\nname = \"Eve\"\naliasses = [\"e\"]\n+++\n");
    put(outside.path(), "other.md", GROUP);
    symlink(outside.path().join("other.md"), root.join("groups/other.md")).unwrap();
    symlink("tools.md", root.join("groups/same.md")).unwrap();
    fs::set_permissions(root.join("groups/tools.md"), fs::Permissions::from_mode(0o640)).unwrap();
    let state = || -> BTreeMap<String, (Vec<u8>, std::time::SystemTime)> {
        let files =
            walkdir::WalkDir::new(root).into_iter().filter_map(Result::ok).filter(|it| !it.file_type().is_dir());
        files
            .map(|it| {
                let changed = fs::symlink_metadata(it.path()).unwrap().modified().unwrap();
                (it.path().display().to_string(), (fs::read(it.path()).unwrap(), changed))
            })
            .collect()
    };
    let before = state();
    let dir = root.to_str().unwrap();
    let output = candor(&["check", dir, "--fix", "--today", TODAY]);
    let shown = String::from_utf8(output.stdout).unwrap();
    assert!(
        shown.contains("fixed[alias-in-place-of-id]: ") && shown.contains("groups/tools.md:7: write the id"),
        "{shown}"
    );
    assert!(shown.contains("fixed[keys-out-of-order]: ") && shown.contains("did you mean `aliases`?"), "{shown}");
    assert_eq!(output.status.code(), Some(1), "a misspelt key remains, and what it is to be is its author's to say");

    let group = root.join("groups/tools.md");
    assert_eq!(fs::read_to_string(&group).unwrap(), MENDED);
    assert_eq!(fs::metadata(&group).unwrap().permissions().mode() & 0o777, 0o640);
    assert_eq!(fs::read_to_string(outside.path().join("other.md")).unwrap(), GROUP);
    assert!(fs::symlink_metadata(root.join("groups/same.md")).unwrap().is_symlink());
    let now = state();
    assert_eq!(now.keys().collect::<Vec<_>>(), before.keys().collect::<Vec<_>>(), "nothing is left beside the files");
    for (name, file) in &now {
        assert!(name.ends_with("tools.md") || name.ends_with("same.md") || *file == before[name], "{name}");
    }

    let again = candor(&["check", dir, "--fix", "--today", TODAY]);
    assert!(!String::from_utf8(again.stdout).unwrap().contains("fixed["));
    assert_eq!(state(), now, "a second time changes nothing");
}

#[test]
fn every_form_tells_the_same_findings() {
    let folder = TempDir::new().unwrap();
    put(folder.path(), ".git/HEAD", "ref: refs/heads/main\n");
    let root = folder.path().join("content");
    let waiver = "[[waiver]]\nrule = \"alias-in-place-of-id\"\nrecord = \"tools\"\nreason = \"asked for, 100%\"\nuntil = 2027-01-01\n";
    put(&root, "candor.toml", &format!("title = \"Tools\"\nbase_url = \"https://example.org/t/\"\n\n{waiver}"));
    put(&root, "groups/tools.md", GROUP);
    put(&root, "people/ada-example.md", "+++\nname = \"Ada Example\"\naliasses = [\"e\"]\n+++\n");
    let run_with = |format: &str, more: &[&str]| {
        let output = candor(&[&["check", root.to_str().unwrap(), "--format", format, "--today", TODAY], more].concat());
        assert_eq!(output.status.code(), Some(1), "{format}");
        String::from_utf8(output.stdout).unwrap()
    };
    let run = |format: &str| run_with(format, &[]);
    let json: serde_json::Value = serde_json::from_str(&run("json")).unwrap();
    let sarif: serde_json::Value = serde_json::from_str(&run("sarif")).unwrap();
    let github = run("github");
    let quality: serde_json::Value = serde_json::from_str(&run("gitlab")).unwrap();
    let checkstyle = run("checkstyle");
    let findings = json["findings"].as_array().unwrap();
    assert_eq!(quality.as_array().unwrap().len(), findings.len());
    assert_eq!(checkstyle.matches("<error ").count(), findings.len());
    let results = sarif["runs"][0]["results"].as_array().unwrap();
    assert_eq!(results.len(), findings.len(), "a code host would open an alert for what is waived");
    assert_eq!(github.lines().count(), findings.len());
    for (finding, result) in findings.iter().zip(results) {
        assert_eq!(finding["rule"], result["ruleId"]);
        let rule = &sarif["runs"][0]["tool"]["driver"]["rules"][result["ruleIndex"].as_u64().unwrap() as usize];
        assert_eq!(rule["id"], finding["rule"]);
        assert_eq!(
            rule["helpUri"],
            format!("https://example.org/t/editors/rules/{}/", finding["rule"].as_str().unwrap())
        );
        let place = &result["locations"][0]["physicalLocation"];
        let path = format!("content/{}", finding["path"].as_str().unwrap());
        assert_eq!(place["artifactLocation"]["uri"], path, "from the root of the repository");
        assert_eq!(place["region"]["startLine"], finding["line"]);
        let place = format!(" file={path},line={}", finding["line"]);
        let title = format!("title={}::", finding["rule"].as_str().unwrap());
        assert!(github.lines().any(|line| line.contains(&place) && line.contains(&title)), "{place} {title}: {github}");
        assert_eq!(result["fixes"].is_array(), finding["fix"].is_object());
    }
    let all: serde_json::Value = serde_json::from_str(&run_with("sarif", &["--all"])).unwrap();
    let waived = &all["runs"][0]["results"][findings.len()];
    assert_eq!(waived["suppressions"][0]["justification"], "asked for, 100%");
}
