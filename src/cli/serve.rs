//! `candor serve`: the site while you write.

use std::net::{IpAddr, SocketAddr};
use std::path::{Path, PathBuf};
use std::sync::{Arc, Mutex, OnceLock, PoisonError};
use std::time::{Duration, SystemTime};

use clap::Args;
use rayon::{ThreadPool, ThreadPoolBuilder};

use crate::config::FILE;
use crate::diagnostic::human::{self, Style};
use crate::diagnostic::{Diagnostic, Level};
use crate::id::ContentPath;
use crate::markdown::escaped;
use crate::page::{OnDemand, Route, render, route_at};
use crate::preview::{self, About, Finding, Pages, Reply};
#[cfg(feature = "git")]
use crate::project::configured;
use crate::project::{Options, Project, Reviewed};
use crate::text::{Date, line_column};
#[cfg(feature = "git")]
use crate::tree::RevisionError;
use crate::tree::{FileStates, History, Provenance, Texts, Tree};

use super::branches::{branch_of, head_of};
use super::editor::Editor;
use super::env::{configured_folder, fail, no_record, say_aside, today};
use super::{Outcome, Verbosity, day};

/// Show the site while you write; the browser follows each save
///
/// Pages are made when the browser asks for them, from what is on disk at that moment, drafts included. Nothing is written.
#[derive(Args, Debug)]
pub(super) struct Serve {
    /// The folder of the record
    dir: Option<PathBuf>,

    /// Where to listen: 4000, localhost:4000, 0.0.0.0:4000 [default: this machine alone, the first free port from 4000]
    #[arg(long, value_name = "ADDRESS", value_parser = address)]
    address: Option<SocketAddr>,

    /// Answer under this name too, by which this machine is reached; can be given again
    #[arg(long, value_name = "NAME")]
    host: Vec<String>,

    /// Open the browser
    #[arg(long)]
    open: bool,

    /// Have what is found lead to its line in this editor: code, codium, cursor, zed, idea, subl, or the address that yours
    /// opens a file by, with {path} and {line} in it
    #[arg(long, value_name = "EDITOR", value_parser = Editor::parse)]
    editor: Option<Editor>,

    /// The day on which the record is looked at [default: the day of the clock]
    #[arg(long, value_name = "DATE", value_parser = day)]
    today: Option<Date>,

    #[cfg(feature = "git")]
    #[command(flatten)]
    since: super::edition::Since,
}

impl Serve {
    pub(super) fn run(self, verbosity: Verbosity) -> Outcome {
        #[cfg(feature = "git")]
        let since = self.since.revision();
        #[cfg(not(feature = "git"))]
        let since = None;
        let dir = match configured_folder(self.dir.clone(), since, "serve") {
            Ok(dir) => dir,
            Err(outcome) => return outcome,
        };
        let tree = match Tree::read(&dir) {
            Err(error) => return fail(Outcome::Environment, error),
            Ok(tree) if tree.text(FILE).is_none() && !tree.has_records() => return no_record(&dir),
            Ok(tree) => tree,
        };
        if has_no_header_for_its_day(SystemTime::now()) {
            return fail(
                Outcome::Environment,
                "the clock of this machine shows no day that a web server can name; set it",
            );
        }
        let listener = match preview::bind(self.address) {
            Ok(listener) => listener,
            Err(error) => return fail(Outcome::Environment, error),
        };
        let url = listener.local_addr().map(preview::url);
        let (base_url, day) = (url.ok(), self.today);
        let options =
            move || Options { today: today(day), drafts: true, base_url: base_url.clone(), index_links: false };
        let what = preview::Options {
            root: dir.clone(),
            hosts: self.host.clone(),
            follows_clock: self.today.is_none(),
            open: self.open,
        };
        // Of its own: what shows the next save does not queue behind the check of this one.
        let checkers = match ThreadPoolBuilder::new().build() {
            Ok(pool) => pool,
            Err(error) => return fail(Outcome::Environment, error),
        };
        let compared = match self.compared(&tree, &dir, &options()) {
            Ok(compared) => compared,
            Err(outcome) => return outcome,
        };
        drop(tree);
        let session = Arc::new(Session {
            dir: dir.clone(),
            options: Box::new(options),
            compared,
            checkers,
            editor: self.editor.clone(),
            texts: Mutex::default(),
            lines: Mutex::default(),
            last: Mutex::default(),
        });
        let load = || -> Arc<dyn Pages> { session.load() };
        let log = |event: preview::Event| {
            if !verbosity.quiet {
                say_aside(human::printable(&event.to_string()));
            }
        };
        match preview::serve(&what, listener, load, log) {
            Ok(()) => Outcome::Clean,
            Err(error) => fail(Outcome::Environment, error),
        }
    }
}

