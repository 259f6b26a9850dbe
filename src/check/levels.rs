//! At which level each rule finds, and which findings a waiver accepts.

use std::collections::{BTreeMap, BTreeSet, HashMap};

use super::{RULES, Rule, RulePage};
use crate::config::Waiver;
use crate::diagnostic::{Diagnostic, Level};
use crate::fields::ANY;
use crate::id::ContentPath;
use crate::site::Site;
use crate::workflow::RuleLevel;

/// At which level a rule finds; `None` for off.
pub fn level_of(level: RuleLevel) -> Option<Level> {
    match level {
        RuleLevel::Error => Some(Level::Error),
        RuleLevel::Warning => Some(Level::Warning),
        RuleLevel::Note => Some(Level::Note),
        RuleLevel::Off => None,
    }
}

/// The level of every rule: what its page says, unless a profile says otherwise, unless the site does.
pub fn levels(site: &Site) -> BTreeMap<&'static str, RuleLevel> {
    RULES.iter().map(|rule| (rule.name, of_rule(site, rule))).collect()
}

/// The level of one rule, as [`levels`] has it.
pub(super) fn of_rule(site: &Site, rule: &Rule) -> RuleLevel {
    let own = site.config.levels.get(rule.name).map(|(level, _)| *level);
    let of_profile = || site.profile.levels.get(rule.name).copied();
    own.or_else(of_profile).unwrap_or_else(|| RulePage::of(rule).level)
}

/// The waivers that are in force today, by their rule and by each path that they name.
pub(super) struct Waivers(HashMap<(String, String), usize>);

impl Waivers {
    pub(super) fn of(site: &Site) -> Waivers {
        let mut first = HashMap::new();
        for (at, waiver) in site.config.waivers.iter().enumerate().filter(|(_, waiver)| is_in_force(site, waiver)) {
            let (rule, record) = (waiver.rule.text(), waiver.record.text());
            // The path of a record that was deleted names nothing any more.
            let path = waived_path(site, record).map(|path| path.to_string());
            for path in std::iter::once(record.to_owned()).chain(path) {
                first.entry((rule.to_owned(), path)).or_insert(at);
            }
        }
        Waivers(first)
    }

    /// The waiver that accepts `finding`, by its place in the configuration.
    pub(super) fn of_finding(&self, finding: &Diagnostic) -> Option<usize> {
        if self.0.is_empty() {
            return None;
        }
        self.0.get(&(finding.rule.to_owned(), finding.path.to_string())).copied()
    }
}

/// Which of the rules that a waiver of `site` names found something, each with the files of its `findings`.
pub(crate) fn found_by_waived_rules<'f>(
    site: &Site,
    findings: &'f [Diagnostic],
) -> BTreeSet<(&'static str, &'f ContentPath)> {
    let waived: BTreeSet<&str> = site.config.waivers.iter().map(|waiver| waiver.rule.text()).collect();
    findings.iter().filter(|it| waived.contains(it.rule)).map(|it| (it.rule, &it.path)).collect()
}

fn is_in_force(site: &Site, waiver: &Waiver) -> bool {
    waiver.until.get().is_none_or(|until| site.today <= *until)
}

/// Whether `waiver` speaks of `finding`, be it expired or not.
pub fn covers(site: &Site, waiver: &Waiver, finding: &Diagnostic) -> bool {
    speaks_of(site, waiver, finding.rule, &finding.path)
}

fn speaks_of(site: &Site, waiver: &Waiver, rule: &str, path: &ContentPath) -> bool {
    let record = waiver.record.text();
    // The path of a record that was deleted names nothing any more.
    let is_about = || record == path.as_str() || waived_path(site, record).is_some_and(|it| it == *path);
    waiver.rule.text() == rule && is_about()
}

/// The file that a waiver's `record` names, by id or by path.
pub fn waived_path(site: &Site, record: &str) -> Option<ContentPath> {
    let by_path =
        ContentPath::parse(record).filter(|path| site.at_path(path).is_some() || path.as_str() == crate::config::FILE);
    by_path.or_else(|| site.resolve(record, ANY).entry().map(|entry| entry.path.clone()))
}
