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
//! - An output that already holds exactly these files is not exchanged; where its mark proves that, it is not even made again.
//! - A site that lacks most of the published records, or of their texts, replaces nothing, unless that is asked for.
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

mod beside;
mod compressed;
mod disk;
mod exchange;
mod failure;
mod manifest;
mod mounts;
mod proof;
mod refuse;
mod staging;
#[cfg(test)]
mod tests;

use std::collections::HashSet;
use std::fs;
use std::ops::Add;
use std::path::Path;
use std::sync::Mutex;
use std::sync::atomic::Ordering;

use rayon::prelude::*;

use self::beside::{Beside, Lock};
use self::compressed::{PACKINGS, is_packed};
use self::exchange::{not_movable, publish};
pub use self::failure::Failure;
use self::failure::named;
use self::manifest::Manifest;
use self::mounts::{is_mount_point, is_mounted_elsewhere};
pub use self::proof::Inputs;
use self::proof::{Proof, mark, published_texts};
use self::refuse::{is_marked, is_most, refuse_loss, resolve};
use self::staging::Staging;
use crate::OUTPUT_MARK;
use crate::id::ContentPath;
use crate::page::Page;
use crate::site::places::MANIFEST;

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

/// What a build may do to a published site, and what it leaves beside its pages.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Permission {
    /// Change the folder's files one by one, and keep the folder. Without it, that is done only where it has to be.
    pub in_place: bool,
    /// Remove most of the published records.
    pub removal: bool,
    /// Write `manifest.json`: every other file with its length and hash.
    pub manifest: bool,
    /// Write `.gz` and `.br` beside every text that Candor makes.
    pub precompress: bool,
}

impl Permission {
    /// Whether what belongs at `path`, or at a folder on the way to it, may be something that is asked for here.
    fn may_give_way(self, path: &ContentPath) -> bool {
        path.as_str().split('/').any(|part| {
            (self.manifest && part == MANIFEST)
                || (self.precompress && PACKINGS.iter().any(|packing| part.ends_with(packing.ending)))
        })
    }
}

/// What is known of the files of a site before they are made.
#[derive(Debug, Clone, Default)]
pub struct Known<'a> {
    /// What they are made from; `None` where that is not known. Where it is, the mark proves it to the next build.
    pub inputs: Option<&'a Inputs>,
    /// Those whose names some systems take for those of others. They are written last, and left out where the system holds another one
    /// by that name.
    pub alike: HashSet<&'a str>,
    /// How many texts they are made from that can be read and are not empty; `None` where that does not matter.
    pub texts: Option<usize>,
}

/// What a mark begins with; behind it may be a proof of what the folder holds.
const MARK: &str = "Candor wrote this folder, and replaces all of it at the next build.\n";

/// Makes `out` hold exactly `files`. Each file is written as soon as it comes; the site changes when the last one is
/// there. `root` is the folder of the record, which `out` must not hold; `out` may lie in it. A file whose place is that of a packed
/// text or of the manifest is left out where those are asked for.
///
/// # Errors
/// When `out` is refused, when two files have one path, when most of the published records would go or lose their texts, when the disk
/// fails, or with the first `Err` among the files.
pub fn write<E: Send>(
    out: &Path,
    root: &Path,
    permission: Permission,
    known: &Known,
    files: impl ParallelIterator<Item = Result<Page, E>>,
) -> Result<Written, Failure<E>> {
    let site = resolve(out)?;
    let in_place = site.is_dir() && (permission.in_place || is_mount_point(&site) || is_mounted_elsewhere(&site));
    refuse_loss(out, &site, root, in_place)?;
    let beside = if in_place { Beside::inside(&site) } else { Beside::new(&site) };
    if in_place {
        // From now on the folder is known as one of ours, whatever ends this build.
        begin(&site)?;
    }
    let _lock = Lock::take(&beside.lock, out)?;
    beside.clear(&site)?;
    // Another build may have published while this one waited for the lock.
    refuse_loss(out, &site, root, in_place)?;

    let staging = Staging::new(&site, &beside.new, known.inputs.map(Proof::of))?;
    let manifest = permission.manifest.then(Manifest::default);
    let put = |file: &Page| {
        let written = staging.put(file)?;
        manifest.as_ref().map_or(Ok(()), |it| it.add(file)).map_err(named(&site.join(file.path.as_str())))?;
        Ok(written)
    };
    let put_all = |file: &Page| {
        let packings = PACKINGS.iter().filter(|_| permission.precompress && is_packed(file));
        let packed = packings.filter_map(|packing| packing.of(file, staging.held(&packing.name(file.path.as_str()))));
        packed.map(|it| put(&it)).try_fold(put(file)?, |sum, written| Ok(sum + written?))
    };
    let later = Mutex::new(Vec::new());
    let put_or_wait = |file: Page| {
        if !known.alike.contains(file.path.as_str()) && !permission.may_give_way(&file.path) {
            return put_all(&file);
        }
        later.lock().expect("no thread panics while it pushes").push(file);
        Ok(Written::default())
    };
    let mut sum = files
        .map(|file| put_or_wait(file.map_err(Failure::Stopped)?))
        .try_reduce(Written::default, |one, other| Ok(one + other))?;
    let later = later.into_inner().expect("no thread panics while it pushes");
    for file in staging.not_taken(later, permission.manifest) {
        sum = sum + put_all(&file)?;
    }
    if let Some(manifest) = manifest {
        sum = sum + staging.put(&manifest.page())?;
    }
    // Two files of one path count twice here; they are refused below.
    sum.removed = staging.old.len().saturating_sub(staging.replaced.load(Ordering::Relaxed));
    let unchanged = staging.unchanged()?;
    if !permission.removal {
        staging.refuse_removal()?;
        refuse_emptied(&site, known.texts)?;
    }
    let mark = |folder: &Path| mark(folder, &staging.mark(known.texts), &beside.new);
    if in_place {
        staging.move_in(&unchanged)?;
        mark(&site)?;
    } else if sum.written + sum.removed > 0 || !is_marked(&site) {
        unchanged.par_iter().try_for_each(|path| staging.keep(path))?;
        mark(&beside.new)?;
        publish(&site, &beside).map_err(|error| not_movable(out, error))?;
    } else {
        mark(&site)?;
    }
    Ok(sum)
}

/// Refuses to publish `texts` in place of the site at `site`, where most of those that it was made from are empty now or cannot be read.
fn refuse_emptied<E>(site: &Path, texts: Option<usize>) -> Result<(), Failure<E>> {
    let Some((published, now)) = published_texts(site).zip(texts) else { return Ok(()) };
    let lost = published.saturating_sub(now);
    if is_most(lost, published) { Err(Failure::Emptied { published, lost }) } else { Ok(()) }
}

/// Marks a folder in which a site is about to grow, where it is not marked yet.
fn begin<E>(folder: &Path) -> Result<(), Failure<E>> {
    let mark = folder.join(OUTPUT_MARK);
    if is_marked(folder) { Ok(()) } else { fs::write(&mark, MARK).map_err(named(&mark)) }
}
