//! The live preview: serves pages from memory, watches a folder, and has the browser reload what changed.
//!
//! It knows nothing of records. [`Pages`] answers for one address; `load` makes new pages from what is on disk now. After
//! each change all of it is loaded anew, so that nothing can be stale, and one page is rendered when the browser asks.
//!
//! A change is shown in two beats when it has to be: first the pages that `load` gives, at once; then, when what it left for
//! later is done, the complete ones, for which the browser is called again. A change that comes in between is shown at
//! once too, and what was being completed is dropped.
//!
//! What always holds: only this machine is answered unless an address is given, and only under a name that leads here
//! (a web site cannot read the preview through its own name); nothing is written; a page that panics is an answer, not
//! the end.

mod connection;
mod file;
mod http;
mod watch;

use std::collections::HashSet;
use std::fmt;
use std::future::Future;
use std::io;
use std::net::{Ipv4Addr, SocketAddr, TcpListener};
use std::path::PathBuf;
use std::process::{Command, Stdio};
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::mpsc::{RecvTimeoutError, Sender, channel};
use std::sync::{Arc, Mutex};
use std::time::{Duration, Instant};

use crate::diagnostic::human::one_line;
use crate::page::Body;
use crate::text::count;

/// One state of the site.
pub trait Pages: Send + Sync + 'static {
    /// What stands at `path`, which has no slash before it: the empty text, `sow/0003/`, `assets/style.css`.
    /// `None` when nothing does; then `404.html` is asked for.
    fn get(&self, path: &str) -> Option<Reply>;

    /// The findings that are known, one line each. Two lines that are the same are the same finding, so none of them counts
    /// the lines of a file.
    fn findings(&self) -> Vec<String>;

    /// The same state with all that `load` left for later; `None` when it left nothing. May take long: it is called on a
    /// thread of its own, while these pages are served.
    fn completed(&self) -> Option<Arc<dyn Pages>>;
}

/// The answer to one request.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Reply {
    /// The status code of HTTP: `200`, `404`.
    pub status: u16,
    /// As HTTP wants it, `text/html; charset=utf-8`.
    pub content_type: &'static str,
    /// What is sent after the headers.
    pub body: Body,
}

impl Reply {
    /// A page with the status code `status`, its type HTML in UTF-8.
    pub fn html(status: u16, text: impl Into<String>) -> Reply {
        let body = Body::Text(text.into());
        Reply { status, content_type: "text/html; charset=utf-8", body }
    }

    /// A file that is there, its type told by the ending of `path`.
    pub fn file(path: &str, body: Body) -> Reply {
        Reply { status: 200, content_type: content_type(path), body }
    }
}

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

/// What the preview has to say, one line each.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Event {
    /// The first pages are served.
    Serving {
        /// With a slash at its end.
        url: String,
        /// From the start of the preview to the first pages.
        took: Duration,
        /// How many findings are on the pages.
        findings: usize,
    },
    /// Something changed, and the new pages are served.
    Changed {
        /// The changed files below the root, in the order of their paths; empty when the system did not say.
        paths: Vec<PathBuf>,
        /// From the first sign of the change to the new pages.
        took: Duration,
        /// `None` while they are still looked for.
        findings: Option<usize>,
    },
    /// The findings of the last change are on the pages.
    Completed {
        /// From the first sign of the change.
        took: Duration,
        /// How many findings are on the pages now.
        findings: usize,
    },
    /// Findings that were not there before the last change, one line each.
    Found(Vec<String>),
    /// The system cannot watch the folder; it is looked through twice a second instead.
    Polling(String),
    /// The new state could not be loaded, for a fault of the program; the last one is still served.
    Broken(String),
    /// The new state is served with the findings of the last one, for a fault of the program.
    NotCompleted(String),
    /// The browser did not open, for this reason; the pages are served all the same.
    NotOpened(String),
}

