//! When git first had each file of a folder.

use std::collections::BTreeMap;
use std::path::Path;

use gix::objs::tree::EntryKind;
use gix::{ObjectId, Repository};

use super::{Broken, DEPTH, RevisionError, opened, root, unreadable_in};
use crate::id::ContentPath;
use crate::tree::{Beginning, Tree};

/// How many commits are looked through at most.
const COMMITS: usize = 200_000;

impl Tree {
    /// The commit that first had each file below `folder`, of the commits that `HEAD` comes from, by the path in the folder.
    /// Files that were deleted since are among them. Empty where nothing is committed yet.
    ///
    /// # Errors
    /// When no repository holds the folder, and when it cannot be read.
    pub fn beginnings(folder: &Path) -> Result<BTreeMap<ContentPath, Beginning>, RevisionError> {
        let (repository, below, _) = opened(folder)?;
        let Ok(head) = repository.head_id() else { return Ok(BTreeMap::new()) };
        let broken = |why: Broken| unreadable_in(&repository, "HEAD", why);
        let mut first: BTreeMap<ContentPath, Beginning> = BTreeMap::new();
        let commits = head.ancestors().all().map_err(|why| broken(why.into()))?;
        for commit in commits.take(COMMITS) {
            // A shallow clone ends before the first commit.
            let Ok(commit) = commit else { break };
            let mut walk = Walk { repository: &repository, found: Vec::new() };
            walk.commit(commit.id, &below).map_err(broken)?;
            if walk.found.is_empty() {
                continue;
            }
            let Some(beginning) = beginning(&repository, commit.id).map_err(broken)? else { continue };
            let paths = walk.found.iter().filter_map(|path| ContentPath::parse(path));
            // From the last commit to the first: whichever comes later is earlier.
            for path in paths {
                let entry = first.entry(path).or_insert_with(|| beginning.clone());
                if beginning.day <= entry.day {
                    entry.clone_from(&beginning);
                }
            }
        }
        Ok(first)
    }
}

/// The day and the first line of `commit`; `None` where its clock shows no day of the calendar.
fn beginning(repository: &Repository, commit: ObjectId) -> Result<Option<Beginning>, Broken> {
    let commit = repository.find_object(commit)?.try_into_commit()?;
    let time = commit.time()?;
    let offset = jiff::tz::Offset::from_seconds(time.offset).unwrap_or(jiff::tz::Offset::UTC);
    let Ok(moment) = jiff::Timestamp::from_second(time.seconds) else { return Ok(None) };
    let day = offset.to_datetime(moment).date();
    let subject = commit.message()?.summary().to_string();
    Ok(Some(Beginning { day, subject }))
}

/// Looks for the files of one commit that none of those before it has.
struct Walk<'a> {
    repository: &'a Repository,
    found: Vec<String>,
}

impl Walk<'_> {
    fn commit(&mut self, commit: ObjectId, below: &Path) -> Result<(), Broken> {
        let Some(tree) = root(self.repository, commit, below)? else { return Ok(()) };
        let mut before = Vec::new();
        for parent in self.repository.find_object(commit)?.try_into_commit()?.parent_ids() {
            // In a shallow clone a parent may be missing: then nothing is known of what was before.
            match root(self.repository, parent.detach(), below) {
                Ok(root) => before.extend(root),
                Err(_) => return Ok(()),
            }
        }
        self.folder(tree, &before, "", 0)
    }

    fn folder(&mut self, tree: ObjectId, before: &[ObjectId], path: &str, depth: usize) -> Result<(), Broken> {
        if before.contains(&tree) || depth > DEPTH {
            return Ok(());
        }
        let mut old = Vec::new();
        for tree in before {
            old.push(self.repository.find_object(*tree)?.try_into_tree()?);
        }
        let tree = self.repository.find_object(tree)?.try_into_tree()?;
        for entry in tree.iter() {
            let entry = entry?;
            let Ok(name) = std::str::from_utf8(entry.filename()) else { continue };
            let path = if path.is_empty() { name.to_owned() } else { format!("{path}/{name}") };
            let mut was = Vec::new();
            for tree in &old {
                was.extend(
                    tree.iter()
                        .filter_map(Result::ok)
                        .find(|it| it.filename() == entry.filename())
                        .map(|it| (it.mode().kind() == EntryKind::Tree, it.object_id())),
                );
            }
            match entry.mode().kind() {
                EntryKind::Tree => {
                    let folders: Vec<ObjectId> =
                        was.iter().filter(|(is_tree, _)| *is_tree).map(|(_, id)| *id).collect();
                    self.folder(entry.object_id(), &folders, &path, depth + 1)?;
                }
                EntryKind::Blob | EntryKind::BlobExecutable if was.iter().all(|(is_tree, _)| *is_tree) => {
                    self.found.push(path);
                }
                EntryKind::Blob | EntryKind::BlobExecutable | EntryKind::Link | EntryKind::Commit => {}
            }
        }
        Ok(())
    }
}
