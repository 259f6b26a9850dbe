//! Two files that are one record: references could end at either.

use crate::check::prelude::*;
use crate::id::Naming;

pub(crate) const FIND: Find = Find::Site(find);

fn find(facts: &Facts) -> Vec<Diagnostic> {
    let (site, entries) = (facts.site, &facts.site.entries);
    let of_ids = entries.iter().filter_map(|entry| Some(newer_first(facts, entry, &entries[entry.duplicate_of?])));
    let found = of_ids.map(|(entry, first)| {
        let message = format!("the id `{}` belongs to `{}` already", entry.id, first.path);
        let help = if entry.kind().naming() == Naming::Numbered {
            let (width, next) = (entry.id.key.len(), site.next_number(entry.kind()));
            format!(
                "numbers are never used twice: `git mv` this one to the next free one, `{}/{next:0width$}-….md`",
                entry.path.folder()
            )
        } else {
            format!("`git mv` this one to another name, or put both texts into `{}`", first.path)
        };
        of_two_files(facts.at(entry, None, message), &entry.path, &first.path)
            .label(&first.path, first_line(first), "this file has it")
            .help(help)
    });
    found.collect()
}

/// Where there is a base, the file that was there before keeps the id.
fn newer_first<'a>(facts: &Facts, entry: &'a Entry, first: &'a Entry) -> (&'a Entry, &'a Entry) {
    let was_there = |entry: &Entry| facts.change().is_some_and(|change| change.base.at_path(&entry.path).is_some());
    if was_there(entry) && !was_there(first) { (first, entry) } else { (entry, first) }
}
