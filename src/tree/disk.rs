//! A folder on disk, read once.

use std::fs;
use std::io;
use std::path::{Path, PathBuf};

use rayon::prelude::*;
use walkdir::WalkDir;

use super::{Asset, LeftOut, Source, Tree, content_path, is_pointer, is_source, source};
use crate::id::ContentPath;

/// What a walk found at one path, before anything is read.
enum Found {
    Source(PathBuf),
    Asset(PathBuf),
    LeftOut(LeftOut),
    /// A file or a folder that is there and that the system does not give.
    Unreadable(io::Error),
}

impl Tree {
    /// Everything below `root`. Files and folders whose names begin with a dot are not part of it, nor is a folder that
    /// holds a site that Candor wrote.
    ///
    /// # Errors
    /// When `root` is not a folder that can be read; the error names it. What cannot be read below it is left out, and
    /// remembered in [`Tree::unreadable`].
    pub fn read(root: &Path) -> io::Result<Tree> {
        let real_root = root.canonicalize().map_err(|error| named(root, &error))?;
        if !real_root.is_dir() {
            return Err(io::Error::new(io::ErrorKind::NotADirectory, format!("{} is not a folder", root.display())));
        }
        let name = real_root.file_name().map(|name| name.to_string_lossy().into_owned()).unwrap_or_default();
        let mut tree = Tree { name, ..Tree::default() };
        let mut texts = Vec::new();
        for (path, found) in walk(&real_root)? {
            match found {
                Found::Source(file) => texts.push((path, file)),
                Found::Asset(file) => drop(tree.assets.insert(path, Asset::OnDisk(file))),
                Found::LeftOut(why) => {
                    // A link in the place of a record is a record that cannot be read.
                    if why == LeftOut::LinkLoop && is_source(&path) {
                        tree.unreadable.insert(path.clone(), "the link leads to itself or to nothing".to_owned());
                    }
                    tree.left_out.insert(path, why);
                }
                Found::Unreadable(error) => tree.leave_out(path, &error),
            }
        }
        let read: Vec<(ContentPath, io::Result<Source>)> =
            texts.into_par_iter().map(|(path, file)| (path, fs::read(file).map(|bytes| source(&bytes)))).collect();
        for (path, text) in read {
            match text {
                Ok(text) => drop(tree.sources.insert(path, text)),
                Err(error) => tree.leave_out(path, &error),
            }
        }
        let files: Vec<(&ContentPath, &Asset)> = tree.assets.iter().collect();
        let pointers = files.into_par_iter().filter(|(_, asset)| is_pointer_on_disk(asset));
        tree.lfs = pointers.map(|(path, _)| path.clone()).collect();
        Ok(tree)
    }

    fn leave_out(&mut self, path: ContentPath, error: &io::Error) {
        self.unreadable.insert(path.clone(), error.to_string());
        self.left_out.insert(path, LeftOut::Unreadable);
    }
}

/// Everything below `root`, in the order of the paths.
///
/// # Errors
/// When the system does not list `root`.
fn walk(root: &Path) -> io::Result<Vec<(ContentPath, Found)>> {
    let mut found = Vec::new();
    let mut walker = WalkDir::new(root).min_depth(1).sort_by_file_name().into_iter();
    while let Some(entry) = walker.next() {
        let path = match &entry {
            Ok(entry) => entry.path(),
            Err(error) => error.path().unwrap_or(root),
        };
        let relative = path.strip_prefix(root).unwrap_or(Path::new(""));
        let hidden = relative.file_name().is_some_and(|name| name.to_string_lossy().starts_with('.'));
        let is_folder = entry.as_ref().is_ok_and(|entry| entry.file_type().is_dir());
        if hidden || (is_folder && path.join(crate::OUTPUT_MARK).exists()) {
            if is_folder {
                walker.skip_current_dir();
            }
            continue;
        }
        let content_path = match content_path(relative) {
            Ok(path) => path,
            // What has no name below the folder is the folder.
            Err(_) if relative.as_os_str().is_empty() => {
                entry.map_err(|error| named(root, &error.into()))?;
                continue;
            }
            Err(readable) => {
                found.extend(readable.map(|path| (path, Found::LeftOut(LeftOut::Name))));
                continue;
            }
        };
        match &entry {
            Err(_) => {}
            Ok(entry) if entry.path_is_symlink() => {
                found.push((content_path.clone(), follow(root, path, &content_path)));
            }
            Ok(_) if is_folder && content_path.is_markdown() => {
                walker.skip_current_dir();
                found.push((content_path.clone(), Found::Unreadable(io::Error::other("it is a folder"))));
            }
            Ok(_) if is_folder => {}
            // Reading a pipe waits for whoever writes into it.
            Ok(entry) if !entry.file_type().is_file() => {
                found.push((content_path.clone(), Found::Unreadable(io::Error::other("it is no file"))));
            }
            Ok(_) => found.push((content_path.clone(), file(&content_path, path))),
        }
        if let Err(error) = entry {
            found.push((content_path, Found::Unreadable(error.into())));
        }
    }
    Ok(found)
}

/// What a symbolic link at `path` stands for. The files of a folder are read where they lie, never through a link.
fn follow(root: &Path, path: &Path, content_path: &ContentPath) -> Found {
    match path.canonicalize() {
        Err(error) if leads_nowhere(&error) => Found::LeftOut(LeftOut::LinkLoop),
        Err(error) => Found::Unreadable(error),
        Ok(target) if !target.starts_with(root) => Found::LeftOut(LeftOut::LinkOut),
        Ok(target) if target.is_file() => file(content_path, &target),
        Ok(_) => Found::LeftOut(LeftOut::LinkToFolder),
    }
}

/// Whether a link is wrong by itself, and not kept from being read.
fn leads_nowhere(error: &io::Error) -> bool {
    // The standard library has no stable name for a circle of links.
    const CIRCLE: i32 = 40;
    matches!(error.kind(), io::ErrorKind::NotFound | io::ErrorKind::NotADirectory)
        || (cfg!(target_os = "linux") && error.raw_os_error() == Some(CIRCLE))
        || format!("{:?}", error.kind()) == "FilesystemLoop"
}

fn file(path: &ContentPath, on_disk: &Path) -> Found {
    if is_source(path) { Found::Source(on_disk.to_owned()) } else { Found::Asset(on_disk.to_owned()) }
}

/// Whether the file is a pointer of Git LFS; not when it cannot be read, which is found when it is published.
fn is_pointer_on_disk(asset: &Asset) -> bool {
    // Longer ones there are none.
    const LONGEST: u64 = 1024;
    let Asset::OnDisk(path) = asset else { return false };
    let is_short = fs::metadata(path).is_ok_and(|it| it.is_file() && it.len() < LONGEST);
    is_short && fs::read(path).is_ok_and(|bytes| is_pointer(&bytes))
}

fn named(path: &Path, error: &io::Error) -> io::Error {
    io::Error::new(error.kind(), format!("{}: {error}", path.display()))
}
