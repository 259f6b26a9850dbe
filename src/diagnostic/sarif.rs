//! Findings as SARIF 2.1.0, which code hosts and editors read:
//! <https://docs.oasis-open.org/sarif/sarif/v2.1.0/sarif-v2.1.0.html>.
//!
//! One run of one tool. Waived findings that are given are results too, suppressed for the waiver's reason. Columns count UTF-16 code
//! units, as the run says. A finding that was there before and fails the check all the same has the property `blocksStep`.
//! Fingerprints hold when lines above a finding move and when days pass. Same input, same bytes.
//!
//! Hosts refuse a document beyond their limits as a whole, so it is cut to them, and says so:
//! <https://docs.github.com/en/code-security/reference/code-scanning/sarif-support-for-code-scanning>.

mod places;
#[cfg(test)]
mod tests;

use std::cmp::Reverse;
use std::collections::HashSet;
use std::sync::Arc;

use serde_json::{Map, Value, json};

use super::fingerprints::Fingerprints;
use super::human::printable;
use super::lines::Files;
use super::{BaselineState, Diagnostic, Level};
use crate::id::ContentPath;
use crate::text::count;
use places::{Places, ROOT};

/// A rule, as readers of the results are told.
#[derive(Debug, Clone)]
pub struct RuleText<'a> {
    /// In kebab case.
    pub name: &'a str,
    /// At which it finds; `None` when it is off.
    pub level: Option<Level>,
    /// What is flagged, as a sentence.
    pub title: &'a str,
    /// Its page, as Markdown.
    pub page: &'a str,
    /// Where the page is published.
    pub address: Option<String>,
}

/// What the results are told with.
#[derive(Debug, Clone, Copy)]
pub struct Setting<'a> {
    /// The rules that the document describes, in its order; a result points at its rule by the place in this list.
    pub rules: &'a [RuleText<'a>],
    /// What leads from the root of the repository to the record: `content/`.
    pub prefix: &'a str,
}

/// How many results a run may have.
const RESULTS: usize = 25_000;

/// How many of them a host shows, the weightiest.
const SHOWN: usize = 5_000;

/// How many places a result may have.
const LOCATIONS: usize = 1_000;

/// The document, with a line break at its end: the findings in the order of their places, then the waived ones, each with
/// the reason of its waiver. `source` gives the text of a file, where there is one.
pub fn report(
    diagnostics: &[Diagnostic],
    waived: &[(&Diagnostic, &str)],
    source: &dyn Fn(&ContentPath) -> Option<Arc<str>>,
    setting: Setting,
) -> String {
    let mut places = Places { files: Files::new(source), prefix: setting.prefix };
    let mut prints = Fingerprints::default();
    let mut sorted: Vec<(&Diagnostic, Option<&str>)> = diagnostics.iter().map(|it| (it, None)).collect();
    sorted.sort_by(|(one, _), (other, _)| one.order(other));
    sorted.extend(waived.iter().map(|(it, reason)| (*it, Some(*reason))));
    let notifications = notifications(sorted.len());
    let results: Vec<Value> = weightiest(sorted)
        .into_iter()
        .map(|(diagnostic, reason)| result(diagnostic, reason, setting.rules, &mut places, &mut prints))
        .collect();
    let invocation = object([
        ("executionSuccessful", Some(json!(true))),
        ("toolExecutionNotifications", (!notifications.is_empty()).then(|| notifications.into())),
    ]);
    let document = json!({
        "$schema": "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json",
        "version": "2.1.0",
        "runs": [{
            "tool": { "driver": driver(setting.rules) },
            "invocations": [invocation],
            "originalUriBaseIds": { ROOT: { "description": { "text": "The root of the repository." } } },
            "columnKind": "utf16CodeUnits",
            "results": results,
        }],
    });
    serde_json::to_string_pretty(&document).expect("text and numbers are always JSON") + "\n"
}

/// As many as a run may have, errors before warnings and new ones before others, in the order in which they are given.
fn weightiest<'a>(mut findings: Vec<(&'a Diagnostic, Option<&'a str>)>) -> Vec<(&'a Diagnostic, Option<&'a str>)> {
    if findings.len() > RESULTS {
        let weight = |(it, reason): (&Diagnostic, Option<&str>)| {
            (reason.is_none(), it.level, it.baseline_state != Some(BaselineState::Existing))
        };
        let mut weights: Vec<_> = findings.iter().enumerate().map(|(at, it)| (weight(*it), Reverse(at))).collect();
        weights.sort_unstable();
        let kept: HashSet<usize> = weights.iter().rev().take(RESULTS).map(|(_, Reverse(at))| *at).collect();
        let mut at = 0..;
        findings.retain(|_| at.next().is_some_and(|at| kept.contains(&at)));
    }
    findings
}

/// What readers of the document have to know of its limits.
fn notifications(findings: usize) -> Vec<Value> {
    let told = match findings {
        0..=SHOWN => return Vec::new(),
        many if many <= RESULTS => format!("there are {many} findings, of which a code host may show {SHOWN}"),
        many => format!("this document holds {RESULTS} of {many} findings, errors first, as code hosts take no more"),
    };
    vec![json!({ "level": "warning", "message": text(&told) })]
}

