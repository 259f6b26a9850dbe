//! Everything that is wrong with the record, by rule, and what is accepted for a time.

use std::collections::BTreeMap;

use serde::Serialize;

use crate::check::{RULES, RulePage};
use crate::diagnostic::{Diagnostic, Level};
use crate::fields::Missing;
use crate::page::{Book, Route, words};
use crate::site::Entry;

use super::View;
use super::chrome::Head;
use super::excerpt::Finding;
use super::part::{Day, Part, capitalised};

/// How many findings of one rule are shown; each record shows its own in full.
const SHOWN: usize = 100;

#[derive(Serialize)]
struct ProblemsView {
    errors: usize,
    warnings: usize,
    /// The errors, then the warnings; a level without findings is left out.
    levels: Vec<LevelView>,
    waived: Vec<Waived>,
    withheld: Vec<WithheldValue>,
    gaps: usize,
}

/// A value that exists and is not shown.
#[derive(Serialize)]
struct WithheldValue {
    record: Part,
    /// `amount`.
    what: String,
    value: Part,
}

/// The findings of one level.
#[derive(Serialize)]
struct LevelView {
    /// `error` or `warning`.
    level: &'static str,
    title: &'static str,
    anchor: &'static str,
    count: usize,
    rules: Vec<RuleFindings>,
}

#[derive(Serialize)]
struct RuleFindings {
    /// What is flagged, as a sentence.
    title: String,
    rule: Part,
    anchor: String,
    count: usize,
    /// How to mend it, where it is the same for all of them.
    how: Vec<Part>,
    clause: Option<String>,
    findings: Vec<Finding>,
    more: usize,
}

#[derive(Serialize)]
struct Waived {
    finding: Finding,
    reason: String,
    until: Option<Day>,
    decision: Vec<Part>,
}

pub fn problems(book: &Book, route: &Route) -> Result<String, Box<Diagnostic>> {
    let view = View::new(book, route);
    let report = &*book.report;
    let mut by_rule: BTreeMap<(std::cmp::Reverse<Level>, &str), Vec<&Diagnostic>> = BTreeMap::new();
    for finding in &report.findings {
        by_rule.entry((std::cmp::Reverse(finding.level), finding.rule)).or_default().push(finding);
    }
    let levels = [
        (Level::Error, "error", words::ERRORS, "site.errors"),
        (Level::Warning, "warning", words::WARNINGS, "site.warnings"),
    ];
    let level_view = |(level, name, title, anchor): (Level, &'static str, &'static str, &'static str)| {
        let rules = by_rule.iter().filter(|((other, _), _)| other.0 == level);
        let rules = rules.map(|((_, rule), findings)| of_rule(&view, name, rule, findings)).collect();
        LevelView { level: name, title, anchor, count: report.count(level), rules }
    };
    let it = ProblemsView {
        errors: report.count(Level::Error),
        warnings: report.count(Level::Warning),
        levels: levels.into_iter().map(level_view).filter(|level| level.count > 0).collect(),
        waived: report.waived.iter().map(|(finding, at)| waived(&view, finding, *at)).collect(),
        withheld: withheld(&view),
        gaps: book
            .site
            .entries
            .iter()
            .flat_map(|entry| &entry.gaps)
            .filter(|gap| matches!(gap.what, Missing::Unknown(_)))
            .count(),
    };
    let head = Head { description: Some(words::PROBLEMS_ABOUT.to_owned()), ..Head::titled(words::PROBLEMS) };
    view.fill("problems.html", head, &it)
}

fn of_rule(view: &View, level: &str, rule: &str, findings: &[&Diagnostic]) -> RuleFindings {
    let page = RULES.iter().find(|it| it.name == rule).map(RulePage::of);
    let title = page.map_or_else(|| rule.replace('-', " "), |page| page.title.clone());
    let mut shown: Vec<Finding> = findings.iter().take(SHOWN).map(|finding| view.finding(finding)).collect();
    // What is the same for all is said once.
    let is_same = findings.iter().all(|finding| finding.help == findings[0].help);
    let how = shown.first().filter(|_| is_same).map(|finding| finding.how.clone()).unwrap_or_default();
    if is_same {
        shown.iter_mut().for_each(|finding| finding.how.clear());
    }
    RuleFindings {
        title: capitalised(&title),
        rule: view.rule_link(rule),
        anchor: format!("{level}.{rule}"),
        count: findings.len(),
        how,
        clause: shown.first().and_then(|finding| finding.clause.clone()),
        findings: shown,
        more: findings.len().saturating_sub(SHOWN),
    }
}

/// Every value that is withheld, in the order of the records.
fn withheld(view: &View) -> Vec<WithheldValue> {
    let of_record = |entry: &Entry| {
        let record = view.record_link(entry);
        let shown = entry.gaps.iter().filter_map(|gap| match &gap.what {
            Missing::Withheld(withheld) => Some((gap.key.replace(['_', '.'], " "), view.withheld(withheld))),
            Missing::Unknown(_) => None,
        });
        shown.map(|(what, value)| WithheldValue { record: record.clone(), what, value }).collect::<Vec<_>>()
    };
    view.site.entries.iter().filter(|entry| !entry.gaps.is_empty()).flat_map(of_record).collect()
}

fn waived(view: &View, finding: &Diagnostic, at: usize) -> Waived {
    let waiver = &view.site.config.waivers[at];
    Waived {
        finding: view.finding(finding),
        reason: waiver.reason.text().to_owned(),
        until: waiver.until.get().map(|until| Day::of(view.site, *until)),
        decision: view.show(&waiver.decision),
    }
}
