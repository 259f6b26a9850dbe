//! Every rule's page is true: what it calls flagged is flagged, in the words that it shows, and what it calls clean is clean.
//!
//! `UPDATE_EXPECT=1` writes the reports into the pages.

use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};

use candor::check::page::Example;
use candor::check::{Find, RULES, Rule, RulePage};
use candor::diagnostic::{Diagnostic, Level};
use candor::workflow::RuleLevel;

use crate::support;

/// One test for each page: `cargo test --test suite rules::pages::state::stalled`.
macro_rules! pages {
    ($($family:ident { $($rule:ident),* $(,)? $(; $($reported:ident),* $(,)?)? } )*) => {
        mod pages {
            $(mod $family {
                $(#[test] fn $rule() { super::super::page_is_true(stringify!($rule)); })*
                $($(#[test] fn $reported() { super::super::page_is_true(stringify!($reported)); })*)?
            })*
        }
    };
}

candor::with_rules!(pages);

fn page_is_true(name: &str) {
    let name = name.replace('_', "-");
    let wrong = untrue(RULES.iter().find(|rule| rule.name == name).expect("the list names it"));
    assert!(wrong.is_empty(), "{}", wrong.join("\n\n"));
}

#[test]
fn every_rule_has_a_name_of_its_own_and_both_its_files() {
    let names: BTreeSet<&str> = RULES.iter().map(|rule| rule.name).collect();
    assert_eq!(names.len(), RULES.len());
    let code = |rule: &Rule| (!matches!(rule.find, Find::Reported)).then(|| page_of(rule).with_extension("rs"));
    let listed: BTreeSet<PathBuf> = RULES.iter().flat_map(|rule| [Some(page_of(rule)), code(rule)]).flatten().collect();
    let written: BTreeSet<PathBuf> = families().iter().flat_map(|family| files(family)).collect();
    assert_eq!(written, listed, "the files below src/check/rules are not those of the rules in the list");
}

#[test]
fn the_rules_of_a_family_stand_in_the_order_of_the_alphabet() {
    let is_reported = |rule: &Rule| matches!(rule.find, Find::Reported);
    let together = |pair: &&[Rule]| pair[0].family == pair[1].family && is_reported(&pair[0]) == is_reported(&pair[1]);
    for pair in RULES.windows(2).filter(together) {
        assert!(pair[0].name < pair[1].name, "{} stands before {}", pair[0].name, pair[1].name);
    }
}

/// What the page of `rule` says that does not hold.
fn untrue(rule: &Rule) -> Vec<String> {
    let examples = RulePage::of(rule).examples();
    let mut wrong = Vec::new();
    let mut reports = Vec::new();
    for flagged in [true, false] {
        if !examples.iter().any(|example| example.flagged == flagged) {
            wrong.push(format!("{}: no example is {}", rule.name, if flagged { "flagged" } else { "clean" }));
        }
    }
    for example in &examples {
        let (found, report) = findings(rule, example);
        let is_warning = RulePage::of(rule).level == RuleLevel::Warning;
        if is_warning && found.iter().any(|finding| finding.level == Level::Error) {
            wrong.push(format!("{}: its page says that it is a warning\n{report}", rule.name));
        }
        match (example.flagged, found.is_empty()) {
            (true, true) => wrong.push(format!("{}: does not flag\n{}", rule.name, example.fixture)),
            (false, false) => wrong.push(format!("{}: flags\n{}\n{report}", rule.name, example.fixture)),
            (false, true) => {}
            (true, false) if report == example.report => reports.push(report),
            (true, false) => {
                if !updates() {
                    let expected = example.report;
                    wrong.push(format!("{}: the page shows\n{expected}\nbut the author reads\n{report}", rule.name));
                }
                reports.push(report);
            }
        }
    }
    if updates() && wrong.is_empty() {
        rewrite(rule, &reports);
    }
    wrong
}

/// What `rule` finds in `example`, and how the author reads it.
fn findings(rule: &Rule, example: &Example) -> (Vec<Diagnostic>, String) {
    let project = match example.base() {
        Some(base) => support::project_since(example.tree(), base),
        None => support::project(example.tree()),
    };
    let findings: Vec<Diagnostic> =
        project.report.findings.iter().filter(|finding| finding.rule == rule.name).cloned().collect();
    let text = support::shown(&findings, &project.tree);
    (findings, text)
}

fn updates() -> bool {
    std::env::var_os("UPDATE_EXPECT").is_some()
}

/// Puts `reports` into the report blocks of the rule's page, in their order.
fn rewrite(rule: &Rule, reports: &[String]) {
    let mut rest = rule.source;
    let mut page = String::new();
    for report in reports {
        let opening = "````report\n";
        let (before, after) = rest.split_once(opening).expect("every flagged example has its report block");
        let (_, after) = after.split_once("````\n").expect("a block that is opened is closed");
        page.extend([before, opening, report, "````\n"]);
        rest = after;
    }
    page.push_str(rest);
    if page != rule.source {
        fs::write(page_of(rule), page).expect("the page can be written");
    }
}

fn root() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("src/check/rules")
}

fn page_of(rule: &Rule) -> PathBuf {
    root().join(rule.family).join(format!("{}.md", rule.name.replace('-', "_")))
}

fn families() -> Vec<PathBuf> {
    files(&root()).into_iter().filter(|path| path.is_dir()).collect()
}

fn files(folder: &Path) -> Vec<PathBuf> {
    let entries = fs::read_dir(folder).expect("the folder of the rules can be read");
    entries.map(|entry| entry.expect("its entries can be read").path()).collect()
}
