//! How the findings of a change stand to those of its base.

use candor::diagnostic::{Level, Standing};
use candor::tree::Tree;

use crate::support;

/// The findings of `rule` when `change` is laid over `base`: how each stands, and how many the change mended.
fn standings(rule: &str, base: &str, change: &str) -> (Vec<Standing>, usize) {
    let edition = support::edition_since(Tree::fixture(base).changed(change), Tree::fixture(base));
    let of_rule = edition.report.findings.iter().filter(|finding| finding.rule == rule);
    let standings = of_rule.map(|finding| finding.standing.expect("there is a base")).collect();
    let mended = edition.base.expect("there is a base").comparison.mended;
    (standings, mended.iter().filter(|finding| finding.rule == rule).count())
}

const PAGE: &str = "-- index.md --\n# Hello\n\nSee [this](gone.md).\n";

#[test]
fn a_finding_is_the_same_one_on_another_line() {
    let change = "-- index.md --\n# Hello\n\nA new line.\n\nSee [this](gone.md).\n";
    assert_eq!(standings("broken-link", PAGE, change), (vec![Standing::Existing], 0));
}

#[test]
fn the_same_finding_twice_is_one_old_and_one_new() {
    let change = "-- index.md --\n# Hello\n\nSee [this](gone.md) and [that](gone.md).\n";
    assert_eq!(standings("broken-link", PAGE, change), (vec![Standing::Existing, Standing::New], 0));
}

#[test]
fn a_finding_in_place_of_another_is_new() {
    let change = "-- index.md --\n# Hello\n\nSee [this](away.md).\n";
    assert_eq!(standings("broken-link", PAGE, change), (vec![Standing::New], 1));
}

/// A statement of work in `state`, with `more` in its front matter.
fn sow(state: &str, more: &str) -> String {
    format!(
        "-- sow/0001-lists.md --\n+++\ntitle = \"Lists\"\nproposals = [\"PRP-0001\"]\nowner = \"ada\"\ngroup = \"iwg\"\n\
         shared_infrastructure = false\n{more}\n[[event]]\nto = \"draft\"\ndate = 2026-11-02\nby = \"ada\"\n\n\
         [[event]]\nto = \"{state}\"\ndate = 2026-11-03\nby = \"ada\"\n+++\n"
    )
}

#[test]
fn whoever_fills_in_one_of_two_missing_keys_is_not_blamed_for_the_other() {
    let filled = sow("discussion", "discussion = \"https://example.org/t/1\"\n");
    let found = standings("incomplete-for-its-state", &sow("discussion", ""), &filled);
    assert_eq!(found, (vec![Standing::Existing], 0));
}

#[test]
fn a_finding_that_a_waiver_accepts_is_not_mended() {
    let base = sow("discussion", "");
    let waiver = "-- candor.toml --\ntitle = \"Group\"\n\n[[waiver]]\nrule = \"incomplete-for-its-state\"\n\
                  record = \"SOW-0001\"\nreason = \"The forum is down.\"\nuntil = 2026-12-31\n";
    assert_eq!(standings("incomplete-for-its-state", &base, waiver), (vec![], 0));
    let with_waiver = format!("{base}{waiver}");
    let without = "-- candor.toml --\ntitle = \"Group\"\n";
    assert_eq!(standings("incomplete-for-its-state", &with_waiver, without), (vec![Standing::New], 0));
}

#[test]
fn a_rule_that_is_taken_more_seriously_is_new() {
    let base = "-- candor.toml --\ntitle = \"Group\"\n\n[levels]\nbroken-link = \"warning\"\n".to_owned() + PAGE;
    let edition = support::edition_since(
        Tree::fixture(&base).changed("-- candor.toml --\ntitle = \"Group\"\n"),
        Tree::fixture(&base),
    );
    let comparison = &edition.base.as_ref().expect("there is a base").comparison;
    assert!(comparison.fails_at(&edition.report, Level::Error));
    let same = support::edition_since(Tree::fixture(&base), Tree::fixture(&base));
    let comparison = &same.base.as_ref().expect("there is a base").comparison;
    assert!(!comparison.fails_at(&same.report, Level::Warning), "what was there before fails nobody");
    assert!(comparison.mended.is_empty());
}

#[test]
fn what_could_not_be_true_may_be_corrected_and_all_else_stays() {
    let person = "-- people/ada.md --\n+++\nname = \"Ada Example\"\n+++\n";
    let good = sow("discussion", "") + person;
    let last = "to = \"discussion\"\ndate = 2026-11-03\nby = \"ada\"";
    assert!(good.contains(last));
    for (was, stays) in [
        ("to = \"discusion\"\ndate = 2026-11-03\nby = \"ada\"", false),
        ("to = \"discussion\"\ndate = 2027-11-03\nby = \"ada\"", false),
        ("to = \"discussion\"\ndate = 2026-11-03\nby = \"Ada Example\"", false),
        ("to = \"discussion\"\ndate = 2026-11-03\n", false),
        ("to = \"discussion\"\ndate = 2026-11-05\nby = \"ada\"", true),
        ("to = \"discussion\"\ndate = 2026-11-03\nby = \"grace\"", true),
        ("to = \"cancelled\"\ndate = 2026-11-03\nby = \"ada\"", true),
    ] {
        let found = standings("history-edited", &good.replace(last, was), &good);
        assert_eq!(found.0, if stays { vec![Standing::New] } else { vec![] }, "{was}");
    }
}

#[test]
fn approvals_stand_for_the_text_that_they_were_given_to() {
    let proposal = |text: &str, more: &str| {
        format!(
            "-- proposals/0001-lists.md --\n+++\ntitle = \"Lists\"\nproposer = \"ada\"\nissue = \"https://example.org/1\"\n\
             impact = \"minor\"\n\n[[event]]\nto = \"submitted\"\ndate = 2026-11-02\nby = \"ada\"\n\n[[approval]]\n\
             person = \"grace\"\ndate = 2026-11-03\nlink = \"https://example.org/m/1\"\n{more}+++\n\n## Problem\n\n{text}\n"
        )
    };
    let again = "\n[[approval]]\nperson = \"grace\"\ndate = 2026-11-20\nlink = \"https://example.org/m/2\"\n";
    let base = proposal("They are slow.", "");
    for (change, expected) in [
        (proposal("They leak.", ""), vec![Standing::New]),
        (proposal("They\nare slow.", ""), vec![]),
        (proposal("They leak.", again), vec![]),
    ] {
        assert_eq!(standings("approvals-older-than-text", &base, &change).0, expected, "{change}");
    }
}
