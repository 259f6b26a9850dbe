//! The branch of a repository that others start from, read from the files that git keeps.

use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};

/// The branches of the repository around a folder, as far as they are known here.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(super) struct Branches {
    /// The one that the remote names as its own.
    pub(super) of_remote: Option<String>,
    /// The only one that there is here; `None` where there are several.
    pub(super) only: Option<String>,
    /// Whether there is a remote.
    pub(super) has_remote: bool,
}

/// The branches of the repository at `root`; `None` where it is none.
pub(super) fn branches(root: &Path) -> Option<Branches> {
    let git = git_folder(root)?;
    let named = |file: &str, before: &str| {
        let text = text_of(&git.join(file))?;
        text.trim().strip_prefix(before).map(str::to_owned)
    };
    let only = match &here(&git)[..] {
        [] => named("HEAD", "ref: refs/heads/"),
        [only] => Some(only.clone()),
        [_, ..] => None,
    };
    Some(Branches {
        of_remote: named("refs/remotes/origin/HEAD", "ref: refs/remotes/origin/"),
        only,
        has_remote: text_of(&git.join("config")).is_some_and(|text| text.contains("[remote ")),
    })
}

/// The branch on which the record in `folder` is kept: what the remote names, else the only one. `None` where that is not known.
pub(super) fn branch_of(folder: &Path) -> Option<String> {
    let known = branches(&repository_of(folder)?)?;
    known.of_remote.or(known.only)
}

/// The hash of the commit that is looked at in the repository around `folder`; `None` where that is not known. Read without looking at
/// more than a few files.
pub(super) fn head_of(folder: &Path) -> Option<String> {
    let root = repository_of(folder)?;
    let head = text_of(&own_folder(&root)?.join("HEAD"))?;
    let Some(branch) = head.trim().strip_prefix("ref: ") else { return Some(head.trim().to_owned()) };
    let git = git_folder(&root)?;
    let packed = || {
        let lines = text_of(&git.join("packed-refs"))?;
        let hash = lines.lines().find_map(|line| Some(line.strip_suffix(branch)?.strip_suffix(' ')?.to_owned()))?;
        Some(hash)
    };
    text_of(&git.join(branch)).map(|hash| hash.trim().to_owned()).or_else(packed)
}

/// The root of the repository around `folder`, with every link on the way resolved; `None` where there is none.
fn repository_of(folder: &Path) -> Option<PathBuf> {
    let real = std::path::absolute(folder).ok()?;
    let real = real.canonicalize().unwrap_or(real);
    real.ancestors().find(|it| it.join(".git").exists()).map(Path::to_owned)
}

/// What git keeps for this working tree of the repository at `root`; `None` where it is none.
fn own_folder(root: &Path) -> Option<PathBuf> {
    let own = root.join(".git");
    if own.is_dir() {
        return Some(own);
    }
    // In a second working tree, a file says where.
    Some(root.join(text_of(&own)?.trim().strip_prefix("gitdir: ")?))
}

/// Where git keeps the branches of the repository at `root`; `None` where it is none.
fn git_folder(root: &Path) -> Option<PathBuf> {
    let own = own_folder(root)?;
    // In that of a second working tree, a file says where the rest is.
    let common = text_of(&own.join("commondir")).map(|common| own.join(common.trim()));
    Some(common.unwrap_or(own))
}

/// What the file at `path` holds; `None` also where it is a pipe or a device, which may never end.
fn text_of(path: &Path) -> Option<String> {
    fs::metadata(path).ok()?.is_file().then(|| fs::read_to_string(path).ok())?
}

/// The branches in the folder `git`, in the order of their names.
fn here(git: &Path) -> Vec<String> {
    let heads = git.join("refs/heads");
    let files = walkdir::WalkDir::new(&heads).into_iter().filter_map(Result::ok).filter(|it| it.file_type().is_file());
    let loose = files.filter_map(|it| Some(it.path().strip_prefix(&heads).ok()?.to_str()?.replace('\\', "/")));
    let packed = text_of(&git.join("packed-refs")).unwrap_or_default();
    let packed = packed.lines().filter_map(|line| Some(line.split_once(" refs/heads/")?.1.trim().to_owned()));
    loose.chain(packed).collect::<BTreeSet<String>>().into_iter().collect()
}
