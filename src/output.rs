//! Makes a folder hold exactly these files, and loses nothing.
//!
//! For the output `site`, the new site grows in `.site.candor-new` beside it. Files that have not changed are hard links
//! into the old site, so that their inode and their times stay. When every file is there, the two folders are exchanged
//! in one step of the system (`renameat2` with `RENAME_EXCHANGE`), and the old one is removed. What always holds:
//!
//! - Whatever ends the build before that step, an error, a panic or `kill -9`, leaves the old site. Nobody ever reads a
//!   mixture: no published file is opened for writing.
//! - What a killed build left beside the output is removed by the next one.
//! - Builds into one folder follow each other: a lock on `.site.candor-lock` lasts as long as the writing.
//! - A folder that Candor did not write is not replaced. [`OUTPUT_MARK`] tells them apart.
//! - An output that already holds exactly these files is not exchanged.
//! - A site that lacks most of the published records replaces nothing, unless that is asked for.
//!
//! Where something holds the folder itself, because it is mounted or was asked for, the new site grows inside it, in
//! `.candor-new`, and its files take their places one by one, those that readers come to last. There a reader may see pages
//! of both for a moment, and a killed build leaves some of each; the next one completes it. Every file is whole at any time.
//!
//! Some systems cannot exchange (Windows, a few network file systems). There the old site is renamed to
//! `.site.candor-old` and the new one takes its place: a build that is killed between these two steps leaves the old
//! site whole, under that name, and the next build puts it back before it does anything else.
//!
//! The kernel may still hold the last seconds of a build in memory when the power fails. The next build compares every
//! file byte by byte, and so mends what was lost.

use std::collections::{HashMap, HashSet};
use std::ffi::OsString;
use std::fmt;
use std::fs;
use std::io::{self, Read, Write};
use std::ops::Add;
use std::path::{Component, Path, PathBuf};
use std::sync::Mutex;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::time::{Duration, Instant};

use rayon::prelude::*;

use crate::OUTPUT_MARK;
use crate::id::{ContentPath, Kind};
use crate::page::{Body, Page};
use crate::site::{Made, places};

/// What a build did to the output. The mark is not counted.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Written {
    /// Files that are new or have changed.
    pub written: usize,
    /// Files that were there already and were not touched.
    pub unchanged: usize,
    /// Files of the old site that the new one does not have.
    pub removed: usize,
    /// Size of the files that are new or have changed.
    pub bytes: u64,
}

impl Add for Written {
    type Output = Written;

    fn add(self, other: Written) -> Written {
        Written {
            written: self.written + other.written,
            unchanged: self.unchanged + other.unchanged,
            removed: self.removed + other.removed,
            bytes: self.bytes + other.bytes,
        }
    }
}

/// What a build may do to a published site.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Permission {
    /// Change the folder's files one by one, and keep the folder. Without it, that is done only where it has to be.
    pub in_place: bool,
    /// Remove most of the published records.
    pub removal: bool,
}

/// Why nothing was published. What was published before is as it was.
#[derive(Debug)]
pub enum Failure<E> {
    /// The new site lacks most of the published records.
    Removal {
        /// How many records are published.
        published: usize,
        /// How many of them the new site does not have.
        lost: usize,
    },
    /// Writing there would lose something, or the files do not make one folder; the words say what to do.
    Refused(String),
    /// The disk; the error names the file.
    World(io::Error),
    /// One of the files was an error.
    Stopped(E),
}

impl<E: fmt::Display> fmt::Display for Failure<E> {
    fn fmt(&self, f: &mut fmt::Formatter) -> fmt::Result {
        match self {
            Failure::Removal { published, lost } => write!(
                f,
                "{lost} of the {published} records and pages that are published would be removed, so nothing was changed\n  \
                 see that the folder is whole and the right one; if they are meant to go, build with `--allow-removal`"
            ),
            Failure::Refused(why) => f.write_str(why),
            Failure::World(error) => error.fmt(f),
            Failure::Stopped(error) => error.fmt(f),
        }
    }
}

/// How long a build waits for another one that writes the same folder.
const PATIENCE: Duration = Duration::from_secs(60);

const MARK: &[u8] = b"Candor wrote this folder, and replaces all of it at the next build.\n";

/// Repositories that people keep in their published folder, and would miss.
const REPOSITORIES: [&str; 4] = [".git", ".hg", ".jj", ".svn"];

/// Makes `out` hold exactly `files`. Each file is written as soon as it comes; the site changes when the last one is
/// there. `root` is the folder of the record, which `out` must not hold; `out` may lie in it.
///
/// # Errors
/// When `out` is refused, when two files have one path, when most of the published records would go, when the disk fails, or
/// with the first `Err` among the files.
pub fn write<E: Send>(
    out: &Path,
    root: &Path,
    permission: Permission,
    files: impl ParallelIterator<Item = Result<Page, E>>,
) -> Result<Written, Failure<E>> {
    let site = resolve(out)?;
    let in_place = site.is_dir() && (permission.in_place || is_mount_point(&site) || is_mounted_elsewhere(&site));
    refuse_loss(out, &site, root, in_place)?;
    let beside = if in_place { Beside::inside(&site) } else { Beside::new(&site) };
    if in_place {
        // From now on the folder is known as one of ours, whatever ends this build.
        mark(&site)?;
    }
    let _lock = Lock::take(&beside.lock, out)?;
    beside.clear(&site)?;
    // Another build may have published while this one waited for the lock.
    refuse_loss(out, &site, root, in_place)?;

    let staging = Staging::new(&site, &beside.new)?;
    let mut sum = files
        .map(|file| staging.put(&file.map_err(Failure::Stopped)?))
        .try_reduce(Written::default, |one, other| Ok(one + other))?;
    // Two files of one path count twice here; they are refused below.
    sum.removed = staging.old.len().saturating_sub(staging.replaced.load(Ordering::Relaxed));
    let unchanged = staging.unchanged()?;
    if !permission.removal {
        staging.refuse_removal()?;
    }
    if in_place {
        staging.move_in(&unchanged)?;
    } else if sum.written + sum.removed > 0 || !is_marked(&site) {
        unchanged.par_iter().try_for_each(|path| staging.keep(path))?;
        mark(&beside.new)?;
        publish(&site, &beside).map_err(|error| not_movable(out, error))?;
    }
    Ok(sum)
}

