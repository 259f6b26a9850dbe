//! Says that something below a folder has changed, whatever way an editor saves.
//!
//! Events only tell that it is time to look: all is read anew after each, so that a save by renaming, a folder that
//! arrives with its files, and events that the system dropped make no difference.

use std::collections::BTreeSet;
use std::fs;
use std::hash::{DefaultHasher, Hash, Hasher};
use std::io;
use std::path::{Path, PathBuf};
use std::sync::mpsc::{Receiver, RecvTimeoutError, Sender, channel};
use std::time::{Duration, Instant};

use notify::event::{CreateKind, ModifyKind};
use notify::{Config, ErrorKind, EventKind, PollWatcher, RecommendedWatcher, RecursiveMode, Watcher};

use super::event::Event;
use crate::tree::Tree;

/// A change is over when nothing more happened for this long. One save is several events, a few microseconds apart.
const QUIET: Duration = Duration::from_millis(5);
/// How long a change that does not end, such as a checkout, is waited for.
const PATIENCE: Duration = Duration::from_millis(250);
/// How often a folder is looked through that cannot be watched.
const POLL: Duration = Duration::from_millis(500);

pub(super) struct Watch {
    root: PathBuf,
    /// Files elsewhere whose change is one of what lies below the root.
    around: Vec<PathBuf>,
    watcher: Box<dyn Watcher + Send>,
    sender: Sender<Message>,
    receiver: Receiver<Message>,
    /// What the folder was like when events were last lost.
    known: Option<u64>,
}

enum Message {
    Event(notify::Result<notify::Event>),
    Stop,
}

/// One save, or many that came together.
pub(super) struct Change {
    /// Below the root, in order; empty when only the root itself changed, or the system lost count.
    pub paths: Vec<PathBuf>,
    /// When the first sign of it came.
    pub since: Instant,
}

impl Watch {
    /// # Errors
    /// When `root` is not there, or can neither be watched nor looked through.
    pub(super) fn begin(root: &Path, log: &impl Fn(Event)) -> io::Result<Watch> {
        let named = |error: io::Error| io::Error::new(error.kind(), format!("{}: {error}", root.display()));
        let root = root.canonicalize().map_err(named)?;
        let (sender, receiver) = channel();
        let around = Tree::depends_on_around(&root).into_iter().filter_map(|file| {
            // As the system names it, which follows every link.
            Some(file.parent()?.canonicalize().ok()?.join(file.file_name()?))
        });
        let around: Vec<PathBuf> = around.collect();
        let watcher = watcher(&root, &around, &sender, log).map_err(|error| named(io::Error::other(error)))?;
        Ok(Watch { root, around, watcher, sender, receiver, known: None })
    }

    /// Ends `next`, also while it waits.
    pub(super) fn stop(&self) -> impl FnOnce() + use<> {
        let sender = self.sender.clone();
        move || drop(sender.send(Message::Stop))
    }

    /// Waits for the next change; `None` when stopped.
    pub(super) fn next(&mut self, log: &impl Fn(Event)) -> Option<Change> {
        loop {
            let mut message = self.receiver.recv().ok()?;
            let since = Instant::now();
            let mut paths = BTreeSet::new();
            let mut events_lost = false;
            let mut root_replaced = false;
            let mut is_around = false;
            loop {
                match message {
                    Message::Stop => return None,
                    Message::Event(Ok(event)) => {
                        events_lost |= event.need_rescan();
                        root_replaced |= event.paths.contains(&self.root) && is_arrival(event.kind);
                        let (around, within): (Vec<&PathBuf>, Vec<&PathBuf>) =
                            event.paths.iter().partition(|path| self.around.contains(path));
                        is_around |= !around.is_empty();
                        let below = within.into_iter().filter_map(|path| path.strip_prefix(&self.root).ok());
                        paths.extend(below.map(Path::to_owned));
                    }
                    Message::Event(Err(error)) => {
                        events_lost = true;
                        if let ErrorKind::MaxFilesWatch = error.kind {
                            self.poll(&error, log);
                        }
                    }
                }
                match self.more(since, &paths) {
                    Ok(next) => message = next,
                    Err(RecvTimeoutError::Timeout) => break,
                    Err(RecvTimeoutError::Disconnected) => return None,
                }
            }
            if root_replaced {
                // Another branch may not have the folder: it comes back as a new one, which nothing watches yet.
                drop(self.watcher.unwatch(&self.root));
                drop(self.watcher.watch(&self.root, RecursiveMode::Recursive));
            }
            if is_around || !paths.is_empty() || (events_lost && self.is_different()) {
                // The root itself has no name below the root.
                let paths = paths.into_iter().filter(|path| *path != Path::new("")).collect();
                return Some(Change { paths, since });
            }
        }
    }

    /// The next sign of the change that began at `since` in `paths`. An error of time when it is over: nothing more happens, and no
    /// file is as empty as one is between the moment when it is opened to be written and the one when it is.
    fn more(&self, since: Instant, paths: &BTreeSet<PathBuf>) -> Result<Message, RecvTimeoutError> {
        let is_empty =
            |path: &PathBuf| fs::metadata(self.root.join(path)).is_ok_and(|about| about.is_file() && about.len() == 0);
        loop {
            let left = PATIENCE.saturating_sub(since.elapsed());
            match self.receiver.recv_timeout(QUIET.min(left)) {
                Err(RecvTimeoutError::Timeout) if !left.is_zero() && paths.iter().any(is_empty) => {}
                answer => return answer,
            }
        }
    }

