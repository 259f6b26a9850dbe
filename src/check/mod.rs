//! What is wrong with the record, by the group's own rules.
//!
//! A rule is a function from the facts to findings, and a page that documents it. Rules know nothing of levels and waivers:
//! those are applied here, to all of them alike.

pub mod causes;
pub mod clauses;
mod common;
pub mod compare;
mod facts;
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

use std::collections::BTreeSet;

use rayon::prelude::*;

use crate::change::Change;
use crate::diagnostic::{Diagnostic, Level};
use crate::document::Rung;
use crate::id::{ContentPath, Kind, QuickMap};
use crate::site::{Entry, Site};
use facts::Asked;
use levels::{Waivers, of_rule};

pub use clauses::{Counting, Held, Violation, clauses};
pub use compare::{Comparison, Crossed, is_withholding, judge};
pub use facts::Facts;
pub(crate) use levels::found_by_waived_rules;
pub use levels::{covers, level_of, levels, waived_path};
pub use loosened::has_same_rules;
pub use page::RulePage;
pub use rule::{Find, Rule};
pub use rules::RULES;
pub use unknown::{not_known, not_known_of};

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

    /// Whether it says anything about one file, be it accepted.
    pub fn has_any_of(&self, path: &ContentPath) -> bool {
        self.of(path).next().is_some() || self.waived_of(path).next().is_some()
    }

    /// What it says of the files that `is_same` picks and of no other, as a report that is pending. Waivers are counted by their
    /// place in the configuration: where that has changed, nothing is known to be accepted.
    pub fn about(&self, is_same: impl Fn(&ContentPath) -> bool + Sync) -> Report {
        let stays = |finding: &Diagnostic| finding.paths().all(&is_same);
        let configuration = ContentPath::parse(crate::config::FILE).expect("the name is a path");
        let waived = self.waived.iter().filter(|(finding, _)| is_same(&configuration) && stays(finding));
        Report {
            findings: self.findings.par_iter().filter(|finding| stays(finding)).cloned().collect(),
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
    if change.is_some() { report } else { told_once(site, report) }
}

/// The report on a site by itself with one finding for each cause.
fn told_once(site: &Site, report: Report) -> Report {
    let (findings, folded) = floods::told_once(site, report.findings);
    Report { findings, folded, ..report }
}

/// What [`check`] finds by the rules up to `rung`.
fn check_up_to(rung: Rung, site: &Site, change: Option<&Change>) -> Report {
    told(site, change, all_found(rung, site, change))
}

/// What the rules up to `rung` find on `site`, also what follows from something else: what was there before explains nothing that is new,
/// so it is left out only when that is known.
fn all_found(rung: Rung, site: &Site, change: Option<&Change>) -> Report {
    let found = found(rung, site, change);
    sorted(site, if change.is_some() { found.of_change } else { found.alone })
}

/// The report without what follows from something else in it.
fn told(site: &Site, change: Option<&Change>, report: Report) -> Report {
    Report { findings: causes::without_effects(site, change, report.findings), ..report }
}

/// So many records are asked for one after the other: one of minutes takes longer than one of a person.
const AT_ONCE: usize = 64;

/// What the rules find on a site, before waivers and causes are looked at.
struct Found {
    /// With the change that led to it; empty without one.
    of_change: Vec<Diagnostic>,
    /// On the site by itself.
    alone: Vec<Diagnostic>,
    /// Whether the change makes no difference to what is found.
    is_same: bool,
}

/// What the rules up to `rung` find on `site`, with the `change` that led to it and by itself. Most rules do not ask what changed, and
/// are asked once for both.
fn found(rung: Rung, site: &Site, change: Option<&Change>) -> Found {
    let of_entries = of_entries(rung, site, change);
    with_the_rest(rung, site, change, of_entries)
}

/// The same on the head of `change`, and what is found on its base, which differs from the head in the words of the records at `reworded`
/// alone.
fn found_on_both(rung: Rung, change: &Change, reworded: &BTreeSet<usize>) -> (Found, Vec<Diagnostic>) {
    let of_entries = of_entries(rung, change.head, Some(change));
    let alone = of_entries.iter().filter(|(_, _, seen)| *seen != Seen::OfChange);
    let alone: Vec<(usize, Diagnostic)> = alone.map(|(at, finding, _)| (*at, finding.clone())).collect();
    rayon::join(
        || with_the_rest(rung, change.head, Some(change), of_entries),
        || found_before(rung, change.base, reworded, alone),
    )
}

/// What is found about one record or file, with its place among the entries.
type OfEntry = (usize, Diagnostic, Seen);

/// What the rules up to `rung` find about each record or file of `site`.
fn of_entries(rung: Rung, site: &Site, change: Option<&Change>) -> Vec<OfEntry> {
    let active = active(site, rung);
    let by_kind = ByKind::of(&active);
    let of_entry = |entry: &Entry| {
        let at = entry.at;
        of_entry(site, change, &by_kind, entry).into_iter().map(move |(finding, seen)| (at, finding, seen))
    };
    site.entries.par_iter().with_max_len(AT_ONCE).flat_map_iter(of_entry).collect()
}

/// What is found `of_entries`, and what the rules find that look at all of the site or at the other findings.
fn with_the_rest(rung: Rung, site: &Site, change: Option<&Change>, of_entries: Vec<OfEntry>) -> Found {
    let active = active(site, rung);
    let of_whole = of_whole(site, change, &active);
    let all = || {
        let of_entries = of_entries.iter().map(|(_, finding, seen)| (finding, *seen));
        of_entries.chain(of_whole.iter().map(|(it, seen)| (it, *seen)))
    };
    let seen_as =
        |other: Seen| all().filter(move |(_, seen)| *seen != other).map(|(finding, _)| finding.clone()).collect();
    Found {
        is_same: all().all(|(_, seen)| seen == Seen::Always),
        of_change: change
            .map_or_else(Vec::new, |_| with_those_of_findings(site, change, &active, seen_as(Seen::Alone))),
        alone: with_those_of_findings(site, None, &active, seen_as(Seen::OfChange)),
    }
}

/// What the rules up to `rung` find on `base` by itself, which differs from the head of the change in the words of the records at
/// `reworded` alone: what is found `of_head` about a record that has nothing to do with those is found about it in the base too.
fn found_before(
    rung: Rung,
    base: &Site,
    reworded: &BTreeSet<usize>,
    of_head: Vec<(usize, Diagnostic)>,
) -> Vec<Diagnostic> {
    let active = active(base, rung);
    let paths: BTreeSet<&ContentPath> = reworded.iter().map(|at| &base.entries[*at].path).collect();
    let related = reworded
        .iter()
        .map(|at| &base.entries[*at])
        .flat_map(|entry| entry.edges.iter().map(|edge| edge.to).chain(entry.backlinks.iter().map(|link| link.from)));
    let telling = of_head.iter().filter(|(_, finding)| finding.paths().any(|path| paths.contains(path)));
    let again: BTreeSet<usize> = reworded.iter().copied().chain(related).chain(telling.map(|(at, _)| *at)).collect();
    let asked_again: Vec<&Entry> = again.iter().map(|at| &base.entries[*at]).collect();
    let others = of_head.into_iter().filter(|(at, _)| !again.contains(at)).map(|(_, finding)| finding);
    let mut found: Vec<Diagnostic> = others.collect();
    let by_kind = ByKind::of(&active);
    found.par_extend(
        asked_again.into_par_iter().flat_map_iter(|it| of_entry(base, None, &by_kind, it)).map(|(it, _)| it),
    );
    found.extend(of_whole(base, None, &active).into_iter().map(|(finding, _)| finding));
    with_those_of_findings(base, None, &active, found)
}

/// What the rules find that look at all of `site` or at the `change` that led to it, and what is wrong with its settings.
fn of_whole(site: &Site, change: Option<&Change>, active: &[Active]) -> Vec<(Diagnostic, Seen)> {
    let of_settings = site.problems.iter().filter_map(|problem| reported(active, problem)).map(|it| (it, Seen::Always));
    let mut found: Vec<(Diagnostic, Seen)> = of_settings.collect();
    found.par_extend(active.par_iter().with_max_len(1).flat_map_iter(|rule| match rule.rule.find {
        Find::Site(find) => rule.finds(site, change, &|facts| find(facts)),
        Find::Change(find) => change.map_or_else(Vec::new, |change| {
            let (of_rule, _) = Asked::during(|asked| find(&rule.facts(site, Some(change), asked), change));
            rule.finish(of_rule).map(|finding| (finding, Seen::OfChange)).collect()
        }),
        Find::Record(_) | Find::Kind(..) | Find::File(_) | Find::Findings(_) | Find::Reported => Vec::new(),
    }));
    found
}

/// `found`, then what the rules find that look at what the others found.
fn with_those_of_findings(
    site: &Site,
    change: Option<&Change>,
    active: &[Active],
    mut found: Vec<Diagnostic>,
) -> Vec<Diagnostic> {
    let of_rule = |rule: &Active| match rule.rule.find {
        Find::Findings(find) => {
            let (of_rule, _) = Asked::during(|asked| find(&rule.facts(site, change, asked), &found));
            rule.finish(of_rule).collect()
        }
        Find::Record(_) | Find::Kind(..) | Find::File(_) | Find::Change(_) | Find::Site(_) | Find::Reported => {
            Vec::new()
        }
    };
    let of_findings: Vec<Diagnostic> = active.iter().flat_map(of_rule).collect();
    found.extend(of_findings);
    found
}

/// Where a finding about the head of a change is one.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Seen {
    /// With the change and on the head by itself.
    Always,
    /// With the change.
    OfChange,
    /// On the head by itself.
    Alone,
}

