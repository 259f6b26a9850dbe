//! One slip of the finger in a front matter is one finding, and nothing is concluded from what could not be read.

use candor::tree::Tree;
use rayon::prelude::*;

use crate::support;

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
    ("[[event]]", &["[[event", "[[event]", "[event]]"]),
];

fn found(sow: &str) -> Vec<(&'static str, String)> {
    let files = OTHERS.iter().copied().chain([("sow/0001-lists.md", sow)]);
    let fixture: String = files.map(|(path, text)| format!("-- {path} --\n{text}")).collect();
    let project = support::project(Tree::fixture(&fixture));
    project.report.findings.iter().map(|it| (it.rule, it.message.clone())).collect()
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
