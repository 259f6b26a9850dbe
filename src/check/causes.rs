//! Which finding follows from which: where one fact breaks two rules, its author reads of it once.
//!
//! This is the only place that knows of two rules at once. It is applied after all of them have run, to what is neither off
//! nor waived, and an effect is left out only where its cause is reported at the same level or above, and counts as much against a
//! change as it does: so a check never passes for what is left out, and what is still wrong once the cause is fixed is reported then.

use rayon::prelude::*;

use crate::change::Change;
use crate::diagnostic::{BaselineState, Diagnostic};
use crate::fields::{ANY, PERSON};
use crate::id::{ContentPath, QuickMap, QuickSet};
use crate::site::{Entry, LinkTarget, Site};
use crate::text::Span;

/// How a finding lies to the one that it follows from.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Relation {
    /// In the same file, at places that overlap.
    SamePlace,
    /// In the same file.
    SameRecord,
    /// One of the [`subjects`](crate::diagnostic::Contents::subjects) of the one is a subject of the other.
    SameSubject,
    /// In records of which one refers to the other.
    SameMatter,
    /// The effect is at a reference or a link that led to a [subject](crate::diagnostic::Contents::subjects) of the cause before the change.
    LedThere,
    /// The effect is in a file that the cause is about, and is not the cause's own.
    MovedThere,
}

/// A pair of rules that one fact can break.
#[derive(Debug, Clone, Copy)]
pub struct Cause {
    /// The rule whose finding is reported.
    pub cause: &'static str,
    /// The rule whose finding follows from it, or [`ANY_RULE`].
    pub effect: &'static str,
    /// How the two findings lie to each other.
    pub relation: Relation,
}

/// As an effect: every rule but the cause.
pub const ANY_RULE: &str = "*";

impl Cause {
    /// Whether a finding of `rule` can follow from the cause.
    pub fn explains(&self, rule: &str) -> bool {
        self.effect == rule || self.effect == ANY_RULE && self.cause != rule
    }
}

