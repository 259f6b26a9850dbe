//! Which files of a record differ from the main branch: what an author works on, told without reading that branch as a record.

use std::collections::BTreeSet;
use std::path::Path;

use gix::bstr::ByteSlice;
use gix::objs::tree::EntryKind;
use gix::{ObjectId, Repository};
use rayon::prelude::*;

use super::repository::{exact, resolve};
use super::{Broken, Listing, bytes, is_text_of, list, opened, root};
use crate::id::ContentPath;
use crate::tree::{Asset, Tree, source};

/// What the main branch may be called; the first that is there is meant. What a remote has comes before a copy of it that may
/// be old.
const MAIN: [&str; 4] = ["origin/main", "main", "origin/master", "master"];

/// What differs from the main branch.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Changed {
    /// What the branch is called, without its remote: `main`.
    pub branch: String,
    /// The files that are new or other than where `HEAD` left that branch, also when they are not committed; at least one.
    pub paths: BTreeSet<ContentPath>,
}

impl Tree {
    /// Which of `paths`, files of this record in `folder`, are new or other than where `HEAD` left the main branch.
    ///
    /// `None` when none is; and when it cannot be told, for no repository holds the folder, there is no main branch, it does
    /// not have the folder, or something of it cannot be read: this is no more than a help to read findings by.
    pub fn differing<'a>(&self, folder: &Path, paths: impl Iterator<Item = &'a ContentPath>) -> Option<Changed> {
        let (repository, below, _) = opened(folder).ok()?;
        repository.workdir()?;
        let branch = MAIN.iter().find(|name| exact(&repository, name).is_ok())?;
        // Where a shallow clone cannot tell where `HEAD` left it, another branch would tell something else.
        let commit = resolve(&repository, branch).ok()?;
        let base = root(&repository, commit, &below).ok()??;
        let mut listing = Listing::new();
        list(&repository, base, &mut listing).ok()?;
        let paths: BTreeSet<&ContentPath> = paths.collect();
        let shared = repository.into_sync();
        let changed: Result<Vec<Option<&ContentPath>>, Broken> = paths
            .into_par_iter()
            .map_init(
                || shared.to_thread_local(),
                |repository, path| {
                    let was = listing.get(path.as_str().as_bytes().as_bstr()).copied();
                    Ok(differs(repository, was, path, self)?.then_some(path))
                },
            )
            .collect();
        let paths: BTreeSet<ContentPath> = changed.ok()?.into_iter().flatten().cloned().collect();
        let branch = branch.trim_start_matches("origin/").to_owned();
        (!paths.is_empty()).then_some(Changed { branch, paths })
    }
}

/// Whether the file at `path` of `head` is not what `was` there before. What a link leads to is left alone.
fn differs(
    repository: &Repository,
    was: Option<(EntryKind, ObjectId)>,
    path: &ContentPath,
    head: &Tree,
) -> Result<bool, Broken> {
    let id = match was {
        None => return Ok(true),
        Some((EntryKind::Link | EntryKind::Tree | EntryKind::Commit, _)) => return Ok(false),
        Some((EntryKind::Blob | EntryKind::BlobExecutable, id)) => id,
    };
    // Most files are as they were, which git tells by their hash.
    if head.sources.get(path).is_some_and(|now| is_text_of(now, id)) {
        return Ok(false);
    }
    let size = repository.find_header(id)?.size();
    if let Some(now) = head.sources.get(path) {
        // A text at most doubles where its lines end otherwise, so what is larger need not be read.
        let most = now.text.len().saturating_mul(2).saturating_add(8);
        let is_near = now.not_utf8.is_some() || usize::try_from(size).is_ok_and(|size| size <= most);
        return Ok(!is_near || !same_lines(&now.text, &source(&bytes(repository, id)?).text));
    }
    Ok(match head.assets.get(path) {
        Some(Asset::OnDisk(file)) => {
            std::fs::metadata(file)?.len() != size || std::fs::read(file)? != bytes(repository, id)?
        }
        Some(Asset::Bytes(now)) => **now != *bytes(repository, id)?,
        None => false,
    })
}

/// Whether two texts are the same but for how their lines end.
fn same_lines(one: &str, other: &str) -> bool {
    one == other || one.lines().eq(other.lines()) && one.ends_with('\n') == other.ends_with('\n')
}
