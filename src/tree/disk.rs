//! A folder on disk, read once.

use std::fs;
use std::io;
use std::path::{Path, PathBuf};

use rayon::prelude::*;
use walkdir::WalkDir;

use super::{Asset, LeftOut, Source, Tree, content_path, is_source, source};
use crate::id::ContentPath;

/// What a walk found at one path, before anything is read.
enum Found {
    Source(PathBuf),
    Asset(PathBuf),
    LeftOut(LeftOut),
}

impl Tree {
    /// Everything below `root`. Files and folders whose names begin with a dot are not part of it, nor is a folder that
    /// holds a site that Candor wrote.
    ///
    /// # Errors
    /// When `root` is not a folder that can be read; the error names it. Single files that cannot be read are left out
    /// and remembered.
    pub fn read(root: &Path) -> io::Result<Tree> {
        let real_root = root.canonicalize().map_err(|error| named(root, &error))?;
        if !real_root.is_dir() {
            return Err(io::Error::new(io::ErrorKind::NotADirectory, format!("{} is not a folder", root.display())));
        }
        let name = real_root.file_name().map(|name| name.to_string_lossy().into_owned()).unwrap_or_default();
        let mut tree = Tree { name, ..Tree::default() };
        let mut texts = Vec::new();
        for (path, found) in walk(&real_root) {
            match found {
                Found::Source(file) => texts.push((path, file)),
                Found::Asset(file) => drop(tree.assets.insert(path, Asset::OnDisk(file))),
                Found::LeftOut(why) => drop(tree.left_out.insert(path, why)),
            }
        }
        let read: Vec<(ContentPath, Option<Source>)> =
            texts.into_par_iter().map(|(path, file)| (path, fs::read(file).ok().map(|bytes| source(&bytes)))).collect();
        for (path, text) in read {
            match text {
                Some(text) => drop(tree.sources.insert(path, text)),
                None => drop(tree.left_out.insert(path, LeftOut::Unreadable)),
            }
        }
        Ok(tree)
    }
}

fn walk(root: &Path) -> Vec<(ContentPath, Found)> {
    let mut found = Vec::new();
    let mut walker = WalkDir::new(root).min_depth(1).sort_by_file_name().into_iter();
    while let Some(entry) = walker.next() {
        let (path, what) = match &entry {
            Ok(entry) => (entry.path(), None),
            Err(error) => match error.path() {
                Some(path) => (path, Some(LeftOut::Unreadable)),
                None => continue,
            },
        };
        let Ok(relative) = path.strip_prefix(root) else { continue };
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
            Err(readable) => {
                found.extend(readable.map(|path| (path, Found::LeftOut(LeftOut::Name))));
                continue;
            }
        };
        if let Some(why) = what {
            found.push((content_path, Found::LeftOut(why)));
            continue;
        }
        let is_link = entry.as_ref().is_ok_and(|entry| entry.path_is_symlink());
        if is_link {
            found.push((content_path.clone(), follow(root, path, &content_path)));
        } else if !is_folder {
            found.push((content_path.clone(), file(&content_path, path)));
        }
    }
    found
}

/// What a symbolic link at `path` stands for. The files of a folder are read where they lie, never through a link.
fn follow(root: &Path, path: &Path, content_path: &ContentPath) -> Found {
    match path.canonicalize() {
        Err(_) => Found::LeftOut(LeftOut::LinkLoop),
        Ok(target) if !target.starts_with(root) => Found::LeftOut(LeftOut::LinkOut),
        Ok(target) if target.is_file() => file(content_path, &target),
        Ok(_) => Found::LeftOut(LeftOut::LinkToFolder),
    }
}

fn file(path: &ContentPath, on_disk: &Path) -> Found {
    if is_source(path) { Found::Source(on_disk.to_owned()) } else { Found::Asset(on_disk.to_owned()) }
}

fn named(path: &Path, error: &io::Error) -> io::Error {
    io::Error::new(error.kind(), format!("{}: {error}", path.display()))
}
