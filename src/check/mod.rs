//! What is wrong with the record, by the group's own rules.
//!
//! A rule is a function from the facts to findings, and a page that documents it. Rules know nothing of levels and waivers:
//! those are applied here, to all of them alike.

pub mod clauses;
pub mod compare;
pub mod page;
pub mod rules;

use std::collections::BTreeMap;

use rayon::prelude::*;

use crate::config::Waiver;
use crate::diagnostic::{Diagnostic, Level};
use crate::fields::At;
use crate::id::{ContentPath, RecordId};
use crate::site::{Entry, Site};
use crate::workflow::RuleLevel;

pub use clauses::{Counting, Held, Violation, clauses};
pub use compare::{Comparison, compare};
pub use page::RulePage;
pub use rules::RULES;

/// What a rule may look at.
#[derive(Clone, Copy)]
pub struct Facts<'a> {
    pub site: &'a Site,
    /// The site that the change under review starts from; `None` when there is no such change.
    pub base: Option<&'a Site>,
    /// What the other rules found; empty for all but the rules that judge waivers.
    pub found: &'a [Diagnostic],
}

/// One rule.
pub struct Rule {
    /// What it flags, in kebab case.
    pub name: &'static str,
    pub family: &'static str,
    /// Its documentation, as Markdown with front matter.
    pub source: &'static str,
    /// What it finds. Name and level are filled in by [`check`]; a finding that is made as a warning stays one.
    pub find: fn(&Facts) -> Vec<Diagnostic>,
}

/// What [`check`] found.
#[derive(Debug, Clone, Default)]
pub struct Report {
    /// In the order of the places.
    pub findings: Vec<Diagnostic>,
    /// Findings that a waiver accepts, with the waiver's place in the configuration, in the same order.
    pub waived: Vec<(Diagnostic, usize)>,
    /// Whether the rules have not run yet, so that findings are missing and some may be over.
    pub is_pending: bool,
}

impl Report {
    pub fn count(&self, level: Level) -> usize {
        self.findings.iter().filter(|finding| finding.level == level).count()
    }

    /// The findings about one file.
    pub fn of<'a>(&'a self, path: &'a ContentPath) -> impl Iterator<Item = &'a Diagnostic> {
        // The findings stand in the order of the paths.
        let start = self.findings.partition_point(|finding| finding.path < *path);
        self.findings[start..].iter().take_while(move |finding| finding.path == *path)
    }

    /// What it says of the files that `is_same` picks and of no other, as a report that is pending. Waivers are counted by their
    /// place in the configuration: where that has changed, nothing is known to be accepted.
    pub fn about(&self, is_same: impl Fn(&ContentPath) -> bool) -> Report {
        let stays = |finding: &Diagnostic| {
            let edits = finding.fix.iter().flat_map(|fix| &fix.edits);
            let mut others = finding.labels.iter().map(|label| &label.path).chain(edits.map(|edit| &edit.path));
            is_same(&finding.path) && others.all(&is_same)
        };
        let configuration = ContentPath::parse(crate::config::FILE).expect("the name is a path");
        let waived = self.waived.iter().filter(|(finding, _)| is_same(&configuration) && stays(finding));
        Report {
            findings: self.findings.iter().filter(|finding| stays(finding)).cloned().collect(),
            waived: waived.cloned().collect(),
            is_pending: true,
        }
    }

    /// Whether a run that fails at `level` fails.
    pub fn fails_at(&self, level: Level) -> bool {
        self.findings.iter().any(|finding| finding.level >= level)
    }
}

/// Every finding of every rule.
pub fn check(site: &Site, base: Option<&Site>) -> Report {
    let facts = Facts { site, base, found: &[] };
    let first = run(&facts, |rule| rule.family != "waivers");
    let second = run(&Facts { found: &first, ..facts }, |rule| rule.family == "waivers");
    let mut report = Report::default();
    for finding in first.into_iter().chain(second) {
        match waiver_of(site, &finding) {
            Some(waiver) => report.waived.push((finding, waiver)),
            None => report.findings.push(finding),
        }
    }
    report.findings.sort_by(Diagnostic::order);
    report.findings.dedup();
    report.waived.sort_by(|(a, _), (b, _)| a.order(b));
    report
}

