//! What several rules need: the texts of a front matter, findings about the configuration, a limit on suggestions.

use std::collections::BTreeMap;

use crate::check::Facts;
use crate::diagnostic::Diagnostic;
use crate::document::{Common, Record};
use crate::fields::look::Value;
use crate::fields::{FieldRow, Shape, Table};
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
    match facts.site.profile.clause_of(requirement) {
        Some(clause) => finding.clause(clause),
        None => finding,
    }
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

/// A text in a front matter.
pub struct FrontText<'a> {
    /// `vote.link`.
    pub key: String,
    pub text: &'a str,
    pub is_link: bool,
    /// Where the value of the key stands: the text itself, or the list that holds it.
    around: Span,
}

impl FrontText<'_> {
    /// Where the text stands in the file of `entry`.
    pub fn span(&self, entry: &Entry) -> Span {
        match entry.text[self.around.range()].find(self.text) {
            Some(at) => Span::new(at, at + self.text.len()).shifted(self.around.start),
            None => self.around,
        }
    }
}

/// Every text and every link that the front matter of `entry` states, in the order in which the manual lists the keys.
pub fn front_texts(entry: &Entry) -> Vec<FrontText<'_>> {
    let mut texts = Vec::new();
    gather(Common::ROWS, &entry.common, "", &mut texts);
    gather(Record::rows(entry.kind()), entry.record.as_value(), "", &mut texts);
    texts
}

fn gather<'a>(rows: &[FieldRow], table: &'a dyn Value, outer: &str, texts: &mut Vec<FrontText<'a>>) {
    for row in rows {
        let Some(field) = table.field(row.key) else { continue };
        let (Some(span), Some(value)) = (field.span(), field.value()) else { continue };
        let key = if outer.is_empty() { row.key.to_owned() } else { format!("{outer}.{}", row.key) };
        of_shape(&(row.shape)(), value, &key, span, texts);
    }
}

fn of_shape<'a>(shape: &Shape, value: &'a dyn Value, key: &str, around: Span, texts: &mut Vec<FrontText<'a>>) {
    match shape {
        Shape::Text | Shape::Link => texts.extend(value.text().map(|text| FrontText {
            key: key.to_owned(),
            text,
            is_link: matches!(shape, Shape::Link),
            around,
        })),
        Shape::List(item) => value.items().into_iter().for_each(|it| of_shape(item, it, key, around, texts)),
        Shape::Table(rows) => gather(rows, value, key, texts),
        Shape::Either(shapes) => {
            let is_list = |shape: &&Shape| matches!(shape, Shape::List(_)) != value.items().is_empty();
            shapes.iter().filter(is_list).take(1).for_each(|shape| of_shape(shape, value, key, around, texts));
        }
        Shape::Date
        | Shape::Moment
        | Shape::Integer
        | Shape::Number
        | Shape::Boolean
        | Shape::Money
        | Shape::Objective
        | Shape::Reference(_)
        | Shape::Word(_)
        | Shape::Map(_)
        | Shape::Any => {}
    }
}

/// The line of a heading, without the end of the line.
pub fn heading_span(entry: &Entry, heading: &Heading) -> Span {
    let length = entry.text[heading.span.range()].trim_end().len();
    Span::new(heading.span.start, heading.span.start + length)
}

/// Whether a heading is that of the section `title`.
pub fn same_title(title: &str, heading: &str) -> bool {
    title.eq_ignore_ascii_case(heading.trim())
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