    /// Whether the folder is not as it was when events were last lost. Reading a large record makes so many events that
    /// some are lost: without a look at the folder, each reading would be the cause of the next.
    fn is_different(&mut self) -> bool {
        let now = fingerprint(&self.root);
        self.known.replace(now) != Some(now)
    }

    fn poll(&mut self, why: &notify::Error, log: &impl Fn(Event)) {
        match polling(&self.root, &self.around, &self.sender) {
            Ok(watcher) => {
                self.watcher = watcher;
                log(Event::Polling(why.to_string()));
            }
            Err(error) => log(Event::Polling(format!("{why}; {error}"))),
        }
    }
}

fn watcher(
    root: &Path,
    around: &[PathBuf],
    sender: &Sender<Message>,
    log: &impl Fn(Event),
) -> notify::Result<Box<dyn Watcher + Send>> {
    let native = || {
        // Links are not followed: one may lead to the whole disk.
        let config = Config::default().with_follow_symlinks(false);
        let mut watcher = RecommendedWatcher::new(handler(root, around, sender), config)?;
        watcher.watch(root, RecursiveMode::Recursive)?;
        // The parent only to see the root itself go and come: without it, all else works.
        let folders: BTreeSet<&Path> = around.iter().filter_map(|file| file.parent()).chain(root.parent()).collect();
        for folder in folders.into_iter().filter(|folder| *folder != root) {
            drop(watcher.watch(folder, RecursiveMode::NonRecursive));
        }
        Ok(watcher)
    };
    match native() {
        Ok(watcher) => Ok(Box::new(watcher)),
        Err(why) => {
            let why: notify::Error = why;
            let watcher = polling(root, around, sender)?;
            log(Event::Polling(why.to_string()));
            Ok(watcher)
        }
    }
}

fn polling(root: &Path, around: &[PathBuf], sender: &Sender<Message>) -> notify::Result<Box<dyn Watcher + Send>> {
    let config = Config::default().with_poll_interval(POLL).with_follow_symlinks(false);
    let mut watcher = PollWatcher::new(handler(root, around, sender), config)?;
    watcher.watch(root, RecursiveMode::Recursive)?;
    for file in around {
        // Not all of them are there.
        drop(watcher.watch(file, RecursiveMode::NonRecursive));
    }
    Ok(Box::new(watcher))
}

/// Passes on what may change a page. Reading a file is an event too, and would cause itself.
fn handler(
    root: &Path,
    around: &[PathBuf],
    sender: &Sender<Message>,
) -> impl Fn(notify::Result<notify::Event>) + use<> {
    let (root, around, sender) = (root.to_owned(), around.to_owned(), sender.clone());
    move |event| {
        let matters = match &event {
            Ok(event) => {
                let read = matches!(event.kind, EventKind::Access(_));
                !read
                    && (event.need_rescan()
                        || event.paths.iter().any(|path| around.contains(path) || Tree::may_depend_on(&root, path)))
            }
            Err(_) => true,
        };
        if matters {
            // Nobody receives once the preview ends.
            drop(sender.send(Message::Event(event)));
        }
    }
}

fn is_arrival(kind: EventKind) -> bool {
    matches!(kind, EventKind::Create(CreateKind::Folder | CreateKind::Any) | EventKind::Modify(ModifyKind::Name(_)))
}

/// The same as long as no file below `root` comes, goes or changes its size or time. Reads no file.
fn fingerprint(root: &Path) -> u64 {
    let mut hasher = DefaultHasher::new();
    let matters = |entry: &walkdir::DirEntry| Tree::may_depend_on(root, entry.path());
    for entry in walkdir::WalkDir::new(root).sort_by_file_name().into_iter().filter_entry(matters).flatten() {
        entry.path().hash(&mut hasher);
        let about: Option<fs::Metadata> = entry.metadata().ok();
        about.map(|about| (about.len(), about.modified().ok())).hash(&mut hasher);
    }
    hasher.finish()
}

#[cfg(test)]
mod tests {
    use std::thread;

    use super::*;

    #[test]
    fn a_file_that_is_being_written_is_waited_for_and_one_that_stays_empty_is_not_for_long() {
        let folder = tempfile::tempdir().unwrap();
        let file = folder.path().join("a.md");
        fs::write(&file, "first").unwrap();
        let mut watch = Watch::begin(folder.path(), &|_| {}).unwrap();
        let writer = {
            let file = file.clone();
            thread::spawn(move || {
                fs::File::create(&file).unwrap();
                thread::sleep(QUIET * 10);
                fs::write(&file, "second").unwrap();
            })
        };
        let change = watch.next(&|_| {}).unwrap();
        assert_eq!(change.paths, [PathBuf::from("a.md")]);
        assert_eq!(fs::read_to_string(&file).unwrap(), "second");
        writer.join().unwrap();
        fs::write(folder.path().join("b.md"), "").unwrap();
        let change = watch.next(&|_| {}).unwrap();
        assert!(change.paths.ends_with(&[PathBuf::from("b.md")]), "{:?}", change.paths);
    }
}