impl fmt::Display for Event {
    fn fmt(&self, f: &mut fmt::Formatter) -> fmt::Result {
        let state = |took: &Duration, findings: &usize| {
            format!("{} ms, {}", took.as_millis(), count(*findings, "finding", "findings"))
        };
        match self {
            Event::Serving { url, took, findings } => {
                write!(f, "serving {url} ({}); Ctrl-C ends it", state(took, findings))
            }
            Event::Changed { paths, took, findings } => {
                match &paths[..] {
                    [] => write!(f, "changed")?,
                    [path] => write!(f, "{}", one_line(&path.to_string_lossy()))?,
                    [path, rest @ ..] => write!(f, "{} and {} more", one_line(&path.to_string_lossy()), rest.len())?,
                }
                match findings {
                    Some(findings) => write!(f, ": {}", state(took, findings)),
                    None => write!(f, ": {} ms, still checking", took.as_millis()),
                }
            }
            Event::Completed { took, findings } => write!(f, "checked: {}", state(took, findings)),
            Event::Found(lines) => {
                let shown: Vec<String> = lines.iter().take(NEWS).map(|line| format!("  new: {line}")).collect();
                write!(f, "{}", shown.join("\n"))?;
                match lines.len().saturating_sub(NEWS) {
                    0 => Ok(()),
                    more => write!(f, "\n  and {more} more"),
                }
            }
            Event::Polling(why) => write!(f, "looking for changes twice a second, as the system cannot watch: {why}"),
            Event::Broken(why) => write!(f, "the last state is still served, as loading the new one failed: {why}"),
            Event::NotCompleted(why) => {
                write!(f, "the findings are those of the last state, as checking the new one failed: {why}")
            }
            Event::NotOpened(why) => write!(f, "the browser did not open: {why}"),
        }
    }
}

/// How many new findings are named.
const NEWS: usize = 5;

/// Serves on `listener` until Ctrl-C. `load` gives the pages of what is on disk; it is called once now and once after each change, and
/// may give the same pages again when nothing changed, which spares the reader the reload.
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
    run(options, listener, load, log, async {
        // Without a signal to wait for, the preview ends when it is killed.
        if tokio::signal::ctrl_c().await.is_err() {
            std::future::pending::<()>().await;
        }
    })
}

fn run(
    options: &Options,
    listener: TcpListener,
    load: impl Fn() -> Arc<dyn Pages> + Sync,
    log: impl Fn(Event) + Sync,
    until: impl Future<Output = ()>,
) -> io::Result<()> {
    let since = Instant::now();
    let address = listener.local_addr()?;
    let runtime = tokio::runtime::Builder::new_multi_thread().worker_threads(2).enable_all().build()?;
    // The watch begins first, so that no change between the two is missed.
    let mut watch = watch::Watch::begin(&options.root, &log)?;
    let is_quick = AtomicBool::new(false);
    let pages = complete(load(), &is_quick);
    let known = Known::of(&*pages);
    let served = http::Served::new(pages, address.ip(), &options.hosts);
    let url = url(address);
    log(Event::Serving { url: url.clone(), took: since.elapsed(), findings: known.number() });
    if options.open {
        open(&url).unwrap_or_else(|error| log(Event::NotOpened(error.to_string())));
    }
    let shown = Shown { served: &served, is_quick: &is_quick, known: &known, log: &log };
    std::thread::scope(|scope| {
        let stop = watch.stop();
        let (shown, load, log) = (&shown, &load, &log);
        let (later, incomplete) = channel();
        let (ends, ended) = channel::<()>();
        if options.follows_clock {
            let later = later.clone();
            scope.spawn(move || {
                let mut day = today();
                while ended.recv_timeout(CLOCK) == Err(RecvTimeoutError::Timeout) {
                    if std::mem::replace(&mut day, today()) != today() {
                        shown.show(watch::Change { paths: Vec::new(), since: Instant::now() }, load, &later);
                    }
                }
            });
        }
        scope.spawn(move || {
            while let Some(change) = watch.next(log) {
                shown.show(change, load, &later);
            }
        });
        scope.spawn(move || {
            while let Ok(mut next) = incomplete.recv() {
                // Only the last state counts.
                next = incomplete.try_iter().last().unwrap_or(next);
                shown.complete_later(&next);
            }
        });
        let result = runtime.block_on(http::answer_all(listener, served.clone(), until));
        drop(ends);
        stop();
        result
    })?;
    // Pages that are being rendered are not waited for.
    runtime.shutdown_background();
    Ok(())
}

/// Pages that are served before they are complete.
struct Incomplete {
    pages: Arc<dyn Pages>,
    /// When the first sign of their change came.
    since: Instant,
}

