//! Fields that a record's state needs and that are not given.

use crate::check::prelude::*;
use crate::document::Record;
use crate::fields::look::field;

pub const FIND: Find = each!(file, of_record);

fn of_record(facts: &Facts, entry: &Entry) -> Vec<Diagnostic> {
    let Some(status) = workflow(facts.site, entry).and(entry.status.as_ref()) else { return Vec::new() };
    let Some((_, state)) = facts.site.state(entry) else { return Vec::new() };
    let mut lacking: Vec<(&str, Option<Span>)> = state.fields.iter().filter_map(|path| lacking(entry, path)).collect();
    if lacking.is_empty() {
        return Vec::new();
    }
    let told = fields_told_by_steps(facts.site, entry);
    lacking.retain(|(path, _)| {
        !told.iter().any(|told| told.strip_prefix(path).is_some_and(|rest| rest.is_empty() || rest.starts_with('.')))
    });
    // That the change took the promised days out is told as such.
    let is_taken_out = |path: &str| path == "comment" && has_shorter_window(facts, entry);
    let absent: Vec<&str> =
        lacking.iter().filter(|(path, gap)| gap.is_none() && !is_taken_out(path)).map(|(path, _)| *path).collect();
    let last = status.steps.last().map(|step| step.span);
    let since = status.since.map_or(String::new(), |since| format!(" since {since}"));
    let mut found = Vec::new();
    if !absent.is_empty() {
        let message = format!(
            "{} has been in `{}`{since} and lacks {}",
            name(entry),
            state.name,
            quoted(absent.iter().copied(), "and")
        );
        found.push(facts.at(entry, last, message).help(help(entry, &absent)));
    }
    found.extend(lacking.into_iter().filter_map(|(path, gap)| {
        let message = format!("{} is in `{}`{since}, and its `{path}` is not known", name(entry), state.name);
        Some(facts.at(entry, gap?, message).at_level(Level::Warning).help("fill it in as soon as somebody knows"))
    }));
    found
}

/// The outermost part of `path` that is not given, with the place of the stated gap in it; `None` when all of it is given,
/// or when a part could not be read.
fn lacking<'a>(entry: &Entry, path: &'a str) -> Option<(&'a str, Option<Span>)> {
    let ends = path.match_indices('.').map(|(at, _)| at).chain([path.len()]);
    for end in ends {
        let part = &path[..end];
        match field(entry.record.as_value(), part) {
            Some(found) if found.is_unreadable() => return None,
            Some(found) if !found.is_given() => return Some((part, found.span())),
            Some(found) if found.value().is_none() => return None,
            Some(_) => {}
            None => return Some((part, None)),
        }
    }
    None
}

fn help(entry: &Entry, absent: &[&str]) -> String {
    let rows = Record::rows(entry.kind());
    let what = absent.iter().map(|path| {
        let row = rows.iter().find(|row| row.key == *path);
        match row {
            Some(row) => format!("`{path} = …`: {}", (row.shape)().expected()),
            None => format!("`{path} = …`"),
        }
    });
    format!("add {}", what.collect::<Vec<_>>().join("; "))
}
