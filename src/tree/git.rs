//! A revision of a folder, read from the git repository that holds it: no program is run and nothing is checked out.
//!
//! The tree is the one that [`Tree::read`] would give if the revision were checked out, with three exceptions that come
//! from what git keeps. Lines end as they do in the repository, also where a checkout ends them otherwise; whoever compares
//! the two leaves white space out. The files of a submodule belong to another repository and are not part of it, or
//! are those of what the revision is compared with. A
//! symbolic link that leads out of the folder is left out as such, whether or not something is there.

mod beginnings;
mod changed;
mod history;
mod moved;
mod provenance;
pub(super) mod repository;

use std::collections::{BTreeMap, BTreeSet};
use std::fmt;
use std::path::{Path, PathBuf};
use std::sync::atomic::{AtomicU64, Ordering};

use gix::bstr::{BString, ByteSlice};
use gix::object::tree::EntryKind;
use gix::objs::compute_hash;
use gix::{ObjectId, Repository};
use rayon::prelude::*;

pub use self::changed::Changed;
use self::repository::{common, exact, is_partial, open, reason, resolve};
use super::{CONFIGURATION, Caveat, LeftOut, Provenance, Revision, Source, Tree, content_path};
use crate::id::ContentPath;

/// Why a revision cannot be read.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum RevisionError {
    /// No repository holds the folder.
    NoRepository {
        /// The folder of the site, with every link on the way to it resolved.
        folder: PathBuf,
    },
    /// The repository does not know the revision.
    Unknown {
        /// The revision as it was typed: `origin/main`.
        revision: String,
    },
    /// The repository was cloned without the history that the revision is part of.
    Shallow {
        /// The revision as it was typed: `origin/main`.
        revision: String,
    },
    /// The repository was cloned without all files of its history, and the revision needs some that are missing.
    Partial {
        /// The revision as it was typed: `origin/main`.
        revision: String,
    },
    /// The repository keeps its references in a way that cannot be read.
    Format {
        /// As git calls it: `reftable`.
        refs: String,
    },
    /// The folder is not in the revision, and which other one is to be compared with it cannot be told.
    UnclearFolder {
        /// The folder from the root of the repository; empty for the root.
        folder: String,
        /// The revision as it was typed: `origin/main`.
        revision: String,
        /// The folders that it may have been, from the root of the repository; never empty.
        candidates: Vec<String>,
    },
    /// The folder that was named is not in the revision.
    NoFolder {
        /// The folder as it was typed.
        folder: String,
        /// The revision as it was typed: `origin/main`.
        revision: String,
    },
    /// The repository is damaged, or the system refused to read it.
    Unreadable {
        /// The folder, the revision or the file that was to be read.
        what: String,
        /// The words of the system or of the git library.
        why: String,
    },
}

impl fmt::Display for RevisionError {
    fn fmt(&self, f: &mut fmt::Formatter) -> fmt::Result {
        match self {
            RevisionError::NoRepository { folder } => {
                write!(f, "{} is not in a git repository, so there is no other revision of it", folder.display())
            }
            RevisionError::Unknown { revision } => write!(
                f,
                "there is no revision `{revision}` in this repository\n  \
                 name a branch, a tag or a commit: `origin/main`, `HEAD~1`, `4b98b9c`"
            ),
            RevisionError::Shallow { revision } => write!(
                f,
                "this is a shallow clone, which lacks the history that `{revision}` is part of\n  \
                 in GitHub Actions, give actions/checkout the input `fetch-depth: 0`\n  \
                 elsewhere, run `git fetch --unshallow`, or `git fetch --depth=100 origin BRANCH` for a part of it"
            ),
            RevisionError::Partial { revision } => write!(
                f,
                "this is a partial clone (`--filter`), which lacks files of `{revision}`\n  \
                 `git diff {revision}... >/dev/null` fetches those that differ from the ones here, and no others\n  \
                 in GitHub Actions, leave the input `filter` of actions/checkout out\n  \
                 elsewhere, run `git fetch --refetch --no-filter`, or clone again without `--filter`"
            ),
            RevisionError::Format { refs } => write!(
                f,
                "this repository keeps its references as `{refs}`, which cannot be read\n  \
                 `git clone --ref-format=files` makes a copy that can be read"
            ),
            RevisionError::UnclearFolder { folder, revision, candidates } => {
                let named = |folder: &str| if folder.is_empty() { ".".to_owned() } else { folder.to_owned() };
                let (here, first) = (named(folder), named(&candidates[0]));
                let candidates: Vec<String> = candidates.iter().map(|it| format!("`{}`", named(it))).collect();
                write!(
                    f,
                    "the record was moved, and where it was in `{revision}` cannot be told: {} may be it\n  \
                     name the folder, from the root of the repository: `--base-dir {first}`\n  \
                     if the record is new, say so with `--base-dir {here}`",
                    crate::text::list(candidates, "or")
                )
            }
            RevisionError::NoFolder { folder, revision } => write!(
                f,
                "there is no folder `{folder}` in `{revision}`\n  \
                 `--base-dir` names the folder of the record in that revision, from the root of the repository: \
                 `git ls-tree -d -r --name-only {revision}` lists them"
            ),
            RevisionError::Unreadable { what, why } => write!(f, "{what} cannot be read: {why}"),
        }
    }
}

