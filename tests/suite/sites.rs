//! A golden site for every built-in profile: a record as its community would keep it, without a finding, and a broken twin.
//!
//! `tests/sites/NAME/content` is the record. `broken` lies over it file by file, and the paths in `broken/deleted.txt` are
//! gone; the twin is checked as a change to the record. `expected` holds what comes out, written by `UPDATE_EXPECT=1`.

use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};

use candor::change::Change;
use candor::check::{Report, check, clauses};
use candor::page::Body;
use candor::project::{Project, pages};
use candor::tree::Tree;
use candor::workflow::{BUILT_IN, Clause};
use rayon::prelude::*;
use scraper::{Html, Selector};

use crate::support;

#[test]
fn every_built_in_profile_has_a_golden_site() {
    let sites: BTreeSet<String> = names().into_iter().collect();
    let profiles: BTreeSet<String> = BUILT_IN.iter().map(|(name, _)| (*name).to_owned()).collect();
    assert_eq!(sites, profiles);
    for (name, _) in BUILT_IN {
        let profiles = site(name).site.profile.names.clone();
        assert_eq!(profiles.last().map(String::as_str), Some(*name), "the site {name} uses its profile");
    }
}

#[test]
fn a_record_that_is_kept_well_has_no_findings() {
    for name in names() {
        let project = site(&name);
        assert_eq!(support::shown(&project.report.findings, &project.tree), "\n", "{name}");
    }
}

#[test]
fn a_golden_site_shows_where_every_matter_stands() {
    for name in names() {
        expect(&name, "site.txt", &told(&site(&name)));
    }
}

#[test]
fn a_broken_twin_shows_exactly_what_is_broken() {
    for name in names() {
        let (twin, findings) = broken(&name);
        expect(&name, "findings.txt", &support::shown(&findings, &twin.tree));
    }
}

#[test]
fn two_findings_of_a_rule_at_one_place_say_what_each_is_about() {
    for name in names() {
        let mut seen = BTreeSet::new();
        for it in broken(&name).1 {
            assert!(seen.insert((it.rule, it.path.clone(), it.span, it.about.clone())), "{it:#?}");
        }
    }
}

#[test]
fn every_rule_that_a_profile_counts_on_finds_something_in_its_broken_twin() {
    let mut silent = Vec::new();
    for name in names() {
        let (twin, findings) = broken(&name);
        let found: BTreeSet<&str> = findings.iter().map(|finding| finding.rule).collect();
        for clause in twin.site.profile.clauses.iter().filter(|clause| clause.profile == name) {
            let silent_rules = clause.rules.iter().filter(|rule| !found.contains(rule.as_str()));
            silent.extend(silent_rules.map(|rule| format!("{name}: {rule}, for {}", clause.name)));
        }
    }
    assert!(silent.is_empty(), "nothing in the broken twin is found by\n{}", silent.join("\n"));
}

