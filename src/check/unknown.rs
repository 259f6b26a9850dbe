//! What the record does not know, for its readers: what an author states to be unknown, and what a rule finds missing.
//!
//! Each is put under what follows from it and under who could answer. Rules that find anything else, such as a step against
//! the workflow, say nothing about what is known and are in no row here.

use std::collections::BTreeSet;

use super::Report;
use super::gaps::is_at_gap;
use crate::diagnostic::Diagnostic;
use crate::fields::Missing;
use crate::id::Kind;
use crate::site::places::is_for_editors;
use crate::site::{Entry, Site};

/// What follows from not knowing, the heaviest first.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Weight {
    /// Money and contracts.
    Money,
    /// Services and the access to them.
    Access,
    /// People and their seats.
    People,
    /// What was said and written.
    Text,
}

impl Weight {
    /// All of them, the heaviest first.
    pub const ALL: &[Weight] = &[Weight::Money, Weight::Access, Weight::People, Weight::Text];
}

/// Who could answer, those who decide over most first.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Answerer {
    /// Whoever has the money and signs contracts.
    Board,
    /// The group whose record it is.
    Group,
    /// Whoever owns or runs the service.
    Operator,
    /// Whoever looks after the proposal or the work.
    Owner,
    /// Whoever took the minutes.
    Minutes,
}

/// Why it is known that something is not known.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Source<'a> {
    /// The author says so: the keys that would hold it, joined by dots, and the reason.
    Stated {
        /// `contract.notice_days`.
        key: &'a str,
        /// In the author's words.
        reason: &'a str,
    },
    /// A rule misses it, by the name of the rule.
    Found(&'static str),
}

/// One thing that is not known of one record.
#[derive(Debug, Clone, Copy)]
pub struct NotKnown<'a> {
    /// The record of which it is not known.
    pub entry: &'a Entry,
    /// What follows from it.
    pub weight: Weight,
    /// Who could say.
    pub who: Answerer,
    /// How that is known.
    pub source: Source<'a>,
}

/// Rules that miss a fact: what follows from it, and who could say.
pub const MISSED: &[(&str, Weight, Answerer)] = {
    use Answerer::{Board, Group, Minutes, Operator, Owner};
    use Weight::{Access, Money, People, Text};
    &[
        ("amount-without-cost", Money, Group),
        ("contract-coverage", Money, Board),
        ("contract-terms", Money, Board),
        ("contract-without-request", Money, Board),
        ("contractor-route-without-reason", Money, Group),
        ("contractor-route-without-slo", Money, Group),
        ("contractor-slo-missing", Money, Board),
        ("contractor-without-documentation", Access, Operator),
        ("disclosure-overdue", Money, Board),
        ("exit-not-tested", Money, Operator),
        ("fulfilled-without-report", Money, Group),
        ("money-without-amount", Money, Board),
        ("money-without-board-decision", Money, Board),
        ("nobody-authorises-payments", Money, Board),
        ("pledge-follow-up-overdue", Money, Group),
        ("price-not-disclosed", Money, Board),
        ("rfp-without-conditions", Money, Group),
        ("rfp-without-question-deadline", Money, Group),
        ("withheld-without-decision", Money, Board),
        ("withheld-without-end", Money, Board),
        ("area-without-service", Access, Group),
        ("critical-without-slo", Access, Group),
        ("described-as-unowned", Access, Group),
        ("incomplete-service", Access, Operator),
        ("missing-root-holder", Access, Operator),
        ("personal-data-without-contact", Access, Operator),
        ("retired-without-successor", Access, Group),
        ("shared-infrastructure-without-agreement", Access, Group),
        ("slo-missed-without-action", Access, Operator),
        ("slo-result-missing", Access, Operator),
        ("slo-without-source", Access, Operator),
        ("sole-root-holder", Access, Operator),
        ("action-without-due-date", People, Minutes),
        ("action-without-owner", People, Minutes),
        ("affiliation-unknown", People, Group),
        ("duty-not-delegated", People, Group),
        ("duty-vacant", People, Group),
        ("duty-without-contact", People, Group),
        ("duty-without-deputy", People, Group),
        ("goal-without-owner", People, Group),
        ("group-without-contact", People, Group),
        ("group-without-roster", People, Group),
        ("nobody-holds-it", People, Group),
        ("role-vacant", People, Group),
        ("term-without-appointment", People, Group),
        ("work-item-without-owner", People, Owner),
        ("agenda-without-outcome", Text, Minutes),
        ("announced-meeting-without-record", Text, Minutes),
        ("approval-without-link", Text, Owner),
        ("blocked-without-end", Text, Owner),
        ("closed-without-evidence", Text, Minutes),
        ("conference-without-report", Text, Group),
        ("consumer-without-verdict", Text, Owner),
        ("criterion-met-without-evidence", Text, Owner),
        ("decided-without-date", Text, Group),
        ("decided-without-outcome", Text, Group),
        ("decision-not-executed", Text, Group),
        ("decision-without-deciders", Text, Group),
        ("decision-without-end", Text, Group),
        ("dissent-unrecorded", Text, Group),
        ("experiment-without-review", Text, Owner),
        ("incomplete-for-its-state", Text, Owner),
        ("meeting-without-agenda", Text, Minutes),
        ("meeting-without-participants", Text, Minutes),
        ("missing-evidence", Text, Owner),
        ("missing-key", Text, Owner),
        ("missing-section", Text, Owner),
        ("no-meeting-announced", Text, Group),
        ("overdue-minutes", Text, Minutes),
        ("report-without-outlook", Text, Group),
        ("sub-group-without-end", Text, Group),
        ("survey-without-results", Text, Group),
        ("unclear-whether-held", Text, Minutes),
        ("unknown-participant", Text, Minutes),
        ("vote-without-link", Text, Group),
        ("work-item-without-estimate", Text, Owner),
    ]
};

