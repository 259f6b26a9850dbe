//! Minutes as text: which files are minutes, who was there, where a sentence begins.

use std::collections::BTreeSet;

use crate::id::Kind;
use crate::markdown::ListItem;
use crate::site::{Entry, Site, lists_participants};
use crate::text::{Span, parse_date};

/// Whether the text is that of a meeting: a meeting's record, or a page that is named by a day, as minutes are where
/// nobody has brought them over yet.
pub fn is_minutes(entry: &Entry) -> bool {
    let is_dated = entry.path.stem().get(..10).and_then(parse_date).is_some();
    entry.kind() == Kind::Meeting || (entry.kind() == Kind::Page && is_dated)
}

/// The items of its lists that are no tasks, without the names of those who were there.
pub fn points(entry: &Entry) -> impl Iterator<Item = &ListItem> {
    // Both stand in the order of the text.
    let tasks = &entry.outline.tasks;
    let is_task = |item: &ListItem| tasks.binary_search_by_key(&item.span.start, |task| task.span.start).is_ok();
    entry.outline.lists.iter().filter(move |item| !is_task(item) && !is_participant(entry, item))
}

/// The paragraphs that stand in no list, quotation, table or code, as written, each with its first line.
pub fn paragraphs(entry: &Entry) -> Vec<(&str, Span)> {
    let mut found = Vec::new();
    let (mut at, mut is_fenced, mut begins) = (entry.body_start, false, true);
    for line in entry.body().split_inclusive('\n') {
        let text = line.trim();
        let is_fence = text.starts_with("```") || text.starts_with("~~~");
        is_fenced ^= is_fence;
        let is_prose = text.starts_with(|first: char| first.is_alphanumeric() || first == '*' || first == '_')
            && !text.starts_with("* ")
            && !line.starts_with("    ");
        if begins && is_prose && !is_fenced {
            let rest = &entry.text[at..];
            let text = rest[..rest.find("\n\n").unwrap_or(rest.len())].trim();
            let start = at + (line.len() - line.trim_start().len());
            found.push((text, Span::new(start, at + line.trim_end().len())));
        }
        begins = text.is_empty() || text.starts_with('#') || is_fence;
        at += line.len();
    }
    found
}

/// The first names of everybody in the directory.
pub fn known_names(site: &Site) -> BTreeSet<&str> {
    site.of_kind(Kind::Person).filter_map(|person| first_name(&person.title)).collect()
}

/// The first names of those whom the text lists as participants.
pub fn listed_names(entry: &Entry) -> BTreeSet<&str> {
    let listed = entry.outline.lists.iter().filter(|item| is_participant(entry, item));
    listed.filter_map(|item| first_name(&item.text)).collect()
}

fn first_name(name: &str) -> Option<&str> {
    let first = name.split_whitespace().next()?.trim_matches(['@', ',', ':']);
    first.starts_with(char::is_uppercase).then_some(first)
}

fn is_participant(entry: &Entry, item: &ListItem) -> bool {
    item.heading.and_then(|at| entry.outline.headings.get(at)).is_some_and(lists_participants)
}