impl Serve {
    /// What the record `tree` in `dir` is compared with; `None` where that is not asked for.
    #[cfg(feature = "git")]
    fn compared(&self, tree: &Tree, dir: &Path, options: &Options) -> Result<Option<Compared>, Outcome> {
        let failed = |error: RevisionError| fail(super::change::outcome(&error), error);
        let first = self.since.reviewed(tree, dir, options).map_err(failed)?;
        let (since, dir) = (self.since.clone(), dir.to_owned());
        let now = Arc::new(move |tree: &Tree, options: &Options| since.reviewed(tree, &dir, options).ok().flatten());
        let compared = |(name, first)| Compared { name, first: Arc::new(first), now: now.clone() };
        Ok(self.since.name(&configured(tree, options).lang).zip(first).map(compared))
    }

    #[cfg(not(feature = "git"))]
    fn compared(&self, _: &Tree, _: &Path, _: &Options) -> Result<Option<Compared>, Outcome> {
        Ok(None)
    }
}

/// Whether an answer at `now` could not say when it was made: the dates of HTTP are those from 1970 to 9999.
fn has_no_header_for_its_day(now: SystemTime) -> bool {
    const END: Duration = Duration::from_secs(253_402_300_799);
    now.duration_since(SystemTime::UNIX_EPOCH).map_or(true, |since| since > END)
}

/// The address that `text` names: a port alone is one of this machine.
fn address(text: &str) -> Result<SocketAddr, String> {
    let text = text.trim().trim_start_matches("http://").trim_end_matches('/');
    let (name, port) = text.rsplit_once(':').unwrap_or(("", text));
    let port: Result<u16, _> = port.parse();
    let name = if name.is_empty() || name.eq_ignore_ascii_case("localhost") { "127.0.0.1" } else { name };
    let ip = name.trim_start_matches('[').trim_end_matches(']').parse::<IpAddr>();
    match (ip, port) {
        (Ok(ip), Ok(port)) => Ok(SocketAddr::new(ip, port)),
        (Ok(_) | Err(_), _) => Err("write a port, as 4000, or an address of this machine and a port, as \
                                    localhost:4000 or 0.0.0.0:4000; a name that leads to this machine goes to --host"
            .to_owned()),
    }
}

/// What a change does in a state of the record.
type Compare = dyn Fn(&Tree, &Options) -> Option<Reviewed> + Send + Sync;

/// What the record is compared with.
#[derive(Clone)]
struct Compared {
    /// What the change is called.
    name: String,
    /// What it did when the preview began.
    first: Arc<Reviewed>,
    /// What it does in a state of the record; `None` where the other revision cannot be read, as while git works on it.
    now: Arc<Compare>,
}

/// What is the same for all states.
struct Session {
    /// The folder of the record.
    dir: PathBuf,
    /// How the record is read now.
    options: Box<dyn Fn() -> Options + Send + Sync>,
    /// What it is compared with; `None` where no change is shown.
    compared: Option<Compared>,
    /// The threads that check.
    checkers: ThreadPool,
    /// What opens a file, where that was named.
    editor: Option<Editor>,
    /// What was read last.
    texts: Mutex<Texts>,
    /// The history that was read last.
    lines: Mutex<Option<Lines>>,
    /// The state that was loaded last.
    last: Mutex<Option<Arc<Preview>>>,
}

/// How lines changed until a commit.
struct Lines {
    head: Option<String>,
    /// The configuration, which says which lines.
    configuration: Option<Arc<str>>,
    history: Arc<History>,
}

impl Session {
    /// What is in the folder now; the state that was loaded last where nothing has changed since.
    fn load(self: &Arc<Session>) -> Arc<Preview> {
        // The state is whole whatever happened to whoever held it.
        let mut last = self.last.lock().unwrap_or_else(PoisonError::into_inner);
        let next = Preview::of(self.clone(), last.take());
        last.insert(next).clone()
    }

    /// `tree` with what git knows of it, but for the commit that it may be: that takes a while to tell.
    fn with_repository(&self, tree: Tree, head: Option<String>) -> Tree {
        let configuration = tree.text(FILE).cloned();
        let mut lines = self.lines.lock().expect("nothing panics while it holds the history");
        let known = lines.take().filter(|it| it.head == head && it.configuration == configuration);
        let read = || Lines { history: history(&tree, &self.dir).into(), head, configuration };
        let history = lines.insert(known.unwrap_or_else(read)).history.clone();
        Tree { provenance: Provenance { branch: branch_of(&self.dir), commit: None }, history, ..tree }
    }
}