/// What the rules find on a site by itself, as far as they were asked while it was judged as a side of a change.
#[derive(Debug, Clone, Default)]
pub enum Alone {
    /// Fewer rules are asked of the site by itself.
    #[default]
    Unknown,
    /// Before waivers and causes are looked at.
    Found(Vec<Diagnostic>),
    /// Before causes are looked at.
    Sorted(Report),
}

impl Alone {
    /// The same on a `site` that was asked for the rules up to `rung`.
    fn up_to(self, rung: Rung, site: &Site) -> Alone {
        if site.rung == rung { self } else { Alone::Unknown }
    }

    /// What [`check`] says of `site`, of which this is, by itself.
    pub fn report(&self, site: &Site) -> Report {
        match self {
            Alone::Unknown => check(site, None),
            Alone::Found(found) => told_once(site, told(site, None, sorted(site, found.clone()))),
            Alone::Sorted(report) => told_once(site, told(site, None, report.clone())),
        }
    }
}

/// What the rules that look at one record find about each of those that `wanted` picks, and what reading them found, in the
/// order of the places; waived findings are left out. What only the whole site or a change shows is not among them.
pub fn check_records(site: &Site, wanted: impl Fn(&Entry) -> bool + Sync) -> Vec<Diagnostic> {
    let active = active(site, site.rung);
    let by_kind = ByKind::of(&active);
    let entries = site.entries.par_iter().filter(|entry| wanted(entry));
    let found = entries.flat_map_iter(|entry| of_entry(site, None, &by_kind, entry)).map(|(finding, _)| finding);
    told(site, None, sorted(site, found.collect())).findings
}