/// A finding counts against the clauses that it cites: never against one that has nothing to do with it, and never against
/// none, unless several clauses lie behind its rule.
#[test]
fn a_finding_counts_against_the_clause_that_it_goes_against() {
    let mut wrong = Vec::new();
    for name in names() {
        let (twin, findings) = broken(&name);
        let profile = &twin.site.profile;
        let report = Report { findings, ..Report::default() };
        let held = clauses(&twin.site, &report);
        for finding in &report.findings {
            let counting = profile.clauses_held_by(finding.rule).count();
            let counted: Vec<&Clause> = held
                .iter()
                .filter(|it| it.violations.iter().any(|it| it.finding == finding))
                .map(|it| it.clause)
                .collect();
            let is_right = match &finding.clause {
                Some(cited) => {
                    counted.iter().all(|clause| cited.contains(&clause.cited()))
                        && counted.iter().any(|clause| counting == 0 || clause.is_held_by(finding.rule))
                }
                None => {
                    let is_limited = |clause: &Clause| !profile.reach(clause).is_empty() || !clause.about.is_empty();
                    counted.is_empty() && (counting != 1 || profile.clauses_held_by(finding.rule).any(is_limited))
                }
            };
            if !is_right {
                let cited = finding.clause.as_deref().unwrap_or("nothing");
                wrong.push(format!("{name}: {}: {} cites {cited}", finding.rule, finding.message));
            }
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn every_clause_is_held_by_rules_or_by_a_person() {
    for name in names() {
        let mut text = String::new();
        for clause in site(&name).site.profile.clauses.iter().filter(|clause| clause.profile == name) {
            let person = clause.person.as_ref().map(|why| format!("by a person: {why}"));
            let rules = (!clause.rules.is_empty()).then(|| format!("by {}", clause.rules.join(", ")));
            let held: Vec<String> = rules.into_iter().chain(person).collect();
            assert!(!held.is_empty(), "{name}: {}", clause.name);
            text += &format!("{}\n  {}\n  {}\n", clause.name, clause.cited(), held.join("\n  "));
        }
        expect(&name, "clauses.txt", &text);
    }
}

/// The sites, in the order of the alphabet.
pub(crate) fn names() -> Vec<String> {
    let entries = fs::read_dir(root()).expect("tests/sites can be read");
    let mut names: Vec<String> =
        entries.map(|entry| entry.expect("its entries too").file_name().into_string().expect("in UTF-8")).collect();
    names.sort();
    names
}

fn root() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/sites")
}

pub(crate) fn site(name: &str) -> Project {
    support::project(Tree::read(&root().join(name).join("content")).expect("the site can be read"))
}

/// The broken twin, and what is found in it as a change to the record.
pub(crate) fn broken(name: &str) -> (Project, Vec<candor::diagnostic::Diagnostic>) {
    let base = site(name);
    let folder = root().join(name).join("broken");
    let over = Tree::read(&folder).expect("the broken twin can be read");
    let deleted = fs::read_to_string(folder.join("deleted.txt")).unwrap_or_default();
    let mut tree = Tree::clone(&base.tree);
    tree.sources.extend(over.sources);
    tree.assets.extend(over.assets);
    tree.assets.retain(|path, _| path.as_str() != "deleted.txt");
    for path in deleted.lines() {
        let before = tree.sources.len();
        tree.sources.retain(|it, _| it.as_str() != path);
        assert!(tree.sources.len() < before, "{name}: there is no {path} to delete");
    }
    changed(&base, tree)
}

/// The site in `tree`, and what is found in it as a change to the record `base`.
pub(crate) fn changed(base: &Project, tree: Tree) -> (Project, Vec<candor::diagnostic::Diagnostic>) {
    let twin = support::project(tree);
    let findings = check(&twin.site, Some(&Change::between(&base.site, &twin.site))).findings;
    (twin, findings)
}

/// The pages by their titles, with what the strip of a record says.
fn told(project: &Project) -> String {
    let context = project.context();
    let mut told: Vec<String> = pages(&context)
        .map(|page| page.unwrap_or_else(|finding| panic!("{}", finding.message)))
        .filter(|page| page.path.as_str().ends_with(".html") && !page.path.as_str().starts_with("editors/"))
        .filter_map(|page| match &page.body {
            Body::Text(html) => Some(format!("{}: {}\n", page.path, of_page(html))),
            Body::Bytes(_) | Body::OnDisk(_) => None,
        })
        .collect();
    told.sort();
    told.concat()
}

fn of_page(html: &str) -> String {
    let page = Html::parse_document(html);
    let text = |selector: &str| -> Vec<String> {
        let selector = Selector::parse(selector).expect("a selector");
        let texts = page.select(&selector).map(|it| it.text().collect::<String>());
        texts.map(|text| text.split_whitespace().collect::<Vec<_>>().join(" ")).collect()
    };
    let strip = text(".strip-now").into_iter().chain(text(".strip-facts > *"));
    let lines: Vec<String> = strip.map(|line| format!("\n    {line}")).collect();
    format!("{}{}", text("h1").join(" / "), lines.concat())
}

/// Compares with a file below `expected`, or writes it.
fn expect(name: &str, file: &str, text: &str) {
    let path = root().join(name).join("expected").join(file);
    if std::env::var_os("UPDATE_EXPECT").is_some() {
        fs::create_dir_all(path.parent().expect("it lies in a folder")).expect("the folder can be made");
        fs::write(&path, text).expect("the file can be written");
        return;
    }
    let expected = fs::read_to_string(&path).unwrap_or_default();
    snapbox::assert_data_eq!(text, snapbox::Data::text(expected).raw());
}