/// The findings of the rules that `wanted` picks, with their names and levels, each with the clause that counts on the rule
/// where it names none itself; those of rules that are off are left out.
fn run(facts: &Facts, wanted: impl Fn(&Rule) -> bool) -> Vec<Diagnostic> {
    let levels = levels(facts.site);
    let picked: Vec<&Rule> = RULES.iter().filter(|rule| wanted(rule)).collect();
    picked
        .into_par_iter()
        .filter_map(|rule| Some((rule, level_of(levels[rule.name])?)))
        .flat_map_iter(|(rule, level)| {
            let counting = Counting::on(facts.site, rule.name);
            let found = (rule.find)(facts).into_iter();
            found.map(move |finding| Diagnostic {
                rule: rule.name,
                level: finding.level.min(level),
                clause: finding.clause.clone().or_else(|| counting.only(&finding)),
                ..finding
            })
        })
        .collect()
}

/// At which level a rule finds; `None` for off.
pub fn level_of(level: RuleLevel) -> Option<Level> {
    match level {
        RuleLevel::Error => Some(Level::Error),
        RuleLevel::Warning => Some(Level::Warning),
        RuleLevel::Off => None,
    }
}

/// The level of every rule: what its page says, unless a profile says otherwise, unless the site does.
pub fn levels(site: &Site) -> BTreeMap<&'static str, RuleLevel> {
    RULES.iter().map(|rule| (rule.name, of_rule(site, rule))).collect()
}

fn of_rule(site: &Site, rule: &Rule) -> RuleLevel {
    let own = site.config.levels.get(rule.name).map(|(level, _)| *level);
    let of_profile = || site.profile.levels.get(rule.name).copied();
    own.or_else(of_profile).unwrap_or_else(|| RulePage::of(rule).level)
}

/// The waiver that accepts `finding` today, by its place in the configuration.
fn waiver_of(site: &Site, finding: &Diagnostic) -> Option<usize> {
    let accepts = |waiver: &At<Waiver>| is_in_force(site, waiver) && covers(site, waiver, finding);
    site.config.waivers.iter().position(accepts)
}

fn is_in_force(site: &Site, waiver: &Waiver) -> bool {
    waiver.until.get().is_none_or(|until| site.today <= *until)
}

/// Whether `waiver` speaks of `finding`, be it expired or not.
pub fn covers(site: &Site, waiver: &Waiver, finding: &Diagnostic) -> bool {
    speaks_of(site, waiver, finding.rule, &finding.path)
}

fn speaks_of(site: &Site, waiver: &Waiver, rule: &str, path: &ContentPath) -> bool {
    let record = waiver.record.text();
    // The path of a record that was deleted names nothing any more.
    let is_about = || record == path.as_str() || waived_path(site, record).is_some_and(|it| it == *path);
    waiver.rule.text() == rule && is_about()
}

/// The file that a waiver's `record` names, by id or by path.
pub fn waived_path(site: &Site, record: &str) -> Option<ContentPath> {
    let by_path =
        ContentPath::parse(record).filter(|path| site.at_path(path).is_some() || path.as_str() == crate::config::FILE);
    by_path.or_else(|| site.resolve(record, crate::fields::ANY).entry().map(|entry| entry.path.clone()))
}

impl<'a> Facts<'a> {
    /// A finding about a record. The rule's name is filled in later.
    pub fn at(
        &self,
        entry: &Entry,
        span: impl Into<Option<crate::text::Span>>,
        message: impl Into<String>,
    ) -> Diagnostic {
        Diagnostic::new("", &entry.path, span, message)
    }

    /// Whether what the rule `name` finds about the file at `path` is an error that no waiver accepts. Only then may it
    /// stand for what follows from it: else the check would pass with the cause, and fail by what follows once the change
    /// is merged.
    pub fn is_told(&self, name: &str, path: &ContentPath) -> bool {
        let rule = RULES.iter().find(|rule| rule.name == name).expect("it is called by the name of a rule");
        let accepts = |waiver: &At<Waiver>| is_in_force(self.site, waiver) && speaks_of(self.site, waiver, name, path);
        of_rule(self.site, rule) == RuleLevel::Error && !self.site.config.waivers.iter().any(accepts)
    }

    /// What the earlier stages found under the name `rule`.
    pub fn problems(&self, rule: &'static str) -> Vec<Diagnostic> {
        self.site.problems().filter(|problem| problem.rule == rule).cloned().collect()
    }

    /// The record whose file a finding is about.
    pub fn record(&self, finding: &Diagnostic) -> Option<&'a RecordId> {
        self.site.at_path(&finding.path).map(|entry| &entry.id)
    }
}