/// What was found in the order of the places, without what a waiver accepts.
fn sorted(site: &Site, found: Vec<Diagnostic>) -> Report {
    let mut report = Report::default();
    let waivers = Waivers::of(site);
    let found: Vec<Diagnostic> =
        found.into_par_iter().map(|finding| notation::in_own_notation(site, gaps::noted(site, finding))).collect();
    for finding in found {
        match waivers.of_finding(&finding) {
            Some(waiver) => report.waived.push((finding, waiver)),
            None => report.findings.push(finding),
        }
    }
    report.findings.par_sort_by(Diagnostic::order);
    report.findings.dedup();
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
    fn facts<'a>(&self, site: &'a Site, change: Option<&'a Change<'a>>, asked: &'a Asked) -> Facts<'a> {
        Facts::new(site, change, asked).with_limit(self.limit)
    }

    /// What `find` finds with the change and without; it is asked again without where it asked for the change.
    fn finds(
        &self,
        site: &Site,
        change: Option<&Change>,
        find: &dyn Fn(&Facts) -> Vec<Diagnostic>,
    ) -> Vec<(Diagnostic, Seen)> {
        let given = |change| Asked::during(|asked| find(&self.facts(site, change, asked)));
        let (found, has_asked) = given(change);
        if found.is_empty() && !(has_asked && change.is_some()) {
            return Vec::new();
        }
        let has_other = has_asked && change.is_some();
        let seen = if has_other { Seen::OfChange } else { Seen::Always };
        let alone = has_other.then(|| self.finish(given(None).0).map(|finding| (finding, Seen::Alone)));
        self.finish(found).map(|finding| (finding, seen)).chain(alone.into_iter().flatten()).collect()
    }

    /// The findings of the rule with its name, its level, and the clause that counts on it where they cite none themselves.
    fn finish(&self, found: Vec<Diagnostic>) -> impl Iterator<Item = Diagnostic> {
        found.into_iter().map(|finding| self.finished(finding))
    }

    fn finished(&self, finding: Diagnostic) -> Diagnostic {
        let clause = || self.clause.clone().or_else(|| self.counting.only(&finding));
        let clause = finding.clause.clone().or_else(clause);
        finding.with(|it| {
            (it.rule, it.clause) = (self.rule.name, clause);
            it.level = it.level.min(self.level);
        })
    }
}

