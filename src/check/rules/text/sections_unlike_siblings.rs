//! Minutes that lack a section which nearly all of their neighbours have.

use std::collections::BTreeSet;

use crate::check::prelude::*;

/// Fewer neighbours show no habit.
const NEIGHBOURS: usize = 4;

/// Only free-form minutes: what a record of a meeting must hold, other rules say. All files of a folder are compared.
pub(crate) const FIND: Find = Find::Site(find);

fn find(facts: &Facts) -> Vec<Diagnostic> {
    let pages = facts.site.of_kind(Kind::Page).filter(|entry| entry.is_minutes() && !entry.outline.too_deep);
    let folders = grouped(pages.map(|entry| (entry.path.folder(), (entry, titles(entry)))));
    let found = folders.into_values().filter(|pages| pages.len() >= NEIGHBOURS).flat_map(|pages| {
        // The headings that three of four of them have, with how many do.
        let with_title = grouped(pages.iter().flat_map(|(_, titles)| titles.iter().map(|title| (title, ()))));
        let counts = with_title.into_iter().map(|(title, pages)| (title, pages.len()));
        let usual: Vec<(&String, usize)> = counts.filter(|(_, count)| *count * 4 >= pages.len() * 3).collect();
        let lacking = pages.iter().filter_map(|(page, titles)| lacking(facts, page, titles, &usual, pages.len()));
        lacking.collect::<Vec<_>>()
    });
    found.collect()
}

fn lacking(
    facts: &Facts,
    page: &Entry,
    own: &BTreeSet<String>,
    usual: &[(&String, usize)],
    pages: usize,
) -> Option<Diagnostic> {
    let missing = || usual.iter().filter(|(title, _)| !own.contains(*title));
    let (_, most) = missing().max_by_key(|(_, count)| *count)?;
    let what = list(missing().map(|(title, _)| format!("“{title}”")), "and");
    let message = format!("there is no section {what}, which {most} of the {pages} files beside it have");
    let help = format!(
        "write {}, also when one line is under it; a heading that is spelt another way counts as missing",
        list(missing().map(|(title, _)| format!("`## {title}`")), "and")
    );
    Some(facts.at(page, None, message).help(help))
}

/// The headings of the text, each once, in small letters.
fn titles(entry: &Entry) -> BTreeSet<String> {
    entry.outline.headings.iter().map(|heading| heading.title.trim().to_lowercase()).collect()
}
