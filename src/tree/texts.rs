//! Texts that were read before and have not changed: they need not be read again.

use std::collections::BTreeMap;
use std::fs::{File, Metadata};
use std::io::{self, Read};
use std::path::Path;
use std::sync::Arc;
use std::time::{Duration, SystemTime, UNIX_EPOCH};

use super::{Source, source};
use crate::id::{ContentPath, QuickMap};

/// For how long a file must have been left alone so that a later change of it is sure to have another time: the coarsest
/// clock of a file system has two seconds.
const SETTLED: Duration = Duration::from_secs(2);

/// The texts of a folder as they were read, each with what the system said of its file then.
#[derive(Debug, Default)]
pub struct Texts {
    texts: QuickMap<ContentPath, (Stamp, Source)>,
    /// What the system said of the other files.
    files: Arc<FileStates>,
}

/// What the system said of the files that are published as they are.
#[derive(Debug, Default)]
pub struct FileStates(BTreeMap<ContentPath, FileState>);

/// What the system says of a file: its length, when it was changed, and the stamp where there is one.
type FileState = (u64, Option<SystemTime>, Option<Stamp>);

impl FileStates {
    /// Whether the file at `path` is as it was when the `other` ones were taken; false where nothing was said of it.
    pub fn is_same(&self, other: &FileStates, path: &ContentPath) -> bool {
        self.0.get(path).is_some_and(|state| other.0.get(path) == Some(state))
    }
}

pub(super) fn state(about: &Metadata) -> FileState {
    (about.len(), about.modified().ok(), Stamp::of(about))
}

/// What the system says of a file: something else whenever its bytes are others.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Stamp {
    file: (u64, u64),
    length: u64,
    modified: (i64, i64),
    /// Set by the system alone: who sets the other one back does not set this one.
    changed: (i64, i64),
}

impl Stamp {
    #[cfg(unix)]
    fn of(about: &Metadata) -> Option<Stamp> {
        use std::os::unix::fs::MetadataExt;
        Some(Stamp {
            file: (about.dev(), about.ino()),
            length: about.len(),
            modified: (about.mtime(), about.mtime_nsec()),
            changed: (about.ctime(), about.ctime_nsec()),
        })
    }

    /// Systems that do not say when a file was really changed have every text read.
    #[cfg(not(unix))]
    fn of(_: &Metadata) -> Option<Stamp> {
        None
    }

    /// Whether the file had been left alone for a while at the time `now`.
    fn is_settled(&self, now: SystemTime) -> bool {
        let now = now.duration_since(UNIX_EPOCH).unwrap_or_default();
        let changed = u64::try_from(self.changed.0).map_or(Duration::MAX, Duration::from_secs);
        changed.checked_add(SETTLED).is_some_and(|changed| changed < now)
    }
}

impl Texts {
    /// What `file` holds, which is at `path` in the folder, and what is kept of it for the next time; nothing where it was changed
    /// shortly before `now`, when the reading began.
    pub(super) fn read(&self, path: &ContentPath, file: &Path, now: SystemTime) -> io::Result<(Source, Option<Stamp>)> {
        let before = self.texts.get(path);
        if let Some((stamp, text)) = before
            && Stamp::of(&file.metadata()?) == Some(*stamp)
        {
            return Ok((text.clone(), Some(*stamp)));
        }
        let mut file = File::open(file)?;
        let about = file.metadata()?;
        let mut bytes = Vec::with_capacity(usize::try_from(about.len()).unwrap_or_default());
        file.read_to_end(&mut bytes)?;
        Ok((source(&bytes), Stamp::of(&about).filter(|stamp| stamp.is_settled(now))))
    }

    /// Keeps `text` for the next time.
    pub(super) fn keep(&mut self, path: &ContentPath, stamp: Stamp, text: &Source) {
        self.texts.insert(path.clone(), (stamp, text.clone()));
    }

    /// The same with what the system said of the other files.
    pub(super) fn with_files(self, files: impl Iterator<Item = (ContentPath, FileState)>) -> Texts {
        Texts { files: Arc::new(FileStates(files.collect())), ..self }
    }

    /// What the system said of the files that are no texts.
    pub fn files(&self) -> Arc<FileStates> {
        self.files.clone()
    }
}

#[cfg(test)]
mod tests {
    use std::fs;

    use crate::tree::Tree;

    use super::*;

    #[test]
    fn what_has_changed_is_read_again_and_nothing_else() {
        let folder = tempfile::tempdir().unwrap();
        let write = |name: &str, text: &str| fs::write(folder.path().join(name), text).unwrap();
        let later = SystemTime::now() + Duration::from_secs(60);
        ["one.md", "two.md", "three.md"].into_iter().for_each(|name| write(name, "first"));
        let (first, texts) = Tree::read_at(folder.path(), &Texts::default(), later).unwrap();
        // The clock of a file system goes on in steps.
        std::thread::sleep(Duration::from_millis(50));
        write("two.md", "other");
        fs::rename(folder.path().join("three.md"), folder.path().join("four.md")).unwrap();
        let (second, texts) = Tree::read_at(folder.path(), &texts, later).unwrap();
        let text = |tree: &Tree, name: &str| tree.text(name).map(|text| text.to_string());
        assert_eq!(text(&second, "two.md").as_deref(), Some("other"));
        assert_eq!((text(&second, "three.md"), text(&second, "four.md").as_deref()), (None, Some("first")));
        let is_shared = Arc::ptr_eq(first.text("one.md").unwrap(), second.text("one.md").unwrap());
        assert_eq!(is_shared, cfg!(unix), "what is the same is not read again");
        // A file in the place of another one of the same length and time.
        let time = fs::metadata(folder.path().join("one.md")).unwrap().modified().unwrap();
        write("new", "third");
        File::options().write(true).open(folder.path().join("new")).unwrap().set_modified(time).unwrap();
        fs::rename(folder.path().join("new"), folder.path().join("one.md")).unwrap();
        let (third, _) = Tree::read_at(folder.path(), &texts, later).unwrap();
        assert_eq!(text(&third, "one.md").as_deref(), Some("third"));
    }

    #[test]
    fn what_was_just_written_is_not_taken_for_known() {
        let folder = tempfile::tempdir().unwrap();
        fs::write(folder.path().join("one.md"), "first").unwrap();
        let (_, texts) = Tree::read_at(folder.path(), &Texts::default(), SystemTime::now()).unwrap();
        assert!(texts.texts.is_empty(), "the next save may have the same time");
    }
}
