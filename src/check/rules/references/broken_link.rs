//! Links to files of this site that are not there.

use std::cell::LazyCell;
use std::collections::{HashMap, HashSet};

use crate::check::prelude::*;
use crate::site::{Link, LinkTarget};
use crate::text::nearest;

pub const FIND: Find = Find::Site(find);

fn find(facts: &Facts) -> Vec<Diagnostic> {
    let links = facts.site.entries.iter().flat_map(|entry| entry.links.iter().map(move |link| (entry, link)));
    let is_wrong = |link: &Link| matches!(link.target, LinkTarget::Missing(_) | LinkTarget::Outside);
    let wrong = links.filter(|(_, link)| is_wrong(link) && !is_told(facts, &link.target));
    let files = LazyCell::new(|| Files::of(facts));
    wrong.enumerate().map(|(at, (entry, link))| finding(facts, &files, entry, link, at < SUGGESTIONS)).collect()
}

/// Whether the change deletes the record that the link leads to, so that the deletion is reported.
fn is_told(facts: &Facts, target: &LinkTarget) -> bool {
    let LinkTarget::Missing(path) = target else { return false };
    let before = ContentPath::parse(path).and_then(|path| facts.change?.base.at_path(&path));
    before.is_some_and(|before| is_reported_deleted(facts, before))
}

fn finding(facts: &Facts, files: &Files, entry: &Entry, link: &Link, suggests: bool) -> Diagnostic {
    let what = if link.is_image { "image" } else { "link" };
    let shown = &link.destination;
    match &link.target {
        LinkTarget::Missing(path) if files.folders.contains(path.as_str()) => facts
            .at(
                entry,
                link.place,
                format!("the {what} `{shown}` leads to the folder `{path}`, which has no page of its own"),
            )
            .help(format!("write `{path}/index.md`, or link to one of the files in the folder")),
        LinkTarget::Missing(path) => {
            let message = format!("the {what} `{shown}` leads to nothing: there is no `{path}`");
            let finding = facts.at(entry, link.place, message);
            let meant = match files.meant(entry, path, shown, suggests) {
                None if is_like_a_host(shown) => Some(format!("https://{shown}")),
                meant => meant,
            };
            let Some(meant) = meant else {
                return finding
                    .help("write the path from the folder of this file, or the whole address of another site");
            };
            let finding = finding.help(format!("did you mean `{meant}`?"));
            // What escapes an address hides, and what a path would need of them, is its author's to write.
            let is_plain = entry.text.get(link.place.range()) == Some(shown)
                && !meant.contains([' ', '<', '>', '(', ')', '"', '\\']);
            if !is_plain {
                return finding;
            }
            finding.fix(Fix::patch(format!("lead to `{meant}`"), vec![Edit::new(&entry.path, link.place, meant)]))
        }
        _ => facts
            .at(entry, link.place, format!("the {what} `{shown}` leads out of the folder of the site"))
            .help("write the whole address, with https:// in front, or put a copy of the file into the folder"),
    }
}

/// `www.example.org/page`.
fn is_like_a_host(destination: &str) -> bool {
    let first = destination.split_once('/').map_or("", |(first, _)| first);
    destination.starts_with("www.") || first.split('.').filter(|part| !part.is_empty()).count() > 1
}

/// Every file of the site, by the last part of its path.
struct Files<'a> {
    by_name: HashMap<&'a str, Vec<&'a ContentPath>>,
    all: Vec<&'a ContentPath>,
    /// Every folder with a file in it, at whatever depth.
    folders: HashSet<&'a str>,
}

impl<'a> Files<'a> {
    fn of(facts: &'a Facts) -> Files<'a> {
        let records = facts.site.entries.iter().map(|entry| &entry.path);
        let all: Vec<&ContentPath> = records.chain(&facts.site.assets).collect();
        let mut by_name: HashMap<&str, Vec<&ContentPath>> = HashMap::new();
        for path in &all {
            by_name.entry(path.file_name()).or_default().push(path);
        }
        let folders = all.iter().flat_map(|path| {
            let path = path.as_str();
            path.match_indices('/').map(move |(at, _)| &path[..at])
        });
        Files { by_name, folders: folders.collect(), all }
    }

    /// What to type in `entry` for what was probably meant: a file of that name elsewhere, else the nearest path; from the
    /// root and with a place in the text where `written` has them.
    fn meant(&self, entry: &Entry, missing: &str, written: &str, searches: bool) -> Option<String> {
        let name = missing.rsplit('/').next().unwrap_or(missing);
        let namesakes = [name.to_owned(), format!("{name}.md")];
        let namesake =
            namesakes.iter().filter_map(|name| self.by_name.get(name.as_str())).find_map(|paths| {
                match paths.as_slice() {
                    [only] => Some(*only),
                    _ => None,
                }
            });
        let near = || {
            let near = nearest(missing, self.all.iter().map(|path| path.as_str()))?;
            self.all.iter().copied().find(|path| path.as_str() == near)
        };
        let meant = namesake.or_else(|| searches.then(near).flatten())?;
        let fragment = written.find(['?', '#']).map_or("", |at| &written[at..]);
        let path = if written.starts_with('/') {
            format!("/{meant}")
        } else {
            from_folder(entry.path.folder(), meant.as_str())
        };
        Some(path + fragment)
    }
}

/// `path` as a file in `folder` writes it: `../sow/0001-lists.md`.
fn from_folder(folder: &str, path: &str) -> String {
    let folder: Vec<&str> = folder.split('/').filter(|part| !part.is_empty()).collect();
    let parts: Vec<&str> = path.split('/').collect();
    let common = folder.iter().zip(&parts).take_while(|(a, b)| a == b).count();
    "../".repeat(folder.len() - common) + &parts[common..].join("/")
}
