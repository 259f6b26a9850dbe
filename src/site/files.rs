//! Every file of a site by its path: what was probably meant by a path that leads nowhere.

use std::collections::{HashMap, HashSet};

use crate::id::ContentPath;
use crate::text::nearest;

use super::{Entry, Site};

/// Every file of the site, by the last part of its path.
pub(crate) struct Files<'a> {
    by_name: HashMap<&'a str, Vec<&'a ContentPath>>,
    all: Vec<&'a ContentPath>,
    /// Every folder with a file in it, at whatever depth.
    folders: HashSet<&'a str>,
}

impl<'a> Files<'a> {
    pub(crate) fn of(site: &'a Site) -> Files<'a> {
        let records = site.entries.iter().map(|entry| &entry.path);
        let all: Vec<&ContentPath> = records.chain(&site.assets).chain(&site.unlinked).collect();
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

    pub(crate) fn is_folder(&self, path: &str) -> bool {
        self.folders.contains(path)
    }

    /// What to write in `entry` for the file that was probably meant: the only one of that name elsewhere, else, where it
    /// `searches`, the one in that folder with the same number, else the nearest path; from the root and with a place in the text where `written` has them. `None` when none is near.
    pub(crate) fn meant(&self, entry: &Entry, missing: &str, written: &str, searches: bool) -> Option<String> {
        let name = missing.rsplit('/').next().unwrap_or(missing);
        let near = || {
            let near = nearest(missing, self.all.iter().map(|path| path.as_str()))?;
            self.all.iter().copied().find(|path| path.as_str() == near)
        };
        let guess = || self.of_number(missing).or_else(near);
        let meant = self.namesake(name).or_else(|| searches.then(guess).flatten())?;
        let fragment = written.find(['?', '#']).map_or("", |at| &written[at..]);
        let path = if written.starts_with('/') {
            format!("/{meant}")
        } else {
            from_folder(entry.path.folder(), meant.as_str())
        };
        Some(path + fragment)
    }

    /// The only file of that folder whose name begins with the same number: its title was changed, as titles are.
    fn of_number(&self, missing: &str) -> Option<&'a ContentPath> {
        let (folder, name) = missing.rsplit_once('/').unwrap_or(("", missing));
        let wanted = number(name)?;
        let mut same =
            self.all.iter().filter(|path| path.folder() == folder && number(path.file_name()) == Some(wanted));
        same.next().copied().filter(|_| same.next().is_none())
    }

    /// The only file that is called `name`, or is a text of that name.
    fn namesake(&self, name: &str) -> Option<&'a ContentPath> {
        let names = [name.to_owned(), format!("{name}.md")];
        names.iter().filter_map(|name| self.by_name.get(name.as_str())).find_map(|paths| match paths.as_slice() {
            [only] => Some(*only),
            _ => None,
        })
    }
}

/// The number before the title in a file's name: `3` of `0003-lists.md`; `None` when there is none, as in that of a day.
fn number(name: &str) -> Option<u64> {
    let (number, title) = name.split_once('-')?;
    number.parse().ok().filter(|_| !title.starts_with(|letter: char| letter.is_ascii_digit()))
}

/// `path` as a file in `folder` writes it: `../sow/0001-lists.md`.
fn from_folder(folder: &str, path: &str) -> String {
    let folder: Vec<&str> = folder.split('/').filter(|part| !part.is_empty()).collect();
    let parts: Vec<&str> = path.split('/').collect();
    let common = folder.iter().zip(&parts).take_while(|(a, b)| a == b).count();
    "../".repeat(folder.len() - common) + &parts[common..].join("/")
}