impl std::error::Error for RevisionError {}

/// How often a chain of symbolic links may lead on: what Linux allows.
const LINKS: usize = 40;

impl Tree {
    /// Everything below `folder` as it was in `revision`, or rather where `HEAD` left it: in their merge base, so that
    /// what others changed since does not look like a change of the author. A revision that `HEAD` comes from is its own
    /// merge base. Where the two have no common history, it is the revision itself.
    ///
    /// A folder that the revision does not have is an empty tree.
    ///
    /// # Errors
    /// When no repository holds the folder, when it lacks the revision, or when it cannot be read.
    pub fn at(folder: &Path, revision: &str) -> Result<Tree, RevisionError> {
        let (repository, below, folder) = opened(folder)?;
        let commit = resolve(&repository, revision)?;
        snapshot(&repository, (revision, commit), (&folder, &below), None, Vec::new())
    }

    /// Everything below `folder` as it was in `revision` itself.
    ///
    /// # Errors
    /// As [`Tree::at`].
    pub fn exactly(folder: &Path, revision: &str) -> Result<Tree, RevisionError> {
        let (repository, below, folder) = opened(folder)?;
        let commit = exact(&repository, revision)?;
        snapshot(&repository, (revision, commit), (&folder, &below), None, Vec::new())
    }

    /// The same as [`Tree::at`] for the record `head`, which is in `folder` now and may have been in another one: the folder `named`, from
    /// the root of the repository; else the one that its `candor.toml` and what its files hold tell.
    ///
    /// # Errors
    /// As [`Tree::at`]; and when the folder that is named is not there, or it cannot be told which one it was.
    pub fn before(
        head: &Tree,
        folder: &Path,
        (revision, of): (&str, Option<&str>),
        named: Option<&str>,
    ) -> Result<Tree, RevisionError> {
        let (repository, below, folder) = opened(folder)?;
        let commit = match of {
            Some(of) => {
                let of = exact(&repository, of)?;
                match common(&repository, revision, Some(of))? {
                    // Of two revisions that are both named, the second is the older one.
                    common if common == of => exact(&repository, revision)?,
                    common => common,
                }
            }
            None => resolve(&repository, revision)?,
        };
        let broken = |why: Broken| unreadable_in(&repository, revision, why);
        let here = slashed(&below)?;
        let was = match named {
            Some(named) => {
                let plain = named.trim_start_matches("./").trim_matches('/');
                let plain = if plain == "." { "" } else { plain };
                let is_there = root(&repository, commit, Path::new(plain)).map_err(broken)?.is_some();
                if !is_there && plain != here {
                    return Err(RevisionError::NoFolder { folder: named.to_owned(), revision: revision.to_owned() });
                }
                plain.to_owned()
            }
            None => {
                let whole = whole(&repository, commit).map_err(broken)?;
                let is_site = |folder: &str| {
                    let there = repository.workdir().map(|root| root.join(folder).join(CONFIGURATION));
                    there.is_none_or(|file| file.is_file())
                };
                match whole.map(|whole| moved::folder(head, &here, &whole, is_site)) {
                    None => here.clone(),
                    Some(Ok(was)) => was,
                    Some(Err(candidates)) => {
                        let revision = revision.to_owned();
                        return Err(RevisionError::UnclearFolder { folder: here, revision, candidates });
                    }
                }
            }
        };
        let caveat = (was != here).then(|| Caveat::Moved { from: was.clone(), to: here });
        let base = snapshot(
            &repository,
            (revision, commit),
            (&folder, Path::new(&was)),
            Some(head),
            caveat.into_iter().collect(),
        )?;
        // Links to the files of both lead to the same branch.
        let provenance = Provenance { branch: head.provenance.branch.clone(), commit: None };
        Ok(with_submodules_of(head, Tree { provenance, ..base }))
    }

