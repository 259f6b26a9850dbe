//! Two files that are one record: references could end at either.


use crate::check::prelude::*;
use crate::id::Naming;

pub const FIND: Find = Find::Site(find);

fn find(facts: &Facts) -> Vec<Diagnostic> {
    let entries = &facts.site.entries;
    let of_ids = entries.iter().filter_map(|entry| Some(newer_first(facts, entry, &entries[entry.duplicate_of?])));
    let of_ids = of_ids.map(|(entry, first)| {
        let message = format!("the id `{}` belongs to `{}` already", entry.id, first.path);
        facts
            .at(entry, None, message)
            .label(&first.path, first_line(first), "this file has it")
            .help(id_help(facts, entry))
    });
    of_ids.collect()
}

/// Where there is a base, the file that was there before keeps the id.
fn newer_first<'a>(facts: &Facts, entry: &'a Entry, first: &'a Entry) -> (&'a Entry, &'a Entry) {
    let was_there = |entry: &Entry| facts.change.is_some_and(|change| change.base.at_path(&entry.path).is_some());
    if was_there(entry) && !was_there(first) { (first, entry) } else { (entry, first) }
}

fn id_help(facts: &Facts, entry: &Entry) -> String {
    if entry.kind().naming() != Naming::Numbered {
        return "rename one of the two, or make them one".to_owned();
    }
    let width = entry.id.key.len();
    format!("numbers are never used twice; the next free one is {:0width$}", facts.site.next_number(entry.kind()))
}

fn first_line(entry: &Entry) -> Span {
    Span::new(0, entry.text.find('\n').unwrap_or(entry.text.len()))
}
