//! Minutes as text: which files are minutes, who was there, where a sentence begins.

use std::collections::BTreeSet;

use crate::id::Kind;
use crate::markdown::ListItem;
use crate::site::{Entry, Site, lists_participants};
use crate::text::parse_date;

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
