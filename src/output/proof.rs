//! What a site was made from and what it holds, as hashes in its mark.
//!
//! A build is a function of its inputs. Where the mark says that these inputs gave files with this sum, and the files that lie there
//! now have that sum, byte by byte, a build would write what is there: it need not run. Nothing is taken from the time or the size of
//! a file, and a mark that is old is still true, so there is nothing that could be out of date.

use std::collections::HashMap;
use std::fmt::Debug;
use std::fs;
use std::io::{self, Write};
use std::path::{Path, PathBuf};
use std::sync::Mutex;
use std::sync::atomic::{AtomicBool, AtomicUsize, Ordering};

use blake3::{Hash, Hasher};
use rayon::prelude::*;

use super::beside::Beside;
use super::disk::published;
use super::{Failure, MARK, Written};
use crate::OUTPUT_MARK;
use crate::page::Body;
use crate::tree::{Asset, Source, Tree};

/// What the lines of a mark begin with, behind its first line.
const MADE_FROM: &str = "made from ";
const HOLDS: &str = "holds ";
const TEXTS: &str = "texts ";

/// Everything that a site is made from, as one hash.
#[derive(Debug)]
pub struct Inputs {
    digest: Hash,
    /// What the files hold that are published as they are.
    assets: HashMap<PathBuf, Hash>,
}

impl Inputs {
    /// The record in `tree`, looked at with these `settings` by the program whose bytes have the hash `program`.
    ///
    /// # Errors
    /// When a file that is published as it is cannot be read.
    pub fn of(tree: &Tree, settings: &impl Debug, program: &Hash) -> io::Result<Inputs> {
        let Tree { sources, assets, left_out, unreadable, lfs, name, revision, history, provenance } = tree;
        let hashed = assets.par_iter().map(|(path, asset)| Ok((path, asset, hash_of(asset)?)));
        let hashed: Vec<_> = hashed.collect::<io::Result<_>>()?;
        let mut hasher = Hasher::new();
        let mut add = |part: &[u8]| {
            // With its length, so that no two lists of parts read alike.
            hasher.update(&(part.len() as u64).to_le_bytes());
            hasher.update(part);
        };
        add(program.as_bytes());
        add(format!("{settings:?}").as_bytes());
        add(format!("{:?}", (left_out, unreadable, lfs, name, revision, history, provenance)).as_bytes());
        add(format!("{} texts", sources.len()).as_bytes());
        for (path, Source { text, not_utf8 }) in sources {
            add(path.as_str().as_bytes());
            add(format!("{not_utf8:?}").as_bytes());
            add(text.as_bytes());
        }
        for (path, _, hash) in &hashed {
            add(path.as_str().as_bytes());
            add(hash.as_bytes());
        }
        let on_disk = hashed.into_iter().filter_map(|(_, asset, hash)| match asset {
            Asset::OnDisk(file) => Some((file.clone(), hash)),
            Asset::Bytes(_) => None,
        });
        Ok(Inputs { digest: hasher.finalize(), assets: on_disk.collect() })
    }

    /// What is at `out` when that is what a build from these inputs would write; `None` when it is not, or when that cannot be told.
    pub fn stand_in(&self, out: &Path) -> Option<Written> {
        let site = out.canonicalize().ok()?;
        let mark = fs::read_to_string(site.join(OUTPUT_MARK)).ok()?;
        let mut lines = mark.strip_prefix(MARK)?.lines();
        let is_from = lines.next()?.strip_prefix(MADE_FROM)? == self.digest.to_hex().as_str();
        let held = lines.next()?.strip_prefix(HOLDS)?;
        // What a killed build left is cleared by the next one.
        let is_clear = [Beside::new(&site), Beside::inside(&site)]
            .iter()
            .all(|beside| [&beside.new, &beside.old].iter().all(|path| fs::symlink_metadata(path).is_err()));
        if !is_from || !is_clear {
            return None;
        }
        let files = published(&site).ok()?;
        let sum = Sum::default();
        files.par_iter().try_for_each(|(path, size)| {
            // A link or a pipe is none of ours.
            size.as_ref()?;
            sum.add(path, &blake3::hash(&fs::read(site.join(path)).ok()?));
            Some(())
        })?;
        (sum.text() == held).then(|| Written { unchanged: files.len(), ..Written::default() })
    }
}

