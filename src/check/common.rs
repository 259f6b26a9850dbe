//! What several rules need: findings about the configuration, headings, a limit on suggestions.

use std::collections::BTreeMap;

use crate::change::{Pair, Substance};
use crate::check::Facts;
use crate::diagnostic::Diagnostic;
use crate::document::Event;
use crate::fields::At;
use crate::fields::look::{self, Value};
use crate::id::Kind;
use crate::markdown::Heading;
use crate::site::{Entry, Site};
use crate::text::{Date, Span};
use crate::workflow::{GroupRequirements, SectionRow};

/// Looking for the nearest of all names costs time in proportion to the site, so it is done for so many findings of a rule;
/// where there are more, another mistake lies behind them.
pub const SUGGESTIONS: usize = 50;

/// A finding about `candor.toml`.
pub fn in_configuration(facts: &Facts, span: impl Into<Option<Span>>, message: impl Into<String>) -> Diagnostic {
    Diagnostic::new("", &facts.site.config.path, span, message)
}

/// `finding` with the clause that `requirement` comes from, where the profile names one: `minutes_days`.
pub fn citing(facts: &Facts, requirement: &str, finding: Diagnostic) -> Diagnostic {
    finding.cited(facts.site.profile.clause_of(requirement))
}

/// `finding` with the clause behind `rule` and the requirement that it is about: the one that counts on the rule, where one
/// does, and not whichever names the requirement.
pub fn citing_for(facts: &Facts, rule: &str, requirement: &str, finding: Diagnostic) -> Diagnostic {
    finding.cited(facts.site.profile.clause_for(rule, requirement))
}

/// What the profile asks of the group `entry`, with the beginning of the keys that a clause names: `group.board`.
pub fn asked_of<'a>(site: &'a Site, entry: &Entry) -> Option<(String, &'a GroupRequirements)> {
    let group_type = entry.group()?.r#type.get()?.as_str();
    Some((format!("group.{group_type}"), site.profile.group(group_type)?))
}

/// The day of the first thing that the record tells; `None` when it tells of nothing yet.
pub fn first_day(site: &Site) -> Option<Date> {
    site.activity.last().map(|first| first.date)
}

/// Whether the text has a heading for the section `title`.
pub fn has_heading(entry: &Entry, title: &str) -> bool {
    entry.outline.headings.iter().any(|heading| same_title(title, &heading.title))
}

/// For each kind that has numbers the one after the highest.
pub fn next_numbers(facts: &Facts) -> BTreeMap<Kind, u32> {
    let mut next = BTreeMap::new();
    for entry in &facts.site.entries {
        let after = entry.id.number().unwrap_or_default().saturating_add(1);
        let highest = next.entry(entry.kind()).or_insert(after);
        *highest = after.max(*highest);
    }
    next
}

/// The line of a heading, without the end of the line.
pub fn heading_span(entry: &Entry, heading: &Heading) -> Span {
    let length = entry.text[heading.span.range()].trim_end().len();
    Span::new(heading.span.start, heading.span.start + length)
}

/// Whether a heading is that of the section `title`.
pub fn same_title(title: &str, heading: &str) -> bool {
    title.eq_ignore_ascii_case(heading)
}

/// What to type for a section, and what stands in it.
pub fn write_section(row: &SectionRow) -> String {
    let guidance = row.guidance.trim_end_matches('.');
    if guidance.is_empty() {
        format!("write the section `## {}`", row.title)
    } else {
        format!("write the section `## {}`: {guidance}", row.title)
    }
}

/// How the lines of a file end, by its first one.
pub fn line_break(entry: &Entry) -> &'static str {
    match entry.text.split_once('\n') {
        Some((first, _)) if first.ends_with('\r') => "\r\n",
        Some(_) | None => "\n",
    }
}

/// Whether what stands at `key` of `entry` could not be read, so that nothing may be concluded from it; a key without a
/// path is looked for in every table of the record.
pub fn is_unread(entry: &Entry, key: &str) -> bool {
    entry.is_unreadable(key) || (!key.contains('.') && holds_unreadable(entry.record.as_value(), key))
}

fn holds_unreadable(value: &dyn Value, key: &str) -> bool {
    look::is_unreadable(value, key)
        || value.fields().iter().filter_map(|(_, field)| field.value()).any(|inner| holds_unreadable(inner, key))
        || value.items().into_iter().any(|item| holds_unreadable(item, key))
}

/// What a finding is about that speaks of the event at the place `at` of its record, counted from zero.
pub fn event_key(at: usize) -> String {
    format!("event.{at}")
}

/// What a finding is about that speaks of the step that the event at the place `at` takes: from the state before it.
pub fn step_key(at: usize) -> String {
    format!("step.{at}")
}

/// What of the content of a record a change alters, in words, and where that is; `None` when it is gone.
pub fn altered(pair: &Pair, substance: &Substance) -> (String, Option<Span>) {
    match substance {
        Substance::Value(value) => (format!("its `{}`", value.key), value.after),
        Substance::Wording(passage) => ("its text".to_owned(), Some(passage.first_line(&pair.after.text))),
    }
}

/// `finding` as one about an event of the head, the step that it takes, and the one that follows on it.
pub fn concerning_event(pair: &Pair, event: &At<Event>, finding: Diagnostic) -> Diagnostic {
    let Some(at) = pair.place_of(event) else { return finding };
    let keys = [event_key(at), step_key(at), step_key(at + 1)];
    keys.into_iter().fold(finding, |finding, key| finding.concerning(&pair.after.path, key))
}
