use std::collections::BTreeMap;
use std::fs;
use std::io::{BufRead, BufReader, Read, Write};
use std::net::{SocketAddr, TcpListener, TcpStream};
use std::path::{Path, PathBuf};
use std::sync::{Arc, Mutex};
use std::time::{Duration, Instant};

use super::*;
use crate::page::Body;

/// Every file below a folder, as a page of its own name; some names misbehave. A page that says `slow` makes its state one
/// that is complete after a while, with the page `completed`, and a change of it can be had at a glance: without that of any other.
#[derive(Clone, PartialEq)]
struct Folder {
    pages: BTreeMap<String, Vec<u8>>,
    root: PathBuf,
    is_glance: bool,
}

/// Long enough not to be quick.
const SLOW: Duration = Duration::from_millis(300);

impl Pages for Folder {
    fn get(&self, path: &str) -> Option<Reply> {
        match path {
            "panic/" => panic!("a template <that> is wrong"),
            "asset.css" | "page.html" => Some(Reply::file(path, Body::OnDisk("/no/such/file".into()))),
            _ => Some(Reply::html(200, String::from_utf8(self.pages.get(path)?.clone()).unwrap())),
        }
    }

    fn findings(&self) -> Vec<String> {
        self.pages.keys().cloned().collect()
    }

    fn about(&self, path: &str) -> About {
        let finding = |text: &Vec<u8>| Finding {
            level: "note".to_owned(),
            message: String::from_utf8_lossy(text).into_owned(),
            help: None,
            fix: None,
            file: path.to_owned(),
            line: None,
            editor: None,
            hides_text: false,
        };
        About { findings: self.pages.get(path).map(finding).into_iter().collect(), is_pending: false }
    }

    fn at_a_glance(&self, paths: &[PathBuf]) -> Option<Arc<dyn Pages>> {
        let [path] = paths else { return None };
        let text = fs::read(self.root.join(path)).ok().filter(|text| text.starts_with(b"slow"))?;
        let before = self.pages.get(&*name(path)).filter(|before| **before != text);
        let mut glance = Folder { is_glance: true, ..self.clone() };
        glance.pages.remove("completed");
        before.and_then(|_| glance.pages.insert(name(path), text))?;
        Some(Arc::new(glance))
    }

    fn completed(&self) -> Option<Arc<dyn Pages>> {
        let is_slow = self.pages.values().any(|page| page.starts_with(b"slow"));
        if !is_slow || self.pages.contains_key("completed") {
            return None;
        }
        std::thread::sleep(SLOW);
        if self.is_glance {
            return Some(Arc::new(read(&self.root)));
        }
        let mut whole = self.clone();
        whole.pages.insert("completed".to_owned(), self.pages[""].clone());
        Some(Arc::new(whole))
    }
}

/// The name of the page that the file at `path` is.
fn name(path: &Path) -> String {
    path.to_string_lossy().replace("index.html", "")
}

fn read(root: &Path) -> Folder {
    let files = walkdir::WalkDir::new(root).into_iter().flatten().filter(|entry| entry.file_type().is_file());
    let name = |path: &Path| name(path.strip_prefix(root).unwrap());
    let pages = files.filter_map(|file| Some((name(file.path()), fs::read(file.path()).ok()?))).collect();
    Folder { pages, root: root.to_owned(), is_glance: false }
}

struct Preview {
    address: SocketAddr,
    root: PathBuf,
    said: Arc<Mutex<Vec<Event>>>,
}

/// Serves a folder with a home page and `sow/0003/` while `test` runs.
fn preview(test: impl FnOnce(&Preview)) {
    preview_by(None, "<body>home</body>", test);
}

