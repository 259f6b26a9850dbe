//! The clause table: every clause of every source, with what violates it and what keeps it.
//!
//! `tests/sites/NAME/expected/clause-table.txt` has a row for each clause of the profile `NAME`: the findings of the broken
//! twin that go against it, each with its place, and the files whose legal form silences the first of them: the broken twin with
//! nothing but these as they were. A clause that only a person can judge says so with the reason. `UPDATE_EXPECT=1` writes it
//! anew.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;

use candor::check::{Report, clauses};
use candor::diagnostic::Diagnostic;
use candor::id::ContentPath;
use candor::project::Project;
use candor::tree::Tree;
use candor::workflow::Clause;
use rayon::prelude::*;

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
        let held = clauses(&twin.site, &report);
        let rows_of = held.iter().filter(|held| held.clause.profile == name).map(|held| {
            let cited: Vec<&Diagnostic> = held.violations.iter().map(|it| it.finding).collect();
            (held.clause, if cited.is_empty() { shared(&report, held.clause) } else { cited })
        });
        let rows_of: Vec<(&Clause, Vec<&Diagnostic>)> = rows_of.collect();
        let legal = Legal::of_all(&golden, &twin, rows_of.iter().filter_map(|(_, found)| found.first().copied()));
        for (clause, found) in &rows_of {
            rows += 1;
            let silent = found.first().and_then(|first| legal.of(first));
            table += &row(clause, found, silent.as_deref());
            let elsewhere = found.is_empty().then(|| in_changes(clause)).flatten();
            table += &elsewhere.iter().map(|it| format!("  found: {it}\n")).collect::<String>();
            if found.is_empty() && elsewhere.is_none() && clause.person.is_none() {
                missing.push(format!("{name}: nothing in the broken twin goes against {}", clause.name));
            }
            if silent.is_none() && !found.is_empty() {
                missing.push(format!("{name}: no legal twin silences {}", clause.name));
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

fn row(clause: &Clause, found: &[&Diagnostic], silent: Option<&[ContentPath]>) -> String {
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
    if let Some(paths) = silent {
        let paths: Vec<&str> = paths.iter().map(ContentPath::as_str).collect();
        row += &format!("  silent: with {} as it was\n", paths.join(" and "));
    }
    if let Some(why) = &clause.person {
        row += &format!("  by a person: {why}\n");
    }
    row
}

/// The broken twin with some of its files as the golden site has them, and what is found in each.
struct Legal(BTreeMap<BTreeSet<ContentPath>, BTreeSet<(String, String)>>);

impl Legal {
    /// For each finding, the twin in which its own file is legal, and the one in which all files are that it speaks of; where neither
    /// silences it, for its cause is elsewhere, each other file that is not legal.
    fn of_all<'a>(golden: &Project, twin: &Project, findings: impl Iterator<Item = &'a Diagnostic>) -> Legal {
        let findings: Vec<&Diagnostic> = findings.collect();
        let own = Legal::with(golden, twin, findings.iter().flat_map(|it| spoken_of(it)).collect());
        if findings.iter().all(|it| own.of(it).is_some()) {
            return own;
        }
        let text = |project: &Project, path: &ContentPath| project.tree.sources.get(path).map(|it| it.text.clone());
        let paths: BTreeSet<&ContentPath> = golden.tree.sources.keys().chain(twin.tree.sources.keys()).collect();
        let edited = paths.into_iter().filter(|path| text(golden, path) != text(twin, path));
        let others = Legal::with(golden, twin, edited.map(|path| BTreeSet::from([path.clone()])).collect());
        Legal(own.0.into_iter().chain(others.0).collect())
    }

    fn with(golden: &Project, twin: &Project, sets: BTreeSet<BTreeSet<ContentPath>>) -> Legal {
        let checked = sets.into_par_iter().map(|paths| {
            let mut tree = Tree::clone(&twin.tree);
            for path in &paths {
                tree.sources.remove(path);
                tree.sources
                    .extend(golden.tree.sources.get_key_value(path).map(|(path, it)| (path.clone(), it.clone())));
            }
            let (_, findings) = sites::changed(golden, tree);
            (paths, findings.into_iter().map(|it| (it.rule.to_owned(), it.message.clone())).collect())
        });
        Legal(checked.collect())
    }

    /// The fewest files that silence `finding` when they are as they were; `None` when none of its twins does.
    fn of(&self, finding: &Diagnostic) -> Option<Vec<ContentPath>> {
        let own = (finding.rule.to_owned(), finding.message.clone());
        let is_silent = |paths: &BTreeSet<ContentPath>| self.0.get(paths).is_some_and(|found| !found.contains(&own));
        let elsewhere = self.0.keys().filter(|paths| paths.len() == 1).cloned();
        let paths = spoken_of(finding).into_iter().chain(elsewhere).find(is_silent)?;
        Some(paths.into_iter().collect())
    }
}

/// The file of the finding, and with it those of its labels and of what else it is about, the fewer first.
fn spoken_of(finding: &Diagnostic) -> Vec<BTreeSet<ContentPath>> {
    let own = BTreeSet::from([finding.path.clone()]);
    let labels = finding.labels.iter().map(|it| &it.path).chain(finding.subjects.iter().map(|it| &it.path));
    let all: BTreeSet<ContentPath> = own.iter().chain(labels).cloned().collect();
    if all.len() > 1 { vec![own, all] } else { vec![own] }
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
