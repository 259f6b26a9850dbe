//! Files and folders, without knowing of sites.

use std::collections::HashMap;
use std::fs;
use std::io::{self, Read};
use std::path::{Path, PathBuf};

use rayon::prelude::*;

/// Every file of the published site but the mark, with its size; `None` for what is not a plain file.
pub(super) type Old = HashMap<PathBuf, Option<u64>>;

/// Every file below `folder`, by its path from there; links are not followed.
pub(super) fn list(folder: &Path) -> io::Result<Old> {
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

/// Every file of the published site at `site`; none where there is no site yet.
pub(super) fn published(site: &Path) -> io::Result<Old> {
    if !site.exists() {
        return Ok(Old::new());
    }
    let mut old = list(site)?;
    // What a build in the folder itself keeps there, and the mark.
    let own = |path: &PathBuf| path.iter().next().is_some_and(|first| first.to_string_lossy().starts_with(".candor-"));
    old.retain(|path, _| !own(path));
    Ok(old)
}

/// Removes `folder` and all below it, folders beside each other at the same time; links are not followed.
pub(super) fn remove(folder: &Path) -> io::Result<()> {
    let entries: Vec<fs::DirEntry> = match fs::read_dir(folder) {
        Err(error) if error.kind() == io::ErrorKind::NotFound => return Ok(()),
        entries => entries?.collect::<io::Result<_>>()?,
    };
    entries.into_par_iter().try_for_each(|entry| {
        if entry.file_type()?.is_dir() { remove(&entry.path()) } else { fs::remove_file(entry.path()) }
    })?;
    fs::remove_dir(folder)
}

/// Does `make`; when the folder of `path` is missing, makes that and tries once more. Most folders of a site hold one
/// file, so that asking first, or remembering, would cost more.
pub(super) fn in_folder<T>(path: &Path, make: impl Fn() -> io::Result<T>) -> io::Result<T> {
    match make() {
        Err(error) if error.kind() == io::ErrorKind::NotFound => {
            fs::create_dir_all(path.parent().unwrap_or(path))?;
            make()
        }
        done => done,
    }
}

pub(super) fn copy_with_times(old: &Path, new: &Path) -> io::Result<()> {
    let mut from = fs::File::open(old)?;
    let mut to = in_folder(new, || fs::File::create_new(new))?;
    io::copy(&mut from, &mut to)?;
    to.set_times(fs::FileTimes::new().set_modified(from.metadata()?.modified()?))
}

pub(super) fn same_bytes(one: &Path, other: &Path) -> io::Result<bool> {
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