/// The same, with a clock and a text for the home page.
fn preview_by(clock: Option<Clock>, home: &str, test: impl FnOnce(&Preview)) {
    let folder = tempfile::tempdir().unwrap();
    let root = folder.path().join("record");
    fs::create_dir_all(root.join("sow/0003")).unwrap();
    fs::write(root.join("index.html"), home).unwrap();
    fs::write(root.join("sow/0003/index.html"), "<body>three</body>").unwrap();
    let listener = TcpListener::bind("127.0.0.1:0").unwrap();
    let said = Arc::new(Mutex::new(Vec::new()));
    let preview = Preview { address: listener.local_addr().unwrap(), root: root.clone(), said: Arc::clone(&said) };
    let options = Options { root: root.clone(), hosts: Vec::new(), follows_clock: false, open: false };
    let (stop, stopped) = tokio::sync::oneshot::channel::<()>();
    std::thread::scope(|scope| {
        let server = scope.spawn(move || {
            let log = |event| said.lock().unwrap().push(event);
            let last: Mutex<Option<Arc<Folder>>> = Mutex::default();
            // The same pages again where nothing changed, but for the clock.
            let load = || -> Arc<dyn Pages> {
                let (mut last, now) = (last.lock().unwrap(), read(&root));
                let same = last.take().filter(|last| **last == now && clock.is_none());
                last.insert(same.unwrap_or_else(|| Arc::new(now))).clone()
            };
            run(&options, listener, load, log, clock, async { drop(stopped.await) })
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
        let number = |data: &str| data.split(' ').next().unwrap().parse().unwrap();
        move || lines.find_map(|line| line.strip_prefix("data: ").map(number)).unwrap()
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
        assert!(failed.starts_with("HTTP/1.1 500") && failed.contains("a template &lt;that&gt; is wrong"), "{failed}");
        assert!(failed.contains("/_candor/reload.js"), "{failed}");
        assert!(preview.get("/").contains("home"));
    });
}

#[test]
fn a_file_that_has_gone_is_not_found() {
    preview(|preview| {
        for path in ["/asset.css", "/page.html"] {
            let answer = preview.get(path);
            assert!(answer.starts_with("HTTP/1.1 404") && !answer.contains("/no/such/file"), "{answer}");
        }
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
        let well_known = root.join("static/.well-known");
        let saves: [(&str, &str, &dyn Fn()); 9] = [
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
            ("/static/.well-known/security.txt", "below a name with a dot", &|| {
                fs::create_dir_all(&well_known).unwrap();
                fs::write(well_known.join("security.txt"), "below a name with a dot").unwrap();
            }),
            ("/static/.well-known/security.txt", "404 Not Found", &|| fs::remove_dir_all(&well_known).unwrap()),
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
        let both = fs::write(preview.root.join("sow/0003/index.html"), "slow three");
        both.and_then(|()| fs::write(&home, "slow two")).unwrap();
        let first = next();
        assert!(since.elapsed() < SLOW, "what takes long is not waited for");
        assert!(preview.get("/").contains("slow two"));
        assert!(preview.get("/completed").contains("404 Not Found"));
        assert_eq!(next(), first + 1, "the same state, complete");
        assert!(preview.get("/completed").contains("slow two"));
        let events = completed(&preview.said);
        assert!(
            matches!(&events[..], [.., Event::Changed { findings: None, .. }, Event::Completed { findings: 3, .. }]),
            "{events:?}"
        );
    });
}

#[test]
fn what_can_be_had_at_a_glance_is_shown_before_all_is_loaded() {
    preview(|preview| {
        let home = preview.root.join("index.html");
        fs::write(&home, "slow one").unwrap();
        preview.wait_for("/completed", "slow one");
        completed(&preview.said);
        let mut next = preview.events();
        next();
        let since = Instant::now();
        fs::write(&home, "slow two").unwrap();
        let first = next();
        assert!(since.elapsed() < SLOW, "nothing else is waited for");
        assert!(preview.get("/").contains("slow two"));
        assert_eq!((next(), next()), (first + 1, first + 2), "all is loaded, and completed");
        assert!(preview.get("/completed").contains("slow two"));
        let events = completed(&preview.said);
        assert!(
            matches!(&events[..], [.., Event::Changed { findings: None, .. }, Event::Completed { findings: 3, .. }]),
            "the change is told once: {events:?}"
        );
        let (before, number) = (events.len(), first + 2);
        fs::write(&home, "slow three").unwrap();
        preview.wait_for("/", "slow three");
        fs::write(&home, "slow four").unwrap();
        preview.wait_for("/", "slow four");
        preview.wait_for("/completed", "slow four");
        let events = completed(&preview.said).split_off(before);
        assert!(
            matches!(&events[..], [Event::Changed { .. }, Event::Changed { .. }, Event::Completed { .. }]),
            "what came in between is not completed: {events:?}"
        );
        assert!(next() > number);
    });
}

#[test]
fn slow_first_pages_are_served_before_they_are_complete() {
    preview_by(None, "slow home", |preview| {
        preview.wait_for("/", "slow home");
        assert!(preview.get("/completed").contains("404 Not Found"), "what takes long is not waited for");
        preview.wait_for("/completed", "slow home");
        let events = completed(&preview.said);
        assert!(
            matches!(&events[..], [Event::Serving { findings: None, .. }, Event::Completed { findings: 3, .. }]),
            "no finding is new at the beginning: {events:?}"
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
        preview.wait_for("/", "home");
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
fn a_save_that_changes_nothing_is_not_shown() {
    for home in ["<body>home</body>", "slow home"] {
        preview_by(None, home, |preview| {
            preview.wait_for("/", "home");
            std::thread::sleep(SLOW * 2);
            let (before, mut next) = (preview.said.lock().unwrap().len(), preview.events());
            let first = next();
            for _ in 0..3 {
                fs::write(preview.root.join("index.html"), home).unwrap();
                std::thread::sleep(Duration::from_millis(50));
            }
            assert_eq!(preview.said.lock().unwrap()[before..], []);
            fs::write(preview.root.join("index.html"), "<body>changed</body>").unwrap();
            assert!(next() > first);
            assert!(preview.get("/").contains("changed"), "the first call is for what has changed");
        });
    }
}

/// The watch sees nothing of it: the pages are loaded anew because the day has ended, once.
#[test]
fn the_pages_follow_midnight() {
    let day = Mutex::new(crate::text::Date::constant(2026, 3, 31));
    let today = || *day.lock().unwrap();
    let clock = Clock { today: &today, every: Duration::from_millis(20) };
    preview_by(Some(clock), "<body>home</body>", |preview| {
        let changes = || {
            let said = preview.said.lock().unwrap();
            said.iter().filter(|event| matches!(event, Event::Changed { .. })).count()
        };
        std::thread::sleep(Duration::from_millis(100));
        assert_eq!(changes(), 0, "the day has not ended");
        let mut next = preview.events();
        let first = next();
        let mut now = day.lock().unwrap();
        *now = now.tomorrow().unwrap();
        drop(now);
        assert!(next() > first, "the browser is called");
        std::thread::sleep(Duration::from_millis(100));
        assert_eq!(changes(), 1);
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
    let serving = |findings| Event::Serving { url: "http://127.0.0.1:4000/".into(), took, findings }.to_string();
    assert_eq!(serving(Some(1)), "serving http://127.0.0.1:4000/ (14 ms, 1 finding); Ctrl-C ends it");
    assert_eq!(serving(None), "serving http://127.0.0.1:4000/ (14 ms, still checking); Ctrl-C ends it");
    let paths = ["sow/0001-a.md", "sow/0002-b.md"].map(PathBuf::from);
    let one = Event::Changed { paths: paths[..1].to_vec(), took, findings: Some(3) };
    assert_eq!(one.to_string(), "sow/0001-a.md: 14 ms, 3 findings");
    let two = Event::Changed { paths: paths.to_vec(), took, findings: None };
    assert_eq!(two.to_string(), "sow/0001-a.md and 1 more: 14 ms, still checking");
    assert_eq!(Event::Completed { took, findings: 0 }.to_string(), "checked: 14 ms, 0 findings");
}
