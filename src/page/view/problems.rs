//! Everything that is wrong with the record, by rule, and what is accepted for a time.

use std::collections::BTreeMap;

use serde::Serialize;

use crate::check::{RULES, RulePage};
use crate::diagnostic::{Diagnostic, Level};
use crate::fields::Missing;
use crate::page::words;
use crate::site::Entry;

use super::View;
use super::chrome::Head;
use super::excerpt::Finding;
use super::part::{Day, capitalised};

/// How many findings of one rule are shown; each record shows its own in full.
const SHOWN: usize = 100;

pub(super) fn problems(view: &View) -> Result<String, Box<Diagnostic>> {
    let report = &*view.context.report;
    let mut by_rule: BTreeMap<(std::cmp::Reverse<Level>, &str), Vec<&Diagnostic>> = BTreeMap::new();
    for finding in &report.findings {
        by_rule.entry((std::cmp::Reverse(finding.level), finding.rule)).or_default().push(finding);
    }
    let levels = [
        (Level::Error, "error", words::ERRORS, "site.errors"),
        (Level::Warning, "warning", words::WARNINGS, "site.warnings"),
        (Level::Note, "note", words::KNOWN, "site.known"),
    ];
    let level_view = |(level, name, title, anchor): (Level, &'static str, &'static str, &'static str)| {
        let rules = by_rule.iter().filter(|((other, _), _)| other.0 == level);
        let rules = rules.map(|((_, rule), findings)| of_rule(view, name, rule, findings)).collect::<Vec<_>>();
        given! { level: name, title, anchor, count: report.count(level), rules }
    };
    let it = given! {
        errors: report.count(Level::Error),
        warnings: report.count(Level::Warning),
        levels: levels.into_iter().map(level_view).filter(|level| level.count > 0).collect::<Vec<_>>(),
        waived: report.waived.iter().take(SHOWN).map(|(finding, at)| waived(view, finding, *at)).collect::<Vec<_>>(),
        waived_count: report.waived.len(),
        waived_more: report.waived.len().saturating_sub(SHOWN),
        withheld: withheld(view),
        gaps: view
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

fn of_rule(view: &View, level: &str, rule: &str, findings: &[&Diagnostic]) -> impl Serialize {
    let page = RULES.iter().find(|it| it.name == rule).map(RulePage::of);
    let title = page.map_or_else(|| rule.replace('-', " "), |page| page.title.clone());
    let mut shown: Vec<Finding> = findings.iter().take(SHOWN).map(|finding| view.finding(finding)).collect();
    // What is the same for all is said once.
    let is_same = findings.iter().all(|finding| finding.help == findings[0].help);
    let how = shown.first().filter(|_| is_same).map(|finding| finding.how.clone()).unwrap_or_default();
    if is_same {
        shown.iter_mut().for_each(|finding| finding.how.clear());
    }
    given! {
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
fn withheld(view: &View) -> Vec<impl Serialize> {
    let of_record = |entry: &Entry| {
        let record = view.record_link(entry);
        let shown = entry.gaps.iter().filter_map(|gap| match &gap.what {
            Missing::Withheld(withheld) => Some((gap.key.replace(['_', '.'], " "), view.withheld(withheld))),
            Missing::Unknown(_) => None,
        });
        shown.map(|(what, value)| given! { record: record.clone(), what, value }).collect::<Vec<_>>()
    };
    view.site.entries.iter().filter(|entry| !entry.gaps.is_empty()).flat_map(of_record).collect()
}

fn waived(view: &View, finding: &Diagnostic, at: usize) -> impl Serialize {
    let waiver = &view.site.config.waivers[at];
    given! {
        finding: view.finding(finding),
        reason: waiver.reason.text().to_owned(),
        until: waiver.until.get().map(|until| Day::of(view.site, *until)),
        decision: view.show(&waiver.decision),
    }
}
