//! From what is on disk to what is shown: at once, and again when it is complete.

use std::collections::HashSet;
use std::path::{Path, PathBuf};
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::mpsc::{Receiver, RecvTimeoutError, Sender, channel};
use std::sync::{Arc, Mutex};
use std::time::{Duration, Instant};

use super::event::Event;
use super::pages::Pages;
use super::{http, watch};
use crate::text::Date;

/// Pages that are served before they are complete.
pub(super) struct Incomplete {
    pub(super) pages: Arc<dyn Pages>,
    /// When the first sign of their change came.
    pub(super) since: Instant,
}

/// What tells the day, and how often it is asked.
#[derive(Clone, Copy)]
pub(super) struct Clock<'a> {
    pub(super) today: &'a (dyn Fn() -> Date + Sync),
    pub(super) every: Duration,
}

/// When completing takes no longer than this, it is done before the pages are shown, and the browser is called once.
const AT_ONCE: Duration = Duration::from_millis(50);

/// The findings of the last complete state.
pub(super) struct Known(Mutex<HashSet<String>>);

impl Known {
    pub(super) fn of(pages: &dyn Pages) -> Known {
        Known(Mutex::new(pages.findings().into_iter().collect()))
    }

    pub(super) fn number(&self) -> usize {
        self.0.lock().expect("nothing panics while it holds the findings").len()
    }

    /// Takes the findings of `pages` in place of those before. Gives their number and those that are new, in their order.
    pub(super) fn replace(&self, pages: &dyn Pages) -> (usize, Vec<String>) {
        let lines = pages.findings();
        let mut known = self.0.lock().expect("nothing panics while it holds the findings");
        let new = lines.iter().filter(|line| !known.contains(*line)).cloned().collect();
        let number = lines.len();
        *known = lines.into_iter().collect();
        (number, new)
    }
}

/// What is shown, and what was said of it.
pub(super) struct Shown<'a, L> {
    /// The folder that is watched.
    pub(super) root: &'a Path,
    pub(super) served: &'a http::Served,
    pub(super) is_quick: &'a AtomicBool,
    pub(super) known: &'a Known,
    /// The pages that were loaded last.
    pub(super) loaded: &'a Mutex<Arc<dyn Pages>>,
    pub(super) log: &'a L,
}

