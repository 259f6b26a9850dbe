//! Files that are published beside the records and that no text leads to.

use std::collections::BTreeSet;

use crate::check::prelude::*;
use crate::site::LinkTarget;

/// Records and pages stand in an index each, so only files can be lost. What lies at the root or in `static/` is there for
/// the server, the repository or the looks of the site.
pub const FIND: Find = Find::Site(find);

fn find(facts: &Facts) -> Vec<Diagnostic> {
    let is_beside = |path: &&ContentPath| !path.folder().is_empty() && !path.as_str().starts_with("static/");
    let beside: Vec<&ContentPath> = facts.site.assets.iter().filter(is_beside).collect();
    if beside.is_empty() {
        return Vec::new();
    }
    let linked = linked(facts.site);
    let lost = beside.into_iter().filter(|path| !linked.contains(path)).enumerate();
    lost.filter(|(at, path)| *at >= SUGGESTIONS || !is_named(facts.site, path)).map(|(_, path)| finding(path)).collect()
}

fn finding(path: &ContentPath) -> Diagnostic {
    let message = format!("`{path}` is published, and no text leads to it");
    let help = format!("link to it from a record, `[what it shows]({})`, or take the file out", path.file_name());
    Diagnostic::new("", path, None, message).help(help)
}

fn linked(site: &Site) -> BTreeSet<&ContentPath> {
    let links = site.entries.iter().flat_map(|entry| &entry.links);
    links
        .filter_map(|link| match &link.target {
            LinkTarget::Asset(path) => Some(path),
            LinkTarget::External
            | LinkTarget::Fragment(_)
            | LinkTarget::Record { .. }
            | LinkTarget::Made(_)
            | LinkTarget::Missing(_)
            | LinkTarget::Outside
            | LinkTarget::Malformed => None,
        })
        .collect()
}

/// Whether a text names the file in another way than by a link, as HTML in it does.
fn is_named(site: &Site, path: &ContentPath) -> bool {
    site.entries.iter().any(|entry| entry.text.contains(path.file_name()))
}
