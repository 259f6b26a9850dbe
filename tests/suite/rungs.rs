//! How much of the model is asked for: what `candor.toml` names, what the record holds beyond it, and what no change gets
//! round by lowering it.

use std::collections::BTreeSet;

use candor::check::{RULES, RulePage};
use candor::diagnostic::{BaselineState, Diagnostic, Level};
use candor::document::Rung;
use candor::tree::Tree;

use crate::support;

const MINUTES: &str = "-- meetings/2026-03-02.md --
+++
group = \"makers\"
kind = \"regular\"
held = true
present = [\"ada\"]
+++

## Lists

Decision: the lists move to a forum.
-- groups/makers.md --
+++
name = \"Makers\"
type = \"working-group\"
contact = \"mailto:makers@example.org\"

[[member]]
person = \"ada\"
role = \"member\"
from = 2026-01-01
+++
-- people/ada.md --
+++
name = \"Ada Example\"
+++
";

const DECISION: &str = "-- decisions/0001-logo.md --
+++
title = \"A logo\"
group = \"makers\"
kind = \"general\"
about = []
channel = \"https://example.org/logo\"
+++
";

const PLEDGE: &str = "-- pledges/0001-machines.md --
+++
donor = \"ada\"
kind = \"money\"
amount = \"500 EUR\"

[[event]]
to = \"offered\"
date = 2026-03-02
by = \"ada\"
+++
";

fn configuration(rung: Option<Rung>) -> String {
    let rung = rung.map_or(String::new(), |rung| format!("rung = \"{rung}\"\n"));
    format!("-- candor.toml --\ntitle = \"Makers\"\nprofile = [\"base\"]\n{rung}group = \"makers\"\n")
}

fn tree(rung: Option<Rung>, more: &[&str]) -> Tree {
    Tree::fixture(&(configuration(rung) + &more.concat()))
}

fn finds(tree: Tree, rule: &str) -> bool {
    support::project(tree).report.findings.iter().any(|it| it.rule == rule)
}

#[test]
fn a_rule_above_the_rung_is_silent_until_the_record_reaches_it() {
    let rule = "decision-in-minutes-only";
    assert_eq!(RulePage::of(RULES.iter().find(|it| it.name == rule).unwrap()).rung, Rung::Decisions);
    for (rung, more, expected) in [
        (Some(Rung::Record), &[MINUTES][..], false),
        (Some(Rung::Decisions), &[MINUTES], true),
        (Some(Rung::Procurement), &[MINUTES], true),
        (None, &[MINUTES], true),
        (Some(Rung::Record), &[MINUTES, DECISION], true),
        (Some(Rung::Record), &[MINUTES, PLEDGE], true),
    ] {
        assert_eq!(finds(tree(rung, more), rule), expected, "{rung:?} {more:?}");
    }
}

#[test]
fn what_is_wrong_with_a_file_is_found_on_every_rung() {
    let wrong = "-- meetings/2026-03-09.md --\n+++\ngruop = \"makers\"\n+++\n\nRun `curl https://backup:swordfish7@files.example.org/latest`.\n";
    for rung in Rung::ALL {
        let rules: BTreeSet<&str> =
            support::project(tree(Some(*rung), &[MINUTES, wrong])).report.findings.iter().map(|it| it.rule).collect();
        assert!(rules.contains("unknown-key") && rules.contains("secret-in-text"), "{rung}: {rules:?}");
    }
}

/// What a change brings in, by rule.
fn brought_in(base: Tree, head: Tree) -> Vec<&'static str> {
    let report = support::project_since(head, base).report;
    let is_new = |it: &&Diagnostic| it.baseline_state == Some(BaselineState::New) && it.level > Level::Note;
    report.findings.iter().filter(is_new).map(|it| it.rule).collect()
}

#[test]
fn a_lower_rung_is_a_loosening_where_the_record_does_not_hold_it() {
    const NOTE: &str = "-- notes.md --\n+++\ntitle = \"Notes\"\n+++\n\nHello.\n";
    let loosened = vec!["rules-loosened"];
    for (was, is, more, expected) in [
        // Nothing but minutes: the rules of decisions would fall silent.
        (Some(Rung::Decisions), Some(Rung::Record), &[MINUTES][..], &loosened),
        (None, Some(Rung::Record), &[MINUTES], &loosened),
        (Some(Rung::Procurement), Some(Rung::Money), &[MINUTES, PLEDGE], &loosened),
        // The records keep the rung on by themselves.
        (Some(Rung::Money), Some(Rung::Record), &[MINUTES, PLEDGE], &vec![]),
        (Some(Rung::Money), Some(Rung::Decisions), &[MINUTES, PLEDGE], &vec![]),
        // More is never less.
        (Some(Rung::Money), None, &[MINUTES, PLEDGE], &vec![]),
        (Some(Rung::Record), Some(Rung::Procurement), &[MINUTES], &vec![]),
        (Some(Rung::Record), None, &[MINUTES], &vec![]),
    ] {
        let head = tree(is, &[more, &[NOTE]].concat());
        assert_eq!(&brought_in(tree(was, more), head), expected, "{was:?} {is:?}");
        assert_eq!(brought_in(tree(was, more), tree(is, more)), Vec::<&str>::new(), "in a change of its own");
    }
}

#[test]
fn who_removes_the_last_record_of_a_rung_is_judged_by_it() {
    let with = |more: &[&str]| tree(Some(Rung::Record), &[&[MINUTES], more].concat());
    assert_eq!(brought_in(with(&[DECISION]), with(&[])), ["record-deleted"]);
    // What the rung that is left found before is found in the change that leaves it.
    let second = MINUTES.replace("2026-03-02", "2026-03-09").replace("-- groups", "-- drafts/groups");
    let second = second.split("-- drafts").next().expect("the minutes come first");
    let removed = brought_in(with(&[DECISION]), with(&[second]));
    assert!(removed.contains(&"decision-in-minutes-only") && removed.contains(&"record-deleted"), "{removed:?}");
}

#[test]
fn the_first_record_of_a_rung_answers_for_nothing_that_was_there() {
    let before = tree(Some(Rung::Record), &[MINUTES]);
    let after = tree(Some(Rung::Record), &[MINUTES, DECISION]);
    assert!(finds(after.clone(), "decision-in-minutes-only"));
    assert_eq!(brought_in(before, after), Vec::<&str>::new());
}
