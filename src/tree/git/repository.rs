//! Opening a repository and finding a revision in it; what stands in the way is told as what it is.

use std::error::Error;
use std::fs;
use std::path::{Path, PathBuf};

use gix::bstr::BStr;
use gix::{ObjectId, Repository};

use super::{RevisionError, unreadable};

/// How many files of a git folder are looked at before it is read.
const LOOKED_AT: usize = 200_000;

/// How far back a damaged commit is looked for.
const ANCESTORS: usize = 100_000;

/// The repository that holds `folder`, a path with every link on the way resolved.
///
/// # Errors
/// When none does, when it is damaged, and when it is of a sort that cannot be read.
pub(in crate::tree) fn open(folder: &Path) -> Result<Repository, RevisionError> {
    let Some(git_folder) = git_folder(folder) else {
        return Err(RevisionError::NoRepository { folder: folder.to_owned() });
    };
    if let Some(wrong) = never_read(&git_folder) {
        return Err(unreadable(wrong.display(), "it is neither a file nor a folder, and reading it might never end"));
    }
    let repository = gix::discover(folder)
        .map_err(|why| unreadable(format_args!("the git repository in {}", git_folder.display()), reason(&why)))?;
    match repository.config_snapshot().string("extensions.refStorage").map(|refs| refs.to_string()) {
        Some(refs) if refs != "files" => Err(RevisionError::Format { refs }),
        Some(_) | None => Ok(repository),
    }
}

/// The folder that git keeps for the nearest repository around `folder`; `None` when there is none.
fn git_folder(folder: &Path) -> Option<PathBuf> {
    folder.ancestors().find_map(|folder| {
        let inside = folder.join(".git");
        if inside.is_dir() {
            return Some(inside);
        }
        // A second working tree has a file there.
        if inside.is_file() {
            let text = fs::read_to_string(&inside).ok()?;
            return text.strip_prefix("gitdir:").map(|path| folder.join(path.trim()));
        }
        let is_bare = ["HEAD", "objects", "refs"].iter().all(|name| folder.join(name).exists());
        is_bare.then(|| folder.to_owned())
    })
}

/// What all working trees of a repository share, by the folder of one of them.
fn common_folder(git_folder: &Path) -> PathBuf {
    let link = git_folder.join("commondir");
    let common = link.is_file().then(|| fs::read_to_string(&link).ok()).flatten();
    common.map_or_else(|| git_folder.to_owned(), |path| git_folder.join(path.trim()))
}

/// The file with what this copy of the repository at `top` ignores; `None` when there is no repository.
pub(in crate::tree) fn exclude_file(top: &Path) -> Option<PathBuf> {
    Some(common_folder(&git_folder(top)?).join("info/exclude"))
}

/// The files of the repository at `top` that are written whenever a commit is made or another one is looked at; none when there is no
/// repository.
pub(in crate::tree) fn what_changes_with_commits(top: &Path) -> Vec<PathBuf> {
    let files = ["HEAD", "index", "ORIG_HEAD", "logs/HEAD"];
    git_folder(top).map_or_else(Vec::new, |folder| files.iter().map(|file| folder.join(file)).collect())
}

/// A pipe or a device among the files in which git keeps references and settings.
fn never_read(git_folder: &Path) -> Option<PathBuf> {
    let common = common_folder(git_folder);
    let mut open: Vec<PathBuf> = Vec::new();
    for folder in [git_folder, &common] {
        open.extend(
            ["HEAD", "config", "config.worktree", "packed-refs", "shallow", "commondir"].map(|it| folder.join(it)),
        );
        open.extend(["refs", "objects/info", "objects/pack"].map(|it| folder.join(it)));
    }
    let mut looked_at = 0;
    while let Some(path) = open.pop().filter(|_| looked_at < LOOKED_AT) {
        looked_at += 1;
        let Ok(kind) = fs::metadata(&path) else { continue };
        if kind.is_dir() {
            let entries = fs::read_dir(&path).into_iter().flatten().flatten();
            open.extend(entries.map(|entry| entry.path()));
        } else if !kind.is_file() {
            return Some(path);
        }
    }
    None
}

/// The commit in which `HEAD` left `revision`.
///
/// # Errors
/// When the repository does not know the revision, was cloned without it, or is damaged.
pub(super) fn resolve(repository: &Repository, revision: &str) -> Result<ObjectId, RevisionError> {
    common(repository, revision, repository.head_id().ok().map(gix::Id::detach))
}

