//! Files that are published beside the records and that no text leads to.

use std::collections::BTreeSet;

use crate::check::prelude::*;
use crate::site::LinkTarget;

/// Records and pages are in an index each, so only files can be lost. What lies at the root or in `static/` is there for
/// the server, the repository or the looks of the site.
pub(crate) const FIND: Find = Find::Site(find);

fn find(facts: &Facts) -> Vec<Diagnostic> {
    let (site, links) = (facts.site, facts.site.entries.iter().flat_map(|entry| &entry.links));
    let linked: BTreeSet<&ContentPath> = links.filter_map(|link| linked_file(&link.target)).collect();
    let is_beside = |path: &&ContentPath| !path.folder().is_empty() && !path.as_str().starts_with("static/");
    let lost = site.assets.iter().filter(is_beside).filter(|path| !linked.contains(path)).enumerate();
    // A text may name a file in another way than by a link, as HTML in it does.
    let is_named = |path: &ContentPath| site.entries.iter().any(|entry| entry.text.contains(path.file_name()));
    let found = lost.filter(|(at, path)| *at >= SUGGESTIONS || !is_named(path)).map(|(_, path)| {
        let message = format!("`{path}` is published, and no text leads to it");
        let help = format!("link to it from a record, `[what it shows]({})`, or take the file out", path.file_name());
        Diagnostic::new("", path, None, message).help(help)
    });
    found.collect()
}

fn linked_file(target: &LinkTarget) -> Option<&ContentPath> {
    if let LinkTarget::Asset(path) = target { Some(path) } else { None }
}