/// The commit whose texts those of `tree` are; `None` where that is not known.
#[cfg(feature = "git")]
fn commit(tree: &Tree, dir: &Path) -> Option<String> {
    tree.last_commit(dir)
}

#[cfg(not(feature = "git"))]
fn commit(_: &Tree, _: &Path) -> Option<String> {
    None
}

/// How the lines changed that say where records stand; without what cannot be read.
#[cfg(feature = "git")]
fn history(tree: &Tree, dir: &Path) -> History {
    tree.read_history(dir).ok().flatten().unwrap_or_default()
}

#[cfg(not(feature = "git"))]
fn history(_: &Tree, _: &Path) -> History {
    History::default()
}

/// One state of the record.
struct Preview {
    project: Project,
    /// The commit that was looked at.
    head: Option<String>,
    /// How the files were that are published as they are.
    files: Arc<FileStates>,
    options: Options,
    /// The change that the pages show: until all findings are there, that of the state before.
    reviewed: Option<Arc<Reviewed>>,
    session: Arc<Session>,
    /// Whether it is the state before with a text that was saved since, and no more.
    is_glance: bool,
    /// The same state with its findings, once it was asked for.
    checked: OnceLock<Arc<Preview>>,
    /// What was made of it for one page and is of use for others.
    made: Arc<OnDemand>,
}

impl Preview {
    /// What is in `dir` now, linked but not checked; what `before` has parsed is not parsed again, and where nothing has changed that a page
    /// may show, it is that state. A folder that cannot be read, as while another branch is checked out, is an empty record for that
    /// moment.
    fn of(session: Arc<Session>, before: Option<Arc<Preview>>) -> Arc<Preview> {
        let options = (session.options)();
        // Before the files: a commit that is made in between is one more change.
        let head = head_of(&session.dir);
        let (tree, files) = {
            let mut texts = session.texts.lock().expect("nothing panics while it holds the texts");
            let (tree, read) = Tree::read_again(&session.dir, &texts).unwrap_or_default();
            *texts = read;
            (session.with_repository(tree, head.clone()), texts.files())
        };
        if let Some(before) =
            before.as_ref().filter(|before| before.head == head && before.is_of(&tree, &files, &options))
        {
            return before.clone();
        }
        let before = before.as_deref().map(|before| before.checked.get().map_or(before, |checked| checked));
        let name = session.compared.as_ref().map(|compared| compared.name.as_str());
        let project = Project::linked_as(name, tree, &options, before.map(|before| &before.project));
        let first = || session.compared.as_ref().map(|compared| compared.first.clone());
        let reviewed = before.and_then(|before| before.reviewed.clone()).or_else(first);
        let (checked, made) = (OnceLock::new(), Arc::default());
        Arc::new(Preview { project, head, files, options, reviewed, session, is_glance: false, checked, made })
    }

    /// Whether it is what `tree`, with the `files` that are published as they are, and `options` give.
    fn is_of(&self, tree: &Tree, files: &FileStates, options: &Options) -> bool {
        let mut published = self.project.site.assets.iter().filter(|path| tree.assets.contains_key(*path));
        self.options.today == options.today
            && self.project.tree.reads_like(tree)
            && published.all(|path| self.files.is_same(files, path))
    }

    /// The same with all findings, the commit that it is, and what the record changes now.
    fn checked(&self) -> Preview {
        let checked = || self.project.checked().at_commit(commit(&self.project.tree, &self.session.dir));
        let project = self.session.checkers.install(checked);
        let now = |compared: &Compared| (compared.now)(&self.project.tree, &self.options).map(Arc::new);
        let reviewed = self.session.checkers.install(|| self.session.compared.as_ref().and_then(now));
        Preview { reviewed: reviewed.or_else(|| self.reviewed.clone()), ..self.with(project) }
    }

    /// The same with another state of the project.
    fn with(&self, project: Project) -> Preview {
        Preview {
            project,
            head: self.head.clone(),
            files: self.files.clone(),
            options: self.options.clone(),
            reviewed: self.reviewed.clone(),
            session: self.session.clone(),
            is_glance: self.is_glance,
            checked: OnceLock::new(),
            made: self.made.clone(),
        }
    }

    fn broken(&self, finding: &Diagnostic) -> Reply {
        let source = |path: &ContentPath| self.project.tree.sources.get(path).map(|source| source.text.clone());
        let style = Style { color: false, width: 100, prefix: "", all: true, base: None };
        let report = human::report(std::slice::from_ref(finding), &source, style);
        Reply::html(
            500,
            format!(
                "<!doctype html><html lang=\"en\"><head><meta charset=\"utf-8\"><title>Broken template</title></head>\
                 <body><main><h1>This page cannot be made</h1><pre>{}</pre>\
                 <p>Save the file again; this page follows.</p></main></body></html>",
                escaped(&report)
            ),
        )
    }
}

