//! What is wrong with the record, by the group's own rules.
//!
//! A rule is a function from the facts to findings, and a page that documents it. Rules know nothing of levels and waivers:
//! those are applied here, to all of them alike.

pub mod causes;
pub mod clauses;
mod common;
pub mod compare;
mod floods;
pub mod gaps;
mod identity;
mod levels;
mod loosened;
pub mod meanings;
mod notation;
mod overdue;
pub mod page;
mod phrase;
mod prelude;
mod prose;
pub mod rule;
pub mod rules;
mod rung;
pub(crate) mod shape;
pub mod unknown;

use rayon::prelude::*;

use crate::change::{Change, Pair};
use crate::diagnostic::{Diagnostic, Level};
use crate::document::Rung;
use crate::id::{ContentPath, RecordId};
use crate::site::{Entry, LineStep, Site};
use levels::{Waivers, of_rule};

pub use clauses::{Counting, Held, Violation, clauses};
pub use compare::{Comparison, Crossed, is_withholding, judge};
pub use levels::{covers, level_of, levels, waived_path};
pub use loosened::has_same_rules;
pub use page::RulePage;
pub(crate) use prose::plain;
pub use rule::{Find, Rule};
pub use rules::RULES;
pub use unknown::{not_known, not_known_of};

/// What a rule may look at.
#[derive(Clone, Copy)]
pub struct Facts<'a> {
    /// The site under review: the head, where there is a change.
    pub site: &'a Site,
    /// The change under review; `None` when the site is looked at by itself.
    pub change: Option<&'a Change<'a>>,
    /// What the profile sets for the requirement that the rule's page names: days, a count or percents; zero where the page
    /// names none, or one that is no number.
    pub limit: i64,
}

/// What [`check`] found.
#[derive(Debug, Clone, Default)]
pub struct Report {
    /// In the order of the places.
    pub findings: Vec<Diagnostic>,
    /// Findings that a waiver accepts, with the waiver's place in the configuration, in the same order.
    pub waived: Vec<(Diagnostic, usize)>,
    /// Those in place of which one of the findings stands, as far as they have a fix.
    pub folded: Vec<Diagnostic>,
    /// Whether the rules have not run yet, so that findings are missing and some may be over.
    pub is_pending: bool,
}

impl Report {
    /// How many findings are at exactly this level, without those that a waiver accepts.
    pub fn count(&self, level: Level) -> usize {
        self.findings.iter().filter(|finding| finding.level == level).count()
    }

    /// The findings about one file.
    pub fn of<'a>(&'a self, path: &'a ContentPath) -> impl Iterator<Item = &'a Diagnostic> {
        // The findings stand in the order of the paths.
        let start = self.findings.partition_point(|finding| finding.path < *path);
        self.findings[start..].iter().take_while(move |finding| finding.path == *path)
    }

    /// The findings about one file that a waiver accepts, with the waiver's place in the configuration.
    pub fn waived_of<'a>(&'a self, path: &'a ContentPath) -> impl Iterator<Item = &'a (Diagnostic, usize)> {
        // They stand in the same order.
        let start = self.waived.partition_point(|(finding, _)| finding.path < *path);
        self.waived[start..].iter().take_while(move |(finding, _)| finding.path == *path)
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
            folded: Vec::new(),
            is_pending: true,
        }
    }

    /// Whether a run that fails at `level` fails.
    pub fn fails_at(&self, level: Level) -> bool {
        self.findings.iter().any(|finding| finding.level >= level)
    }
}

/// Every finding of every rule on `site`, one for each cause; with the change that led to it each by itself, and also what is
/// wrong with that.
pub fn check(site: &Site, change: Option<&Change>) -> Report {
    let report = check_up_to(site.rung, site, change);
    match change {
        Some(_) => report,
        None => {
            let (findings, folded) = floods::told_once(site, report.findings);
            Report { findings, folded, ..report }
        }
    }
}

/// What [`check`] finds by the rules up to `rung`.
fn check_up_to(rung: Rung, site: &Site, change: Option<&Change>) -> Report {
    let facts = Facts { site, change, limit: 0 };
    let active = active(site, rung);
    let mut found: Vec<Diagnostic> =
        site.entries.par_iter().flat_map_iter(|entry| of_entry(&facts, &active, entry)).collect();
    found.extend(site.problems.iter().filter_map(|problem| reported(&active, problem)));
    found.par_extend(active.par_iter().flat_map_iter(|rule| match rule.rule.find {
        Find::Site(find) => rule.finish(find(&rule.facts(&facts))),
        Find::Change(find) => change.map_or_else(Vec::new, |change| rule.finish(find(&rule.facts(&facts), change))),
        Find::Record(_) | Find::File(_) | Find::Findings(_) | Find::Reported => Vec::new(),
    }));
    let of_findings = active.iter().flat_map(|rule| match rule.rule.find {
        Find::Findings(find) => rule.finish(find(&rule.facts(&facts), &found)),
        Find::Record(_) | Find::File(_) | Find::Change(_) | Find::Site(_) | Find::Reported => Vec::new(),
    });
    let of_findings: Vec<Diagnostic> = of_findings.collect();
    found.extend(of_findings);
    sorted(site, change, found)
}