/// In the order of the alphabet by cause and effect.
pub const CAUSES: &[Cause] = &[
    row("agenda-without-outcome", "empty-key", Relation::SameSubject),
    row("approvals-older-than-text", "substance-with-decided-state", Relation::SameRecord),
    row("approved-terms-changed", "outcome-against-votes", Relation::SameSubject),
    row("approved-terms-changed", "quorum-not-met", Relation::SameMatter),
    row("approved-terms-changed", "spending-over-ceiling", Relation::SameMatter),
    row("approved-terms-changed", "vote-does-not-count", Relation::SameSubject),
    row("backdated-event", "events-out-of-order", Relation::SameSubject),
    row("backdated-event", "illegal-transition", Relation::SameSubject),
    row("backdated-event", "missing-evidence", Relation::SameSubject),
    row("backdated-event", "wrong-actor", Relation::SameSubject),
    row("contract-coverage", "contract-ending", Relation::SamePlace),
    row("contractor-slo-missing", "critical-without-slo", Relation::SameRecord),
    row("decided-without-date", "deadline-passed", Relation::SameRecord),
    row("decided-without-date", "empty-key", Relation::SameSubject),
    row("decided-without-outcome", "empty-key", Relation::SameSubject),
    row("decided-without-the-duty", "outcome-against-votes", Relation::SameRecord),
    row("duplicate-id", "place-taken-twice", Relation::SameSubject),
    row("duties-all-on-the-lead", "too-many-duties", Relation::SameRecord),
    row("empty-key", "critical-without-slo", Relation::SameSubject),
    row("entry-twice", "approval-does-not-count", Relation::SamePlace),
    row("entry-twice", "award-to-unlisted-offer", Relation::SameRecord),
    row("entry-twice", "illegal-transition", Relation::SamePlace),
    row("entry-twice", "slo-result-impossible", Relation::SamePlace),
    row("entry-twice", "spending-over-ceiling", Relation::SameSubject),
    row("events-out-of-order", "deadline-passed", Relation::SameRecord),
    row("events-out-of-order", "illegal-transition", Relation::SameRecord),
    row("events-out-of-order", "incomplete-for-its-state", Relation::SameRecord),
    row("events-out-of-order", "lifecycle-against-steps", Relation::SameRecord),
    row("events-out-of-order", "missing-evidence", Relation::SameRecord),
    row("events-out-of-order", "nobody-holds-it", Relation::SameRecord),
    row("events-out-of-order", "stalled", Relation::SameRecord),
    row("events-out-of-order", "wrong-actor", Relation::SameRecord),
    row("history-edited", "comment-window-too-short", Relation::SamePlace),
    row("history-edited", "decided-too-early", Relation::SameSubject),
    row("history-edited", "decided-without-date", Relation::SameSubject),
    row("history-edited", "decided-without-outcome", Relation::SameSubject),
    row("history-edited", "events-out-of-order", Relation::SameSubject),
    row("history-edited", "illegal-transition", Relation::SameSubject),
    row("history-edited", "incomplete-for-its-state", Relation::SameSubject),
    row("history-edited", "missing-evidence", Relation::SameSubject),
    row("history-edited", "outcome-against-votes", Relation::SameSubject),
    row("history-edited", "quorum-not-met", Relation::SameSubject),
    row("history-edited", "vote-does-not-count", Relation::SameSubject),
    row("history-edited", "wrong-actor", Relation::SameSubject),
    row("id-reused", "missing-evidence", Relation::SameSubject),
    row("illegal-transition", "step-without-event", Relation::SamePlace),
    row("impossible-date", "withheld-without-end", Relation::SamePlace),
    row("incomplete-for-its-state", "empty-key", Relation::SameSubject),
    row("meeting-without-participants", "empty-key", Relation::SamePlace),
    row("merge-conflict", "invalid-toml", Relation::SamePlace),
    row("misnamed-file", "duplicate-id", Relation::SameSubject),
    row("misnamed-file", "place-taken-twice", Relation::SameSubject),
    row("misnamed-file", "unknown-reference", Relation::SameSubject),
    row("misplaced-record", "missing-key", Relation::SameRecord),
    row("misplaced-record", "unknown-key", Relation::SameRecord),
    row("misplaced-record", "unknown-reference", Relation::SameSubject),
    row("misplaced-record", "unknown-value", Relation::SameRecord),
    row("misplaced-record", "wrong-kind", Relation::SameSubject),
    row("misplaced-record", "wrong-type", Relation::SameRecord),
    row("missing-evidence", "empty-key", Relation::SameSubject),
    row("missing-evidence", "incomplete-for-its-state", Relation::SameSubject),
    row("missing-key", "missing-evidence", Relation::SameSubject),
    row("missing-key", "sow-without-proposal", Relation::SameSubject),
    row("possible-draft", "wrong-type", Relation::SamePlace),
    row("record-deleted", ANY_RULE, Relation::MovedThere),
    row("record-deleted", "broken-link", Relation::LedThere),
    row("record-deleted", "missing-evidence", Relation::SameSubject),
    row("record-deleted", "unknown-action-owner", Relation::LedThere),
    row("record-deleted", "unknown-participant", Relation::LedThere),
    row("record-deleted", "unknown-reference", Relation::LedThere),
    row("record-deleted", "wrong-kind", Relation::LedThere),
    row("sow-without-proposal", "empty-key", Relation::SamePlace),
    row("step-without-event", "lifecycle-against-steps", Relation::SamePlace),
    row("wrong-type", "invalid-profile", Relation::SameSubject),
    row("wrong-type", "profiles-disagree", Relation::SameSubject),
    row("wrong-type", "state-meaning-missing", Relation::SameSubject),
    row("wrong-type", "withheld-without-end", Relation::SamePlace),
];

const fn row(cause: &'static str, effect: &'static str, relation: Relation) -> Cause {
    Cause { cause, effect, relation }
}

/// `findings` without those that follow from another one of them, in the same order.
pub(super) fn without_effects(site: &Site, change: Option<&Change>, findings: Vec<Diagnostic>) -> Vec<Diagnostic> {
    let causes = Causes::of(site, change, &findings);
    if causes.rows.is_empty() {
        return findings;
    }
    let kept: Vec<bool> = findings.par_iter().map(|finding| !causes.has_one_of(finding)).collect();
    findings.into_iter().zip(kept).filter_map(|(finding, is_kept)| is_kept.then_some(finding)).collect()
}

/// The findings by which others may be left out.
struct Causes<'a> {
    site: &'a Site,
    change: Option<&'a Change<'a>>,
    /// Those of [`CAUSES`] of which both are found.
    rows: Vec<&'static Cause>,
    /// By their rule and their file.
    by_file: QuickMap<(&'a str, &'a ContentPath), Vec<&'a Diagnostic>>,
    /// By their rule and the files of their subjects.
    by_subject: QuickMap<(&'a str, &'a ContentPath), Vec<&'a Diagnostic>>,
}