/// The rules that are asked about a record of each kind, so that nobody asks the others.
struct ByKind<'r> {
    active: &'r [Active<'r>],
    /// In the order of [`RULES`].
    of_records: QuickMap<Kind, Vec<AskedOf<'r>>>,
    of_introductions: Vec<AskedOf<'r>>,
}

/// A rule with what it finds about one record.
type AskedOf<'r> = (&'r Active<'r>, fn(&Facts, &Entry) -> Vec<Diagnostic>);

impl<'r> ByKind<'r> {
    fn of(active: &'r [Active<'r>]) -> ByKind<'r> {
        let of_kind = |kind: Kind| {
            let asked = active.iter().filter_map(|rule| match rule.rule.find {
                Find::Kind(of, find) => (of == kind).then_some((rule, find)),
                Find::Record(find) | Find::File(find) => Some((rule, find)),
                Find::Change(_) | Find::Site(_) | Find::Findings(_) | Find::Reported => None,
            });
            asked.collect()
        };
        let of_file = |rule: &'r Active| match rule.rule.find {
            Find::File(find) => Some((rule, find)),
            Find::Record(_) | Find::Kind(..) | Find::Change(_) | Find::Site(_) | Find::Findings(_) | Find::Reported => {
                None
            }
        };
        ByKind {
            active,
            of_records: Kind::ALL.iter().map(|kind| (*kind, of_kind(*kind))).collect(),
            of_introductions: active.iter().filter_map(of_file).collect(),
        }
    }

    fn asked_of(&self, entry: &Entry) -> &[AskedOf<'r>] {
        match entry.is_introduction() {
            true => &self.of_introductions,
            false => self.of_records.get(&entry.kind()).map_or(&[], Vec::as_slice),
        }
    }
}

/// What the rules that look at one record or file find about `entry`, and what reading it found.
fn of_entry(site: &Site, change: Option<&Change>, rules: &ByKind, entry: &Entry) -> Vec<(Diagnostic, Seen)> {
    let of_reading = entry.problems.iter().filter_map(|problem| reported(rules.active, problem));
    let mut found: Vec<(Diagnostic, Seen)> = of_reading.map(|finding| (finding, Seen::Always)).collect();
    for (rule, find) in rules.asked_of(entry) {
        found.extend(rule.finds(site, change, &|facts| find(facts, entry)));
    }
    found
}

/// What an earlier stage found, under its rule; `None` when that rule is off.
fn reported(active: &[Active], problem: &Diagnostic) -> Option<Diagnostic> {
    active.iter().find(|rule| rule.rule.name == problem.rule).map(|rule| rule.finished(problem.clone()))
}