fn mark<E>(folder: &Path) -> Result<(), Failure<E>> {
    let mark = folder.join(OUTPUT_MARK);
    if fs::read(&mark).is_ok_and(|there| there == MARK) {
        return Ok(());
    }
    fs::write(&mark, MARK).map_err(named(&mark))
}

/// Whether the page at `path` is that of a record, a text or an old address of one, and none that every site has.
fn is_record_page(path: &Path) -> bool {
    let Some(path) = path.to_str() else { return false };
    let path = path.replace('\\', "/");
    let is_made = Made::ALL.iter().any(|made| made.path() == path);
    let is_index = Kind::ALL.iter().any(|kind| {
        let below = path.strip_prefix(places::folder(*kind)).and_then(|rest| rest.strip_prefix('/'));
        below.is_some_and(|rest| rest == "index.html" || rest.starts_with("page/"))
    });
    path.ends_with("/index.html") && !is_made && !is_index && !path.starts_with("rules/")
}

/// Where `out` lies, through all links; the folder itself need not exist, those above it are made.
fn resolve<E>(out: &Path) -> Result<PathBuf, Failure<E>> {
    if fs::symlink_metadata(out).is_ok() {
        return out.canonicalize().map_err(|_| {
            refused(out, "is a link that leads nowhere; remove the link, or name another folder with `--output`")
        });
    }
    let Some(name) = out.file_name() else {
        return Err(refused(out, "names no folder; name a new one with `--output`"));
    };
    let parent = match out.parent() {
        Some(parent) if parent != Path::new("") => parent,
        _ => Path::new("."),
    };
    fs::create_dir_all(parent).map_err(named(parent))?;
    Ok(parent.canonicalize().map_err(named(parent))?.join(name))
}

/// Refuses every folder whose replacement would lose something. `site` is what `out` resolves to.
fn refuse_loss<E>(out: &Path, site: &Path, root: &Path, in_place: bool) -> Result<(), Failure<E>> {
    let Ok(about) = fs::symlink_metadata(site) else { return Ok(()) };
    if !about.is_dir() {
        return Err(refused(out, "is a file; name a folder with `--output`"));
    }
    let root = root.canonicalize().map_err(named(root))?;
    if root == site {
        return Err(refused(out, "is the record itself; name a folder of its own with `--output`"));
    }
    if root.starts_with(site) {
        let why = format!("holds the record ({}); name a folder outside of it with `--output`", root.display());
        return Err(refused(out, &why));
    }
    let is_here =
        || std::env::current_dir().and_then(|here| here.canonicalize()).is_ok_and(|here| here.starts_with(site));
    if !in_place && is_here() {
        let why = "is the folder you stand in, and would be replaced; build from outside of it, or with `--in-place`";
        return Err(refused(out, why));
    }
    let mut entries = fs::read_dir(site).map_err(named(site))?;
    if !is_marked(site) && entries.next().is_some() {
        let why = "is not empty, and Candor did not write it; empty it, or name a new folder with `--output`";
        return Err(refused(out, why));
    }
    if let Some(found) = REPOSITORIES.iter().find(|name| site.join(name).exists()) {
        let why =
            format!("holds `{found}`, which would be lost; build into another folder and copy the site from there");
        return Err(refused(out, &why));
    }
    Ok(())
}

fn is_marked(site: &Path) -> bool {
    fs::symlink_metadata(site.join(OUTPUT_MARK)).is_ok_and(|mark| mark.is_file())
}

/// The names that a build uses in the folder that holds the output. They begin with a dot, so that neither the record
/// nor the preview takes them for content.
struct Beside {
    new: PathBuf,
    old: PathBuf,
    lock: PathBuf,
}

impl Beside {
    fn new(site: &Path) -> Beside {
        let named = |end: &str| {
            let mut name = OsString::from(".");
            name.push(site.file_name().unwrap_or_default());
            name.push(end);
            site.with_file_name(name)
        };
        Beside { new: named(".candor-new"), old: named(".candor-old"), lock: named(".candor-lock") }
    }

    /// The same names in the output itself, where that is not exchanged.
    fn inside(site: &Path) -> Beside {
        let named = |name: &str| site.join(name);
        Beside { new: named(".candor-new"), old: named(".candor-old"), lock: named(".candor-lock") }
    }

    /// Puts back what a killed build had set aside, and removes what it left.
    fn clear<E>(&self, site: &Path) -> Result<(), Failure<E>> {
        if !site.exists() && self.old.join(OUTPUT_MARK).exists() {
            fs::rename(&self.old, site).map_err(named(&self.old))?;
        }
        for leftover in [&self.new, &self.old] {
            if fs::symlink_metadata(leftover).is_ok() {
                fs::remove_dir_all(leftover).map_err(named(leftover))?;
            }
        }
        Ok(())
    }
}

/// Held while a build writes; the file is gone afterwards, unless the build was killed.
struct Lock {
    path: PathBuf,
    file: fs::File,
}