/// When completing takes no longer than this, it is done before the pages are shown, and the browser is called once.
const AT_ONCE: Duration = Duration::from_millis(50);

/// How often the clock is looked at.
const CLOCK: Duration = Duration::from_secs(10);

fn today() -> crate::text::Date {
    jiff::Zoned::now().date()
}

/// The findings of the last complete state.
struct Known(Mutex<HashSet<String>>);

impl Known {
    fn of(pages: &dyn Pages) -> Known {
        Known(Mutex::new(pages.findings().into_iter().collect()))
    }

    fn number(&self) -> usize {
        self.0.lock().expect("nothing panics while it holds the findings").len()
    }

    /// Takes the findings of `pages` in place of those before. Gives their number and those that are new, in their order.
    fn replace(&self, pages: &dyn Pages) -> (usize, Vec<String>) {
        let lines = pages.findings();
        let mut known = self.0.lock().expect("nothing panics while it holds the findings");
        let new = lines.iter().filter(|line| !known.contains(*line)).cloned().collect();
        let number = lines.len();
        *known = lines.into_iter().collect();
        (number, new)
    }
}

/// What is shown, and what was said of it.
struct Shown<'a, L> {
    served: &'a http::Served,
    is_quick: &'a AtomicBool,
    known: &'a Known,
    log: &'a L,
}

