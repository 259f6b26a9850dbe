//! What a build keeps beside the output while it writes: the new site, the old one, and the lock.

use std::ffi::OsString;
use std::fs;
use std::io;
use std::path::{Path, PathBuf};
use std::time::{Duration, Instant};

use super::failure::{Failure, named, refused};
use crate::OUTPUT_MARK;

/// The names that a build uses in the folder that holds the output. They begin with a dot, so that neither the record
/// nor the preview takes them for content.
pub(super) struct Beside {
    pub(super) new: PathBuf,
    pub(super) old: PathBuf,
    pub(super) lock: PathBuf,
}

impl Beside {
    pub(super) fn new(site: &Path) -> Beside {
        let named = |end: &str| {
            let mut name = OsString::from(".");
            name.push(site.file_name().unwrap_or_default());
            name.push(end);
            site.with_file_name(name)
        };
        Beside { new: named(".candor-new"), old: named(".candor-old"), lock: named(".candor-lock") }
    }

    /// The same names in the output itself, where that is not exchanged.
    pub(super) fn inside(site: &Path) -> Beside {
        let named = |name: &str| site.join(name);
        Beside { new: named(".candor-new"), old: named(".candor-old"), lock: named(".candor-lock") }
    }

    /// Puts back what a killed build had set aside, and removes what it left.
    pub(super) fn clear<E>(&self, site: &Path) -> Result<(), Failure<E>> {
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

/// How long a build waits for another one that writes the same folder.
pub(super) const PATIENCE: Duration = Duration::from_secs(60);

/// Held while a build writes; the file is gone afterwards, unless the build was killed.
pub(super) struct Lock {
    path: PathBuf,
    file: fs::File,
}

impl Lock {
    pub(super) fn take<E>(path: &Path, out: &Path) -> Result<Lock, Failure<E>> {
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
pub(super) fn is_at(file: &fs::File, path: &Path) -> bool {
    use std::os::unix::fs::MetadataExt;
    match (file.metadata(), fs::metadata(path)) {
        (Ok(open), Ok(there)) => (open.dev(), open.ino()) == (there.dev(), there.ino()),
        _ => false,
    }
}

#[cfg(not(unix))]
pub(super) fn is_at(_: &fs::File, path: &Path) -> bool {
    path.exists()
}
