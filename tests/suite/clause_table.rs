//! The clause table: every clause of every source, with what violates it and what keeps it.
//!
//! `tests/sites/NAME/expected/clause-table.txt` has a row for each clause of the profile `NAME`: the findings of the broken
//! twin that go against it, each with its place, and the record of the golden site that keeps it, on which none of its rules
//! says a word. A clause that only a person can judge says so with the reason. `UPDATE_EXPECT=1` writes it anew.

use std::collections::BTreeMap;
use std::fs;

use candor::check::{Report, clauses};
use candor::diagnostic::Diagnostic;
use candor::id::Kind;
use candor::project::Project;
use candor::site::Entry;
use candor::workflow::Clause;

use crate::edits::root;
use crate::sites;

/// Clauses that nothing in the broken twin goes against, each with the rule and the file of a change that does: a wrong step of
/// a walk, or a row of the gate.
const IN_CHANGES: [(&str, &str, &str); 6] = [
    ("small-changes", "missing-evidence", "tests/walks/small-work.txt"),
    ("may-end-at-every-step", "missing-evidence", "tests/walks/second-call.txt"),
    ("bounty-for-the-unpaid", "missing-evidence", "tests/walks/bounty.txt"),
    ("bounty-like-a-contract", "missing-evidence", "tests/walks/bounty.txt"),
    ("community-approves-big-changes", "missing-evidence", "tests/gate/round/big-change-without-the-community.txt"),
    ("simple-majority", "outcome-against-votes", "tests/gate/round/majority-of-2021-against.txt"),
];

/// The change that goes against `clause`; `None` when there is none, or its file does not expect what is said here.
fn in_changes(clause: &Clause) -> Option<String> {
    let (_, rule, file) = IN_CHANGES.iter().find(|(name, _, _)| *name == clause.name)?;
    let text = fs::read_to_string(root().join(file)).ok()?;
    text.contains(&format!("error: {rule} ")).then(|| format!("{rule} in {file}"))
}

#[test]
fn each_clause_has_what_violates_it_and_what_keeps_it() {
    let mut missing = Vec::new();
    let mut rows = 0;
    for name in sites::names() {
        let golden = sites::site(&name);
        let (twin, findings) = sites::broken(&name);
        let report = Report { findings, ..Report::default() };
        let mut table = String::new();
        for held in clauses(&twin.site, &report).iter().filter(|held| held.clause.profile == name) {
            rows += 1;
            let cited: Vec<&Diagnostic> = held.violations.iter().map(|it| it.finding).collect();
            let found = if cited.is_empty() { shared(&report, held.clause) } else { cited };
            table += &row((&golden, &twin), held.clause, &found);
            let elsewhere = found.is_empty().then(|| in_changes(held.clause)).flatten();
            table += &elsewhere.iter().map(|it| format!("  found: {it}\n")).collect::<String>();
            if found.is_empty() && elsewhere.is_none() && held.clause.person.is_none() {
                missing.push(format!("{name}: nothing in the broken twin goes against {}", held.clause.name));
            }
            let silent = kept(&golden, &twin, &found);
            if silent.is_none() && !found.is_empty() {
                missing.push(format!("{name}: no record of the golden site keeps {}", held.clause.name));
            }
        }
        expect(&name, &table);
    }
    assert!(missing.is_empty(), "{}", missing.join("\n"));
    assert!(rows >= 97, "{rows} clauses");
}

/// What the rules of `clause` find where several clauses lie behind them, so that none is cited.
fn shared<'r>(report: &'r Report, clause: &Clause) -> Vec<&'r Diagnostic> {
    report.findings.iter().filter(|it| it.clause.is_none() && clause.rules.iter().any(|rule| rule == it.rule)).collect()
}

fn row((golden, twin): (&Project, &Project), clause: &Clause, found: &[&Diagnostic]) -> String {
    let mut places: BTreeMap<&str, Vec<&str>> = BTreeMap::new();
    for finding in found {
        places.entry(finding.rule).or_default().push(finding.path.as_str());
    }
    let mut row = format!("{} — {}\n", clause.name, clause.cited());
    for (rule, mut paths) in places {
        paths.dedup();
        let others = if paths.len() > 3 { format!(" and {} more", paths.len() - 3) } else { String::new() };
        paths.truncate(3);
        row += &format!("  found: {rule} in {}{others}\n", paths.join(", "));
    }
    if let Some(path) = kept(golden, twin, found) {
        row += &format!("  silent: {path}\n");
    }
    if let Some(why) = &clause.person {
        row += &format!("  by a person: {why}\n");
    }
    row
}

/// A record of the golden site of the kind that is found in the broken twin: it has no finding at all, so none of this clause.
fn kept<'g>(golden: &'g Project, twin: &Project, found: &[&Diagnostic]) -> Option<&'g str> {
    let first = found.first()?;
    let kind = twin.site.at_path(&first.path).or_else(|| golden.site.at_path(&first.path)).map(|it| it.kind());
    let is_same = |entry: &&Entry| entry.path == first.path;
    let is_like = |entry: &&Entry| kind.is_none_or(|kind| entry.kind() == kind && kind != Kind::Page);
    let mut entries = golden.site.entries.iter();
    let same = entries.clone().find(is_same).or_else(|| entries.find(is_like));
    // What is found in a file that is no record, such as the configuration, the golden site keeps in the same file.
    let (path, _) = same.map_or_else(
        || golden.tree.sources.get_key_value(&first.path),
        |it| golden.tree.sources.get_key_value(&it.path),
    )?;
    Some(path.as_str())
}

/// Compares with the table of the site, or writes it.
fn expect(name: &str, table: &str) {
    let path = root().join("tests/sites").join(name).join("expected/clause-table.txt");
    if std::env::var_os("UPDATE_EXPECT").is_some() {
        fs::write(&path, table).expect("the table can be written");
        return;
    }
    let expected = fs::read_to_string(&path).unwrap_or_default();
    snapbox::assert_data_eq!(table, snapbox::Data::text(expected).raw());
}