/// The commit that `revision` names.
///
/// # Errors
/// As [`resolve`].
pub(super) fn exact(repository: &Repository, revision: &str) -> Result<ObjectId, RevisionError> {
    let is_shallow = repository.is_shallow().unwrap_or_default();
    match repository.rev_parse_single(revision) {
        Ok(id) => commit(repository, id.detach(), revision),
        Err(_) if is_shallow => Err(RevisionError::Shallow { revision: revision.to_owned() }),
        Err(why) if why.is_corrupted() => Err(damaged(repository, revision, &why)),
        Err(_) => Err(unknown(repository, revision)),
    }
}

/// The commit in which `head` left `revision`.
///
/// # Errors
/// As [`resolve`].
pub(super) fn common(
    repository: &Repository,
    revision: &str,
    head: Option<ObjectId>,
) -> Result<ObjectId, RevisionError> {
    let is_shallow = repository.is_shallow().unwrap_or_default();
    let commit = exact(repository, revision)?;
    // Without a first commit there is nothing to have in common.
    let Some(head) = head else { return Ok(commit) };
    match repository.merge_base(commit, head) {
        Ok(Some(base)) => Ok(base.detach()),
        Ok(None) | Err(_) if is_shallow => Err(RevisionError::Shallow { revision: revision.to_owned() }),
        Ok(None) => Ok(commit),
        Err(why) => Err(damaged(repository, revision, &why)),
    }
}

/// The commit that `id` is, or that a tag of that name means.
fn commit(repository: &Repository, id: ObjectId, revision: &str) -> Result<ObjectId, RevisionError> {
    let is_shallow = repository.is_shallow().unwrap_or_default();
    let missing = |why: &(dyn Error + 'static)| match is_shallow {
        true => RevisionError::Shallow { revision: revision.to_owned() },
        false => damaged(repository, revision, why),
    };
    let object = repository.find_object(id).map_err(|why| missing(&why))?;
    match object.kind {
        gix::object::Kind::Commit | gix::object::Kind::Tag => {}
        // A file or a folder is no revision.
        gix::object::Kind::Tree | gix::object::Kind::Blob => {
            return Err(RevisionError::Unknown { revision: revision.to_owned() });
        }
    }
    Ok(object.peel_to_commit().map_err(|why| missing(&why))?.id)
}

/// Why a revision that cannot be found is none: it was never there, or a commit on the way to it cannot be read.
fn unknown(repository: &Repository, revision: &str) -> RevisionError {
    let unknown = RevisionError::Unknown { revision: revision.to_owned() };
    let name = revision.split(['~', '^', '@', ':']).next().unwrap_or_default();
    let name = if name.is_empty() { "HEAD" } else { name };
    let Ok(first) = repository.rev_parse_single(name) else { return unknown };
    let mut next = Some(first.detach());
    for _ in 0..ANCESTORS {
        let Some(id) = next else { break };
        match repository
            .find_object(id)
            .map_err(|why| reason(&why))
            .and_then(|it| it.peel_to_commit().map_err(|why| reason(&why)))
        {
            Ok(commit) => next = commit.parent_ids().next().map(gix::Id::detach),
            Err(_) if is_partial(repository) => return RevisionError::Partial { revision: revision.to_owned() },
            Err(why) => return unreadable(format!("`{revision}`"), why),
        }
    }
    unknown
}

fn damaged(repository: &Repository, revision: &str, why: &(dyn Error + 'static)) -> RevisionError {
    match is_partial(repository) {
        true => RevisionError::Partial { revision: revision.to_owned() },
        false => unreadable(format!("`{revision}`"), reason(why)),
    }
}

/// What went wrong, with what led to it.
pub(super) fn reason(why: &(dyn Error + 'static)) -> String {
    let mut causes: Vec<String> = Vec::new();
    let mut next = Some(why);
    while let Some(cause) = next {
        next = cause.source();
        // A cause may be told in the words of what it led to.
        let words = cause.to_string().lines().next().unwrap_or_default().to_owned();
        if !causes.iter().any(|known| known.contains(&words)) {
            causes.push(words);
        }
    }
    causes.join(": ")
}

/// Whether a remote keeps objects that the repository was cloned without.
pub(super) fn is_partial(repository: &Repository) -> bool {
    let config = repository.config_snapshot();
    let promises = |name: &BStr| config.boolean(&format!("remote.{name}.promisor")) == Some(true);
    config.string("extensions.partialClone").is_some()
        || repository.remote_names().iter().any(|name| promises(name.as_ref()))
}