/// Keys that weigh otherwise than the record that they are in, by the last of their names.
const KEYS: &[(&str, Weight)] = &[
    ("amount", Weight::Money),
    ("band", Weight::Money),
    ("cost", Weight::Money),
    ("payments", Weight::Money),
    ("price", Weight::Money),
    ("reviewed", Weight::Text),
    ("roles", Weight::People),
    ("root_access", Weight::Access),
];

/// Everything that `report` and the records of `site` say is not known, the heaviest first; within one weight by who could
/// say, then by what it is, then in the order of the records. Of one record each thing is there once.
pub fn not_known<'a>(site: &'a Site, report: &'a Report) -> Vec<NotKnown<'a>> {
    let found = report.findings.iter().chain(report.waived.iter().map(|(finding, _)| finding));
    let missed = found.filter_map(|finding| missed(site, finding));
    let stated = site.entries.iter().flat_map(stated);
    let mut all: Vec<NotKnown> = stated.chain(missed).filter(|it| !is_for_editors(&it.entry.address)).collect();
    all.sort_by_key(NotKnown::order);
    all.dedup_by_key(|it| it.order());
    all
}

/// The same of one record.
pub fn not_known_of<'a>(site: &'a Site, report: &'a Report, entry: &'a Entry) -> Vec<NotKnown<'a>> {
    let found = report.of(&entry.path).chain(report.waived_of(&entry.path).map(|(finding, _)| finding));
    let mut all: Vec<NotKnown> = stated(entry).chain(found.filter_map(|finding| missed(site, finding))).collect();
    all.sort_by_key(NotKnown::order);
    all.dedup_by_key(|it| it.order());
    all
}

impl<'a> NotKnown<'a> {
    fn order(&self) -> (Weight, Answerer, &'a str, usize) {
        let what = match self.source {
            Source::Stated { key, .. } => key,
            Source::Found(rule) => rule,
        };
        (self.weight, self.who, what, self.entry.at)
    }
}

fn stated(entry: &Entry) -> impl Iterator<Item = NotKnown<'_>> {
    entry.gaps.iter().filter_map(|gap| match &gap.what {
        Missing::Unknown(unknown) => {
            let last = gap.key.rsplit('.').next().unwrap_or_default();
            let weight = KEYS.iter().find(|(key, _)| *key == last).map_or_else(|| of_kind(entry.kind()).0, |it| it.1);
            let source = Source::Stated { key: &gap.key, reason: &unknown.reason };
            Some(NotKnown { entry, weight, who: of_kind(entry.kind()).1, source })
        }
        Missing::Withheld(_) => None,
    })
}

/// What a record of a kind is mostly about, and who knows it.
fn of_kind(kind: Kind) -> (Weight, Answerer) {
    match kind {
        Kind::Contractor => (Weight::Money, Answerer::Board),
        Kind::Rfp | Kind::Bounty | Kind::Pledge => (Weight::Money, Answerer::Group),
        Kind::Service => (Weight::Access, Answerer::Operator),
        Kind::Person | Kind::Group | Kind::Organization => (Weight::People, Answerer::Group),
        Kind::Sow | Kind::Proposal => (Weight::Text, Answerer::Owner),
        Kind::Meeting => (Weight::Text, Answerer::Minutes),
        Kind::Decision | Kind::Roadmap | Kind::Report | Kind::Survey | Kind::Page => (Weight::Text, Answerer::Group),
    }
}

/// `finding` as something that is not known; `None` where it is about something else, is about no record, or where the author
/// states the gap already.
fn missed<'a>(site: &'a Site, finding: &Diagnostic) -> Option<NotKnown<'a>> {
    let (rule, weight, who) = MISSED.iter().find(|(rule, ..)| *rule == finding.rule)?;
    let entry = site.at_path(&finding.path)?;
    (!is_at_gap(site, finding)).then_some(NotKnown { entry, weight: *weight, who: *who, source: Source::Found(rule) })
}

/// The names of the rules that miss a fact.
pub fn missing_rules() -> BTreeSet<&'static str> {
    MISSED.iter().map(|(rule, ..)| *rule).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::check::RULES;

    #[test]
    fn every_rule_in_the_table_exists_and_is_there_once() {
        assert_eq!(missing_rules().len(), MISSED.len());
        for (name, ..) in MISSED {
            assert!(RULES.iter().any(|rule| rule.name == *name), "{name}");
        }
    }
}
