//! Which finding stands for which: where one fact makes two rules speak, its author reads of it once.
//!
//! This is the only place that knows of two rules at once. It is applied after all of them have run, to what is neither off
//! nor waived, and an effect is left out only where its cause is reported at the same level or above: so a check never
//! passes for what is left out, and what is still wrong once the cause is fixed is reported then.

use std::collections::HashMap;

use crate::diagnostic::Diagnostic;
use crate::id::ContentPath;
use crate::site::Site;

/// How a finding lies to the one that it follows from.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Relation {
    /// In the same file, at places that overlap.
    SamePlace,
    /// In the same file.
    SameRecord,
    /// In records of which one refers to the other.
    SameMatter,
}

/// A pair of rules that one fact can make speak.
#[derive(Debug, Clone, Copy)]
pub struct Cause {
    /// The rule whose finding is reported.
    pub cause: &'static str,
    /// The rule whose finding follows from it.
    pub effect: &'static str,
    /// How the two findings lie to each other.
    pub relation: Relation,
}

/// One row for each pair of rules, in the order of the alphabet by cause and effect.
pub const CAUSES: &[Cause] = &[
    row("contract-coverage", "contract-ending", Relation::SamePlace),
    row("contractor-slo-missing", "critical-without-slo", Relation::SameRecord),
    row("decided-without-the-duty", "outcome-against-votes", Relation::SameRecord),
    row("duties-all-on-the-lead", "too-many-duties", Relation::SameRecord),
    row("history-edited", "comment-window-too-short", Relation::SamePlace),
    row("impossible-date", "withheld-without-end", Relation::SamePlace),
    row("step-without-event", "lifecycle-against-steps", Relation::SamePlace),
    row("wrong-type", "withheld-without-end", Relation::SamePlace),
];

const fn row(cause: &'static str, effect: &'static str, relation: Relation) -> Cause {
    Cause { cause, effect, relation }
}

/// `findings` without those that follow from another one of them, in the same order.
pub(super) fn without_effects(site: &Site, findings: Vec<Diagnostic>) -> Vec<Diagnostic> {
    let mut by_rule: HashMap<&str, Vec<usize>> = HashMap::new();
    for (at, finding) in findings.iter().enumerate() {
        by_rule.entry(finding.rule).or_default().push(at);
    }
    let follows = |effect: &Diagnostic| {
        CAUSES.iter().filter(|row| row.effect == effect.rule).any(|row| {
            let causes = by_rule.get(row.cause).into_iter().flatten().map(|at| &findings[*at]);
            causes.filter(|cause| cause.level >= effect.level).any(|cause| holds(site, row.relation, cause, effect))
        })
    };
    let kept: Vec<bool> = findings.iter().map(|finding| !follows(finding)).collect();
    findings.into_iter().zip(kept).filter_map(|(finding, is_kept)| is_kept.then_some(finding)).collect()
}

fn holds(site: &Site, relation: Relation, cause: &Diagnostic, effect: &Diagnostic) -> bool {
    match relation {
        Relation::SamePlace => {
            let places = cause.span.zip(effect.span);
            cause.path == effect.path && places.is_some_and(|(a, b)| a.start < b.end && b.start < a.end)
        }
        Relation::SameRecord => cause.path == effect.path,
        Relation::SameMatter => refers(site, &cause.path, &effect.path) || refers(site, &effect.path, &cause.path),
    }
}

fn refers(site: &Site, from: &ContentPath, to: &ContentPath) -> bool {
    let ends = site.at_path(from).zip(site.at_path(to));
    ends.is_some_and(|(from, to)| from.edges.iter().any(|edge| edge.to == to.at))
}
