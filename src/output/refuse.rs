//! Where the output lies, and whether writing there would lose something.

use std::fs;
use std::path::{Path, PathBuf};

use super::failure::{Failure, named, refused};
use crate::OUTPUT_MARK;

/// Repositories that people keep in their published folder, and would miss.
pub(super) const REPOSITORIES: [&str; 4] = [".git", ".hg", ".jj", ".svn"];

/// Where `out` lies, through all links; the folder itself need not exist, those above it are made.
pub(super) fn resolve<E>(out: &Path) -> Result<PathBuf, Failure<E>> {
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
pub(super) fn refuse_loss<E>(out: &Path, site: &Path, root: &Path, in_place: bool) -> Result<(), Failure<E>> {
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

/// Whether so many are more than half of all: more likely, something is missing. One may always go.
pub(super) fn is_most(lost: usize, all: usize) -> bool {
    lost > 1 && lost * 2 > all
}

pub(super) fn is_marked(site: &Path) -> bool {
    fs::symlink_metadata(site.join(OUTPUT_MARK)).is_ok_and(|mark| mark.is_file())
}
