//! The commit that a record was made from, where its files are those of a commit.

use std::collections::{BTreeMap, HashSet};
use std::path::Path;

use gix::{ObjectId, Repository};
use rayon::prelude::*;

use super::{Broken, Listing, files, is_text_of, list, opened, root, slashed};
use crate::id::ContentPath;
use crate::tree::{LeftOut, Tree};

/// How many commits are looked through at most.
const COMMITS: usize = 200_000;

impl Tree {
    /// The whole hash of the last commit that changed something in `folder`, from which this tree was read; of the commits
    /// that `HEAD` comes from. So a commit that changes nothing here changes nothing that is made from the record. `None`
    /// where that is not known: without a repository, where it does not reach back so far, and where a text differs from
    /// that commit.
    pub fn last_commit(&self, folder: &Path) -> Option<String> {
        let (repository, below, _) = opened(folder).ok()?;
        let head = repository.head_id().ok()?.detach();
        let commit = last_change(&repository, head, &below).ok()??;
        let is_same = self.is_as_in(&repository, commit, &below).ok()?;
        is_same.then(|| commit.to_hex().to_string())
    }

    /// Whether the texts are those of `commit`, and no other file came or went. How lines end is left out of it.
    fn is_as_in(&self, repository: &Repository, commit: ObjectId, below: &Path) -> Result<bool, Broken> {
        let Some(folder) = root(repository, commit, below)? else { return Ok(false) };
        let mut listing = Listing::new();
        list(repository, folder, &mut listing)?;
        let below = slashed(below)?;
        let found = files(repository, &listing, &below.into())?;
        let there: BTreeMap<ContentPath, ObjectId> =
            found.into_iter().filter_map(|(path, found)| Some((path, found.ok()?))).collect();
        // What is in the way of a file of the commit, as a link or a pipe is, makes it another record.
        let left_out = self.left_out.iter().filter(|(_, why)| why.is_wanted() || **why == LeftOut::Secret);
        let left_out: HashSet<&str> = left_out.map(|(path, _)| path.as_str()).collect();
        let is_left_out = |path: &ContentPath| {
            let path = path.as_str();
            path.match_indices('/').map(|(at, _)| &path[..at]).chain([path]).any(|path| left_out.contains(path))
        };
        let is_here = |path: &ContentPath| self.sources.contains_key(path) || self.assets.contains_key(path);
        if !there.keys().all(|path| is_here(path) || is_left_out(path)) {
            return Ok(false);
        }
        if !self.assets.keys().all(|path| there.contains_key(path)) {
            return Ok(false);
        }
        let others =
            self.sources.par_iter().filter(|(path, source)| !there.get(path).is_some_and(|id| is_text_of(source, *id)));
        for (path, source) in others.collect::<Vec<_>>() {
            let Some(id) = there.get(path) else { return Ok(false) };
            if !is_text(repository, *id, &source.text)? {
                return Ok(false);
            }
        }
        Ok(true)
    }
}

/// Whether the file `id` holds `text` but for a mark at its beginning and the way in which its lines end.
fn is_text(repository: &Repository, id: ObjectId, text: &str) -> Result<bool, Broken> {
    let blob = repository.find_object(id)?;
    let there = String::from_utf8_lossy(&blob.data);
    let there = there.strip_prefix('\u{feff}').unwrap_or(&there);
    Ok(there.replace("\r\n", "\n") == text.replace("\r\n", "\n"))
}

/// The last commit, from `head` back, that changed the folder `below`; `None` where the folder is not in `head`, and where the
/// repository ends before it.
fn last_change(repository: &Repository, head: ObjectId, below: &Path) -> Result<Option<ObjectId>, Broken> {
    let Some(folder) = root(repository, head, below)? else { return Ok(None) };
    let mut commit = head;
    for _ in 0..COMMITS {
        let parents: Vec<ObjectId> =
            repository.find_object(commit)?.try_into_commit()?.parent_ids().map(gix::Id::detach).collect();
        let mut same = None;
        for parent in parents {
            if root(repository, parent, below)? == Some(folder) {
                same = Some(parent);
                break;
            }
        }
        match same {
            Some(parent) => commit = parent,
            None => return Ok(Some(commit)),
        }
    }
    Ok(None)
}