impl<L: Fn(Event)> Shown<'_, L> {
    /// Shows each change that `watch` sees, until that is stopped.
    pub(super) fn follow_folder(
        &self,
        mut watch: watch::Watch,
        load: impl Fn() -> Arc<dyn Pages>,
        later: &Sender<Incomplete>,
    ) {
        while let Some(change) = watch.next(self.log) {
            self.show(change, &load, later);
        }
    }

    /// Shows what is on disk anew with each day that begins by `clock`, until nobody holds the other side of `ended`.
    pub(super) fn follow_clock(
        &self,
        Clock { today, every }: Clock,
        ended: &Receiver<()>,
        load: impl Fn() -> Arc<dyn Pages>,
        later: &Sender<Incomplete>,
    ) {
        let mut day = today();
        while ended.recv_timeout(every) == Err(RecvTimeoutError::Timeout) {
            let now = today();
            if std::mem::replace(&mut day, now) != now {
                self.show(watch::Change { paths: Vec::new(), since: Instant::now() }, &load, later);
            }
        }
    }

    /// Serves the `first` pages as they are `completed`, then the last of what is `incomplete` again and again, until nothing more
    /// can come.
    pub(super) fn complete_each(
        &self,
        first: &Incomplete,
        completed: &Receiver<Result<Arc<dyn Pages>, String>>,
        incomplete: &Receiver<Incomplete>,
    ) {
        match completed.recv() {
            Ok(Ok(pages)) => {
                // At the beginning no finding is new.
                self.known.replace(&*pages);
                if self.served.complete(&first.pages, pages.clone()) {
                    self.finish(Incomplete { pages, since: first.since });
                }
            }
            Ok(Err(why)) => (self.log)(Event::NotCompleted(why)),
            Err(_) => {}
        }
        while let Ok(next) = incomplete.recv() {
            // Only the last state counts.
            self.finish(incomplete.try_iter().last().unwrap_or(next));
        }
    }

    /// Serves what is on disk after `change`, unless that is what was loaded last: complete where the last state was complete quickly;
    /// else at a glance, or as it is loaded, and what is left goes to `later`.
    fn show(&self, change: watch::Change, load: impl Fn() -> Arc<dyn Pages>, later: &Sender<Incomplete>) {
        let completes = self.is_quick.load(Ordering::Relaxed);
        // One that cannot be had is no harm: then all is loaded.
        let glance = || caught(|| self.served.pages().at_a_glance(&change.paths)).ok().flatten();
        if let Some(pages) = (!completes).then(glance).flatten() {
            self.served.replace(pages.clone(), false);
            (self.log)(Event::Changed { paths: change.paths, took: change.since.elapsed(), findings: None });
            drop(later.send(Incomplete { pages, since: change.since }));
            return;
        }
        let new = || {
            let pages = load();
            let mut loaded = self.loaded.lock().expect("nothing panics while it holds the pages");
            let before = std::mem::replace(&mut *loaded, pages.clone());
            (!http::is_same(&before, &pages)).then_some(pages)
        };
        let pages = match caught(|| new().map(|pages| if completes { complete(pages, self.is_quick) } else { pages })) {
            Ok(Some(pages)) => pages,
            Ok(None) => return,
            Err(why) => return (self.log)(Event::Broken(why)),
        };
        if !self.served.replace(pages.clone(), self.is_whole(&change)) {
            return;
        }
        let took = change.since.elapsed();
        let found = completes.then(|| self.known.replace(&*pages));
        let findings = found.as_ref().map(|(number, _)| *number);
        (self.log)(Event::Changed { paths: change.paths, took, findings });
        self.tell(found.map(|(_, new)| new).unwrap_or_default());
        if !completes {
            // Nobody receives once the preview ends.
            drop(later.send(Incomplete { pages, since: change.since }));
        }
    }

    /// Whether `change` may be one of something that a page shows and does not hold, such as a picture: any but one of texts, and
    /// one of which nobody knows what it was.
    fn is_whole(&self, change: &watch::Change) -> bool {
        let is_text = |path: &Path| path.extension().is_some_and(|it| it.eq_ignore_ascii_case("md"));
        // What is not there is the other name of something, or what an editor wrote and took away.
        let is_other = |path: &PathBuf| !is_text(path) && self.root.join(path).is_file();
        change.paths.is_empty() || change.paths.iter().any(is_other)
    }

    /// Serves the `shown` pages with one after the other of what was left for later, until nothing is left or another change came in the
    /// meantime.
    fn finish(&self, shown: Incomplete) {
        let Incomplete { mut pages, since } = shown;
        loop {
            let step = Instant::now();
            match caught(|| pages.completed()) {
                Ok(Some(next)) => {
                    self.is_quick.store(step.elapsed() <= AT_ONCE, Ordering::Relaxed);
                    let before = std::mem::replace(&mut pages, next);
                    if !self.served.complete(&before, pages.clone()) {
                        return;
                    }
                    let mut loaded = self.loaded.lock().expect("nothing panics while it holds the pages");
                    http::discard(std::mem::replace(&mut *loaded, before));
                }
                Ok(None) => {
                    let (findings, new) = self.known.replace(&*pages);
                    self.tell(new);
                    return (self.log)(Event::Completed { took: since.elapsed(), findings });
                }
                Err(why) => return (self.log)(Event::NotCompleted(why)),
            }
        }
    }

    /// Says which findings are `new`, if any are.
    fn tell(&self, new: Vec<String>) {
        if !new.is_empty() {
            (self.log)(Event::Found(new));
        }
    }
}

/// `pages` with what was left for later. Whether that was quick is kept in `is_quick`.
fn complete(pages: Arc<dyn Pages>, is_quick: &AtomicBool) -> Arc<dyn Pages> {
    let since = Instant::now();
    let completed = pages.completed();
    is_quick.store(since.elapsed() <= AT_ONCE, Ordering::Relaxed);
    completed.unwrap_or(pages)
}

/// Completes `pages` while something else is done; what comes of it is received once.
pub(super) fn completed_beside(
    pages: Arc<dyn Pages>,
    is_quick: Arc<AtomicBool>,
) -> Receiver<Result<Arc<dyn Pages>, String>> {
    let (done, completed) = channel();
    // Nobody receives once the preview ends.
    std::thread::spawn(move || drop(done.send(caught(|| complete(pages, &is_quick)))));
    completed
}

/// What `work` gives, or what its panic said.
fn caught<T>(work: impl FnOnce() -> T) -> Result<T, String> {
    std::panic::catch_unwind(std::panic::AssertUnwindSafe(work)).map_err(|panic| http::message(&*panic))
}
