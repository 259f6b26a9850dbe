//! Two files that are one record, or one address: references and readers could end at either.

use std::collections::{BTreeMap, HashMap};

use crate::check::prelude::*;
use crate::id::Naming;
use crate::site::{INTRODUCED_PAGE, MADE_PAGES};

use crate::check::common;

pub const FIND: Find = Find::Site(find);

fn find(facts: &Facts) -> Vec<Diagnostic> {
    let entries = &facts.site.entries;
    let next = common::next_numbers(facts);
    let of_ids = entries.iter().filter_map(|entry| Some(newer_first(facts, entry, &entries[entry.duplicate_of?])));
    let of_ids = of_ids.map(|(entry, first)| {
        let message = format!("the id `{}` belongs to `{}` already", entry.id, first.path);
        facts
            .at(entry, None, message)
            .label(&first.path, first_line(first), "this file has it")
            .help(help(&next, entry))
    });
    of_ids.chain(of_addresses(facts)).collect()
}

/// Where there is a base, the file that was there before keeps the id.
fn newer_first<'a>(facts: &Facts, entry: &'a Entry, first: &'a Entry) -> (&'a Entry, &'a Entry) {
    let was_there = |entry: &Entry| facts.change.is_some_and(|change| change.base.at_path(&entry.path).is_some());
    if was_there(entry) && !was_there(first) { (first, entry) } else { (entry, first) }
}

fn help(next: &BTreeMap<Kind, u32>, entry: &Entry) -> String {
    if entry.kind().naming() != Naming::Numbered {
        return "rename one of the two, or make them one".to_owned();
    }
    let width = entry.id.key.len();
    format!("numbers are never used twice; the next free one is {:0width$}", next[&entry.kind()])
}

/// Different ids that lead to one folder of the site: `a.md` beside `a/index.md`, a page named like an index.
fn of_addresses<'a>(facts: &'a Facts) -> impl Iterator<Item = Diagnostic> + 'a {
    let mut first_at: HashMap<&str, &Entry> = HashMap::new();
    facts.site.entries.iter().filter(|entry| entry.duplicate_of.is_none()).filter_map(move |entry| {
        let address = entry.address.trim_end_matches('/');
        let index = Kind::ALL.iter().any(|kind| *kind != Kind::Page && kind.folder() == address);
        if index && !entry.is_introduction() {
            let message = format!("the page would stand at `/{address}/`, the place of an index");
            return Some(
                facts.at(entry, None, message).help(format!("name it `{address}/index.md` to introduce that index")),
            );
        }
        let is_introduction = address.is_empty() || entry.address == INTRODUCED_PAGE;
        if !is_introduction && MADE_PAGES.contains(&entry.address.as_str()) {
            let message = format!("the page would stand at `/{address}/`, where the site has a page of its own");
            return Some(facts.at(entry, None, message).help("rename the file"));
        }
        let first = *first_at.entry(&entry.address).or_insert(entry);
        (first.at != entry.at).then(|| {
            let message = format!("the page would stand at `/{}`, where `{}` stands", entry.address, first.path);
            let finding =
                facts.at(entry, None, message).label(&first.path, first_line(first), "this file stands there");
            finding.help("rename one of the two, or make them one")
        })
    })
}

fn first_line(entry: &Entry) -> Span {
    Span::new(0, entry.text.find('\n').unwrap_or(entry.text.len()))
}