    /// Whether `folder` had a configuration in `revision`, as somebody named it. `false` also where that cannot be read.
    pub fn is_configured(folder: &Path, revision: &str) -> bool {
        let found = || {
            let (repository, below, _) = opened(folder).ok()?;
            let commit = exact(&repository, revision).ok()?;
            let folder = root(&repository, commit, &below).ok()??;
            let tree = repository.find_object(folder).ok()?.try_into_tree().ok()?;
            let entry = tree.lookup_entry_by_path(CONFIGURATION).ok()??;
            Some(!entry.mode().is_tree())
        };
        found().unwrap_or_default()
    }
}

/// `base` with the files of submodules as `head` has them: another repository has their history, and they are neither new nor gone.
fn with_submodules_of(head: &Tree, mut base: Tree) -> Tree {
    let caveats = base.revision.iter().flat_map(|revision| &revision.caveats);
    let folders = caveats.filter_map(|caveat| match caveat {
        Caveat::Submodule { folder } => Some(format!("{folder}/")),
        Caveat::Sparse { .. } | Caveat::Moved { .. } => None,
    });
    let folders: Vec<String> = folders.collect();
    let is_in_one = |path: &ContentPath| folders.iter().any(|folder| path.as_str().starts_with(folder.as_str()));
    let of_both = |path: &ContentPath| is_in_one(path).then(|| path.clone());
    base.sources.extend(head.sources.iter().filter_map(|(path, it)| Some((of_both(path)?, it.clone()))));
    base.assets.extend(head.assets.iter().filter_map(|(path, it)| Some((of_both(path)?, it.clone()))));
    base.left_out.extend(head.left_out.iter().filter_map(|(path, it)| Some((of_both(path)?, *it))));
    base
}

/// The repository that holds `folder`, where in it that lies, and the folder with every link on the way resolved.
fn opened(folder: &Path) -> Result<(Repository, PathBuf, PathBuf), RevisionError> {
    let folder = resolved(folder)?;
    let there = folder.ancestors().find(|folder| folder.is_dir()).unwrap_or(&folder);
    let mut repository = open(there)?;
    repository.object_cache_size_if_unset(1 << 24);
    let below = match repository.workdir() {
        Some(workdir) => {
            let workdir = workdir.canonicalize().map_err(|why| unreadable(workdir.display(), why))?;
            let below = folder.strip_prefix(&workdir).map(Path::to_owned);
            below.map_err(|_| RevisionError::NoRepository { folder: folder.clone() })?
        }
        // A repository without a checkout has one folder: all of it.
        None => PathBuf::new(),
    };
    Ok((repository, below, folder))
}

/// `folder` with every link on the way resolved. One that is not there, because only another revision has it, is below the
/// nearest one that is.
fn resolved(folder: &Path) -> Result<PathBuf, RevisionError> {
    let whole = std::path::absolute(folder).map_err(|why| unreadable(folder.display(), why))?;
    let there = whole.ancestors().find(|folder| folder.symlink_metadata().is_ok()).unwrap_or(&whole);
    let rest = whole.strip_prefix(there).unwrap_or(Path::new(""));
    let there = there.canonicalize().map_err(|why| unreadable(folder.display(), why))?;
    Ok(if rest.as_os_str().is_empty() { there } else { there.join(rest) })
}

