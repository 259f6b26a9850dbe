//! What a chair reads: the warnings as a list, what can be done first before the rest.
//!
//! A rule that is broken in more than a few records is one line: how many, the worst, and who holds them. What is left out
//! here is in the report of every finding.

use std::cmp::Reverse;
use std::collections::BTreeMap;

use crate::check::{Rule, RulePage};
use crate::diagnostic::Diagnostic;
use crate::diagnostic::human::one_line;
use crate::id::{ContentPath, Naming};
use crate::site::{Entry, Site};
use crate::text::{count, days};

/// A rule that is broken in more records than this is one line.
const SINGLE: usize = 3;

/// How many of the records of such a line are named.
const NAMED: usize = 3;

/// How many lines are shown in all.
pub(super) const LINES: usize = 20;

/// What a finding asks for, in the order in which a group gets to it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Concern {
    Money,
    PassedDays,
    Vacancies,
    Matters,
    Text,
}

/// What the rules of each family are about.
const CONCERNS: &[(&str, Concern)] = &[
    ("actions", Concern::PassedDays),
    ("bounties", Concern::Money),
    ("change", Concern::Matters),
    ("configuration", Concern::Matters),
    ("contractors", Concern::Money),
    ("decisions", Concern::Matters),
    ("duties", Concern::Vacancies),
    ("files", Concern::Text),
    ("front_matter", Concern::Text),
    ("meetings", Concern::PassedDays),
    ("money", Concern::Money),
    ("people", Concern::Vacancies),
    ("pledges", Concern::Money),
    ("proposals", Concern::Matters),
    ("references", Concern::Text),
    ("reports", Concern::PassedDays),
    ("requests_for_proposal", Concern::Money),
    ("roadmap", Concern::PassedDays),
    ("sensitive", Concern::Money),
    ("services", Concern::Vacancies),
    ("sow", Concern::Matters),
    ("state", Concern::PassedDays),
    ("surveys", Concern::PassedDays),
    ("text", Concern::Text),
    ("waivers", Concern::Matters),
];

fn concern(rule: &str) -> Concern {
    let family = Rule::named(rule).map_or("", |it| it.family);
    CONCERNS.iter().find(|(name, _)| *name == family).map_or(Concern::Matters, |(_, concern)| *concern)
}

/// `findings` as lines without an end of line, at most `most` and at least one; where there are more, the last one counts them.
/// `place` gives a finding's file and line.
pub(super) fn lines(
    site: &Site,
    findings: &[&Diagnostic],
    most: usize,
    place: &dyn Fn(&Diagnostic) -> String,
) -> Vec<String> {
    let mut by_rule: BTreeMap<(Concern, &str), BTreeMap<&ContentPath, Vec<&Diagnostic>>> = BTreeMap::new();
    for finding in findings {
        let of_rule = by_rule.entry((concern(finding.rule), finding.rule)).or_default();
        of_rule.entry(&finding.path).or_default().push(finding);
    }
    let mut lines: Vec<String> = Vec::new();
    for ((_, rule), records) in &by_rule {
        match records.len() > SINGLE {
            true => lines.push(summed_up(site, rule, records)),
            false => lines.extend(records.values().map(|found| of_record(found, place))),
        }
    }
    let most = most.max(1);
    if lines.len() > most {
        let more = lines.len() - most + 1;
        lines.truncate(most - 1);
        lines.push(format!("… and {} (`candor check --all`)", count(more, "line more", "lines more")));
    }
    lines.iter().map(|line| one_line(line)).collect()
}

/// What one rule finds in one record: the first of it, and how much more there is.
fn of_record(found: &[&Diagnostic], place: &dyn Fn(&Diagnostic) -> String) -> String {
    let first = found[0];
    let more = match found.len() - 1 {
        0 => String::new(),
        more => format!(", and {more} more there"),
    };
    format!("{}{more} [{}] {}", first.message, first.rule, place(first))
}

/// One line for what a rule finds in many records.
fn summed_up(site: &Site, rule: &str, records: &BTreeMap<&ContentPath, Vec<&Diagnostic>>) -> String {
    let page = Rule::named(rule).map(RulePage::of);
    let title = page.map_or_else(|| rule.replace('-', " "), |page| page.title.clone());
    let mut worst: Vec<(&ContentPath, i64)> = records.keys().map(|path| (*path, age(site, rule, path))).collect();
    worst.sort_by_key(|(_, age)| Reverse(*age));
    let named: Vec<String> = worst.iter().take(NAMED).map(|(path, age)| named(site, path, *age)).collect();
    let held = held(site, records.keys().copied());
    let with = if held.is_empty() { String::new() } else { format!("; with {}", held.join(", ")) };
    format!("{title}: {} records, such as {}{with} [{rule}]", records.len(), named.join(", "))
}

/// For how many days the record has been in its state, where the rule is about that; zero elsewhere.
fn age(site: &Site, rule: &str, path: &ContentPath) -> i64 {
    let is_of_state = Rule::named(rule).is_some_and(|it| it.family == "state");
    let entry = site.at_path(path).filter(|_| is_of_state);
    entry.and_then(|entry| site.days_in_state(entry)).unwrap_or_default()
}

fn named(site: &Site, path: &ContentPath, age: i64) -> String {
    let Some(entry) = site.at_path(path) else { return path.to_string() };
    let name = match entry.kind().naming() {
        Naming::Numbered | Naming::Dated => entry.id.to_string(),
        Naming::Named | Naming::Free => entry.title.clone(),
    };
    if age > 0 { format!("{name} ({})", days(age)) } else { name }
}

/// Who holds the records, with how many; who holds most comes first. Empty where nobody is known to.
fn held<'a>(site: &Site, paths: impl Iterator<Item = &'a ContentPath>) -> Vec<String> {
    let mut numbers: BTreeMap<String, usize> = BTreeMap::new();
    let entries = paths.filter_map(|path| site.at_path(path));
    for holder in entries.filter_map(|entry| holder(site, entry)) {
        *numbers.entry(holder).or_default() += 1;
    }
    let mut numbers: Vec<(String, usize)> = numbers.into_iter().collect();
    numbers.sort_by_key(|(_, number)| Reverse(*number));
    numbers.into_iter().take(NAMED).map(|(holder, number)| format!("{holder} ({number})")).collect()
}

/// Whom to ask about a record: who holds it in its state; of a service, who runs it or answers for it.
fn holder(site: &Site, entry: &Entry) -> Option<String> {
    if let Some(service) = entry.service() {
        let known = service.operator.get().or(service.owner.get()).map(|it| it.as_str());
        return known
            .map(|it| site.resolve(it, crate::fields::ACTOR).entry().map_or(it, |whom| &whom.title).to_owned());
    }
    let (words, whom) = site.holder(entry)?;
    Some(whom.first().map_or(words, |entry| entry.title.clone()))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::check::RULES;

    #[test]
    fn every_family_of_rules_is_about_something() {
        for rule in RULES {
            assert!(CONCERNS.iter().any(|(family, _)| *family == rule.family), "{}", rule.family);
        }
    }
}
