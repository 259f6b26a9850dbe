//! The live preview: serves pages from memory, watches a folder, and has the browser show what changed.
//!
//! It knows nothing of records. [`Pages`] answers for one address; `load` makes new pages from what is on disk now. After
//! each change all of it is loaded anew, so that nothing stays stale, and one page is rendered when the browser asks.
//!
//! A change is shown in several beats when it has to be: first what can be had of it at a glance, or the pages that `load` gives, at
//! once; then, each time that more of what was left for later is done, the pages with it, for which the browser is called again. A
//! change that comes in between is shown at once too, and what was being completed is dropped.
//!
//! What always holds: only this machine is answered unless an address is given, and only under a name that leads here
//! (a web site cannot read the preview through its own name); nothing is written; a page that panics is an answer, not
//! the end.

mod address;
mod connection;
mod event;
mod file;
mod http;
mod pages;
mod state;
#[cfg(test)]
mod tests;
mod watch;

use std::future::Future;
use std::io;
use std::net::TcpListener;
use std::path::PathBuf;
use std::sync::atomic::AtomicBool;
use std::sync::mpsc::channel;
use std::sync::{Arc, Mutex};
use std::time::{Duration, Instant};

use self::address::open;
pub use self::address::{bind, url};
pub use self::event::Event;
pub use self::pages::{About, Finding, Pages, Reply, content_type};
use self::state::{Clock, Incomplete, Known, Shown, completed_beside};
use crate::text::Date;

/// What to serve, and where.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Options {
    /// The folder that is watched.
    pub root: PathBuf,
    /// Names of this machine, beside `localhost` and its addresses, under which the preview is asked for.
    pub hosts: Vec<String>,
    /// Whether the pages are loaded anew when a day of the clock ends.
    pub follows_clock: bool,
    /// Whether the browser opens.
    pub open: bool,
}

/// Serves on `listener` until Ctrl-C. `load` gives the pages of what is on disk; it is called once now and once after each change, and
/// may give the same pages again when nothing changed: then nothing is said, and no browser is called.
/// The folder may be missing for a while, as when another branch is checked out.
///
/// # Errors
/// When the folder cannot be watched in any way.
pub fn serve(
    options: &Options,
    listener: TcpListener,
    load: impl Fn() -> Arc<dyn Pages> + Sync,
    log: impl Fn(Event) + Sync,
) -> io::Result<()> {
    let clock = Clock { today: &today, every: Duration::from_secs(10) };
    run(options, listener, load, log, options.follows_clock.then_some(clock), async {
        // Without a signal to wait for, the preview ends when it is killed.
        if tokio::signal::ctrl_c().await.is_err() {
            std::future::pending::<()>().await;
        }
    })
}

/// How long the first pages wait for their findings: those of a small record are there by then.
const SOON: Duration = Duration::from_millis(200);

/// Serves until `until` ends, as [`serve`] does: on one thread it follows the folder, on another the `clock`, and on a third it
/// completes what they show.
fn run(
    options: &Options,
    listener: TcpListener,
    load: impl Fn() -> Arc<dyn Pages> + Sync,
    log: impl Fn(Event) + Sync,
    clock: Option<Clock>,
    until: impl Future<Output = ()>,
) -> io::Result<()> {
    let since = Instant::now();
    let address = listener.local_addr()?;
    let runtime = tokio::runtime::Builder::new_multi_thread().worker_threads(2).enable_all().build()?;
    // The watch begins first, so that no change between the two is missed.
    let watch = watch::Watch::begin(&options.root, &log)?;
    let is_quick = Arc::new(AtomicBool::new(false));
    let loaded = load();
    let completed = completed_beside(loaded.clone(), is_quick.clone());
    let soon = completed.recv_timeout(SOON).ok().transpose();
    let (pages, is_complete) = match &soon {
        Ok(Some(pages)) => (pages.clone(), true),
        Ok(None) | Err(_) => (loaded.clone(), false),
    };
    let known = Known::of(&*pages);
    let served = http::Served::new(pages, address.ip(), &options.hosts);
    let url = url(address);
    let findings = is_complete.then(|| known.number());
    log(Event::Serving { url: url.clone(), took: since.elapsed(), findings });
    if let Err(why) = soon {
        log(Event::NotCompleted(why));
    }
    if options.open {
        open(&url).unwrap_or_else(|error| log(Event::NotOpened(error.to_string())));
    }
    let last = Mutex::new(loaded.clone());
    let shown =
        Shown { root: &options.root, served: &served, is_quick: &is_quick, known: &known, loaded: &last, log: &log };
    std::thread::scope(|scope| {
        let stop = watch.stop();
        let (shown, load) = (&shown, &load);
        let (later, incomplete) = channel();
        let (ends, ended) = channel();
        if let Some(clock) = clock {
            let later = later.clone();
            scope.spawn(move || shown.follow_clock(clock, &ended, load, &later));
        }
        scope.spawn(move || shown.follow_folder(watch, load, &later));
        let first = Incomplete { pages: loaded, since };
        scope.spawn(move || shown.complete_each(&first, &completed, &incomplete));
        let result = runtime.block_on(http::answer_all(listener, served.clone(), until));
        drop(ends);
        stop();
        result
    })?;
    // Pages that are being rendered are not waited for.
    runtime.shutdown_background();
    Ok(())
}

fn today() -> Date {
    jiff::Zoned::now().date()
}
