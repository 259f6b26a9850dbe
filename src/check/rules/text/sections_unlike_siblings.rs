//! Minutes that lack a section which nearly all of their neighbours have.

use std::collections::{BTreeMap, BTreeSet};

use crate::check::prelude::*;

/// Fewer neighbours show no habit.
const NEIGHBOURS: usize = 4;

/// Only free-form minutes: what a record of a meeting must hold, other rules say. All files of a folder are compared.
pub const FIND: Find = Find::Site(find);

fn find(facts: &Facts) -> Vec<Diagnostic> {
    let mut folders: BTreeMap<&str, Vec<&Entry>> = BTreeMap::new();
    let pages = facts.site.of_kind(Kind::Page).filter(|entry| entry.is_minutes() && !entry.outline.too_deep);
    for entry in pages {
        folders.entry(entry.path.folder()).or_default().push(entry);
    }
    let with_neighbours = folders.into_values().filter(|pages| pages.len() >= NEIGHBOURS);
    with_neighbours
        .flat_map(|pages| {
            let usual = usual_titles(&pages);
            let lacking = pages.iter().filter_map(|page| lacking(facts, page, &usual, pages.len()));
            lacking.collect::<Vec<_>>()
        })
        .collect()
}

/// The headings that three of four of `pages` have, with how many do.
fn usual_titles(pages: &[&Entry]) -> Vec<(String, usize)> {
    let mut counts: BTreeMap<String, usize> = BTreeMap::new();
    for title in pages.iter().flat_map(|page| titles(page)) {
        *counts.entry(title).or_default() += 1;
    }
    counts.into_iter().filter(|(_, count)| *count * 4 >= pages.len() * 3).collect()
}

fn lacking(facts: &Facts, page: &Entry, usual: &[(String, usize)], pages: usize) -> Option<Diagnostic> {
    let own = titles(page);
    let missing: Vec<&(String, usize)> = usual.iter().filter(|(title, _)| !own.contains(title)).collect();
    let (_, most) = missing.iter().max_by_key(|(_, count)| *count)?;
    let what = list(missing.iter().map(|(title, _)| format!("“{title}”")), "and");
    let message = format!("there is no section {what}, which {most} of the {pages} files beside it have");
    let help = "write it, also when it is one line; a heading that is spelt another way counts as missing";
    Some(facts.at(page, None, message).help(help))
}

/// The headings of the text, each once, in small letters.
fn titles(entry: &Entry) -> BTreeSet<String> {
    entry.outline.headings.iter().map(|heading| heading.title.trim().to_lowercase()).collect()
}
