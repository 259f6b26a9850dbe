//! Whether something holds a folder, so that no other can take its place.

use std::fs;
use std::path::Path;

#[cfg(target_os = "linux")]
pub(super) fn is_mount_point(folder: &Path) -> bool {
    use rustix::fs::{AtFlags, CWD, StatxAttributes, StatxFlags, statx};
    statx(CWD, folder, AtFlags::empty(), StatxFlags::empty())
        .is_ok_and(|about| about.stx_attributes.contains(StatxAttributes::MOUNT_ROOT))
}

#[cfg(all(unix, not(target_os = "linux")))]
pub(super) fn is_mount_point(folder: &Path) -> bool {
    use std::os::unix::fs::MetadataExt;
    let device = |path: &Path| fs::metadata(path).map(|about| about.dev()).ok();
    folder.parent().is_none_or(|parent| device(parent) != device(folder))
}

#[cfg(not(unix))]
pub(super) fn is_mount_point(folder: &Path) -> bool {
    folder.parent().is_none()
}

/// Whether the folder itself, or one in it, is mounted at a second place as well: whoever looks there would keep the old
/// site when the two are exchanged. What other machines and containers hold cannot be told.
#[cfg(target_os = "linux")]
pub(super) fn is_mounted_elsewhere(folder: &Path) -> bool {
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

#[cfg(not(target_os = "linux"))]
pub(super) fn is_mounted_elsewhere(_: &Path) -> bool {
    false
}

/// Blanks and the like stand there by their numbers.
#[cfg(target_os = "linux")]
pub(super) fn plain(word: &str) -> String {
    [("\\040", " "), ("\\011", "\t"), ("\\012", "\n"), ("\\134", "\\")]
        .iter()
        .fold(word.to_owned(), |word, (number, letter)| word.replace(number, letter))
}
