//! What the group has agreed on, clause by clause: who holds it, and when it was last violated.

use super::Report;
use crate::diagnostic::Diagnostic;
use crate::document::Event;
use crate::fields::At;
use crate::id::Kind;
use crate::site::Site;
use crate::text::Date;
use crate::workflow::{Clause, Reach};

/// How a clause fares on the day of the site.
#[derive(Debug)]
pub struct Held<'a> {
    /// The clause, as a profile of the site states it.
    pub clause: &'a Clause,
    /// Where the record goes against it, the latest first; what a waiver accepts included.
    pub violations: Vec<Violation<'a>>,
}

/// A place where the record goes against a clause.
#[derive(Debug, Clone, Copy)]
pub struct Violation<'a> {
    /// What the rule reported, with its place.
    pub finding: &'a Diagnostic,
    /// The day of the step, the decision or the meeting that went against it; for what holds on without a day of its own,
    /// the day of the site.
    pub date: Date,
    /// Whether a waiver of the site accepts it.
    pub is_waived: bool,
}

/// Every clause of the site's profiles, in their order.
pub fn clauses<'a>(site: &'a Site, report: &'a Report) -> Vec<Held<'a>> {
    let standing = report.findings.iter().map(|finding| (finding, false));
    let waived = report.waived.iter().map(|(finding, _)| (finding, true));
    let findings: Vec<(&Diagnostic, bool)> = standing.chain(waived).collect();
    let held = |clause: &'a Clause| {
        let mut violations: Vec<Violation> = findings
            .iter()
            .filter(|(finding, _)| goes_against(finding, clause))
            .map(|(finding, is_waived)| Violation { finding, date: day_of(site, finding), is_waived: *is_waived })
            .collect();
        violations.sort_by(|a, b| b.date.cmp(&a.date).then_with(|| a.finding.order(b.finding)));
        Held { clause, violations }
    };
    site.profile.clauses.iter().map(held).collect()
}

/// Whether `finding` cites `clause`. One that cites none goes against none: several clauses may lie behind its rule, and
/// which of them was violated it does not say.
fn goes_against(finding: &Diagnostic, clause: &Clause) -> bool {
    finding.clause.as_ref().is_some_and(|cited| cited.contains(&clause.cited()))
}

/// The clauses that count on a rule.
#[derive(Debug, Clone)]
pub struct Counting<'a> {
    site: &'a Site,
    /// Each with what limits it; without anything, it is always in force.
    clauses: Vec<(&'a Clause, Vec<Reach<'a>>)>,
}

impl<'a> Counting<'a> {
    /// Those that count on the rule `name`.
    pub fn on(site: &'a Site, name: &'a str) -> Counting<'a> {
        let clauses = site.profile.clauses_held_by(name);
        Counting { site, clauses: clauses.map(|clause| (clause, site.profile.reach(clause))).collect() }
    }

    /// The clause that a finding of the rule cites where it names none itself: the only one that speaks of such records and
    /// was in force on the day.
    pub fn only(&self, finding: &Diagnostic) -> Option<String> {
        let kind = self.site.at_path(&finding.path).map(|entry| entry.kind());
        let is_in_force = |reach: &[Reach]| {
            reach.is_empty() || {
                let (day, group_type) = (day_of(self.site, finding), group_type_of(self.site, finding));
                reach.iter().any(|it| it.holds(group_type, day))
            }
        };
        // Where a rule finds several things, one that goes against a requirement cites the clause behind it.
        let is_general = |clause: &Clause| self.clauses.len() == 1 || clause.requires.is_empty();
        let mut left = self.clauses.iter().filter(|(clause, reach)| {
            is_general(clause) && kind.is_none_or(|kind| clause.is_about(kind)) && is_in_force(reach)
        });
        let only = left.next().filter(|_| left.next().is_none());
        only.map(|(clause, _)| clause.cited())
    }
}

/// The type of the group whose decision or meeting `finding` is about; `None` for other records.
fn group_type_of(site: &Site, finding: &Diagnostic) -> Option<&'static str> {
    let entry = site.at_path(&finding.path).filter(|it| matches!(it.kind(), Kind::Decision | Kind::Meeting))?;
    site.target(entry, "group")?.group()?.r#type.get().map(|it| it.as_str())
}

/// The day on which what `finding` speaks of happened.
fn day_of(site: &Site, finding: &Diagnostic) -> Date {
    let day = site.at_path(&finding.path).and_then(|entry| {
        let status = entry.status.as_ref()?;
        // Decisions and meetings are things of a day; any other record goes on until today.
        let is_of_a_day = matches!(entry.kind(), Kind::Decision | Kind::Meeting);
        let of_event = |event: &&At<Event>| finding.span.is_some_and(|span| event.whole().holds(span));
        let of_event = entry.events().iter().find(of_event).and_then(|event| event.date.get().copied());
        of_event.or_else(|| status.since.filter(|_| is_of_a_day))
    });
    day.filter(|date| *date <= site.today).unwrap_or(site.today)
}
