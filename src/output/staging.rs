//! The new site while it grows.

use std::collections::HashSet;
use std::fs;
use std::io::{self, Write};
use std::path::{Component, Path, PathBuf};
use std::sync::Mutex;
use std::sync::atomic::{AtomicUsize, Ordering};

use rayon::prelude::*;

use super::disk::{Old, copy_with_times, in_folder, list, published, remove, same_bytes};
use super::failure::{Failure, clash, named, two_files, with_name};
use super::proof::{Proof, mark_of_texts};
use super::refuse::is_most;
use super::{MARK, Written};
use crate::OUTPUT_MARK;
use crate::id::{ContentPath, Kind};
use crate::page::{Body, Page};
use crate::site::places::MANIFEST;
use crate::site::{Made, places};

/// The new site while it grows. Dropped: nothing of it is left, be it the unfinished new site or the replaced old one.
pub(super) struct Staging<'a> {
    pub(super) site: &'a Path,
    pub(super) new: &'a Path,
    pub(super) old: Old,
    /// How many files of the old site the new one has too.
    pub(super) replaced: AtomicUsize,
    /// How many pages of records among them.
    pub(super) replaced_records: AtomicUsize,
    /// Those among them that hold the same. They are linked when it is known that the site changes at all.
    pub(super) unchanged: Mutex<Vec<ContentPath>>,
    /// What the next build may know the site by.
    pub(super) proof: Option<Proof<'a>>,
}

impl<'a> Staging<'a> {
    pub(super) fn new<E>(site: &'a Path, new: &'a Path, proof: Option<Proof<'a>>) -> Result<Staging<'a>, Failure<E>> {
        let old = published(site).map_err(Failure::World)?;
        fs::create_dir(new).map_err(named(new))?;
        Ok(Staging {
            site,
            new,
            old,
            replaced: 0.into(),
            replaced_records: 0.into(),
            unchanged: Mutex::default(),
            proof,
        })
    }

    /// Brings one file into the new site.
    pub(super) fn put<E>(&self, file: &Page) -> Result<Written, Failure<E>> {
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
            self.prove(path, &file.body, &name)?;
            self.unchanged.lock().expect("no thread panics while it pushes").push(file.path.clone());
            return Ok(Written { unchanged: 1, ..Written::default() });
        }
        let bytes = self.create(path, &file.body).map_err(|error| clash(&name, error))?;
        self.prove(path, &file.body, &self.new.join(path))?;
        Ok(Written { written: 1, bytes, ..Written::default() })
    }

    /// Those of the `files` whose place is not taken by what the new site has so far, by themselves or by a folder on the way to them, in
    /// the order of their paths; without what is at the place of the manifest where the site `has_manifest`.
    pub(super) fn not_taken(&self, mut files: Vec<Page>, has_manifest: bool) -> Vec<Page> {
        if files.is_empty() {
            return files;
        }
        let unchanged = self.unchanged.lock().expect("no thread panics while it pushes");
        let unchanged: HashSet<&str> = unchanged.iter().map(ContentPath::as_str).collect();
        // A file of the old site that has another name in it: the system makes no difference between the two.
        let is_of_other_name =
            |place: &str| self.site.join(place).is_file() && !self.old.contains_key(Path::new(place));
        let is_taken = |place: &str| {
            (has_manifest && place == MANIFEST)
                || unchanged.contains(place)
                || self.new.join(place).is_file()
                || is_of_other_name(place)
        };
        files.retain(|file| {
            let path = file.path.as_str();
            !path.match_indices('/').map(|(at, _)| &path[..at]).chain([path]).any(is_taken)
        });
        files.sort_by(|one, other| one.path.cmp(&other.path));
        files
    }

    /// What the mark of the new site says, which is made from so many `texts`.
    pub(super) fn mark(&self, texts: Option<usize>) -> String {
        let proof = self.proof.as_ref().map_or_else(|| MARK.to_owned(), Proof::mark);
        proof + &texts.map(mark_of_texts).unwrap_or_default()
    }