fn driver(rules: &[RuleText]) -> Value {
    let homepage = [env!("CARGO_PKG_HOMEPAGE"), env!("CARGO_PKG_REPOSITORY")].into_iter().find(|it| !it.is_empty());
    object([
        ("name", Some(json!("Candor"))),
        ("version", Some(json!(env!("CARGO_PKG_VERSION")))),
        ("semanticVersion", Some(json!(env!("CARGO_PKG_VERSION")))),
        ("informationUri", homepage.map(|it| json!(it))),
        ("rules", Some(rules.iter().map(descriptor).collect())),
    ])
}

/// What a reader of a result can learn of its rule.
fn descriptor(rule: &RuleText) -> Value {
    let level = rule.level.map_or(json!({ "enabled": false }), |level| json!({ "level": word(level) }));
    object([
        ("id", Some(json!(rule.name))),
        ("name", Some(json!(pascal(rule.name)))),
        ("shortDescription", Some(text(rule.title))),
        ("fullDescription", Some(text(&first_paragraph(rule)))),
        ("helpUri", rule.address.as_ref().map(|it| json!(it))),
        ("help", Some(json!({ "text": first_paragraph(rule), "markdown": rule.page.trim() }))),
        ("defaultConfiguration", Some(level)),
    ])
}

/// `SowEndsBeforeItStarts`, the form that the standard asks of names.
fn pascal(name: &str) -> String {
    let words = name.split('-').map(|word| word[..1].to_uppercase() + &word[1..]);
    words.collect()
}

/// What stands between the heading of the page and the next empty line; the title when nothing does.
fn first_paragraph(rule: &RuleText) -> String {
    let is_prose = |it: &&str| !it.is_empty() && !it.starts_with(['#', '`']);
    let paragraph = rule.page.split("\n\n").map(str::trim).find(is_prose).unwrap_or(rule.title);
    paragraph.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// One finding, with the `reason` of its waiver where it has one.
fn result(
    diagnostic: &Diagnostic,
    reason: Option<&str>,
    rules: &[RuleText],
    places: &mut Places,
    prints: &mut Fingerprints,
) -> Value {
    let help = diagnostic.help.as_ref().map(|help| format!("\nhelp: {help}"));
    let clause = diagnostic.clause.as_ref().map(|clause| format!("\nserves {clause}"));
    let blocks_step = diagnostic.baseline_state.filter(|state| *state == BaselineState::BlocksStep);
    let blocked = blocks_step.map(|state| format!("\n{}", state.as_words()));
    let left = diagnostic.labels.len().saturating_sub(LOCATIONS);
    let cut = (left > 0).then(|| format!("\nand {}", count(left, "more place", "more places")));
    let message: String =
        [Some(diagnostic.message.clone()), help, clause, blocked, cut].into_iter().flatten().collect();
    let related: Vec<Value> = diagnostic.labels.iter().take(LOCATIONS).map(|label| places.related(label)).collect();
    let print = prints.of(diagnostic, places.files.lines(&diagnostic.path).as_deref());
    object([
        ("ruleId", Some(json!(diagnostic.rule))),
        ("ruleIndex", rules.iter().position(|rule| rule.name == diagnostic.rule).map(|at| json!(at))),
        ("level", Some(json!(word(diagnostic.level)))),
        ("message", Some(text(&printable(&message)))),
        ("locations", Some(json!([places.location(&diagnostic.path, diagnostic.span)]))),
        ("relatedLocations", (!related.is_empty()).then(|| related.into())),
        // The key that GitHub reads.
        ("partialFingerprints", Some(json!({ "primaryLocationLineHash": print }))),
        ("fixes", diagnostic.fix.as_ref().map(|fix| json!([places.fix(fix)]))),
        ("baselineState", diagnostic.baseline_state.map(|it| json!(state(it)))),
        // The standard has no word for it.
        ("properties", blocks_step.map(|_| json!({ "blocksStep": true }))),
        ("suppressions", reason.map(|why| json!([{ "kind": "external", "status": "accepted", "justification": why }]))),
    ])
}

fn word(level: Level) -> &'static str {
    match level {
        Level::Note => "note",
        Level::Warning => "warning",
        Level::Error => "error",
    }
}

fn state(baseline_state: BaselineState) -> &'static str {
    match baseline_state {
        BaselineState::New => "new",
        BaselineState::Existing | BaselineState::BlocksStep => "unchanged",
        BaselineState::Fixed => "absent",
    }
}

fn text(text: &str) -> Value {
    json!({ "text": text })
}

/// An object of the keys that have a value.
fn object<const COUNT: usize>(keys: [(&str, Option<Value>); COUNT]) -> Value {
    let stated = keys.into_iter().filter_map(|(key, value)| Some((key.to_owned(), value?)));
    Value::Object(Map::from_iter(stated))
}
