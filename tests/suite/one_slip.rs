//! One slip of the finger in a front matter is one finding, and nothing is concluded from what could not be read.

use std::collections::BTreeSet;

use candor::id::ContentPath;
use candor::project::Project;
use candor::tree::{Source, Tree};
use rayon::prelude::*;

use crate::{sites, support};

/// A statement of work in which nothing is wrong, and the people and the group that it names.
const SOW: &str = "+++
title = \"Move the lists\"
proposals = [\"PRP-0001\", \"PRP-0001\"]
owner = \"ada\"
group = \"tools\"
tags = [\"lists\"]
cost = { status = \"estimated\", amount = \"1200 EUR\" }
shared_infrastructure = false

[[event]]
to = \"draft\"
date = 2026-11-02
by = \"ada\"
+++

## Problem description

The lists are on a machine that nobody looks after.
";

/// The other files.
const OTHERS: [(&str, &str); 4] = [
    ("candor.toml", "title = \"T\"\n[levels]\nunlinked-file = \"off\"\n"),
    ("people/ada.md", "+++\nname = \"Ada Example\"\n+++\n"),
    ("groups/tools.md", "+++\nname = \"Tools\"\ntype = \"community\"\ncontact = \"https://tools.example.org\"\n+++\n"),
    (
        "proposals/0001-lists.md",
        "+++\ntitle = \"Lists\"\nsubmitted = 2026-10-01\nsubmitter = \"ada\"\nneed = \"they are slow\"\n\n[[event]]\nto = \"submitted\"\ndate = 2026-10-01\n\
         by = \"ada\"\n+++\n",
    ),
];

/// What is on a line, and what somebody makes of it.
const SLIPS: &[(&str, &[&str])] = &[
    (
        "proposals = [\"PRP-0001\", \"PRP-0001\"]",
        &[
            "proposals = [\"PRP-0001\", \"PRP-0001\"",
            "proposals = [\"PRP-0001\", \"PRP-0001\",",
            "proposals = [\"PRP-0001\", # the first",
            "proposals = [\n  \"PRP-0001\"\n",
            "proposals = [\n  \"PRP-0001\",\n  # another one\n",
            "proposals = [\"PRP-0001",
            "proposals = [\"PRP-0001]",
            "proposals = [PRP-0001\"]",
            "proposals = [",
            "proposals = ]",
            "proposals = [\"PRP-0001\" \"PRP-0001\"]",
            "proposals = {\"PRP-0001\"}",
            "proposals = [\"PRP-0001\"]]",
            "proposals = [“PRP-0001”, “PRP-0001”]",
            "proposals: [\"PRP-0001\", \"PRP-0001\"]",
            "proposalss = [\"PRP-0001\", \"PRP-0001\"]",
            "Proposals = [\"PRP-0001\", \"PRP-0001\"]",
        ],
    ),
    (
        "owner = \"ada\"",
        &[
            "owner = \"ada",
            "owner = ada\"",
            "owner =",
            "owner = =",
            "owner = \"ada\" \"ben\"",
            "owner = \"",
            "owner \"ada\"",
            "owner = \"ada\",",
            "= \"ada\"",
            "owner: \"ada\"",
            "owner: ada",
            "owner\u{a0}= \"ada\"",
            "\u{200b}owner = \"ada\"",
            "- owner = \"ada\"",
            "owner = \"\"\"ada",
            "owner = '''ada",
            "ownr = \"ada\"",
            "<<<<<<< HEAD\nowner = \"ada\"\n=======\nowner: \"ben\"\n>>>>>>> other",
        ],
    ),
    ("tags = [\"lists\"]", &["tags = [\"lists\"", "tags = [", "tags = \"lists\"]", "tags = [\"lists\"\""]),
    (
        "cost = { status = \"estimated\", amount = \"1200 EUR\" }",
        &[
            "cost = { status = \"estimated\", amount = \"1200 EUR\"",
            "cost = { status = \"estimated\" amount = \"1200 EUR\" }",
            "cost = { status = \"estimated\", amount = }",
            "cost = { status = \"estimated\", amount = \"1200 EUR }",
            "cost = { status = \"none\", amount = 1200 EUR }",
            "cost = {",
        ],
    ),
    (
        "shared_infrastructure = false",
        &["shared_infrastructure = fals", "shared_infrastructure = false true", "shared_infrastructure ="],
    ),
    ("to = \"draft\"", &["to = \"draft", "to = =", "to = draft\"", "to \"draft\""]),
    ("date = 2026-11-02", &["date = 2026-11-", "date = 2026-11-02 2026-11-03", "date =", "date 2026-11-02"]),
    ("[[event]]", &["[[event", "[[event]", "[event]]", "[event]", "[[events]]", "[[event]]]"]),
];

fn found(sow: &str) -> Vec<(&'static str, String)> {
    let files = OTHERS.iter().copied().chain([("sow/0001-lists.md", sow)]);
    let fixture: String = files.map(|(path, text)| format!("-- {path} --\n{text}")).collect();
    of_project(&support::project(Tree::fixture(&fixture)))
}

#[test]
fn one_slip_is_one_finding() {
    let before = found(SOW);
    let slips = SLIPS.iter().flat_map(|(line, slips)| slips.iter().map(move |slip| (line, slip)));
    let slips: Vec<_> = slips.collect();
    let judged = slips.par_iter().filter_map(|(line, slip)| {
        assert_eq!(SOW.matches(**line).count(), 1, "{line}");
        let found = found(&SOW.replace(**line, slip));
        let new: Vec<_> = found.into_iter().filter(|it| !before.contains(it)).collect();
        (new.len() != 1).then(|| format!("{slip:?}: {new:#?}"))
    });
    let judged: Vec<String> = judged.collect();
    assert!(judged.is_empty(), "{} of {}:\n{}", judged.len(), slips.len(), judged.join("\n"));
}

#[test]
fn a_key_that_stands_in_the_wrong_table_is_led_to_the_one_that_has_it() {
    let item = "[[work_item]]\nid = \"W1\"\ntitle = \"Move the first list\"\n\n[[event]]\nowner = \"ada\"\n";
    let sow = SOW.replace("[[event]]\n", item);
    let fixture: String = OTHERS
        .iter()
        .copied()
        .chain([("sow/0001-lists.md", &*sow)])
        .map(|(path, text)| format!("-- {path} --\n{text}"))
        .collect();
    let findings = support::project(Tree::fixture(&fixture)).report.findings;
    let told = findings.iter().find(|it| it.message.ends_with("already")).expect("it is told");
    let help = told.help.as_deref().unwrap_or_default();
    assert!(help.starts_with("move it to the `work_item` that it belongs to"), "{help}");
}

#[test]
fn a_vote_that_does_not_say_whose_it_is_is_not_counted_against_the_outcome() {
    let site = sites::site("base");
    let path = ContentPath::parse("decisions/0002-builds.md").expect("a path");
    let text = &site.tree.sources[&path].text;
    for line in text.lines().filter(|line| line.starts_with("person = ") || line.starts_with("value = ")) {
        let mut tree = Tree::clone(&site.tree);
        let text = text.replacen(&format!("{line}\n"), "", 1);
        tree.sources.insert(path.clone(), Source { text: text.into(), not_utf8: None });
        let found = of_project(&support::project(tree));
        assert!(found.len() == 1 && found[0].0 == "missing-key", "without {line}: {found:?}");
    }
}

/// Ways to write the header of one of several tables, each with one slip.
const HEADERS: [&str; 15] = [
    "[NAME]",
    "[[NAME",
    "[[NAME]",
    "[NAME]]",
    "[NAME",
    "[[NAME]]]",
    "[[NAMEs]]",
    "[[NAME]]\n- NAME",
    "[[NAME]]\n```",
    "NAME:",
    "NAMEs:",
    "NAME : # what follows",
    "NAME",
    "(NAME)",
    "[[NAME]]\n[[NAME]]",
];

#[test]
fn one_slip_at_one_of_several_tables_is_one_finding() {
    let site = sites::site("base");
    let paths = ["sow/0001-time-zones.md", "groups/maintainers.md", "decisions/0001-time-zones.md"];
    let mut judged = Vec::new();
    for path in paths.map(|path| ContentPath::parse(path).expect("a path")) {
        let text = &site.tree.sources[&path].text;
        let headers = text.match_indices("\n[[").map(|(at, _)| at + 1);
        judged.extend(headers.flat_map(|at| HEADERS.map(|slip| (path.clone(), at, slip))));
    }
    assert!(judged.len() > 60);
    let before = of_project(&site);
    let wrong: Vec<String> = judged
        .par_iter()
        .filter_map(|(path, at, slip)| {
            let text = &site.tree.sources[path].text;
            let header = text[*at..].lines().next().expect("a header");
            let written = slip.replace("NAME", header.trim_matches(['[', ']']));
            let text = format!("{}{written}{}", &text[..*at], &text[at + header.len()..]);
            let mut tree = Tree::clone(&site.tree);
            tree.sources.insert(path.clone(), Source { text: text.into(), not_utf8: None });
            let mut new = of_project(&support::project(tree));
            new.retain(|it| !before.contains(it));
            (new.len() != 1).then(|| format!("{path}:{at}: {written:?}: {new:#?}"))
        })
        .collect();
    assert!(wrong.is_empty(), "{} of {}:\n{}", wrong.len(), judged.len(), wrong.join("\n"));
}

/// A line `key = value` of a front matter.
struct Line<'a> {
    path: &'a ContentPath,
    at: usize,
    text: &'a str,
    key: &'a str,
    value: &'a str,
}

/// The lines of the records of `site` that say what a key is, each key of each table of a folder once.
fn lines(site: &Project) -> Vec<Line<'_>> {
    let mut seen = BTreeSet::new();
    let mut lines = Vec::new();
    for (path, source) in site.tree.sources.iter().filter(|(path, _)| path.is_markdown()) {
        let Some(front) = source.text.strip_prefix("+++\n").and_then(|text| text.split("\n+++").next()) else {
            continue;
        };
        let (mut at, mut table) = ("+++\n".len(), "");
        for text in front.lines() {
            table = if text.starts_with('[') { text } else { table };
            let is_whole = |value: &str| !value.starts_with(['[', '{']) || value.ends_with([']', '}']);
            if let Some((key, value)) = text.split_once(" = ").filter(|(_, value)| is_whole(value))
                && seen.insert((path.folder(), table, key))
            {
                lines.push(Line { path, at, text, key, value });
            }
            at += text.len() + 1;
        }
    }
    lines
}

/// What is found of `site` with `slip` in the place of `line` and was not before.
fn with_slip(site: &Project, line: &Line, slip: &str) -> Vec<(&'static str, String)> {
    let text = &site.tree.sources[line.path].text;
    let text = format!("{}{slip}{}", &text[..line.at], &text[line.at + line.text.len()..]);
    let mut tree = Tree::clone(&site.tree);
    tree.sources.insert(line.path.clone(), Source { text: text.into(), not_utf8: None });
    let before = of_project(site);
    let mut new = of_project(&support::project(tree));
    new.retain(|it| !before.contains(it));
    new
}

#[test]
fn a_key_in_a_table_that_nothing_reads_or_without_a_word_is_one_finding() {
    let site = sites::site("base");
    let slips = |line: &Line| {
        let empty = line.value.starts_with('"').then(|| format!("{} = \"\"", line.key));
        [Some(format!("extra.{}", line.text)), empty].into_iter().flatten().collect::<Vec<_>>()
    };
    let lines = lines(&site);
    let judged: Vec<(&Line, String)> =
        lines.iter().flat_map(|line| slips(line).into_iter().map(move |it| (line, it))).collect();
    assert!(judged.len() > 100, "{}", judged.len());
    let wrong = judged.par_iter().filter_map(|(line, slip)| {
        let new = with_slip(&site, line, slip);
        (new.len() != 1).then(|| format!("{}: {slip:?}: {new:#?}", line.path))
    });
    let wrong: Vec<String> = wrong.collect();
    assert!(wrong.is_empty(), "{} of {}:\n{}", wrong.len(), judged.len(), wrong.join("\n"));
}

/// What is found of `site` with `lines` as the front matter of `path` and was not before.
fn with_front(site: &Project, path: &ContentPath, lines: &[&str]) -> Vec<(&'static str, String)> {
    let (_, body) = site.tree.sources[path].text[4..].split_once("\n+++").expect("a front matter");
    let text = format!("+++\n{}\n+++{body}", lines.join("\n"));
    let mut tree = Tree::clone(&site.tree);
    tree.sources.insert(path.clone(), Source { text: text.into(), not_utf8: None });
    let before = of_project(site);
    let mut new = of_project(&support::project(tree));
    new.retain(|it| !before.contains(it));
    new
}

#[test]
fn a_key_below_another_table_and_a_table_without_its_header_are_one_finding() {
    let site = sites::site("base");
    let mut judged = Vec::new();
    for (path, source) in site.tree.sources.iter().filter(|(path, _)| path.is_markdown()) {
        let Some((front, _)) = source.text.strip_prefix("+++\n").and_then(|text| text.split_once("\n+++")) else {
            continue;
        };
        let lines: Vec<&str> = front.lines().collect();
        let headers: Vec<usize> = (0..lines.len()).filter(|at| lines[*at].starts_with('[')).collect();
        let without = |at: usize| [&lines[..at], &lines[at + 1..]].concat();
        let is_line = |at: &usize| lines[*at].contains(" = ") && !lines[*at].ends_with(['[', '{', ',']);
        let first = headers.first().copied().unwrap_or(0);
        judged.extend((0..first).filter(is_line).map(|at| (path, lines[at], [without(at), vec![lines[at]]].concat())));
        let in_a_row = headers.windows(2).filter(|pair| lines[pair[0]] == lines[pair[1]]).map(|pair| pair[1]);
        judged.extend(in_a_row.map(|at| (path, lines[at], without(at))));
    }
    assert!(judged.len() > 40, "{}", judged.len());
    let wrong = judged.par_iter().filter_map(|(path, line, lines)| {
        let new = with_front(&site, path, lines);
        (new.len() != 1).then(|| format!("{path}: {line:?}: {new:#?}"))
    });
    let wrong: Vec<String> = wrong.collect();
    assert!(wrong.is_empty(), "{} of {}:\n{}", wrong.len(), judged.len(), wrong.join("\n"));
}

fn of_project(project: &Project) -> Vec<(&'static str, String)> {
    project.report.findings.iter().map(|it| (it.rule, it.message.clone())).collect()
}