/// The files that were in the folder `below` of `commit`, which is now `folder`. A text that `head` has in the same place is shared
/// with it, not read.
fn snapshot(
    repository: &Repository,
    (revision, commit): (&str, ObjectId),
    (folder, below): (&Path, &Path),
    head: Option<&Tree>,
    known: Vec<Caveat>,
) -> Result<Tree, RevisionError> {
    let name = folder.file_name().map(|name| name.to_string_lossy().into_owned()).unwrap_or_default();
    let broken = |why: Broken| unreadable_in(repository, revision, why);
    let mut listing = Listing::new();
    if let Some(root) = root(repository, commit, below).map_err(broken)? {
        list(repository, root, &mut listing).map_err(broken)?;
    }
    let below = slashed(below)?;
    let caveats = known.into_iter().chain(caveats(repository, &listing, folder)).collect();
    let place = Revision {
        caveats,
        commit: commit.to_hex_with_len(12).to_string(),
        folder: if below.is_empty() { String::new() } else { format!("{below}/") },
    };
    let below = BString::from(below);
    let mut tree = Tree { name, revision: Some(place), ..Tree::default() };
    let mut blobs = Vec::new();
    for (path, what) in files(repository, &listing, &below).map_err(broken)? {
        match what {
            Ok(blob) => blobs.push((path, blob)),
            Err(why) => drop(tree.left_out.insert(path, why)),
        }
    }
    let (shared, size) = (repository.clone().into_sync(), AtomicU64::new(0));
    let read: Result<Vec<(ContentPath, Text)>, Broken> = blobs
        .into_par_iter()
        .map_init(
            || shared.to_thread_local(),
            |repository, (path, blob)| {
                let same = head.and_then(|head| head.sources.get(&path)).filter(|source| is_text_of(source, blob));
                let text = match same {
                    Some(source) => Text::Same(source.clone()),
                    None => Text::Other(bytes(repository, blob)?),
                };
                let length = u64::try_from(text.len()).unwrap_or(u64::MAX);
                match size.fetch_add(length, Ordering::Relaxed).saturating_add(length) > BYTES {
                    true => Err(format!("its files are larger than {} MB together", BYTES >> 20).into()),
                    false => Ok((path, text)),
                }
            },
        )
        .collect();
    // A file left out here would look as if the change added it, and nothing that was in it could be missed.
    for (path, text) in read.map_err(broken)? {
        match text {
            Text::Same(source) => drop(tree.sources.insert(path, source)),
            Text::Other(bytes) => tree.add(path, bytes),
        }
    }
    Ok(tree.without_excluded())
}

/// A file of a revision.
enum Text {
    /// As the head of a change has it.
    Same(Source),
    /// As git keeps it.
    Other(Vec<u8>),
}

impl Text {
    fn len(&self) -> usize {
        match self {
            Text::Same(source) => source.text.len(),
            Text::Other(bytes) => bytes.len(),
        }
    }
}

/// Whether `source` is the file that git keeps as `blob`, byte for byte. `false` where that cannot be told, as for a text that was read
/// without its byte-order mark.
fn is_text_of(source: &Source, blob: ObjectId) -> bool {
    let hash = || compute_hash(blob.kind(), gix::objs::Kind::Blob, source.text.as_bytes());
    source.not_utf8.is_none() && hash().is_ok_and(|hash| hash == blob)
}

/// A path in the repository with slashes between its parts.
fn slashed(path: &Path) -> Result<String, RevisionError> {
    let path = gix::path::into_bstr(path).map_err(|why| unreadable(path.display(), why))?;
    Ok(path.to_str_lossy().replace('\\', "/"))
}

/// So many files a revision may have, and no more: a tree of a few lines can stand for more than any memory holds.
const FILES: usize = 1_000_000;

/// So many folders may lie in each other.
const DEPTH: usize = 256;

/// So many bytes the files of a record may hold together.
const BYTES: u64 = 2 << 30;

/// Every path below the folder, with what stands there.
type Listing = BTreeMap<BString, (EntryKind, ObjectId)>;

/// What gix says went wrong: of many sorts, and only shown.
type Broken = Box<dyn std::error::Error + Send + Sync>;

/// The folder `below` in `commit`; `None` when there is none.
fn root(repository: &Repository, commit: ObjectId, below: &Path) -> Result<Option<ObjectId>, Broken> {
    let tree = repository.find_object(commit)?.peel_to_tree()?;
    if below.as_os_str().is_empty() {
        return Ok(Some(tree.id));
    }
    let entry = tree.lookup_entry_by_path(below)?;
    Ok(entry.filter(|entry| entry.mode().is_tree()).map(|entry| entry.object_id()))
}

