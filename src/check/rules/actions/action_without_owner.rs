//! Open actions that nobody is named for.

use crate::check::prelude::*;
use crate::fields::PERSON;

pub(crate) const FIND: Find = each!(action, find);

fn find(facts: &Facts, entry: &Entry, action: &Action) -> Option<Diagnostic> {
    if action.done || !action.owners.is_empty() {
        return None;
    }
    if let Some(finding) = nearly_named(facts, entry, action) {
        return Some(finding);
    }
    let message = format!("nobody is named for the action “{}”", shortened(&action.what));
    let help = "name whoever does it before the words: `- [ ] @slug: …`, with a slug of the directory of people";
    Some(facts.at(entry, action.span, message).help(help))
}

/// Where the action begins with the slug of somebody of the record, and a sign is missing around it.
fn nearly_named(facts: &Facts, entry: &Entry, action: &Action) -> Option<Diagnostic> {
    let task = &entry.outline.tasks[action.task];
    let text = task.text.trim_start();
    let (written, rest) = text.split_once(':')?;
    let slug = written.trim_start_matches('@');
    let place = action.span.start + entry.text[action.span.range()].find(&format!("{written}:"))?;
    let is_somebody = facts.site.resolve(slug, PERSON).entry().is_some();
    if !is_somebody || slug.contains(char::is_whitespace) {
        return None;
    }
    let (message, title, end) = match written.starts_with('@') {
        false => (format!("`{slug}` is named without the sign `@`"), format!("write `@{slug}:`"), written.len()),
        true if rest.starts_with(char::is_whitespace) => return None,
        true => (
            format!("no blank stands behind `@{slug}:`, so nobody is named"),
            format!("write a blank behind `@{slug}:`"),
            written.len() + 1,
        ),
    };
    let text = if written.starts_with('@') { format!("@{slug}: ") } else { format!("@{slug}") };
    let span = Span::new(place, place + end);
    let fix = Fix::safe(title.clone(), vec![Edit::new(&entry.path, span, text)]);
    Some(facts.at(entry, span, message).help(title).fix(fix))
}
