//! One cause in a whole repository is one finding that says what mends it, and a site hears nothing of kinds that it does not have.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::process::Command;

use candor::check::RULES;
use candor::diagnostic::{Diagnostic, Level};
use candor::project::Project;
use candor::text::{days_after, parse_date};
use candor::tree::Tree;

use crate::support;

const WEEKS: usize = 400;

/// Minutes of four hundred weeks, each with the front matter `front` and the text that `body` gives for its week.
fn minutes(more: &str, folder: &str, front: &str, body: impl Fn(usize) -> String) -> Tree {
    let first = parse_date("2018-01-03").expect("a day");
    let files = (0..WEEKS).map(|week| {
        let day = days_after(first, i64::try_from(week).expect("a small number") * 7);
        format!("-- {folder}/{day}.md --\n{front}# Minutes of {day}\n\n{}\n", body(week))
    });
    let config = if more.contains("-- candor.toml --") { "" } else { "-- candor.toml --\ntitle = \"Council\"\n" };
    Tree::fixture(&format!("{config}{more}{}", files.collect::<String>()))
}

/// Sixty names, four of them each week.
fn names(week: usize) -> String {
    const FIRST: [&str; 10] = ["Ada", "Ben", "Cleo", "Dan", "Eve", "Finn", "Gil", "Hana", "Ivo", "Jo"];
    const LAST: [&str; 6] = ["Ant", "Bee", "Crow", "Dove", "Elk", "Fox"];
    (0..4).map(|at| format!("- {} {}\n", FIRST[(week + at) % 10], LAST[(week / 10 + at) % 6])).collect()
}

/// What is said with the number of findings that say it, where what differs from file to file is in backticks.
fn by_cause(project: &Project) -> BTreeMap<(&'static str, String), usize> {
    let mut found: BTreeMap<(&str, String), usize> = BTreeMap::new();
    for finding in &project.report.findings {
        let words: String = finding.message.split('`').step_by(2).collect();
        *found.entry((finding.rule, words)).or_default() += 1;
    }
    found
}

fn of<'a>(project: &'a Project, rule: &'a str) -> Vec<&'a Diagnostic> {
    project.report.findings.iter().filter(|it| it.rule == rule).collect()
}

const GROUP: &str = "-- groups/council.md --\n+++\nname = \"Council\"\ntype = \"council\"\ncontact = \"x\"\n+++\n";
const PERSON: &str = "-- people/zoe-zebra.md --\n+++\nname = \"Zoe Zebra\"\n+++\n";
const FRONT: &str = "+++\ngroup = \"council\"\nkind = \"regular\"\nheld = true\n+++\n";

#[test]
fn one_cause_in_a_whole_repository_is_one_finding() {
    let participants = |week: usize| format!("## Participants\n\n{}\n## Notes\n\nWe spoke.\n", names(week));
    let text = |_: usize| "## Notes\n\nWe spoke.\n".to_owned();
    let in_yaml = "---\nlayout: minutes\nattendees: [ada, ben]\nstatus: done\n---\n";
    let misspelt = FRONT.replace("held = true", "held = true\npublishd = 2026-11-01");
    let nobody = FRONT.replace("held = true", "held = true\npresent = [\"ada-ant\", \"ben-bee\"]");
    let scenes: [(&str, Tree); 9] = [
        ("no directory", minutes(GROUP, "meetings", FRONT, participants)),
        ("one person in the directory", minutes(&format!("{GROUP}{PERSON}"), "meetings", FRONT, participants)),
        ("another folder", minutes(GROUP, "meeting-notes", "", participants)),
        ("no front matter", minutes(GROUP, "meetings", "", participants)),
        ("front matter of another program", minutes(GROUP, "meetings", in_yaml, text)),
        ("the same in a folder of pages", minutes(GROUP, "notes", in_yaml, text)),
        ("a misspelt key", minutes(GROUP, "meetings", &misspelt, text)),
        ("people who are not there", minutes(&format!("{GROUP}{PERSON}"), "meetings", &nobody, text)),
        ("boxes that are none", minutes(GROUP, "meetings", FRONT, |_| "- [] @zoe-zebra: write it down\n".to_owned())),
    ];
    for (name, tree) in scenes {
        let project = support::project(tree);
        let floods: Vec<_> = by_cause(&project).into_iter().filter(|(_, count)| *count > 10).collect();
        assert!(floods.is_empty(), "{name}: {floods:#?}");
        assert!(project.report.findings.len() < 40, "{name}: {:#?}", by_cause(&project));
    }
}