impl Lock {
    fn take<E>(path: &Path, out: &Path) -> Result<Lock, Failure<E>> {
        let since = Instant::now();
        loop {
            let opened = fs::OpenOptions::new().create(true).truncate(false).write(true).open(path);
            let file = opened.map_err(|error| match error.kind() {
                io::ErrorKind::PermissionDenied | io::ErrorKind::ReadOnlyFilesystem => refused(
                    out,
                    "cannot be replaced, as the folder that holds it is not writable; make that one writable, or build \
                     with `--in-place`",
                ),
                _ => named(path)(error),
            })?;
            match file.try_lock() {
                Ok(()) if is_at(&file, path) => return Ok(Lock { path: path.to_owned(), file }),
                // The build that held it has removed the file: the next one locks a new file.
                Ok(()) => {}
                Err(fs::TryLockError::WouldBlock) if since.elapsed() < PATIENCE => {
                    std::thread::sleep(Duration::from_millis(20));
                }
                Err(fs::TryLockError::WouldBlock) => {
                    return Err(refused(out, "is being written by another build; try again when that one has ended"));
                }
                Err(fs::TryLockError::Error(error)) => return Err(named(path)(error)),
            }
        }
    }
}

impl Drop for Lock {
    fn drop(&mut self) {
        // Elsewhere an open file may refuse to go, and `is_at` cannot tell: the empty file stays.
        if cfg!(unix) {
            drop(fs::remove_file(&self.path));
        }
        drop(self.file.unlock());
    }
}

#[cfg(unix)]
fn is_at(file: &fs::File, path: &Path) -> bool {
    use std::os::unix::fs::MetadataExt;
    match (file.metadata(), fs::metadata(path)) {
        (Ok(open), Ok(there)) => (open.dev(), open.ino()) == (there.dev(), there.ino()),
        _ => false,
    }
}

#[cfg(not(unix))]
fn is_at(_: &fs::File, path: &Path) -> bool {
    path.exists()
}

/// The new site while it grows. Dropped: nothing of it is left, be it the unfinished new site or the replaced old one.
struct Staging<'a> {
    site: &'a Path,
    new: &'a Path,
    old: Old,
    /// How many files of the old site the new one has too.
    replaced: AtomicUsize,
    /// How many pages of records among them.
    replaced_records: AtomicUsize,
    /// Those among them that hold the same. They are linked when it is known that the site changes at all.
    unchanged: Mutex<Vec<ContentPath>>,
}

/// Every file of the published site but the mark, with its size; `None` for what is not a plain file.
type Old = HashMap<PathBuf, Option<u64>>;

impl<'a> Staging<'a> {
    fn new<E>(site: &'a Path, new: &'a Path) -> Result<Staging<'a>, Failure<E>> {
        let old = published(site)?;
        fs::create_dir(new).map_err(named(new))?;
        Ok(Staging { site, new, old, replaced: 0.into(), replaced_records: 0.into(), unchanged: Mutex::default() })
    }

    /// Brings one file into the new site.
    fn put<E>(&self, file: &Page) -> Result<Written, Failure<E>> {
        let path = Path::new(file.path.as_str());
        let inside = path.components().all(|part| matches!(part, Component::Normal(_)));
        if !inside || path == Path::new(OUTPUT_MARK) {
            return Err(Failure::Refused(format!("`{}` cannot be the name of a published file; rename it", file.path)));
        }
        let size = self.old.get(path);
        if size.is_some() {
            self.replaced.fetch_add(1, Ordering::Relaxed);
            self.replaced_records.fetch_add(usize::from(is_record_page(path)), Ordering::Relaxed);
        }
        let name = self.site.join(path);
        if size.copied().flatten().is_some_and(|size| is_same(&name, size, &file.body)) {
            self.unchanged.lock().expect("no thread panics while it pushes").push(file.path.clone());
            return Ok(Written { unchanged: 1, ..Written::default() });
        }
        let bytes = self.create(path, &file.body).map_err(|error| clash(&name, error))?;
        Ok(Written { written: 1, bytes, ..Written::default() })
    }

    /// The unchanged files in the order of their paths, when there are no two of one path.
    fn unchanged<E>(&self) -> Result<Vec<ContentPath>, Failure<E>> {
        let mut paths = std::mem::take(&mut *self.unchanged.lock().expect("no thread panics while it pushes"));
        paths.par_sort();
        match paths.windows(2).find(|pair| pair[0] == pair[1]) {
            Some(pair) => Err(two_files(&self.site.join(pair[0].as_str()))),
            None => Ok(paths),
        }
    }

    /// Takes the file over from the old site, times and all.
    fn keep<E>(&self, path: &ContentPath) -> Result<(), Failure<E>> {
        let (old, new) = (self.site.join(path.as_str()), self.new.join(path.as_str()));
        match in_folder(&new, || fs::hard_link(&old, &new)) {
            Ok(()) => Ok(()),
            Err(error) if error.kind() == io::ErrorKind::AlreadyExists => Err(two_files(&old)),
            // The file may belong to someone else, or the file system may have no links.
            Err(_) => copy_with_times(&old, &new).map_err(|error| clash(&old, error)),
        }
    }

    /// Refuses to remove more than half of the published records: more likely, something is missing. One may always go.
    fn refuse_removal<E>(&self) -> Result<(), Failure<E>> {
        let published = self.old.keys().filter(|path| is_record_page(path)).count();
        let lost = published.saturating_sub(self.replaced_records.load(Ordering::Relaxed));
        if lost > 1 && lost * 2 > published { Err(Failure::Removal { published, lost }) } else { Ok(()) }
    }

    /// Moves every new file to its place in the old site, pages after what they show, and removes what the new site does not
    /// have.
    fn move_in<E>(&self, unchanged: &[ContentPath]) -> Result<(), Failure<E>> {
        let mut new: Vec<PathBuf> = list(self.new).map_err(Failure::World)?.into_keys().collect();
        new.sort_by_key(|path| (path.extension().is_some_and(|ending| ending == "html"), path.clone()));
        for path in &new {
            let to = self.site.join(path);
            self.make_room(path).and_then(|()| fs::rename(self.new.join(path), &to)).map_err(named(&to))?;
        }
        let kept = unchanged.iter().map(|path| Path::new(path.as_str()));
        let kept: HashSet<&Path> = kept.chain(new.iter().map(PathBuf::as_path)).collect();
        for path in self.old.keys().filter(|path| !kept.contains(path.as_path())) {
            let file = self.site.join(path);
            // A folder in its place is one of the new site.
            if fs::symlink_metadata(&file).is_ok_and(|about| !about.is_dir()) {
                fs::remove_file(&file).map_err(named(&file))?;
            }
            // Only an empty folder goes.
            let folders = path.ancestors().skip(1).filter(|folder| *folder != Path::new(""));
            folders.map(|folder| self.site.join(folder)).find(|folder| fs::remove_dir(folder).is_err());
        }
        Ok(())
    }

    /// Makes the folders in which the file at `path` lies, where files or links of the old site may be, and takes a folder out of
    /// its own place.
    fn make_room(&self, path: &Path) -> io::Result<()> {
        let mut folders: Vec<&Path> = path.ancestors().skip(1).filter(|folder| *folder != Path::new("")).collect();
        folders.reverse();
        for folder in folders.into_iter().map(|folder| self.site.join(folder)) {
            match fs::symlink_metadata(&folder) {
                Ok(about) if about.is_dir() => continue,
                Ok(_) => fs::remove_file(&folder)?,
                Err(_) => {}
            }
            fs::create_dir(&folder)?;
        }
        let to = self.site.join(path);
        let is_folder = fs::symlink_metadata(&to).is_ok_and(|about| about.is_dir());
        if is_folder { remove(&to) } else { Ok(()) }
    }

    /// Writes the file anew, and says how long it is.
    fn create(&self, path: &Path, body: &Body) -> io::Result<u64> {
        let new = self.new.join(path);
        match body.bytes() {
            Ok(bytes) => {
                in_folder(&new, || fs::File::create_new(&new))?.write_all(bytes)?;
                Ok(bytes.len() as u64)
            }
            Err(source) => {
                let from_source = |error: io::Error| with_name(source, &error);
                // A pipe would never end.
                if !fs::metadata(source).map_err(from_source)?.is_file() {
                    return Err(from_source(io::Error::new(io::ErrorKind::InvalidInput, "is not a file")));
                }
                let mut from = fs::File::open(source).map_err(from_source)?;
                io::copy(&mut from, &mut in_folder(&new, || fs::File::create_new(&new))?)
            }
        }
    }
}

