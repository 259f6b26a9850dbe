//! What git passes by in a folder: the patterns of `.gitignore` files and of `.git/info/exclude`.
//!
//! As for git, a file that is part of the repository is not ignored, whatever the patterns say. The patterns that somebody has
//! for all of their repositories do not count: what is published is the same on every machine.

use std::cell::OnceCell;
use std::collections::{BTreeSet, HashMap};
use std::path::{Path, PathBuf};

use ignore::gitignore::{Gitignore, GitignoreBuilder};

/// The patterns that hold in one folder and below, each read once.
pub(super) struct Ignored {
    root: PathBuf,
    /// Those of the repository and of the folders above the root, the weakest first.
    above: Vec<Gitignore>,
    /// Those of the root and of the folders below it, by their path; `None` where there are none.
    below: HashMap<PathBuf, Option<Gitignore>>,
    /// What the repository holds below the root, with slashes; read when the first pattern fits.
    tracked: OnceCell<BTreeSet<String>>,
}

impl Ignored {
    /// The patterns that hold below `root`, which is an absolute path without links.
    pub(super) fn of(root: &Path) -> Ignored {
        let mut ignored =
            Ignored { root: root.to_owned(), above: Vec::new(), below: HashMap::new(), tracked: OnceCell::new() };
        let Some(top) = root.ancestors().find(|folder| folder.join(".git").exists()) else { return ignored };
        ignored.above.extend(info_exclude(top));
        let mut folders: Vec<&Path> = root.ancestors().skip(1).take_while(|folder| folder.starts_with(top)).collect();
        folders.reverse();
        ignored.above.extend(folders.into_iter().filter_map(patterns));
        // Who names a folder that the repository ignores means what is in it.
        let on_the_way = || root.ancestors().take_while(|folder| folder.starts_with(top) && *folder != top);
        if on_the_way().any(|folder| strongest(ignored.above.iter().rev(), folder, true)) {
            ignored.above.clear();
        }
        ignored
    }

    /// Whether the file or folder at `path`, which lies below the root, is ignored. Whether a folder above it is must have been
    /// asked before.
    pub(super) fn holds(&mut self, path: &Path, is_folder: bool) -> bool {
        let folders: Vec<&Path> =
            path.ancestors().skip(1).take_while(|folder| folder.starts_with(&self.root)).collect();
        for folder in &folders {
            if !self.below.contains_key(*folder) {
                self.below.insert((*folder).to_owned(), patterns(folder));
            }
        }
        let below = folders.iter().filter_map(|folder| self.below[*folder].as_ref());
        strongest(below.chain(self.above.iter().rev()), path, is_folder) && !self.is_tracked(path, is_folder)
    }

    fn is_tracked(&self, path: &Path, is_folder: bool) -> bool {
        let Some(relative) = path.strip_prefix(&self.root).ok().and_then(Path::to_str) else { return false };
        let relative = relative.replace('\\', "/");
        let tracked = self.tracked.get_or_init(|| tracked(&self.root).unwrap_or_default());
        if !is_folder {
            return tracked.contains(&relative);
        }
        let begin = format!("{relative}/");
        tracked.range(begin.clone()..).next().is_some_and(|first| first.starts_with(&begin))
    }
}

/// The files outside of what is read below `root` that decide what is read there, or what is known of it: the patterns of the folders
/// above and of the repository, and what git says of its commits. Not all of them need be there.
pub(super) fn around(root: &Path) -> Vec<PathBuf> {
    let Some(top) = root.ancestors().find(|folder| folder.join(".git").exists()) else { return Vec::new() };
    let above = root.ancestors().skip(1).take_while(|folder| folder.starts_with(top));
    above.map(|folder| folder.join(".gitignore")).chain(of_repository(top)).collect()
}

/// Whether the first of `patterns` that says anything of `path` ignores it.
fn strongest<'a>(patterns: impl Iterator<Item = &'a Gitignore>, path: &Path, is_folder: bool) -> bool {
    let mut said = patterns.map(|it| it.matched(path, is_folder)).filter(|it| !it.is_none());
    said.next().is_some_and(|it| it.is_ignore())
}

/// The patterns in the `.gitignore` of `folder`; a line that is no pattern is passed by, as git does.
fn patterns(folder: &Path) -> Option<Gitignore> {
    in_file(folder, &folder.join(".gitignore"))
}

fn in_file(folder: &Path, file: &Path) -> Option<Gitignore> {
    if !file.is_file() {
        return None;
    }
    let mut builder = GitignoreBuilder::new(folder);
    drop(builder.add(file));
    builder.build().ok().filter(|patterns| !patterns.is_empty())
}

#[cfg(feature = "git")]
fn info_exclude(top: &Path) -> Option<Gitignore> {
    in_file(top, &super::git::repository::exclude_file(top)?)
}

#[cfg(not(feature = "git"))]
fn info_exclude(top: &Path) -> Option<Gitignore> {
    in_file(top, &top.join(".git/info/exclude"))
}

#[cfg(feature = "git")]
fn of_repository(top: &Path) -> Vec<PathBuf> {
    super::git::repository::what_changes_with_commits(top)
        .into_iter()
        .chain(super::git::repository::exclude_file(top))
        .collect()
}

#[cfg(not(feature = "git"))]
fn of_repository(top: &Path) -> Vec<PathBuf> {
    vec![top.join(".git/info/exclude")]
}

/// What the repository of `root` holds below it. `None` when that cannot be told.
#[cfg(feature = "git")]
fn tracked(root: &Path) -> Option<BTreeSet<String>> {
    let repository = super::git::repository::open(root).ok()?;
    let top = repository.workdir()?.canonicalize().ok()?;
    let below = root.strip_prefix(&top).ok()?.to_str()?.replace('\\', "/");
    let below = if below.is_empty() { below } else { format!("{below}/") };
    let index = repository.index_or_empty().ok()?;
    let paths = index.entries().iter().map(|entry| entry.path(&index).to_string());
    Some(paths.filter_map(|path| path.strip_prefix(&below).map(str::to_owned)).collect())
}

#[cfg(not(feature = "git"))]
fn tracked(_: &Path) -> Option<BTreeSet<String>> {
    None
}