/// Puts everything below `folder` into `listing`.
fn list(repository: &Repository, folder: ObjectId, listing: &mut Listing) -> Result<(), Broken> {
    let mut open = vec![(folder, BString::default(), 0)];
    while let Some((folder, path, depth)) = open.pop() {
        if depth > DEPTH {
            return Err(format!("more than {DEPTH} folders lie in each other").into());
        }
        let tree = repository.find_object(folder)?.try_into_tree()?;
        for entry in tree.iter() {
            let entry = entry?;
            let mut below = path.clone();
            if !below.is_empty() {
                below.push(b'/');
            }
            below.extend_from_slice(entry.filename());
            let (kind, id) = (entry.mode().kind(), entry.object_id());
            if kind == EntryKind::Tree {
                open.push((id, below.clone(), depth + 1));
            }
            listing.insert(below, (kind, id));
            if listing.len() > FILES {
                return Err(format!("it has more than {FILES} files").into());
            }
        }
    }
    Ok(())
}

/// Every file of `commit` with its hash; `None` where there are too many of them, or too deep, to look for a record among
/// them.
fn whole(repository: &Repository, commit: ObjectId) -> Result<Option<BTreeMap<String, ObjectId>>, Broken> {
    let root = repository.find_object(commit)?.peel_to_tree()?.id;
    let mut listing = Listing::new();
    match list(repository, root, &mut listing) {
        Ok(()) => {}
        // What lies beside the record is not needed.
        Err(_) => return Ok(None),
    }
    let is_file = |kind: &EntryKind| matches!(kind, EntryKind::Blob | EntryKind::BlobExecutable);
    let outputs = outputs(&listing);
    let files = listing.iter().filter(|(path, (kind, _))| is_file(kind) && !is_passed_over(path, &outputs));
    Ok(Some(files.filter_map(|(path, (_, id))| Some((path.to_str().ok()?.to_owned(), *id))).collect()))
}

/// A file of the snapshot, or why it is left out.
type Found = Result<ObjectId, LeftOut>;

/// The files of the snapshot, and what is left out of it. `below` is where the folder lies in the repository.
fn files(repository: &Repository, listing: &Listing, below: &BString) -> Result<Vec<(ContentPath, Found)>, Broken> {
    let mut files = Vec::new();
    let outputs = outputs(listing);
    for (path, (kind, id)) in listing {
        if is_passed_over(path, &outputs) {
            continue;
        }
        let found = match kind {
            EntryKind::Tree | EntryKind::Commit => continue,
            EntryKind::Blob | EntryKind::BlobExecutable => Ok(*id),
            EntryKind::Link => follow(repository, listing, below, path)?,
        };
        let relative = gix::path::from_bstr(path.as_bstr());
        match relative.map(|relative| content_path(&relative)) {
            Ok(Ok(path)) => files.push((path, found)),
            Ok(Err(it)) => files.extend(it.nearest.map(|path| (path, Err(LeftOut::Name(it.letter))))),
            Err(_) => {}
        }
    }
    Ok(files)
}

/// The folders that hold a site which Candor wrote.
fn outputs(listing: &Listing) -> BTreeSet<&[u8]> {
    let mark = format!("/{}", crate::OUTPUT_MARK);
    listing.keys().filter_map(|path| path.strip_suffix(mark.as_bytes())).collect()
}

/// Whether the path or a folder on its way is hidden, or such a folder is one of the `outputs`.
fn is_passed_over(path: &BString, outputs: &BTreeSet<&[u8]>) -> bool {
    let is_output = || !outputs.is_empty() && path.find_iter("/").any(|end| outputs.contains(&path[..end]));
    super::is_hidden(&path.to_str_lossy()) || is_output()
}