    /// What the old site has at `path`; `None` where it has no file there that can be read.
    pub(super) fn held(&self, path: &str) -> Option<Vec<u8>> {
        (*self.old.get(Path::new(path))?)?;
        fs::read(self.site.join(path)).ok()
    }

    /// Adds the file, which lies at `at` by now, to what the site is known by.
    fn prove<E>(&self, path: &Path, body: &Body, at: &Path) -> Result<(), Failure<E>> {
        self.proof.as_ref().map_or(Ok(()), |proof| proof.add(path, body, at)).map_err(named(at))
    }

    /// The unchanged files in the order of their paths, when there are no two of one path.
    pub(super) fn unchanged<E>(&self) -> Result<Vec<ContentPath>, Failure<E>> {
        let mut paths = std::mem::take(&mut *self.unchanged.lock().expect("no thread panics while it pushes"));
        paths.par_sort();
        match paths.windows(2).find(|pair| pair[0] == pair[1]) {
            Some(pair) => Err(two_files(&self.site.join(pair[0].as_str()))),
            None => Ok(paths),
        }
    }

    /// Takes the file over from the old site, times and all.
    pub(super) fn keep<E>(&self, path: &ContentPath) -> Result<(), Failure<E>> {
        let (old, new) = (self.site.join(path.as_str()), self.new.join(path.as_str()));
        match in_folder(&new, || fs::hard_link(&old, &new)) {
            Ok(()) => Ok(()),
            Err(error) if error.kind() == io::ErrorKind::AlreadyExists => Err(two_files(&old)),
            // The file may belong to someone else, or the file system may have no links.
            Err(_) => copy_with_times(&old, &new).map_err(|error| clash(&old, error)),
        }
    }

    /// Refuses to remove more than half of the published records.
    pub(super) fn refuse_removal<E>(&self) -> Result<(), Failure<E>> {
        let published = self.old.keys().filter(|path| is_record_page(path)).count();
        let lost = published.saturating_sub(self.replaced_records.load(Ordering::Relaxed));
        if is_most(lost, published) { Err(Failure::Removal { published, lost }) } else { Ok(()) }
    }

    /// Moves every new file to its place in the old site, pages after what they show, and removes what the new site does not
    /// have.
    pub(super) fn move_in<E>(&self, unchanged: &[ContentPath]) -> Result<(), Failure<E>> {
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
    pub(super) fn make_room(&self, path: &Path) -> io::Result<()> {
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
    pub(super) fn create(&self, path: &Path, body: &Body) -> io::Result<u64> {
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

/// Whether the published file `old`, which is `size` bytes long, holds `body` already. A file that cannot be read
/// does not.
pub(super) fn is_same(old: &Path, size: u64, body: &Body) -> bool {
    match body.bytes() {
        Ok(bytes) => bytes.len() as u64 == size && fs::read(old).is_ok_and(|there| there == *bytes),
        Err(source) => {
            fs::metadata(source).is_ok_and(|about| about.is_file() && about.len() == size)
                && same_bytes(old, source).unwrap_or(false)
        }
    }
}

/// Whether the page at `path` is that of a record, a text or an old address of one, and none that every site has.
pub(super) fn is_record_page(path: &Path) -> bool {
    let Some(path) = path.to_str() else { return false };
    let path = path.replace('\\', "/");
    // Where the pages of the rules are, and where they and others were.
    let is_for_editors = places::is_for_editors(&path)
        || path.starts_with("rules/")
        || places::MOVED.iter().any(|(old, _)| *old == path);
    let is_made = Made::ALL.iter().any(|made| made.path() == path);
    let is_index = Kind::ALL.iter().any(|kind| {
        let below = path
            .strip_prefix(if *kind == Kind::Page { "pages" } else { kind.usual_folder() })
            .and_then(|rest| rest.strip_prefix('/'));
        below.is_some_and(|rest| rest == "index.html" || rest.starts_with("page/"))
    });
    path.ends_with("/index.html") && !is_made && !is_index && !is_for_editors
}