impl<L: Fn(Event)> Shown<'_, L> {
    /// Serves what is on disk after `change`: complete where the last state was complete quickly; else as it is loaded, and
    /// what is left goes to `later`.
    fn show(&self, change: watch::Change, load: impl Fn() -> Arc<dyn Pages>, later: &Sender<Incomplete>) {
        let completes = self.is_quick.load(Ordering::Relaxed);
        let pages = match caught(|| if completes { complete(load(), self.is_quick) } else { load() }) {
            Ok(pages) => pages,
            Err(why) => return (self.log)(Event::Broken(why)),
        };
        if !self.served.replace(pages.clone()) {
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

    /// Completes what is served, and serves that unless another change came in the meantime.
    fn complete_later(&self, next: &Incomplete) {
        match caught(|| complete(next.pages.clone(), self.is_quick)) {
            Ok(pages) => {
                if self.served.complete(&next.pages, pages.clone()) {
                    let (findings, new) = self.known.replace(&*pages);
                    self.tell(new);
                    (self.log)(Event::Completed { took: next.since.elapsed(), findings });
                }
            }
            Err(why) => (self.log)(Event::NotCompleted(why)),
        }
    }

    fn tell(&self, new: Vec<String>) {
        if !new.is_empty() {
            (self.log)(Event::Found(new));
        }
    }
}

/// `pages` with what was left for later, and whether that was quick.
fn complete(pages: Arc<dyn Pages>, is_quick: &AtomicBool) -> Arc<dyn Pages> {
    let since = Instant::now();
    let completed = pages.completed();
    is_quick.store(since.elapsed() <= AT_ONCE, Ordering::Relaxed);
    completed.unwrap_or(pages)
}

/// What `work` gives, or what its panic said.
fn caught<T>(work: impl FnOnce() -> T) -> Result<T, String> {
    std::panic::catch_unwind(std::panic::AssertUnwindSafe(work)).map_err(|panic| http::message(&*panic))
}

/// Ports that are tried when none is asked for.
const PORTS: std::ops::RangeInclusive<u16> = 4000..=4019;

/// What listens at `address`; without one, on this machine alone, at the first free port from 4000.
///
/// # Errors
/// When the address cannot be had; the words name the port and the flag.
pub fn bind(address: Option<SocketAddr>) -> io::Result<TcpListener> {
    let Some(address) = address else {
        for port in PORTS {
            match TcpListener::bind((Ipv4Addr::LOCALHOST, port)) {
                Err(error) if error.kind() == io::ErrorKind::AddrInUse => {}
                Err(error) => return Err(not_bound((Ipv4Addr::LOCALHOST, port).into(), &error)),
                listener => return listener,
            }
        }
        let why = format!("the ports {} to {} are in use", PORTS.start(), PORTS.end());
        return Err(io::Error::new(
            io::ErrorKind::AddrInUse,
            format!("{why}; name a free one with `--address 127.0.0.1:PORT`"),
        ));
    };
    TcpListener::bind(address).map_err(|error| not_bound(address, &error))
}

fn not_bound(address: SocketAddr, error: &io::Error) -> io::Error {
    let port = address.port();
    let other = SocketAddr::new(address.ip(), if port < 1024 { 4000 } else { port.checked_add(1).unwrap_or(4000) });
    let why = match error.kind() {
        io::ErrorKind::AddrInUse => {
            format!("port {port} is in use; name another one with `--address {other}`, or end the program that has it")
        }
        io::ErrorKind::PermissionDenied => {
            format!("port {port} is not open to you; name another one with `--address {other}`")
        }
        io::ErrorKind::AddrNotAvailable => {
            format!(
                "{} is no address of this machine; name another one with `--address 127.0.0.1:{port}`",
                address.ip()
            )
        }
        _ => format!("{address} cannot be served: {error}; name another one with `--address`"),
    };
    io::Error::new(error.kind(), why)
}

/// Where a browser on this machine finds `address`, with a slash at its end.
pub fn url(address: SocketAddr) -> String {
    match address.ip() {
        ip if ip.is_unspecified() || ip == Ipv4Addr::LOCALHOST => format!("http://localhost:{}/", address.port()),
        _ => format!("http://{address}/"),
    }
}

fn open(url: &str) -> io::Result<()> {
    let mut command = if cfg!(target_os = "macos") {
        Command::new("open")
    } else if cfg!(windows) {
        let mut command = Command::new("cmd");
        command.args(["/C", "start", ""]);
        command
    } else {
        Command::new("xdg-open")
    };
    let program = command.get_program().to_string_lossy().into_owned();
    let started = command.arg(url).stdin(Stdio::null()).stdout(Stdio::null()).stderr(Stdio::null()).spawn();
    let mut child = started.map_err(|error| io::Error::new(error.kind(), format!("{program}: {error}")))?;
    // Some openers live as long as the browser.
    std::thread::spawn(move || drop(child.wait()));
    Ok(())
}

/// The type of a published file, told by its ending. Text is UTF-8.
pub fn content_type(path: &str) -> &'static str {
    let ending = path.rsplit_once('.').map_or("", |(_, ending)| ending);
    match ending.to_ascii_lowercase().as_str() {
        "html" | "htm" => "text/html; charset=utf-8",
        "css" => "text/css; charset=utf-8",
        "js" | "mjs" => "text/javascript; charset=utf-8",
        "json" | "map" => "application/json",
        "xml" => "application/xml; charset=utf-8",
        "rss" => "application/rss+xml; charset=utf-8",
        "atom" => "application/atom+xml; charset=utf-8",
        "ics" => "text/calendar; charset=utf-8",
        "csv" => "text/csv; charset=utf-8",
        "txt" | "md" | "toml" => "text/plain; charset=utf-8",
        "svg" => "image/svg+xml",
        "png" => "image/png",
        "jpg" | "jpeg" => "image/jpeg",
        "gif" => "image/gif",
        "webp" => "image/webp",
        "avif" => "image/avif",
        "ico" => "image/x-icon",
        "woff2" => "font/woff2",
        "woff" => "font/woff",
        "pdf" => "application/pdf",
        "webmanifest" => "application/manifest+json",
        "wasm" => "application/wasm",
        "mp4" => "video/mp4",
        "webm" => "video/webm",
        "mp3" => "audio/mpeg",
        _ => "application/octet-stream",
    }
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeMap;
    use std::fs;
    use std::io::{BufRead, BufReader, Read, Write};
    use std::net::TcpStream;
    use std::path::Path;

    use super::*;

    /// Every file below a folder, as a page of its own name; some names misbehave. A page that says `slow` makes its state one
    /// that is complete after a while, with the page `completed`.
    #[derive(Clone)]
    struct Folder(BTreeMap<String, Vec<u8>>);

    /// Long enough not to be quick.
    const SLOW: Duration = Duration::from_millis(300);

    impl Pages for Folder {
        fn get(&self, path: &str) -> Option<Reply> {
            match path {
                "panic/" => panic!("a template <that> is wrong"),
                "asset.css" => Some(Reply::file(path, Body::OnDisk("/no/such/file".into()))),
                _ => Some(Reply::html(200, String::from_utf8(self.0.get(path)?.clone()).unwrap())),
            }
        }

        fn findings(&self) -> Vec<String> {
            self.0.keys().cloned().collect()
        }

        fn completed(&self) -> Option<Arc<dyn Pages>> {
            if !self.0.values().any(|page| page.starts_with(b"slow")) {
                return None;
            }
            std::thread::sleep(SLOW);
            let mut whole = self.clone();
            whole.0.insert("completed".to_owned(), self.0[""].clone());
            Some(Arc::new(whole))
        }
    }

    fn read(root: &Path) -> Arc<dyn Pages> {
        let files = walkdir::WalkDir::new(root).into_iter().flatten().filter(|entry| entry.file_type().is_file());
        let name = |path: &Path| path.strip_prefix(root).unwrap().to_string_lossy().replace("index.html", "");
        Arc::new(Folder(files.filter_map(|file| Some((name(file.path()), fs::read(file.path()).ok()?))).collect()))
    }

    struct Preview {
        address: SocketAddr,
        root: PathBuf,
        said: Arc<Mutex<Vec<Event>>>,
    }

    /// Serves a folder with a home page and `sow/0003/` while `test` runs.
    fn preview(test: impl FnOnce(&Preview)) {
        let folder = tempfile::tempdir().unwrap();
        let root = folder.path().join("record");
        fs::create_dir_all(root.join("sow/0003")).unwrap();
        fs::write(root.join("index.html"), "<body>home</body>").unwrap();
        fs::write(root.join("sow/0003/index.html"), "<body>three</body>").unwrap();
        let listener = TcpListener::bind("127.0.0.1:0").unwrap();
        let said = Arc::new(Mutex::new(Vec::new()));
        let preview = Preview { address: listener.local_addr().unwrap(), root: root.clone(), said: Arc::clone(&said) };
        let options = Options { root: root.clone(), hosts: Vec::new(), follows_clock: false, open: false };
        let (stop, stopped) = tokio::sync::oneshot::channel::<()>();
        std::thread::scope(|scope| {
            let server = scope.spawn(move || {
                let log = |event| said.lock().unwrap().push(event);
                run(&options, listener, || read(&root), log, async { drop(stopped.await) })
            });
            test(&preview);
            drop(stop);
            server.join().unwrap().unwrap();
        });
    }

    impl Preview {
        fn ask(&self, request: &str) -> String {
            let mut stream = TcpStream::connect(self.address).unwrap();
            stream.write_all(request.as_bytes()).unwrap();
            let mut answer = String::new();
            stream.read_to_string(&mut answer).unwrap();
            answer
        }

        fn get(&self, path: &str) -> String {
            self.ask(&format!("GET {path} HTTP/1.1\r\nHost: {}\r\nConnection: close\r\n\r\n", self.address))
        }

        fn wait_for(&self, path: &str, text: &str) {
            let since = Instant::now();
            while !self.get(path).contains(text) {
                assert!(since.elapsed() < Duration::from_secs(20), "{path} does not show `{text}`: {}", self.get(path));
                std::thread::sleep(Duration::from_millis(5));
            }
        }

        /// The versions that a browser is told, as they come.
        fn events(&self) -> impl FnMut() -> u64 {
            let mut stream = TcpStream::connect(self.address).unwrap();
            stream.set_read_timeout(Some(Duration::from_secs(20))).unwrap();
            write!(stream, "GET /_candor/events HTTP/1.1\r\nHost: localhost\r\n\r\n").unwrap();
            let mut lines = BufReader::new(stream).lines().map(Result::unwrap);
            move || lines.find_map(|line| line.strip_prefix("data: ").map(|version| version.parse().unwrap())).unwrap()
        }
    }

    #[test]
    fn pages_are_served_with_what_reloads_them() {
        preview(|preview| {
            let home = preview.get("/");
            assert!(home.starts_with("HTTP/1.1 200 OK") && home.contains("text/html; charset=utf-8"), "{home}");
            assert!(home.contains("<body>home<script src=\"/_candor/reload.js\""), "{home}");
            assert!(preview.get("/sow/0003/index.html").contains("three"));
            assert!(preview.get("/_candor/reload.js").contains("EventSource"));
            let redirect = preview.get("/sow/0003?a=b");
            assert!(redirect.contains("307") && redirect.contains("location: /sow/0003/?a=b"), "{redirect}");
            assert!(preview.get("/nothing").starts_with("HTTP/1.1 404"));
            assert!(preview.get("/../../etc/passwd").starts_with("HTTP/1.1 404"));
        });
    }

    #[test]
    fn a_page_that_panics_says_so_and_the_preview_goes_on() {
        preview(|preview| {
            let failed = preview.get("/panic/");
            assert!(
                failed.starts_with("HTTP/1.1 500") && failed.contains("a template &lt;that&gt; is wrong"),
                "{failed}"
            );
            assert!(failed.contains("/_candor/reload.js"), "{failed}");
            assert!(preview.get("/asset.css").contains("/no/such/file"));
            assert!(preview.get("/").contains("home"));
        });
    }

    #[test]
    fn only_reading_and_only_under_an_own_name() {
        preview(|preview| {
            let ask = |line: &str, host: &str| {
                preview.ask(&format!("{line} HTTP/1.1\r\n{host}Connection: close\r\nContent-Length: 0\r\n\r\n"))
            };
            assert!(ask("GET /", "Host: localhost:4000\r\n").contains("home"));
            for foreign in ["Host: evil.example\r\n", "Host: 127.0.0.1.evil.example\r\n", ""] {
                let answer = ask("GET /", foreign);
                assert!(!answer.contains("200 OK") && !answer.contains("home"), "{foreign}{answer}");
            }
            assert!(ask("GET http://evil.example/", "Host: localhost\r\n").contains("403"));
            let posted = ask("POST /", "Host: localhost\r\n");
            assert!(posted.contains("405") && posted.contains("allow: GET, HEAD"), "{posted}");
            let head = ask("HEAD /", "Host: localhost\r\n");
            assert!(head.contains("200 OK") && !head.contains("home"), "{head}");
        });
    }

    #[test]
    fn every_way_to_save_is_seen() {
        preview(|preview| {
            let root = &preview.root;
            let page = root.join("sow/0003/index.html");
            let new = root.join("decisions/0001");
            let saves: [(&str, &str, &dyn Fn()); 7] = [
                ("/sow/0003/", "in place", &|| fs::write(&page, "in place").unwrap()),
                ("/sow/0003/", "renamed over", &|| {
                    fs::write(root.join(".0003.tmp"), "renamed over").unwrap();
                    fs::rename(root.join(".0003.tmp"), &page).unwrap();
                }),
                ("/sow/0003/", "written after the old one was set aside", &|| {
                    fs::rename(&page, root.join("sow/0003/index.html~")).unwrap();
                    fs::write(&page, "written after the old one was set aside").unwrap();
                }),
                ("/decisions/0001/", "with its folder", &|| {
                    fs::create_dir_all(&new).unwrap();
                    fs::write(new.join("index.html"), "with its folder").unwrap();
                }),
                ("/decisions/0001/", "in the new folder", &|| {
                    fs::write(new.join("index.html"), "in the new folder").unwrap();
                }),
                ("/rulings/0001/", "in the new folder", &|| {
                    fs::rename(root.join("decisions"), root.join("rulings")).unwrap();
                }),
                ("/rulings/0001/", "404 Not Found", &|| fs::remove_dir_all(root.join("rulings")).unwrap()),
            ];
            for (path, text, save) in saves {
                preview.get("/");
                save();
                preview.wait_for(path, text);
            }
        });
    }

    #[test]
    fn the_browser_is_told_of_a_new_state() {
        preview(|preview| {
            let mut next = preview.events();
            let first = next();
            fs::write(preview.root.join("index.html"), "changed").unwrap();
            assert!(next() > first);
            preview.wait_for("/", "changed");
        });
    }

    #[test]
    fn a_slow_state_is_shown_at_once_and_again_when_it_is_complete() {
        preview(|preview| {
            let mut next = preview.events();
            next();
            let home = preview.root.join("index.html");
            fs::write(&home, "slow one").unwrap();
            preview.wait_for("/completed", "slow one");
            next();
            let since = Instant::now();
            fs::write(&home, "slow two").unwrap();
            let first = next();
            assert!(since.elapsed() < SLOW, "what takes long is not waited for");
            assert_eq!(first % 2, 0, "a new state");
            assert!(preview.get("/").contains("slow two"));
            assert!(preview.get("/completed").contains("404 Not Found"));
            assert_eq!(next(), first + 1, "the same state, complete");
            assert!(preview.get("/completed").contains("slow two"));
            let events = completed(&preview.said);
            assert!(
                matches!(
                    &events[..],
                    [.., Event::Changed { findings: None, .. }, Event::Completed { findings: 3, .. }]
                ),
                "{events:?}"
            );
        });
    }

    /// What was said once the last thing said is that a state is complete: the browser hears of that before the terminal does.
    fn completed(said: &Mutex<Vec<Event>>) -> Vec<Event> {
        let until = Instant::now() + Duration::from_secs(10);
        while !matches!(said.lock().unwrap().last(), Some(Event::Completed { .. })) && Instant::now() < until {
            std::thread::sleep(Duration::from_millis(5));
        }
        said.lock().unwrap().clone()
    }

    #[test]
    fn what_was_being_completed_is_dropped_for_a_newer_state() {
        preview(|preview| {
            let home = preview.root.join("index.html");
            fs::write(&home, "slow one").unwrap();
            preview.wait_for("/completed", "slow one");
            fs::write(&home, "slow two").unwrap();
            preview.wait_for("/", "slow two");
            fs::write(&home, "slow three").unwrap();
            preview.wait_for("/", "slow three");
            assert!(preview.get("/completed").contains("404 Not Found"));
            preview.wait_for("/completed", "slow three");
            let events = completed(&preview.said);
            let completed = events.iter().filter(|event| matches!(event, Event::Completed { .. }));
            assert_eq!(completed.count(), 1, "{events:?}");
        });
    }

    #[test]
    fn the_root_may_go_and_come_back() {
        preview(|preview| {
            preview.get("/");
            fs::rename(&preview.root, preview.root.with_file_name("away")).unwrap();
            preview.wait_for("/", "404 Not Found");
            fs::create_dir(&preview.root).unwrap();
            fs::write(preview.root.join("index.html"), "back").unwrap();
            preview.wait_for("/", "back");
            fs::write(preview.root.join("index.html"), "and watched").unwrap();
            preview.wait_for("/", "and watched");
        });
    }

    #[test]
    fn what_is_no_content_is_not_seen() {
        preview(|preview| {
            preview.get("/");
            let before = preview.said.lock().unwrap().len();
            fs::create_dir(preview.root.join(".git")).unwrap();
            fs::write(preview.root.join(".git/HEAD"), "ref").unwrap();
            fs::write(preview.root.join(".index.html.swp"), "vim").unwrap();
            fs::write(preview.root.with_file_name("beside"), "elsewhere").unwrap();
            std::thread::sleep(Duration::from_millis(150));
            assert_eq!(preview.said.lock().unwrap()[before..], []);
        });
    }

    #[test]
    fn a_port_in_use_is_named_with_the_flag() {
        let taken = TcpListener::bind("127.0.0.1:0").unwrap();
        let address = taken.local_addr().unwrap();
        let why = bind(Some(address)).unwrap_err().to_string();
        assert!(
            why.starts_with(&format!("port {} is in use; name another one with `--address 127.0.0.1:", address.port()))
        );
        let (one, two) = (bind(None).unwrap(), bind(None).unwrap());
        assert_ne!(one.local_addr().unwrap(), two.local_addr().unwrap());
    }

    #[test]
    fn each_event_is_one_line() {
        let took = Duration::from_millis(14);
        let serving = Event::Serving { url: "http://127.0.0.1:4000/".into(), took, findings: 1 };
        assert_eq!(serving.to_string(), "serving http://127.0.0.1:4000/ (14 ms, 1 finding); Ctrl-C ends it");
        let paths = ["sow/0001-a.md", "sow/0002-b.md"].map(PathBuf::from);
        let one = Event::Changed { paths: paths[..1].to_vec(), took, findings: Some(3) };
        assert_eq!(one.to_string(), "sow/0001-a.md: 14 ms, 3 findings");
        let two = Event::Changed { paths: paths.to_vec(), took, findings: None };
        assert_eq!(two.to_string(), "sow/0001-a.md and 1 more: 14 ms, still checking");
        assert_eq!(Event::Completed { took, findings: 0 }.to_string(), "checked: 14 ms, 0 findings");
    }
}