impl<'a> Causes<'a> {
    fn of(site: &'a Site, change: Option<&'a Change<'a>>, findings: &'a [Diagnostic]) -> Causes<'a> {
        let found: QuickSet<&str> = findings.iter().map(|finding| finding.rule).collect();
        let is_met = |row: &&Cause| found.contains(row.cause) && found.iter().any(|rule| row.explains(rule));
        let rows: Vec<&Cause> = CAUSES.iter().filter(is_met).collect();
        let indexed: QuickSet<&str> = rows.iter().map(|row| row.cause).collect();
        let (by_file, by_subject) = Default::default();
        let mut causes = Causes { site, change, rows, by_file, by_subject };
        for finding in findings.iter().filter(|finding| indexed.contains(finding.rule)) {
            causes.by_file.entry((finding.rule, &finding.path)).or_default().push(finding);
            for subject in &finding.subjects {
                causes.by_subject.entry((finding.rule, &subject.path)).or_default().push(finding);
            }
        }
        causes
    }

    /// Whether `effect` follows from one of them.
    fn has_one_of(&self, effect: &Diagnostic) -> bool {
        self.rows.iter().filter(|row| row.explains(effect.rule)).any(|row| self.has_cause(row, effect))
    }

    /// Whether a finding of the cause of `row`, to which `effect` lies as the row says, is reported at its level or above.
    fn has_cause(&self, row: &Cause, effect: &Diagnostic) -> bool {
        let weighs =
            |cause: &&&Diagnostic| cause.level >= effect.level && against_change(cause) >= against_change(effect);
        let any_of_file = |path: &ContentPath| {
            self.by_file.get(&(row.cause, path)).is_some_and(|causes| causes.iter().any(|it| weighs(&it)))
        };
        let is_subject = |path: &ContentPath| {
            self.by_subject.get(&(row.cause, path)).is_some_and(|causes| causes.iter().any(|it| weighs(&it)))
        };
        match row.relation {
            Relation::SamePlace => {
                let of_file = self.by_file.get(&(row.cause, &effect.path)).into_iter().flatten();
                of_file.filter(weighs).any(|cause| overlap(cause.span, effect.span))
            }
            Relation::SameRecord => any_of_file(&effect.path),
            Relation::SameSubject => effect.subjects.iter().any(|subject| {
                let of_subject = self.by_subject.get(&(row.cause, &subject.path)).into_iter().flatten();
                of_subject.filter(weighs).any(|cause| cause.subjects.iter().any(|it| it.meets(subject)))
            }),
            Relation::SameMatter => {
                let entry = self.site.at_path(&effect.path);
                entry.is_some_and(|entry| neighbours(self.site, entry).any(|it| any_of_file(&it.path)))
            }
            Relation::LedThere => {
                let before = self.change.and_then(|change| led_to(self.site, change, effect));
                before.is_some_and(|before| is_subject(&before.path))
            }
            Relation::MovedThere => is_subject(&effect.path),
        }
    }
}

/// How much a finding counts against the change that is judged, if any: what it brought in explains what was there before, and not the
/// other way round.
fn against_change(finding: &Diagnostic) -> u8 {
    match finding.baseline_state {
        Some(BaselineState::New) => 2,
        Some(BaselineState::BlocksStep) => 1,
        Some(BaselineState::Existing | BaselineState::Fixed) | None => 0,
    }
}

fn overlap(one: Option<Span>, two: Option<Span>) -> bool {
    one.zip(two).is_some_and(|(one, two)| one.start < two.end && two.start < one.end)
}

/// The records that `entry` refers to, and those that refer to it.
fn neighbours<'a>(site: &'a Site, entry: &'a Entry) -> impl Iterator<Item = &'a Entry> {
    let to = entry.edges.iter().map(|edge| edge.to);
    to.chain(entry.backlinks.iter().map(|link| link.from)).map(|at| &site.entries[at])
}

/// The record of the base to which the reference or the link led at which `finding` is; `None` when it led nowhere, and when
/// nothing of the sort is there.
fn led_to<'a>(site: &Site, change: &'a Change, finding: &Diagnostic) -> Option<&'a Entry> {
    let (base, span) = (change.base, finding.span?);
    let Some(entry) = site.at_path(&finding.path) else {
        let text = in_configuration(site, span)?;
        return base.resolve(text, ANY).entry();
    };
    if let Some(link) = entry.links.iter().find(|link| link.place == span) {
        let LinkTarget::Missing(path) = &link.target else { return None };
        return base.at_path(&ContentPath::parse(path)?);
    }
    if let Some(reference) = entry.references.iter().find(|reference| reference.span == span) {
        return base.resolve(&reference.text, reference.kinds).entry();
    }
    let text = entry.text.get(span.range())?.trim_start_matches('@');
    base.resolve(text, ANY).entry().or_else(|| base.resolve(text, PERSON).entry())
}

/// The reference at `span` in the configuration.
fn in_configuration(site: &Site, span: Span) -> Option<&str> {
    let group = &site.config.group;
    let group = group.get().filter(|_| group.span() == Some(span)).map(|group| group.as_str());
    let waivers = || site.config.waivers.iter().map(|waiver| &waiver.decision);
    let decisions = || waivers().chain([&site.config.rules_by]);
    group.or_else(|| decisions().find(|it| it.span() == Some(span)).and_then(|it| it.get()).map(|it| it.as_str()))
}