impl Drop for Staging<'_> {
    fn drop(&mut self) {
        // What cannot be removed now is named by the next build, which tries again.
        drop(remove(self.new));
    }
}

fn copy_with_times(old: &Path, new: &Path) -> io::Result<()> {
    let mut from = fs::File::open(old)?;
    let mut to = in_folder(new, || fs::File::create_new(new))?;
    io::copy(&mut from, &mut to)?;
    to.set_times(fs::FileTimes::new().set_modified(from.metadata()?.modified()?))
}

/// Does `make`; when the folder of `path` is missing, makes that and tries once more. Most folders of a site hold one
/// file, so that asking first, or remembering, would cost more.
fn in_folder<T>(path: &Path, make: impl Fn() -> io::Result<T>) -> io::Result<T> {
    match make() {
        Err(error) if error.kind() == io::ErrorKind::NotFound => {
            fs::create_dir_all(path.parent().unwrap_or(path))?;
            make()
        }
        done => done,
    }
}

/// Whether the published file `old`, which is `size` bytes long, holds `body` already. A file that cannot be read
/// does not.
fn is_same(old: &Path, size: u64, body: &Body) -> bool {
    match body.bytes() {
        Ok(bytes) => bytes.len() as u64 == size && fs::read(old).is_ok_and(|there| there == *bytes),
        Err(source) => {
            fs::metadata(source).is_ok_and(|about| about.is_file() && about.len() == size)
                && same_bytes(old, source).unwrap_or(false)
        }
    }
}

fn same_bytes(one: &Path, other: &Path) -> io::Result<bool> {
    const PIECE: u64 = 1 << 16;
    let (one, other) = (fs::File::open(one)?, fs::File::open(other)?);
    let (mut left, mut right) = (Vec::new(), Vec::new());
    loop {
        left.clear();
        right.clear();
        (&one).take(PIECE).read_to_end(&mut left)?;
        (&other).take(PIECE).read_to_end(&mut right)?;
        if left != right || left.is_empty() {
            return Ok(left == right);
        }
    }
}

fn published<E>(site: &Path) -> Result<Old, Failure<E>> {
    if !site.exists() {
        return Ok(Old::new());
    }
    let mut old = list(site).map_err(Failure::World)?;
    // What a build in the folder itself keeps there, and the mark.
    let own = |path: &PathBuf| path.iter().next().is_some_and(|first| first.to_string_lossy().starts_with(".candor-"));
    old.retain(|path, _| !own(path));
    Ok(old)
}