/// What stands below the output for an address: `sow/0003/index.html` for `sow/0003/`.
fn file_at(path: &str) -> Option<ContentPath> {
    let is_folder = path.is_empty() || path.ends_with('/');
    ContentPath::parse(&if is_folder { format!("{path}index.html") } else { path.to_owned() })
}

/// Rules that flag a file which cannot be read as it is meant.
const HIDES_TEXT: [&str; 7] = [
    "broken-template",
    "invalid-toml",
    "invalid-yaml",
    "merge-conflict",
    "not-utf8",
    "unclosed-front-matter",
    "unreadable-text",
];

/// How many findings are listed beside a page at most.
const LISTED: usize = 100;

impl Preview {
    /// The file whose page is at `path`; `None` where the page is of no single one.
    fn file_of(&self, path: &str) -> Option<&ContentPath> {
        let site = &self.project.site;
        let route = site.places.at(file_at(path)?.as_str())?;
        let of_findings = if let Route::Findings(at) = route { Some(*at) } else { None };
        let record = route.record().or(of_findings).map(|at| &site.entries[at]);
        record.or_else(|| site.introduction(path.trim_end_matches('/'))).map(|entry| &entry.path)
    }

    fn finding(&self, it: &Diagnostic) -> Finding {
        let source = self.project.tree.sources.get(&it.path);
        let place = it.span.zip(source).map(|(span, source)| line_column(&source.text, span.start));
        let file = self.session.dir.canonicalize().map(|dir| dir.join(it.path.as_str()));
        let editor = self.session.editor.as_ref().zip(file.ok().filter(|_| source.is_some()));
        Finding {
            level: it.level.to_string(),
            message: it.message.clone(),
            help: it.help.clone(),
            fix: it.fix.as_ref().filter(|fix| fix.is_safe).map(|fix| fix.title.clone()),
            file: it.path.to_string(),
            line: place.map(|(line, _)| line),
            editor: editor.map(|(editor, file)| editor.at(&file, place.unwrap_or((1, 1)))),
            hides_text: HIDES_TEXT.contains(&it.rule),
        }
    }
}

impl Pages for Preview {
    fn at_a_glance(&self, paths: &[PathBuf]) -> Option<Arc<dyn Pages>> {
        let project = self.project.at_a_glance(self.project.tree.texts_now(&self.session.dir, paths)?)?;
        Some(Arc::new(Preview { is_glance: true, ..self.with(project) }))
    }

    fn get(&self, path: &str) -> Option<Reply> {
        if let Some(broken) = self.project.report.findings.iter().find(|finding| finding.rule == "broken-template")
            && !path.starts_with("assets/")
        {
            return Some(self.broken(broken));
        }
        let file = file_at(path)?;
        let context = self.project.context().for_preview().with(&self.made);
        let context = match &self.reviewed {
            Some(reviewed) => context.for_review(reviewed.review()),
            None => context,
        };
        match render(&context, route_at(&context, file.as_str())?) {
            Ok(page) => Some(Reply::file(file.as_str(), page.body)),
            Err(finding) => Some(self.broken(&finding)),
        }
    }

    fn about(&self, path: &str) -> About {
        let (report, site) = (&self.project.report, &self.project.site);
        let broken = report.findings.iter().filter(|it| it.rule == "broken-template");
        let mut findings: Vec<&Diagnostic> = match self.file_of(path) {
            Some(file) => broken.chain(report.of(file)).collect(),
            None => report.findings.iter().filter(|it| site.at_path(&it.path).is_none()).collect(),
        };
        findings.sort_by_key(|it| std::cmp::Reverse(it.level));
        let findings = findings.into_iter().take(LISTED).map(|it| self.finding(it)).collect();
        About { findings, is_pending: report.is_pending }
    }

    fn findings(&self) -> Vec<String> {
        let line = |it: &Diagnostic| format!("{}[{}]: {} ({})", it.level, it.rule, it.message, it.path);
        let above_notes = self.project.report.findings.iter().filter(|it| it.level > Level::Note);
        above_notes.map(|finding| human::one_line(&line(finding))).collect()
    }

    fn completed(&self) -> Option<Arc<dyn Pages>> {
        if self.is_glance {
            // Of the others: the page that shows the save does not queue behind them.
            return Some(self.session.checkers.install(|| self.session.load()));
        }
        let is_pending = self.project.report.is_pending;
        is_pending.then(|| -> Arc<dyn Pages> { self.checked.get_or_init(|| Arc::new(self.checked())).clone() })
    }
}