fn hash_of(asset: &Asset) -> io::Result<Hash> {
    match asset {
        Asset::OnDisk(file) => hash_of_file(file),
        Asset::Bytes(bytes) => Ok(blake3::hash(bytes)),
    }
}

fn hash_of_file(file: &Path) -> io::Result<Hash> {
    let mut hasher = Hasher::new();
    io::copy(&mut fs::File::open(file)?, &mut hasher)?;
    Ok(hasher.finalize())
}

/// What a set of files holds, in whatever order they come.
#[derive(Debug, Default)]
struct Sum {
    files: AtomicUsize,
    words: Mutex<[u64; 4]>,
}

impl Sum {
    fn add(&self, path: &Path, content: &Hash) {
        let mut hasher = Hasher::new();
        hasher.update(content.as_bytes());
        hasher.update(path.to_string_lossy().replace('\\', "/").as_bytes());
        let hash = hasher.finalize();
        let mut words = self.words.lock().expect("no thread panics while it adds");
        for (word, bytes) in words.iter_mut().zip(hash.as_bytes().chunks_exact(8)) {
            *word = word.wrapping_add(u64::from_le_bytes(bytes.try_into().expect("eight bytes")));
        }
        self.files.fetch_add(1, Ordering::Relaxed);
    }

    fn text(&self) -> String {
        let words = *self.words.lock().expect("no thread panics while it adds");
        let words: String = words.iter().map(|word| format!("{word:016x}")).collect();
        format!("{} files {words}", self.files.load(Ordering::Relaxed))
    }
}

/// The proof for a site while that grows.
#[derive(Debug)]
pub(super) struct Proof<'a> {
    inputs: &'a Inputs,
    sum: Sum,
    /// Whether a file changed between the hashing of the inputs and its copying.
    is_void: AtomicBool,
}

impl<'a> Proof<'a> {
    pub(super) fn of(inputs: &'a Inputs) -> Proof<'a> {
        Proof { inputs, sum: Sum::default(), is_void: AtomicBool::new(false) }
    }

    /// Adds the file `path` of the site, which holds `body` and lies at `at`.
    pub(super) fn add(&self, path: &Path, body: &Body, at: &Path) -> io::Result<()> {
        let hash = match body.bytes() {
            Ok(bytes) => blake3::hash(bytes),
            Err(source) => {
                let hash = hash_of_file(at)?;
                if self.inputs.assets.get(source) != Some(&hash) {
                    self.is_void.store(true, Ordering::Relaxed);
                }
                hash
            }
        };
        self.sum.add(path, &hash);
        Ok(())
    }

    /// The mark of the site that has all files.
    pub(super) fn mark(&self) -> String {
        if self.is_void.load(Ordering::Relaxed) {
            return MARK.to_owned();
        }
        format!("{MARK}{MADE_FROM}{}\n{HOLDS}{}\n", self.inputs.digest.to_hex(), self.sum.text())
    }
}

/// The line of a mark that says from how many texts the site is made.
pub(super) fn mark_of_texts(texts: usize) -> String {
    format!("{TEXTS}{texts}\n")
}

/// From how many texts the site at `site` was made; `None` where its mark does not say so.
pub(super) fn published_texts(site: &Path) -> Option<usize> {
    let mark = fs::read_to_string(site.join(OUTPUT_MARK)).ok()?;
    mark.lines().find_map(|line| line.strip_prefix(TEXTS))?.parse().ok()
}

/// Marks `folder` as a site that Candor wrote, with `text`. The mark is whole at any time: it grows in `beside`.
pub(super) fn mark<E>(folder: &Path, text: &str, beside: &Path) -> Result<(), Failure<E>> {
    let (mark, new) = (folder.join(OUTPUT_MARK), beside.join(OUTPUT_MARK));
    if fs::read(&mark).is_ok_and(|there| there == text.as_bytes()) {
        return Ok(());
    }
    let written = fs::File::create(&new).and_then(|mut file| file.write_all(text.as_bytes()));
    let placed = written.and_then(|()| if new == mark { Ok(()) } else { fs::rename(&new, &mark) });
    placed.map_err(super::failure::named(&mark))
}