/// Every file below `folder`, by its path from there; links are not followed.
fn list(folder: &Path) -> io::Result<Old> {
    let mut files = Old::new();
    for entry in walkdir::WalkDir::new(folder).min_depth(1) {
        let entry = entry?;
        if !entry.file_type().is_dir() {
            let size = if entry.file_type().is_file() { Some(entry.metadata()?.len()) } else { None };
            let path = entry.path().strip_prefix(folder).expect("the walk stays in its folder");
            files.insert(path.to_owned(), size);
        }
    }
    Ok(files)
}

/// Puts the new site in the place of the old one.
fn publish(site: &Path, beside: &Beside) -> io::Result<()> {
    let Ok(about) = fs::metadata(site) else {
        return fs::rename(&beside.new, site);
    };
    // Whoever set up the folder may have let others in, or kept them out.
    fs::set_permissions(&beside.new, about.permissions())?;
    if exchange(&beside.new, site)? { Ok(()) } else { set_aside(site, beside) }
}

/// Exchanges the two where the system has no step for it.
fn set_aside(site: &Path, beside: &Beside) -> io::Result<()> {
    fs::rename(site, &beside.old)?;
    if let Err(error) = fs::rename(&beside.new, site) {
        fs::rename(&beside.old, site)?;
        return Err(error);
    }
    drop(remove(&beside.old));
    Ok(())
}

/// Exchanges two folders in one step. False where the system has no such step.
#[cfg(any(target_os = "linux", target_os = "android", target_vendor = "apple"))]
fn exchange(one: &Path, other: &Path) -> io::Result<bool> {
    use rustix::fs::{CWD, RenameFlags, renameat_with};
    use rustix::io::Errno;
    match renameat_with(CWD, one, CWD, other, RenameFlags::EXCHANGE) {
        Ok(()) => Ok(true),
        Err(Errno::INVAL | Errno::NOSYS | Errno::NOTSUP) => Ok(false),
        Err(error) => Err(error.into()),
    }
}

#[cfg(not(any(target_os = "linux", target_os = "android", target_vendor = "apple")))]
fn exchange(_: &Path, _: &Path) -> io::Result<bool> {
    Ok(false)
}

#[cfg(target_os = "linux")]
fn is_mount_point(folder: &Path) -> bool {
    use rustix::fs::{AtFlags, CWD, StatxAttributes, StatxFlags, statx};
    statx(CWD, folder, AtFlags::empty(), StatxFlags::empty())
        .is_ok_and(|about| about.stx_attributes.contains(StatxAttributes::MOUNT_ROOT))
}

#[cfg(all(unix, not(target_os = "linux")))]
fn is_mount_point(folder: &Path) -> bool {
    use std::os::unix::fs::MetadataExt;
    let device = |path: &Path| fs::metadata(path).map(|about| about.dev()).ok();
    folder.parent().is_none_or(|parent| device(parent) != device(folder))
}

#[cfg(not(unix))]
fn is_mount_point(folder: &Path) -> bool {
    folder.parent().is_none()
}

/// Whether the folder itself, or one in it, is mounted at a second place as well: whoever looks there would keep the old
/// site when the two are exchanged. What other machines and containers hold cannot be told.
#[cfg(target_os = "linux")]
fn is_mounted_elsewhere(folder: &Path) -> bool {
    let Ok(mounts) = fs::read_to_string("/proc/self/mountinfo") else { return false };
    // The device, the path there, and where it is mounted.
    let mounts: Vec<(&str, String, String)> = mounts
        .lines()
        .filter_map(|line| {
            let mut words = line.split(' ').skip(2);
            Some((words.next()?, plain(words.next()?), plain(words.next()?)))
        })
        .collect();
    let own = mounts.iter().filter(|(_, _, at)| folder.starts_with(at)).max_by_key(|(_, _, at)| at.len());
    let Some((device, root, at)) = own else { return false };
    let path = Path::new(root).join(folder.strip_prefix(at).expect("it was chosen for that"));
    mounts.iter().any(|(its, root, _)| its == device && Path::new(root).starts_with(&path))
}

/// Blanks and the like stand there by their numbers.
#[cfg(target_os = "linux")]
fn plain(word: &str) -> String {
    [("\\040", " "), ("\\011", "\t"), ("\\012", "\n"), ("\\134", "\\")]
        .iter()
        .fold(word.to_owned(), |word, (number, letter)| word.replace(number, letter))
}

#[cfg(not(target_os = "linux"))]
fn is_mounted_elsewhere(_: &Path) -> bool {
    false
}

/// Removes `folder` and all below it, folders beside each other at the same time; links are not followed.
fn remove(folder: &Path) -> io::Result<()> {
    let entries: Vec<fs::DirEntry> = match fs::read_dir(folder) {
        Err(error) if error.kind() == io::ErrorKind::NotFound => return Ok(()),
        entries => entries?.collect::<io::Result<_>>()?,
    };
    entries.into_par_iter().try_for_each(|entry| {
        if entry.file_type()?.is_dir() { remove(&entry.path()) } else { fs::remove_file(entry.path()) }
    })?;
    fs::remove_dir(folder)
}

fn refused<E>(out: &Path, why: &str) -> Failure<E> {
    Failure::Refused(format!("{} {why}", out.display()))
}

/// Mount points that show themselves only now, and folders of a lower layer of an overlay.
fn not_movable<E>(out: &Path, error: io::Error) -> Failure<E> {
    match error.kind() {
        io::ErrorKind::CrossesDevices | io::ErrorKind::ResourceBusy => {
            refused(out, "cannot be exchanged, as something holds the folder itself; build with `--in-place`")
        }
        _ => named(out)(error),
    }
}

