//! Which of the files beside the records are published: those that a published text leads to, and those whose place says that
//! they are meant for readers.
//!
//! A draft stays back with all that it shows, and a file that somebody left in the folder is nobody's to read.

use std::collections::BTreeSet;
use std::sync::{Arc, LazyLock};

use rayon::prelude::*;
use regex::Regex;

use crate::document::Document;
use crate::id::ContentPath;
use crate::tree::Tree;

use super::Entry;
use super::links::path_in;

/// Files that servers and browsers look for at the root of a site.
const AT_ROOT: [&str; 6] = ["CNAME", "apple-touch-icon.png", "favicon.ico", "humans.txt", "robots.txt", "security.txt"];

/// The files beside the records, divided.
pub(super) struct Attached {
    /// Those that are published.
    pub published: BTreeSet<ContentPath>,
    /// Those that no text leads to, neither a published one nor a draft; they are not published.
    pub unlinked: BTreeSet<ContentPath>,
}

/// Divides `files` by what the published `entries`, the `drafts` and the theme in `tree` lead to.
pub(super) fn divide(
    files: BTreeSet<ContentPath>,
    entries: &[Entry],
    drafts: &[Arc<Document>],
    tree: &Tree,
) -> Attached {
    if files.is_empty() {
        return Attached { published: files.clone(), unlinked: files };
    }
    let of = |document: &Document| targets(document).filter(|path| files.contains(path)).collect::<Vec<_>>();
    let linked: BTreeSet<ContentPath> = entries.par_iter().flat_map_iter(|entry| of(&entry.document)).collect();
    let of_drafts: BTreeSet<ContentPath> = drafts.par_iter().flat_map_iter(|draft| of(draft)).collect();
    let of_theme: Vec<&Arc<str>> = tree
        .sources
        .iter()
        .filter(|(path, _)| path.as_str().starts_with("themes/"))
        .map(|(_, source)| &source.text)
        .collect();
    let is_meant = |path: &ContentPath| {
        path.as_str().starts_with("static/")
            || AT_ROOT.contains(&path.as_str())
            || linked.contains(path)
            || of_theme.iter().any(|text| text.contains(path.as_str()))
    };
    let (published, mut unlinked): (BTreeSet<ContentPath>, BTreeSet<ContentPath>) =
        files.into_iter().partition(is_meant);
    unlinked.retain(|path| !of_drafts.contains(path));
    Attached { published, unlinked }
}

/// The paths that links, pictures and raw HTML of `document` spell, whether something is there or not.
fn targets(document: &Document) -> impl Iterator<Item = ContentPath> {
    static ATTRIBUTE: LazyLock<Regex> = LazyLock::new(|| {
        Regex::new(r#"(?i)\b(?:src|href|poster|data|srcset)\s*=\s*["']?([^"'\s>]+)"#).expect("the pattern is whole")
    });
    let in_front = document.texts.iter().filter(|text| text.is_link).map(|link| link.text.as_str());
    let in_text = document.outline.links.iter().map(|link| link.destination.as_str());
    let html = if document.text.contains('<') { &*document.text } else { "" };
    let in_html = ATTRIBUTE.captures_iter(html).filter_map(|found| found.get(1)).map(|found| found.as_str());
    let written = in_front.chain(in_text).chain(in_html);
    written.filter_map(|written| document.path.join(&path_in(written)))
}
