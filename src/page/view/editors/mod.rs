//! The editors' room: what the rules found, with files, lines and what to type; the pages of the rules that found something;
//! the keys of each kind. Search engines are asked to leave it alone, and readers meet nothing of it.

mod excerpt;
mod keys;
mod room;
mod rules;

use std::collections::BTreeMap;

use serde::Serialize;

use crate::check::{Rule, RulePage};
use crate::diagnostic::{Diagnostic, Level};
use crate::id::ContentPath;
use crate::site::{Entry, Made};
use crate::text::capitalised;
use crate::words::{self, Word};

use super::part::{Day, Part};
use super::{View, part, place};

use excerpt::Finding;
pub(crate) use excerpt::is_shown_alike;
use room::{anchor, head};

pub(super) use keys::keys;
pub(super) use rules::{rule, rules};

/// How many findings of one rule, and of one record, are shown.
const SHOWN: usize = 100;

/// What the rules found on the whole site, by rule, and what is accepted for a time.
pub(super) fn overview(view: &View) -> Result<String, Diagnostic> {
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
    let level_view = |(level, name, title, anchor): (Level, &'static str, Word, &'static str)| {
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
        rooms: rooms(view),
        records: by_record(view),
        own_pages: view
            .site
            .entries
            .iter()
            .filter(|entry| place::is_for_editors(&entry.address))
            .map(|entry| view.record_link(entry))
            .collect::<Vec<_>>(),
    };
    view.fill("editors.html", head(&words::FOR_EDITORS), &it)
}

/// The other pages that are always in the room.
fn rooms(view: &View) -> Vec<Part> {
    let pages = [(words::RULES, Made::EditorsRules), (words::KEYS, Made::EditorsKeys)];
    pages.map(|(title, made)| Part::link(title, view.to(made.path()))).into()
}

/// The page of findings of each record that has any, in the order of the records, with how many are on it.
fn by_record(view: &View) -> Vec<Part> {
    let report = &*view.context.report;
    let mut counts: BTreeMap<&ContentPath, usize> = BTreeMap::new();
    for finding in report.findings.iter().chain(report.waived.iter().map(|(finding, _)| finding)) {
        *counts.entry(&finding.path).or_default() += 1;
    }
    let with_any = view.site.entries.iter().filter_map(|entry| Some((entry, *counts.get(&entry.path)?)));
    let link = |(entry, count): (&Entry, usize)| {
        let to = view.to(&place::findings(&entry.path));
        Part::link(format!("{} ({count})", part::called(entry)), to)
    };
    with_any.map(link).collect()
}

/// The findings about one record, the errors first, then what is accepted.
pub(crate) fn findings(view: &View, entry: &Entry) -> Result<String, Diagnostic> {
    let mut findings: Vec<&Diagnostic> = view.context.report.of(&entry.path).collect();
    findings.sort_by_key(|finding| std::cmp::Reverse(finding.level));
    let accepted = view.context.report.waived_of(&entry.path).map(|(finding, at)| {
        let waiver = view.site.config.waivers[*at].reason.text().to_owned();
        Finding { waiver: Some(waiver), ..view.finding(finding) }
    });
    let count = findings.len() + view.context.report.waived_of(&entry.path).count();
    // Each looks for its line in the text, so the work must not grow with the square of what is wrong in one file.
    let shown = findings.into_iter().take(SHOWN).map(|finding| view.finding(finding));
    let shown: Vec<Finding> = shown.chain(accepted).take(SHOWN).collect();
    let it = given! {
        record: view.record_link(entry),
        path: entry.path.to_string(),
        edit: view.site.config.source_link(crate::config::SourceLink::Edit, &entry.path),
        index: Part::link(words::FOR_EDITORS, view.to(Made::Editors.path())),
        count,
        more: count - shown.len(),
        findings: shown,
    };
    view.fill("editors-findings.html", head(&words::findings_in(part::called(entry))), &it)
}

fn of_rule(view: &View, level: &str, rule: &str, findings: &[&Diagnostic]) -> impl Serialize {
    let page = Rule::named(rule).map(RulePage::of);
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
        anchor: anchor(level, rule),
        count: findings.len(),
        how,
        clause: shown.first().and_then(|finding| finding.clause.clone()),
        findings: shown,
        more: findings.len().saturating_sub(SHOWN),
    }
}

/// What an author wrote, with an end: a sentence of the site may follow.
fn as_sentence(text: &str) -> String {
    let text = text.trim_end();
    if text.ends_with(['.', '!', '?']) { text.to_owned() } else { format!("{text}.") }
}

fn waived(view: &View, finding: &Diagnostic, at: usize) -> impl Serialize {
    let waiver = &view.site.config.waivers[at];
    given! {
        finding: view.finding(finding),
        reason: as_sentence(waiver.reason.text()),
        until: waiver.until.get().map(|until| Day::of(view.site, *until)),
        decision: view.show(&waiver.decision),
    }
}