/// Two files of one path, or a file where another one needs a folder; any other trouble is the disk's.
fn clash<E>(path: &Path, error: io::Error) -> Failure<E> {
    match error.kind() {
        // An error that names its own file has no code of the system any more.
        _ if error.raw_os_error().is_none() => Failure::World(error),
        io::ErrorKind::AlreadyExists | io::ErrorKind::NotADirectory | io::ErrorKind::IsADirectory => two_files(path),
        _ => named(path)(error),
    }
}

fn two_files<E>(path: &Path) -> Failure<E> {
    let path = path.display();
    Failure::Refused(format!("two files of the site would be {path}; rename one of the two that they come from"))
}

fn named<E>(path: &Path) -> impl Fn(io::Error) -> Failure<E> {
    move |error| Failure::World(with_name(path, &error))
}

fn with_name(path: &Path, error: &io::Error) -> io::Error {
    io::Error::new(error.kind(), format!("{}: {error}", path.display()))
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeMap;
    use std::convert::Infallible;

    use super::*;

    /// A folder with a record in `record`, and nothing else.
    fn place() -> (tempfile::TempDir, PathBuf, PathBuf) {
        let place = tempfile::tempdir().unwrap();
        let (root, out) = (place.path().join("record"), place.path().join("site"));
        fs::create_dir(&root).unwrap();
        fs::write(root.join("candor.toml"), "").unwrap();
        (place, root, out)
    }

    fn file(path: &str, text: &str) -> Page {
        Page { path: ContentPath::parse(path).unwrap(), body: Body::Text(text.into()) }
    }

    fn build(out: &Path, root: &Path, files: &[(&str, &str)]) -> Result<Written, Failure<Infallible>> {
        build_with(out, root, Permission { in_place: false, removal: true }, files)
    }

    fn build_with(
        out: &Path,
        root: &Path,
        permission: Permission,
        files: &[(&str, &str)],
    ) -> Result<Written, Failure<Infallible>> {
        write(out, root, permission, files.par_iter().map(|(path, text)| Ok(file(path, text))))
    }

    const ANY: Permission = Permission { in_place: false, removal: true };

    fn refusal(result: Result<Written, Failure<Infallible>>) -> String {
        match result {
            Err(Failure::Refused(why)) => why,
            other => panic!("{other:?} is no refusal"),
        }
    }

    /// Every file below `folder` but the mark, with what it holds.
    fn holds(folder: &Path) -> BTreeMap<String, String> {
        let files = list(folder).unwrap().into_keys().filter(|path| path != Path::new(OUTPUT_MARK));
        files.map(|path| (path.display().to_string(), fs::read_to_string(folder.join(path)).unwrap())).collect()
    }

    fn names_in(folder: &Path) -> Vec<String> {
        let mut names: Vec<String> =
            fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().file_name().into_string().unwrap()).collect();
        names.sort();
        names
    }

    #[test]
    fn the_folder_holds_exactly_the_files() {
        let (place, root, out) = place();
        let first = build(&out, &root, &[("index.html", "home"), ("sow/0001/index.html", "one")]).unwrap();
        assert_eq!(first, Written { written: 2, unchanged: 0, removed: 0, bytes: 7 });
        let second = build(&out, &root, &[("index.html", "home"), ("sow/0002/index.html", "two!")]).unwrap();
        assert_eq!(second, Written { written: 1, unchanged: 1, removed: 1, bytes: 4 });
        let expected = [("index.html", "home"), ("sow/0002/index.html", "two!")];
        assert_eq!(holds(&out), expected.map(|(path, text)| (path.to_owned(), text.to_owned())).into());
        assert_eq!(names_in(place.path()), ["record", "site"]);
    }

    #[test]
    #[cfg(unix)]
    fn unchanged_files_and_folders_are_not_touched() {
        use std::os::unix::fs::MetadataExt;
        let (_place, root, out) = place();
        build(&out, &root, &[("a.html", "a"), ("b.html", "b")]).unwrap();
        let (site, kept) = (fs::metadata(&out).unwrap(), fs::metadata(out.join("a.html")).unwrap());
        build(&out, &root, &[("a.html", "a"), ("b.html", "other")]).unwrap();
        let after = fs::metadata(out.join("a.html")).unwrap();
        assert_eq!((kept.ino(), kept.mtime_nsec()), (after.ino(), after.mtime_nsec()));
        assert_ne!(site.ino(), fs::metadata(&out).unwrap().ino());

        let site = fs::metadata(&out).unwrap();
        let same = build(&out, &root, &[("a.html", "a"), ("b.html", "other")]).unwrap();
        assert_eq!(same, Written { unchanged: 2, ..Written::default() });
        assert_eq!(site.ino(), fs::metadata(&out).unwrap().ino());
    }

    #[test]
    fn assets_are_copied_and_compared() {
        let (_place, root, out) = place();
        let source = root.join("logo.png");
        let asset = || {
            rayon::iter::once(Ok::<_, Infallible>(Page {
                path: ContentPath::parse("assets/logo.png").unwrap(),
                body: Body::OnDisk(source.clone()),
            }))
        };
        fs::write(&source, vec![7; 200_000]).unwrap();
        assert_eq!(write(&out, &root, ANY, asset()).unwrap().bytes, 200_000);
        assert_eq!(write(&out, &root, ANY, asset()).unwrap().unchanged, 1);
        fs::write(&source, vec![8; 200_000]).unwrap();
        assert_eq!(write(&out, &root, ANY, asset()).unwrap().written, 1);
        fs::remove_file(&source).unwrap();
        let gone = write(&out, &root, ANY, asset()).unwrap_err();
        assert!(matches!(&gone, Failure::World(error) if error.to_string().contains("logo.png")), "{gone}");
    }

    #[test]
    fn an_error_or_a_panic_midway_leaves_the_old_site() {
        let (place, root, out) = place();
        build(&out, &root, &[("index.html", "old")]).unwrap();
        let many = |stop: fn() -> Result<Page, String>| {
            let files = (0..200).into_par_iter();
            files.map(move |at| if at == 150 { stop() } else { Ok(file(&format!("{at}/index.html"), "new")) })
        };
        let stopped = write(&out, &root, ANY, many(|| Err("broken template".to_owned()))).unwrap_err();
        assert_eq!(stopped.to_string(), "broken template");
        let panicked = std::panic::catch_unwind(|| write(&out, &root, ANY, many(|| panic!("a wrong program"))).is_ok());
        assert!(panicked.is_err());
        assert_eq!(holds(&out), [("index.html".to_owned(), "old".to_owned())].into());
        assert_eq!(names_in(place.path()), ["record", "site"]);
    }

    #[test]
    fn two_files_of_one_path_are_refused() {
        let (_place, root, out) = place();
        build(&out, &root, &[("index.html", "old")]).unwrap();
        for pair in [["a/b", "a/b"], ["a", "a/b"], ["a/b", "a"], ["index.html", "index.html"]] {
            let why = refusal(build(&out, &root, &pair.map(|path| (path, "old"))));
            assert!(why.contains("two files of the site would be"), "{why}");
        }
        assert!(refusal(build(&out, &root, &[(OUTPUT_MARK, "")])).contains("cannot be the name"));
        assert_eq!(holds(&out).len(), 1);
    }

    #[test]
    fn what_would_lose_something_is_refused_and_kept() {
        let (place, root, out) = place();
        let nothing: &[(&str, &str)] = &[];
        let letters = place.path().join("letters");
        fs::create_dir(&letters).unwrap();
        fs::write(letters.join("to-my-love.txt"), "words").unwrap();
        fs::write(place.path().join("file"), "words").unwrap();
        build(&out, &root, &[("index.html", "home")]).unwrap();
        fs::create_dir(out.join(".git")).unwrap();
        for (folder, why) in [
            (letters.clone(), "Candor did not write it"),
            (root.clone(), "is the record itself"),
            (place.path().to_owned(), "holds the record"),
            (place.path().join("file"), "is a file"),
            (out.clone(), "holds `.git`"),
            (PathBuf::from("/"), "holds the record"),
            (place.path().join("nothing/.."), "names no folder"),
            (std::env::current_dir().unwrap(), "is the folder you stand in"),
        ] {
            let said = refusal(build(&folder, &root, nothing));
            assert!(said.contains(why), "{said}");
        }
        assert_eq!(names_in(place.path()), ["file", "letters", "record", "site"]);
        assert_eq!(names_in(&letters), ["to-my-love.txt"]);
    }

    #[test]
    fn a_record_may_hold_its_own_output() {
        let (_place, root, _) = place();
        let out = root.join("public/site");
        build(&out, &root, &[("index.html", "home")]).unwrap();
        build(&out, &root, &[("index.html", "changed")]).unwrap();
        assert_eq!(names_in(&root.join("public")), ["site"]);
    }

    #[test]
    #[cfg(unix)]
    fn an_output_behind_a_link_is_replaced_where_it_lies() {
        let (place, root, out) = place();
        let real = place.path().join("real");
        fs::create_dir(&real).unwrap();
        std::os::unix::fs::symlink(&real, &out).unwrap();
        build(&out, &root, &[("index.html", "home")]).unwrap();
        assert!(fs::symlink_metadata(&out).unwrap().is_symlink());
        assert_eq!(holds(&real).len(), 1);
        fs::remove_dir_all(&real).unwrap();
        assert!(refusal(build(&out, &root, &[])).contains("leads nowhere"));
    }

    #[test]
    #[cfg(unix)]
    fn links_in_the_old_site_lead_nowhere_out() {
        let (place, root, out) = place();
        let outside = place.path().join("outside");
        fs::create_dir(&outside).unwrap();
        fs::write(outside.join("a.html"), "a").unwrap();
        build(&out, &root, &[("index.html", "home")]).unwrap();
        std::os::unix::fs::symlink(&outside, out.join("folder")).unwrap();
        std::os::unix::fs::symlink(outside.join("a.html"), out.join("b.html")).unwrap();
        let written = build(&out, &root, &[("folder/a.html", "a"), ("b.html", "b")]).unwrap();
        assert_eq!(written, Written { written: 2, unchanged: 0, removed: 2, bytes: 2 });
        assert_eq!(fs::read_to_string(outside.join("a.html")).unwrap(), "a");
        assert!(!fs::symlink_metadata(out.join("b.html")).unwrap().is_symlink());
    }

    #[test]
    fn what_a_killed_build_left_is_cleared_and_what_it_set_aside_comes_back() {
        let (place, root, out) = place();
        build(&out, &root, &[("index.html", "old")]).unwrap();
        let beside = Beside::new(&out);
        fs::rename(&out, &beside.old).unwrap();
        fs::create_dir_all(beside.new.join("half")).unwrap();
        fs::write(&beside.lock, "").unwrap();
        let stopped = write(&out, &root, ANY, rayon::iter::once(Err::<Page, _>("stop")));
        assert!(matches!(stopped, Err(Failure::Stopped("stop"))));
        assert_eq!(holds(&out), [("index.html".to_owned(), "old".to_owned())].into());
        assert_eq!(names_in(place.path()), ["record", "site"]);
    }

    #[test]
    fn without_an_exchange_the_two_are_renamed() {
        let (_place, root, out) = place();
        build(&out, &root, &[("index.html", "old")]).unwrap();
        let beside = Beside::new(&out);
        fs::create_dir(&beside.new).unwrap();
        set_aside(&out, &beside).unwrap();
        assert_eq!(holds(&out).len(), 0);
        assert!(!beside.old.exists() && !beside.new.exists());
    }

    #[test]
    #[cfg(unix)]
    fn in_place_the_folder_stays_and_holds_exactly_the_files() {
        use std::os::unix::fs::MetadataExt;
        let (place, root, out) = place();
        let in_place = Permission { in_place: true, removal: true };
        build(&out, &root, &[("index.html", "old"), ("a", "file"), ("b/c/d.html", "page"), ("same", "same")]).unwrap();
        let (folder, same) = (fs::metadata(&out).unwrap().ino(), fs::metadata(out.join("same")).unwrap().ino());
        std::os::unix::fs::symlink(place.path(), out.join("link")).unwrap();
        let files =
            [("index.html", "new"), ("a/b.html", "page"), ("b", "file"), ("same", "same"), ("link/x.html", "page")];
        for written in [5, 5] {
            let sum = build_with(&out, &root, in_place, &files).unwrap();
            assert_eq!(sum.written + sum.unchanged, written);
        }
        assert_eq!(holds(&out), files.map(|(path, text)| (path.to_owned(), text.to_owned())).into());
        assert_eq!((fs::metadata(&out).unwrap().ino(), fs::metadata(out.join("same")).unwrap().ino()), (folder, same));
        assert_eq!(names_in(&out), [".candor-site", "a", "b", "index.html", "link", "same"]);
        assert_eq!(names_in(place.path()), ["record", "site"]);
        // What a killed build left is cleared by the next.
        fs::create_dir_all(out.join(".candor-new/half")).unwrap();
        build_with(&out, &root, in_place, &files).unwrap();
        assert_eq!(names_in(&out).len(), 6);
    }

    #[test]
    fn most_of_the_records_do_not_go_unasked() {
        let (_place, root, out) = place();
        let careful = Permission::default();
        let site = |records: usize| {
            let records = (0..records).map(|at| format!("sow/{at:04}/index.html"));
            let made = ["index.html", "sow/index.html", "rules/stalled/index.html", "style.css"].map(str::to_owned);
            records.chain(made).collect::<Vec<_>>()
        };
        let build = |records: usize, permission| {
            let files = site(records);
            let files: Vec<(&str, &str)> = files.iter().map(|path| (path.as_str(), "text")).collect();
            build_with(&out, &root, permission, &files)
        };
        for (before, after, refused) in
            [(10, 5, false), (10, 4, true), (10, 0, true), (2, 0, true), (3, 1, true), (1, 0, false), (0, 0, false)]
        {
            build(before, ANY).unwrap();
            match build(after, careful) {
                Err(Failure::Removal { published, lost }) => {
                    assert_eq!((published, lost, refused), (before, before - after, true));
                    assert_eq!(holds(&out).len(), before + 4, "the old site is whole");
                }
                other => assert!(!refused && other.is_ok(), "{before} {after}"),
            }
            build(after, ANY).unwrap();
            assert_eq!(holds(&out).len(), after + 4);
        }
    }

    #[test]
    fn builds_at_once_leave_one_of_their_sites() {
        let (place, root, out) = place();
        std::thread::scope(|scope| {
            for builder in ["a", "b", "c"] {
                let (root, out) = (&root, &out);
                scope.spawn(move || {
                    for _ in 0..10 {
                        let files: Vec<String> = (0..20).map(|at| format!("{at}/index.html")).collect();
                        let files: Vec<(&str, &str)> = files.iter().map(|path| (path.as_str(), builder)).collect();
                        build(out, root, &files).unwrap();
                    }
                });
            }
        });
        let held = holds(&out);
        let first = held["0/index.html"].clone();
        assert!(held.len() == 20 && held.values().all(|text| *text == first));
        assert_eq!(names_in(place.path()), ["record", "site"]);
    }

    /// Not a test of its own: the program that the next test kills.
    #[test]
    fn builds_without_end_when_told_to() {
        let Some(place) = std::env::var_os("CANDOR_TEST_BUILDS_IN") else { return };
        let place = PathBuf::from(place);
        for round in 0.. {
            let text = format!("{round}");
            // The paths differ from round to round as well, so that there is something to remove.
            let files =
                (0..150).into_par_iter().map(|at| Ok::<_, Infallible>(file(&format!("{}/{at}", round % 2), &text)));
            let half = (0..150).into_par_iter().map(|at| Ok(file(&format!("{at}/same"), "same")));
            write(&place.join("site"), &place.join("record"), ANY, files.chain(half)).unwrap();
        }
    }

    #[test]
    fn a_killed_build_leaves_the_old_site_or_the_new_one() {
        let (place, root, out) = place();
        build(&out, &root, &[("index.html", "old")]).unwrap();
        for round in 0..15 {
            let mut child = std::process::Command::new(std::env::current_exe().unwrap())
                .args(["--exact", "output::tests::builds_without_end_when_told_to"])
                .env("CANDOR_TEST_BUILDS_IN", place.path())
                .stdout(std::process::Stdio::null())
                .spawn()
                .unwrap();
            std::thread::sleep(Duration::from_millis(20 + round * 9));
            child.kill().unwrap();
            child.wait().unwrap();
            let held = holds(&out);
            let changing: Vec<&String> =
                held.iter().filter(|(path, _)| !path.ends_with("same")).map(|(_, text)| text).collect();
            assert!(held.len() == 300 || held.len() == 1, "{} files", held.len());
            assert!(changing.iter().all(|text| *text == changing[0]));
        }
        build(&out, &root, &[("index.html", "new")]).unwrap();
        assert_eq!(names_in(place.path()), ["record", "site"]);
    }
}
