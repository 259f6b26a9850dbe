//! Two faults that have nothing to do with each other are both reported, whatever becomes of either.

use std::collections::BTreeSet;

use candor::check::causes::{ANY_RULE, CAUSES, Cause};
use candor::check::page::Example;
use candor::check::{RULES, Rule, RulePage};
use candor::diagnostic::{BaselineState, Diagnostic};
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
    for (at, (fault, line)) in UNRELATED.into_iter().enumerate() {
        // What becomes of a fault does not depend on which it is: all of it is tried with the first.
        let fates = if at == 0 { &[Fate::Reported, Fate::Off, Fate::Waived][..] } else { &[Fate::Reported] };
        for &fate in fates {
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
        assert!(
            names.contains(row.cause)
                && (row.effect == ANY_RULE || names.contains(row.effect))
                && row.cause != row.effect,
            "{row:?}"
        );
    }
    let key = |row: &Cause| (row.cause, row.effect, row.relation);
    assert!(CAUSES.windows(2).all(|pair| key(&pair[0]) < key(&pair[1])));
}

/// Pairs of faults that meet in one record, made of the examples of two rules: what a rule finds there when it is the only
/// one is reported beside all others as well, unless a row of the table says that it follows from one that is reported.
#[test]
fn two_faults_of_one_record_are_both_reported() {
    let examples: Vec<(&Rule, Example)> = RULES
        .iter()
        .filter(|rule| !LOOK_AT_EVERYTHING.contains(&rule.name))
        .flat_map(|rule| RulePage::of(rule).examples().into_iter().map(move |example| (rule, example)))
        .filter(|(_, example)| example.flagged)
        .collect();
    let pairs: Vec<Pair> =
        examples.par_iter().enumerate().flat_map_iter(|(at, one)| pairs_of(one, &examples[at + 1..])).collect();
    let judged: Vec<(usize, Vec<String>)> = pairs.par_iter().map(Pair::judged).collect();
    let both: usize = judged.iter().filter(|(found, _)| *found == 2).count();
    let swallowed: Vec<String> = judged.into_iter().flat_map(|(_, swallowed)| swallowed).collect();
    assert!(swallowed.is_empty(), "{} are not reported:\n{}", swallowed.len(), swallowed.join("\n"));
    assert!(both >= 100, "only {both} pairs have both faults");
}

/// What one rule finds, and what follows from it by the table: where the first was there before, and a change brings in the second in
/// the same record, that is told.
#[test]
fn what_was_wrong_before_hides_nothing_that_a_change_brings_in() {
    let flagged = |name: &str| -> Vec<Example> {
        let rule = RULES.iter().find(|rule| rule.name == name);
        let examples = rule.into_iter().flat_map(|rule| RulePage::of(rule).examples());
        examples.filter(|example| example.flagged && example.base.is_none()).collect()
    };
    let of_row = |row: &Cause| -> Vec<(usize, Option<String>)> {
        let (before, brought_in) = (flagged(row.cause), flagged(row.effect));
        let pairs = before.iter().flat_map(|was| brought_in.iter().map(move |is| (was.tree(), is.tree())));
        pairs.filter_map(|(was, is)| brought_in_beside(row, &was, laid_over(was.clone(), is)?)).collect()
    };
    let judged: Vec<(usize, Option<String>)> = CAUSES.par_iter().flat_map_iter(of_row).collect();
    let hidden: Vec<&String> = judged.iter().filter_map(|(_, hidden)| hidden.as_ref()).collect();
    assert!(hidden.is_empty(), "{hidden:#?}");
    let told: usize = judged.iter().map(|(told, _)| told).sum();
    assert!(told >= 3, "only {told} are told");
}

/// How many findings of the effect of `row` the change from `was` to `is` brings in, and the first of them that is not told; `None` where
/// the cause was not there before, and where the change brings it in as well.
fn brought_in_beside(row: &Cause, was: &Tree, is: Tree) -> Option<(usize, Option<String>)> {
    let rule = RULES.iter().find(|rule| rule.name == row.effect)?;
    let change = project(is.clone(), Some(was.clone()));
    let causes = || {
        change
            .report
            .findings
            .iter()
            .filter(|it| CAUSES.iter().any(|row| row.cause == it.rule && row.explains(rule.name)))
    };
    let is_new = |it: &Diagnostic| it.baseline_state == Some(BaselineState::New);
    if causes().next().is_none() || causes().any(is_new) {
        return None;
    }
    let alone = |tree: &Tree| Some(findings(rule, &project(with_only(tree.clone(), rule.name)?, None)));
    let (found_before, found) = (alone(was)?, alone(&is)?);
    let told = findings(rule, &change);
    let new: Vec<_> = found.difference(&found_before).collect();
    let hidden = new.iter().find(|it| !told.contains(**it));
    Some((new.len(), hidden.map(|(path, message)| format!("{row:?}: {path}: {message}"))))
}

/// Two rules, and files in which an example of each is laid over that of the other.
struct Pair {
    rules: [&'static str; 2],
    tree: Tree,
    base: Option<Tree>,
}

/// So many others are laid over each example.
const PARTNERS: usize = 2;

/// The first of `others` that can be laid over `one`, each of another rule.
fn pairs_of(one: &(&'static Rule, Example), others: &[(&'static Rule, Example)]) -> Vec<Pair> {
    let mut pairs: Vec<Pair> = Vec::new();
    for other in others {
        let is_new = other.0.name != one.0.name && pairs.iter().all(|pair| pair.rules[1] != other.0.name);
        if pairs.len() < PARTNERS && is_new {
            pairs.extend(pair(one, other));
        }
    }
    pairs
}

