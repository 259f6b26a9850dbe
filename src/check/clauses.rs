//! What the group has agreed on, clause by clause: who holds it, and when it was last violated.

use super::Report;
use crate::diagnostic::Diagnostic;
use crate::document::Event;
use crate::fields::At;
use crate::id::Kind;
use crate::site::Site;
use crate::text::Date;
use crate::workflow::Clause;

/// How a clause fares on the day of the site.
#[derive(Debug)]
pub struct Held<'a> {
    pub clause: &'a Clause,
    /// Where the record goes against it, the latest first; what a waiver accepts included.
    pub violations: Vec<Violation<'a>>,
}

/// A place where the record goes against a clause.
#[derive(Debug, Clone, Copy)]
pub struct Violation<'a> {
    pub finding: &'a Diagnostic,
    /// The day of the step, the decision or the meeting that went against it; for what holds on without a day of its own,
    /// the day of the site.
    pub date: Date,
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
            .filter(|(finding, _)| goes_against(site, finding, clause))
            .map(|(finding, is_waived)| Violation { finding, date: day_of(site, finding), is_waived: *is_waived })
            .collect();
        violations.sort_by(|a, b| b.date.cmp(&a.date).then_with(|| a.finding.order(b.finding)));
        Held { clause, violations }
    };
    site.profile.clauses.iter().map(held).collect()
}

/// Whether `finding` is one of a rule that enforces `clause`, and cites no other clause.
fn goes_against(site: &Site, finding: &Diagnostic, clause: &Clause) -> bool {
    if !clause.rules.iter().any(|rule| rule == finding.rule) {
        return false;
    }
    let Some(cited) = &finding.clause else { return true };
    cited.contains(&clause.cited()) || !site.profile.clauses.iter().any(|other| cited.contains(&other.cited()))
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