#[test]
fn a_finding_for_many_says_how_many_where_and_what_mends_them() {
    let project =
        support::project(minutes(GROUP, "meetings", "", |week| format!("## Participants\n\n{}", names(week))));
    let [missing] = of(&project, "missing-front-matter")[..] else { panic!("{:#?}", by_cause(&project)) };
    assert!(missing.message.ends_with("; 400 in all, in 400 files"), "{}", missing.message);
    assert_eq!((missing.labels.len(), missing.level), (3, Level::Error));
    assert!(missing.help.as_deref().is_some_and(|help| help.contains("`candor adopt --write`")), "{missing:?}");
    let project = support::project(minutes(&format!("{GROUP}{PERSON}"), "meetings", FRONT, |week| {
        format!("## Participants\n\n{}", names(week))
    }));
    let [unknown] = of(&project, "unknown-participant")[..] else { panic!("{:#?}", by_cause(&project)) };
    assert!(
        unknown.message.contains("1600 in all, in 400 files")
            && unknown.help.as_deref().is_some_and(|help| help.contains("candor adopt")),
        "{unknown:?}"
    );
    // A few are read one by one.
    let few = format!(
        "-- candor.toml --\ntitle = \"Council\"\n{GROUP}{PERSON}-- meetings/2026-11-03.md --\n{FRONT}\n## Participants\n\n- Ada Ant\n- Ben Bee\n"
    );
    assert_eq!(of(&support::project(Tree::fixture(&few)), "unknown-participant").len(), 2);
}

#[test]
fn what_one_finding_stands_for_is_fixed_in_every_file() {
    let folder = tempfile::tempdir().expect("a folder for the test");
    let tree = minutes(&format!("{GROUP}{PERSON}"), "meetings", FRONT, |_| {
        "- [] @zoe-zebra: write it down (due 2026-12-24)\n".to_owned()
    });
    for (path, source) in tree.sources.iter() {
        let file = folder.path().join(path.as_str());
        fs::create_dir_all(file.parent().expect("it lies in the folder")).expect("folders can be made");
        fs::write(file, source.text.as_bytes()).expect("the file can be written");
    }
    let check = |more: &[&str]| {
        let mut command = Command::new(env!("CARGO_BIN_EXE_candor"));
        let output = command
            .arg("check")
            .arg(folder.path())
            .args(["--today", "2026-11-21"])
            .args(more)
            .env_remove("CI")
            .output()
            .expect("the program runs");
        String::from_utf8_lossy(&output.stdout).into_owned()
    };
    let before = check(&["--all"]);
    assert_eq!(before.matches("[mistyped-checkbox]").count(), 1, "{before}");
    assert!(
        before.contains("400 in all, in 400 files") && before.contains("`candor check --fix` does it in all of them"),
        "{before}"
    );
    check(&["--fix"]);
    assert!(!check(&["--all"]).contains("mistyped-checkbox"));
    let boxes = fs::read_dir(folder.path().join("meetings")).expect("it is there").filter(|file| {
        fs::read_to_string(file.as_ref().expect("a file").path()).expect("it is text").contains("- [ ] @zoe-zebra")
    });
    assert_eq!(boxes.count(), WEEKS);
}

/// The families of rules that look at any text, and at what a site is as a whole.
const OF_ANY_SITE: [&str; 6] = ["configuration", "files", "front_matter", "references", "sensitive", "text"];

#[test]
fn a_site_hears_nothing_of_kinds_that_it_does_not_have() {
    let pages: String = (1..30).map(|at| format!("-- guide/part-{at}.md --\n# Part {at}\n\nSee [the next](part-{}.md). We decided to meet the board on Monday.\n\n- [ ] read it again\n", at % 29 + 1)).collect();
    let proposals: String = (1..15).map(|at| format!(
        "-- proposals/000{at}-way.md --\n+++\ntitle = \"Way {at}\"\nproposer = \"Ada Ant\"\nissue = \"https://example.org/{at}\"\nimpact = \"minor\"\n\n[[event]]\nto = \"draft\"\ndate = 2026-11-02\nby = \"Ada Ant\"\n+++\n\n## Problem\n\nIt is far.\n"
    ).replace("000", if at < 10 { "000" } else { "00" })).collect();
    let minutes: String = (1..15).map(|at| format!("-- meetings/2026-10-{at:02}.md --\n+++\ngroup = \"council\"\nkind = \"regular\"\nheld = true\n+++\n\n## Agenda\n\n- Maps\n\n## Notes\n\nWe spoke.\n")).collect();
    for (name, files, own) in [
        ("pages", pages, &["actions"][..]),
        ("proposals", proposals, &["proposals", "state", "people", "actions"]),
        ("meetings", minutes, &["meetings", "actions", "decisions", "people"]),
    ] {
        for profile in ["", "profile = [\"llvm-iwg\"]\n", "profile = [\"council\"]\n", "profile = [\"rust-vmm\"]\n"] {
            let project =
                support::project(Tree::fixture(&format!("-- candor.toml --\ntitle = \"T\"\n{profile}{files}")));
            let family = |rule: &str| RULES.iter().find(|it| it.name == rule).map_or("", |it| it.family);
            let others: BTreeSet<(&str, &str)> = project
                .report
                .findings
                .iter()
                .map(|it| (family(it.rule), it.rule))
                .filter(|(family, _)| !OF_ANY_SITE.contains(family) && !own.contains(family))
                .collect();
            assert!(others.is_empty(), "{name} {profile}: {others:?}");
        }
    }
}
