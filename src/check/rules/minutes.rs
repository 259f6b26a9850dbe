//! Minutes as text: which files are minutes, who was there, where a sentence begins.

use std::collections::BTreeSet;

use crate::id::Kind;
use crate::markdown::ListItem;
use crate::site::{Entry, Site};
use crate::text::parse_date;

/// Whether the text is that of a meeting: a meeting's record, or a page that is named by a day, as minutes are where
/// nobody has brought them over yet.
pub fn is_minutes(entry: &Entry) -> bool {
    let is_dated = entry.path.stem().get(..10).and_then(parse_date).is_some();
    entry.kind() == Kind::Meeting || (entry.kind() == Kind::Page && is_dated)
}

/// The items of its lists that are no tasks, without the names of those who were there.
pub fn points(entry: &Entry) -> impl Iterator<Item = &ListItem> {
    let is_task = |item: &ListItem| entry.outline.tasks.iter().any(|task| task.span.start == item.span.start);
    entry.outline.lists.iter().filter(move |item| !is_task(item) && !is_participant(entry, item))
}

/// The first names by which the text may speak of people: of those who were there, and of the whole directory.
pub fn first_names(site: &Site, entry: &Entry) -> BTreeSet<String> {
    let listed = entry.outline.lists.iter().filter(|item| is_participant(entry, item));
    let listed = listed.map(|item| item.text.as_str());
    let known = site.of_kind(Kind::Person).map(|person| person.title.as_str());
    let first = |name: &str| name.split_whitespace().next().map(|word| word.trim_matches(['@', ',', ':']).to_owned());
    listed.chain(known).filter_map(first).filter(|name| name.starts_with(char::is_uppercase)).collect()
}

fn is_participant(entry: &Entry, item: &ListItem) -> bool {
    let heading = item.heading.and_then(|at| entry.outline.headings.get(at));
    heading.is_some_and(|heading| {
        ["participants", "attendees", "present", "attendance"].contains(&heading.title.trim().to_lowercase().as_str())
    })
}
