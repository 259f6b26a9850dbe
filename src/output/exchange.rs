//! Puts a new folder in the place of an old one, in one step where the system has it.

use std::fs;
use std::io;
use std::path::Path;

use super::beside::Beside;
use super::disk::remove;
use super::failure::{Failure, named, refused};

/// Puts the new site in the place of the old one.
pub(super) fn publish(site: &Path, beside: &Beside) -> io::Result<()> {
    let Ok(about) = fs::metadata(site) else {
        return fs::rename(&beside.new, site);
    };
    // Whoever set up the folder may have let others in, or kept them out.
    fs::set_permissions(&beside.new, about.permissions())?;
    if exchange(&beside.new, site)? { Ok(()) } else { set_aside(site, beside) }
}

/// Exchanges the two where the system has no step for it.
pub(super) fn set_aside(site: &Path, beside: &Beside) -> io::Result<()> {
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
pub(super) fn exchange(one: &Path, other: &Path) -> io::Result<bool> {
    use rustix::fs::{CWD, RenameFlags, renameat_with};
    use rustix::io::Errno;
    match renameat_with(CWD, one, CWD, other, RenameFlags::EXCHANGE) {
        Ok(()) => Ok(true),
        Err(Errno::INVAL | Errno::NOSYS | Errno::NOTSUP) => Ok(false),
        Err(error) => Err(error.into()),
    }
}

#[cfg(not(any(target_os = "linux", target_os = "android", target_vendor = "apple")))]
pub(super) fn exchange(_: &Path, _: &Path) -> io::Result<bool> {
    Ok(false)
}

/// Mount points that show themselves only now, and folders of a lower layer of an overlay.
pub(super) fn not_movable<E>(out: &Path, error: io::Error) -> Failure<E> {
    match error.kind() {
        io::ErrorKind::CrossesDevices | io::ErrorKind::ResourceBusy => {
            refused(out, "cannot be exchanged, as something holds the folder itself; build with `--in-place`")
        }
        _ => named(out)(error),
    }
}