/// What the rules that look at one record find about each of those that `wanted` picks, and what reading them found, in the
/// order of the places; waived findings are left out. What only the whole site or a change shows is not among them.
pub fn check_records(site: &Site, wanted: impl Fn(&Entry) -> bool + Sync) -> Vec<Diagnostic> {
    let (facts, active) = (Facts { site, change: None, limit: 0 }, active(site, site.rung));
    let entries = site.entries.par_iter().filter(|entry| wanted(entry));
    sorted(site, None, entries.flat_map_iter(|entry| of_entry(&facts, &active, entry)).collect()).findings
}

fn sorted(site: &Site, change: Option<&Change>, found: Vec<Diagnostic>) -> Report {
    let mut report = Report::default();
    let waivers = Waivers::of(site);
    for finding in found {
        let finding = notation::in_own_notation(site, gaps::noted(site, finding));
        match waivers.of_finding(&finding) {
            Some(waiver) => report.waived.push((finding, waiver)),
            None => report.findings.push(finding),
        }
    }
    report.findings.sort_by(Diagnostic::order);
    report.findings.dedup();
    report.findings = causes::without_effects(site, change, report.findings);
    report.waived.sort_by(|(a, _), (b, _)| a.order(b));
    report
}

/// A rule that is asked on this site: it is not off, its rung is on, and the profile sets the requirement that its page names.
struct Active<'a> {
    rule: &'static Rule,
    level: Level,
    counting: Counting<'a>,
    limit: i64,
    /// The clause behind the requirement.
    clause: Option<String>,
}

/// The rules up to `rung` that are asked on `site`, in the order of [`RULES`].
fn active(site: &Site, rung: Rung) -> Vec<Active<'_>> {
    let of = |rule: &'static Rule| {
        let level = level_of(of_rule(site, rule))?;
        let page = RulePage::of(rule);
        if page.rung > rung {
            return None;
        }
        let requires = page.requires.as_deref();
        let asked = &site.profile.requirements;
        if requires.is_some_and(|key| !asked.is_set(key)) {
            return None;
        }
        let limit = requires.and_then(|key| asked.days(key)).unwrap_or_default();
        let clause = requires.and_then(|key| site.profile.clause_for(rule.name, key));
        Some(Active { rule, level, counting: Counting::on(site, rule.name), limit, clause })
    };
    RULES.iter().filter_map(of).collect()
}

impl Active<'_> {
    fn facts<'a>(&self, facts: &Facts<'a>) -> Facts<'a> {
        Facts { limit: self.limit, ..*facts }
    }

    /// The findings of the rule with its name, its level, and the clause that counts on it where they cite none themselves.
    fn finish(&self, found: Vec<Diagnostic>) -> Vec<Diagnostic> {
        found.into_iter().map(|finding| self.finished(finding)).collect()
    }

    fn finished(&self, finding: Diagnostic) -> Diagnostic {
        Diagnostic {
            rule: self.rule.name,
            level: finding.level.min(self.level),
            clause: finding.clause.clone().or_else(|| self.clause.clone()).or_else(|| self.counting.only(&finding)),
            ..finding
        }
    }
}

/// What the rules that look at one record or file find about `entry`, and what reading it found.
fn of_entry(facts: &Facts, active: &[Active], entry: &Entry) -> Vec<Diagnostic> {
    let mut found: Vec<Diagnostic> = entry.problems.iter().filter_map(|problem| reported(active, problem)).collect();
    for rule in active {
        let of_rule = match rule.rule.find {
            Find::Record(_) if entry.is_introduction() => continue,
            Find::Record(find) | Find::File(find) => find(&rule.facts(facts), entry),
            Find::Change(_) | Find::Site(_) | Find::Findings(_) | Find::Reported => continue,
        };
        found.extend(of_rule.into_iter().map(|finding| rule.finished(finding)));
    }
    found
}

/// What an earlier stage found, under its rule; `None` when that rule is off.
fn reported(active: &[Active], problem: &Diagnostic) -> Option<Diagnostic> {
    active.iter().find(|rule| rule.rule.name == problem.rule).map(|rule| rule.finished(problem.clone()))
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

    /// The records that the change touches, before and after; none without a change.
    pub fn pairs(&self) -> &'a [Pair<'a>] {
        self.change.map_or(&[], |change| &change.pairs)
    }

    /// The step that the change takes by the line in which `entry` says where it stands; `None` where it takes none.
    pub fn line_step(&self, entry: &'a Entry) -> Option<LineStep<'a>> {
        let change = self.change?;
        match self.pair(entry) {
            Some(pair) => self.site.line_step(Some(pair.before), entry),
            None if change.added.iter().any(|it| it.at == entry.at) => {
                // Where no record kept such a line before, a group takes stock.
                let is_kept = change.base.of_kind(entry.kind()).any(|it| it.state_line.is_some());
                self.site.line_step(None, entry).filter(|_| is_kept)
            }
            None => None,
        }
    }

    /// The record `entry` before and after the change; `None` when no change touches it.
    pub fn pair(&self, entry: &Entry) -> Option<&'a Pair<'a>> {
        self.change?.pair(entry)
    }

    /// The record whose file a finding is about.
    pub fn record(&self, finding: &Diagnostic) -> Option<&'a RecordId> {
        self.site.at_path(&finding.path).map(|entry| &entry.id)
    }
}