/// The file that the symbolic link at `link` stands for.
fn follow(repository: &Repository, listing: &Listing, below: &BString, link: &BString) -> Result<Found, Broken> {
    let mut path = link.clone();
    for _ in 0..LINKS {
        let ends = path.find_iter("/").chain([path.len()]);
        let on_the_way =
            ends.map(|end| (end, listing.get(path[..end].as_bstr()))).find_map(|(end, found)| match found {
                Some((EntryKind::Link, id)) => Some((end, *id)),
                _ => None,
            });
        let Some((end, id)) = on_the_way else {
            return Ok(match listing.get(&path).map(|(kind, id)| (*kind, *id)) {
                Some((EntryKind::Blob | EntryKind::BlobExecutable, id)) => Ok(id),
                Some((EntryKind::Tree, _)) => Err(LeftOut::LinkToFolder),
                None if path.is_empty() => Err(LeftOut::LinkToFolder),
                Some((EntryKind::Link | EntryKind::Commit, _)) | None => Err(LeftOut::LinkLoop),
            });
        };
        let target = bytes(repository, id)?;
        let folder = path[..end].rfind("/").map_or(&b""[..], |at| &path[..at]);
        match joined(below, folder, &target, &path[end..]) {
            Some(target) => path = target,
            None => return Ok(Err(LeftOut::LinkOut)),
        }
    }
    Ok(Err(LeftOut::LinkLoop))
}

/// The path that `target` means in `folder`, with `rest` behind it; `None` when it does not lead below the root, which lies
/// at `below` in the repository.
fn joined(below: &[u8], folder: &[u8], target: &[u8], rest: &[u8]) -> Option<BString> {
    if target.starts_with(b"/") {
        return None;
    }
    let mut parts: Vec<&[u8]> = Vec::new();
    for part in [below, folder, target, rest].into_iter().flat_map(|it| it.split_str("/")) {
        match part {
            b"" | b"." => {}
            b".." => drop(parts.pop()?),
            part => parts.push(part),
        }
    }
    let root: Vec<&[u8]> = below.split_str("/").filter(|part| !part.is_empty()).collect();
    Some(parts.strip_prefix(root.as_slice())?.join(&b'/').into())
}

/// What makes the folder on disk differ from the listing by more than its authors changed.
fn caveats(repository: &Repository, listing: &Listing, folder: &Path) -> Vec<Caveat> {
    let on_disk = |path: &BString| gix::path::from_bstr(path.as_bstr()).map(|path| folder.join(path));
    let submodules = listing.iter().filter(|(_, (kind, _))| *kind == EntryKind::Commit).map(|(path, _)| path);
    // A submodule that is not checked out is an empty folder.
    let is_filled = |path: &&BString| on_disk(path).is_ok_and(|path| path.join(".git").exists());
    let submodules = submodules.filter(is_filled).map(|path| Caveat::Submodule { folder: path.to_string() });
    let is_sparse = repository.config_snapshot().boolean("core.sparseCheckout") == Some(true);
    let files =
        listing.iter().filter(|(_, (kind, _))| is_sparse && *kind != EntryKind::Tree && *kind != EntryKind::Commit);
    let missing = files.filter(|(path, _)| on_disk(path).is_ok_and(|path| path.symlink_metadata().is_err())).count();
    let sparse = (missing > 0).then_some(Caveat::Sparse { files: missing });
    submodules.chain(sparse).collect()
}

fn bytes(repository: &Repository, blob: ObjectId) -> Result<Vec<u8>, Broken> {
    Ok(repository.find_object(blob)?.detach().data)
}

/// Why `revision` cannot be read: what a promisor keeps for a partial clone is missing here, and to be fetched. Elsewhere it
/// is damage.
fn unreadable_in(repository: &Repository, revision: &str, why: Broken) -> RevisionError {
    match is_partial(repository) {
        true => RevisionError::Partial { revision: revision.to_owned() },
        false => unreadable(format!("`{revision}`"), reason(&*why)),
    }
}

fn unreadable(what: impl fmt::Display, why: impl fmt::Display) -> RevisionError {
    RevisionError::Unreadable { what: what.to_string(), why: why.to_string() }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_link_leads_from_its_folder_and_never_above_the_root() {
        for (folder, target, rest, path) in [
            ("", "a.md", "", Some("a.md")),
            ("sow", "../a.md", "", Some("a.md")),
            ("sow", "./b", "/c.md", Some("sow/b/c.md")),
            ("sow", "..", "", Some("")),
            ("sow", "../../a.md", "", None),
            ("sow", "../../content/a.md", "", Some("a.md")),
            ("", "/etc/passwd", "", None),
        ] {
            let found = joined(b"content", folder.as_bytes(), target.as_bytes(), rest.as_bytes());
            assert_eq!(found, path.map(BString::from), "{folder} {target}");
        }
    }
}
