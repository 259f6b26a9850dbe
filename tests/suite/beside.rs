//! Two faults that have nothing to do with each other are both reported, whatever becomes of either.

use std::collections::BTreeSet;

use candor::check::causes::{CAUSES, Cause};
use candor::check::page::Example;
use candor::check::{RULES, Rule, RulePage};
use candor::id::ContentPath;
use candor::project::Project;
use candor::tree::{Source, Tree};
use rayon::prelude::*;

use crate::support;

/// Faults that no other rule looks at: the rule that finds it, and the line that has it.
const UNRELATED: [(&str, &str); 4] = [
    ("unknown-key", "lang2 = \"typo\"\n"),
    ("wrong-type", "tags = 5\n"),
    ("empty-key", "summary = \"\"\n"),
    ("wrong-type", "redirects = \"old\"\n"),
];

/// The rules to which no fault is unrelated: they look at the order of all keys, or at all that the others find.
const LOOK_AT_EVERYTHING: [&str; 2] = ["keys-out-of-order", "unused-waiver"];

/// What becomes of the unrelated fault.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Fate {
    Reported,
    Off,
    Waived,
}

#[test]
fn every_rule_finds_the_same_beside_an_unrelated_fault() {
    let missed: Vec<String> = RULES
        .par_iter()
        .flat_map_iter(|rule| RulePage::of(rule).examples().into_iter().map(move |example| (rule, example)))
        .filter(|(rule, example)| example.flagged && !LOOK_AT_EVERYTHING.contains(&rule.name))
        .flat_map_iter(|(rule, example)| missed(rule, &example))
        .collect();
    assert!(missed.is_empty(), "{} are not found:\n{}", missed.len(), missed.join("\n"));
}

/// The findings of `rule` in `example` that are gone beside one of the unrelated faults.
fn missed(rule: &Rule, example: &Example) -> Vec<String> {
    let plain = project(example.tree(), example.base());
    let expected = findings(rule, &plain);
    let mut missed = Vec::new();
    for (fault, line) in UNRELATED {
        for fate in [Fate::Reported, Fate::Off, Fate::Waived] {
            let key = line.split(' ').next().expect("a line begins with its key");
            let (Some(tree), base) = (with(example.tree(), key, line, fault, fate), example.base()) else { continue };
            let base = base.map(|base| with(base.clone(), key, line, fault, fate).unwrap_or(base));
            let found = findings(rule, &project(tree, base));
            let gone = expected.iter().filter(|it| !found.contains(*it));
            missed.extend(
                gone.map(|(path, message)| format!("{} beside {line:?}, {fate:?}: {path}: {message}", rule.name)),
            );
        }
    }
    missed
}

fn project(tree: Tree, base: Option<Tree>) -> Project {
    match base {
        Some(base) => support::project_since(tree, base),
        None => support::project(tree),
    }
}

fn findings(rule: &Rule, project: &Project) -> BTreeSet<(String, String)> {
    let of_rule = project.report.findings.iter().filter(|finding| finding.rule == rule.name);
    of_rule.map(|finding| (finding.path.to_string(), finding.message.clone())).collect()
}

/// `tree` with `line` as the first of every front matter, and the configuration that `fate` needs; `None` where there is no
/// front matter without `key`, or no configuration to write into.
fn with(mut tree: Tree, key: &str, line: &str, fault: &str, fate: Fate) -> Option<Tree> {
    let mut touched = Vec::new();
    for (path, source) in &mut tree.sources {
        let Some(rest) = source.text.strip_prefix("+++\n").filter(|_| path.is_markdown()) else { continue };
        if !rest.lines().any(|line| line.starts_with(key)) {
            source.text = format!("+++\n{line}{rest}").into();
            touched.push(path.to_string());
        }
    }
    let config = ContentPath::parse("candor.toml").expect("a path");
    let written = tree.sources.get(&config).map(|source| source.text.to_string());
    let text = match (fate, written) {
        (Fate::Reported, _) => return (!touched.is_empty()).then_some(tree),
        (_, None) => return None,
        (Fate::Off, Some(text)) if text.contains("[levels]\n") => {
            text.replace("[levels]\n", &format!("[levels]\n{fault} = \"off\"\n"))
        }
        (Fate::Off, Some(text)) => format!("{text}\n[levels]\n{fault} = \"off\"\n"),
        (Fate::Waived, Some(text)) => {
            let waiver = |path: &String| {
                format!(
                    "\n[[waiver]]\nrule = \"{fault}\"\nrecord = \"{path}\"\nreason = \"it is known\"\nuntil = 2027-01-01\n"
                )
            };
            text + &touched.iter().map(waiver).collect::<String>()
        }
    };
    tree.sources.insert(config, Source { text: text.into(), not_utf8: None });
    (!touched.is_empty()).then_some(tree)
}

#[test]
fn causes_and_effects_are_rules_in_the_order_of_the_alphabet() {
    let names: BTreeSet<&str> = RULES.iter().map(|rule| rule.name).collect();
    for row in CAUSES {
        assert!(names.contains(row.cause) && names.contains(row.effect) && row.cause != row.effect, "{row:?}");
    }
    let key = |row: &Cause| (row.cause, row.effect, row.relation);
    assert!(CAUSES.windows(2).all(|pair| key(&pair[0]) < key(&pair[1])));
}
