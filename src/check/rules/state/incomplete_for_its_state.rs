//! Fields that a record's state needs and that are not given.

use crate::check::prelude::*;
use crate::document::Record;

pub(crate) const FIND: Find = each!(record, find);

fn find(facts: &Facts, entry: &Entry) -> Vec<Diagnostic> {
    let demanded = facts.site.workflow_of(entry).map(|_| facts.site.demanded(entry)).unwrap_or_default();
    let lacking = demanded.fields.into_iter().filter_map(|path| lacking(entry, path));
    let (unknown, absent): (Vec<Lacking>, Vec<Lacking>) = lacking.partition(|it| it.gap.is_some());
    if unknown.is_empty() && absent.is_empty() {
        return Vec::new();
    }
    // What may follow from another finding is a finding by itself, so that nothing else is left out with it.
    let is_apart =
        |path: &str| is_needed_by_step(facts, entry, path) || is_taken_out(facts, entry, path) || is_empty(entry, path);
    let (apart, together): (Vec<Lacking>, Vec<Lacking>) = absent.into_iter().partition(|it| is_apart(it.path));
    let paths: Vec<&str> = together.iter().map(|it| it.path).collect();
    let apart = apart.iter().map(|it| of_absent(facts, entry, &[it.path]).concerning(&entry.path, it.path.to_owned()));
    let together = (!paths.is_empty()).then(|| of_absent(facts, entry, &paths));
    together.into_iter().chain(apart).chain(unknown.iter().map(|it| of_unknown(facts, entry, it))).collect()
}

/// A field that is not given.
struct Lacking<'a> {
    path: &'a str,
    /// Where the author says that nobody knows it.
    gap: Option<Span>,
}

/// Whether a step of `entry` needed the field at `path`, or a part of it, and did not have it.
fn is_needed_by_step(facts: &Facts, entry: &Entry, path: &str) -> bool {
    facts.site.fields_lacking_for_steps(entry).into_iter().any(|field| is_part_of(field, path))
}

/// Whether the change took an announced day out of the field at `path`.
fn is_taken_out(facts: &Facts, entry: &Entry, path: &str) -> bool {
    let mut days = facts.pair(entry).into_iter().flat_map(|pair| &pair.ballots).filter(|it| it.is_window());
    days.any(|it| is_part_of(it.key(), path))
}

/// Whether the key at `path` is there and holds nothing.
fn is_empty(entry: &Entry, path: &str) -> bool {
    let is_it = |problem: &Diagnostic| problem.subjects.iter().any(|it| it.key.as_deref() == Some(path));
    entry.problems.iter().any(|problem| problem.rule == "empty-key" && is_it(problem))
}

fn is_part_of(field: &str, path: &str) -> bool {
    field.strip_prefix(path).is_some_and(|rest| rest.is_empty() || rest.starts_with('.'))
}

fn of_absent(facts: &Facts, entry: &Entry, absent: &[&str]) -> Diagnostic {
    let last = entry.status.as_ref().and_then(|status| status.steps.last()).map(|step| step.span);
    let lacks = quoted(absent.iter().copied(), "and");
    let message = format!("{} has been in {} and lacks {lacks}", name(entry), state_since(entry));
    facts.at(entry, last, message).help(help(entry, absent))
}

fn of_unknown(facts: &Facts, entry: &Entry, lacking: &Lacking) -> Diagnostic {
    let path = lacking.path;
    let message = format!("{} is in {}, and its `{path}` is not known", name(entry), state_since(entry));
    let finding = facts.at(entry, lacking.gap, message).at_level(Level::Warning);
    finding.help("fill it in as soon as somebody knows").concerning(&entry.path, path.to_owned())
}

/// `` `costed` since 2026-03-30 ``.
fn state_since(entry: &Entry) -> String {
    let Some(status) = &entry.status else { return String::new() };
    let since = status.since.map_or(String::new(), |since| format!(" since {since}"));
    format!("`{}`{since}", status.state)
}

/// The outermost part of `path` that is not given; `None` when all of it is given, or when a part could not be read.
fn lacking<'a>(entry: &Entry, path: &'a str) -> Option<Lacking<'a>> {
    let ends = path.match_indices('.').map(|(at, _)| at).chain([path.len()]);
    for end in ends {
        let part = &path[..end];
        match entry.field(part) {
            Some(found) if found.is_unreadable() => return None,
            Some(found) if !found.is_given() => return Some(Lacking { path: part, gap: found.span() }),
            Some(found) if found.value().is_none() => return None,
            Some(_) => {}
            None => return Some(Lacking { path: part, gap: None }),
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