fn pair(one: &(&'static Rule, Example), other: &(&'static Rule, Example)) -> Option<Pair> {
    // The change of one of them is the change of the pair.
    let (moving, still) = if one.1.base.is_some() { (one, other) } else { (other, one) };
    if still.1.base.is_some() {
        return None;
    }
    let tree = laid_over(moving.1.tree(), still.1.tree())?;
    let base = match moving.1.base() {
        Some(base) => Some(laid_over(base, still.1.tree())?),
        None => None,
    };
    Some(Pair { rules: [one.0.name, other.0.name], tree, base })
}

impl Pair {
    /// How many of the two rules find something by themselves, and which findings are not reported beside all others though
    /// no row of the table says so.
    fn judged(&self) -> (usize, Vec<String>) {
        let all = project(self.tree.clone(), self.base.clone());
        let is_reported = |name: &str| all.report.findings.iter().any(|finding| finding.rule == name);
        let (mut found, mut swallowed) = (0, Vec::new());
        for name in self.rules {
            let Some(tree) = with_only(self.tree.clone(), name) else { continue };
            let base = self.base.clone().and_then(|base| with_only(base, name));
            let alone = project(tree, base);
            let rule = RULES.iter().find(|rule| rule.name == name).expect("it is the name of a rule");
            let (alone, beside) = (findings(rule, &alone), findings(rule, &all));
            found += usize::from(!alone.is_empty());
            let follows = CAUSES.iter().any(|row| row.explains(name) && is_reported(row.cause));
            let gone = alone.difference(&beside).filter(|_| !follows);
            swallowed.extend(gone.map(|(path, message)| format!("{:?}: {name}: {path}: {message}", self.rules)));
        }
        (found, swallowed)
    }
}

/// `tree` with every rule but `name` switched off; `None` where it sets levels of its own.
fn with_only(mut tree: Tree, name: &str) -> Option<Tree> {
    let config = ContentPath::parse("candor.toml").expect("a path");
    let text = tree.sources.get(&config).map_or(String::new(), |source| source.text.to_string());
    if text.contains("[levels]") {
        return None;
    }
    let off = RULES.iter().filter(|rule| rule.name != name).map(|rule| format!("{} = \"off\"\n", rule.name));
    let text = format!("{text}\n[levels]\n{}", off.collect::<String>());
    tree.sources.insert(config, Source { text: text.into(), not_utf8: None });
    Some(tree)
}

/// The files of both, where those that both have can be laid over each other and at least one record is of that sort.
fn laid_over(mut tree: Tree, other: Tree) -> Option<Tree> {
    let mut meet = false;
    for (path, source) in other.sources {
        let text = match tree.sources.get(&path) {
            None => source.text.to_string(),
            Some(own) if own.text == source.text => continue,
            Some(own) if path.is_markdown() => {
                meet = true;
                laid_over_record(&own.text, &source.text)?
            }
            Some(_) => return None,
        };
        tree.sources.insert(path, Source { text: text.into(), not_utf8: None });
    }
    meet.then_some(tree)
}

/// A record that states what both state; `None` when they state different things under one key, or have different texts.
fn laid_over_record(one: &str, other: &str) -> Option<String> {
    let parts = |text: &str| -> Option<(Vec<(String, String)>, String)> {
        let (front, body) = text.strip_prefix("+++\n")?.split_once("\n+++")?;
        Some((statements(front), body.to_owned()))
    };
    let ((mut statements, body), (others, other_body)) = (parts(one)?, parts(other)?);
    for (key, text) in others {
        match statements.iter().find(|(own, _)| *own == key) {
            Some((_, own)) if *own == text => {}
            Some(_) => return None,
            None => statements.push((key, text)),
        }
    }
    let body = match (body.trim(), other_body.trim()) {
        (own, other) if own == other || other.is_empty() => body,
        ("", _) => other_body,
        _ => return None,
    };
    // Tables come last.
    statements.sort_by_key(|(_, text)| text.starts_with('['));
    let front: String = statements.into_iter().map(|(_, text)| text).collect();
    Some(format!("+++\n{front}+++{body}"))
}

/// What a front matter states, each key with its lines; all tables of one name are one.
fn statements(front: &str) -> Vec<(String, String)> {
    let mut found: Vec<(String, String)> = Vec::new();
    let mut key = String::new();
    for line in front.lines() {
        let begins_table = line.starts_with('[');
        let in_table = found.iter().any(|(own, text)| *own == key && text.starts_with('['));
        if begins_table {
            let name = line.trim_matches(['[', ']', ' ']);
            key = name.split('.').next().unwrap_or(name).to_owned();
        } else if !in_table && line.starts_with(|first: char| first.is_ascii_alphabetic()) {
            key = line.split([' ', '=']).next().unwrap_or(line).to_owned();
        }
        match found.iter_mut().find(|(own, _)| *own == key) {
            Some((_, text)) => *text += &format!("{line}\n"),
            None => found.push((key.clone(), format!("{line}\n"))),
        }
    }
    found
}
