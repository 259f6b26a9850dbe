//! Minutes that lack a section which nearly all of their neighbours have.

use std::collections::BTreeMap;

use crate::check::prelude::*;

/// Fewer neighbours show no habit.
const NEIGHBOURS: usize = 4;

/// Only free-form minutes: what a record of a meeting must hold, other rules say.
pub const FIND: Find = Find::Site(find);

fn find(facts: &Facts) -> Vec<Diagnostic> {
    let mut folders: BTreeMap<&str, Vec<&Entry>> = BTreeMap::new();
    let pages = facts.site.of_kind(Kind::Page).filter(|entry| entry.is_minutes() && !entry.outline.too_deep);
    for entry in pages {
        folders.entry(entry.path.folder()).or_default().push(entry);
    }
    folders.values().filter(|pages| pages.len() >= NEIGHBOURS).flat_map(|pages| of_folder(facts, pages)).collect()
}

fn of_folder(facts: &Facts, pages: &[&Entry]) -> Vec<Diagnostic> {
    let mut counts: BTreeMap<String, usize> = BTreeMap::new();
    for title in pages.iter().flat_map(|page| titles(page)) {
        *counts.entry(title).or_default() += 1;
    }
    // A habit is what three of four do.
    let usual: Vec<(&String, usize)> = counts
        .iter()
        .map(|(title, count)| (title, *count))
        .filter(|(_, count)| *count * 4 >= pages.len() * 3)
        .collect();
    pages
        .iter()
        .filter_map(|page| {
            let own = titles(page);
            let missing: Vec<&(&String, usize)> = usual.iter().filter(|(title, _)| !own.contains(*title)).collect();
            let (_, most) = missing.iter().max_by_key(|(_, count)| *count)?;
            let what = list(missing.iter().map(|(title, _)| format!("“{title}”")), "and");
            let message =
                format!("there is no section {what}, which {most} of the {} files beside it have", pages.len());
            let help = "write it, also when it is one line; a heading that is spelt another way counts as missing";
            Some(facts.at(page, None, message).help(help))
        })
        .collect()
}

/// The headings of the text, each once, in small letters.
fn titles(entry: &Entry) -> std::collections::BTreeSet<String> {
    entry.outline.headings.iter().map(|heading| heading.title.trim().to_lowercase()).collect()
}
