//! `candor serve`: the site while you write.

use std::net::SocketAddr;
use std::path::{Path, PathBuf};
use std::sync::{Arc, Mutex, OnceLock};
use std::time::{Duration, SystemTime};

use clap::Args;
use rayon::{ThreadPool, ThreadPoolBuilder};

use crate::config::FILE;
use crate::diagnostic::Diagnostic;
use crate::diagnostic::human::{self, Style};
use crate::id::ContentPath;
use crate::markdown::escaped;
use crate::page::render;
use crate::preview::{self, Pages, Reply};
use crate::project::{Options, Project};
use crate::text::Date;
use crate::tree::Tree;

use super::env::{configured_folder, fail, no_record, say_aside, today};
use super::{Outcome, Verbosity, day};

/// Show the site while you write; the browser follows each save
///
/// Pages are made when the browser asks for them, from what is on disk at that moment, drafts included. Nothing is written.
#[derive(Args, Debug)]
pub(super) struct Serve {
    /// The folder of the record
    dir: Option<PathBuf>,

    /// Where to listen, as ADDRESS:PORT [default: this machine alone, the first free port from 4000]
    #[arg(long, value_name = "ADDRESS")]
    address: Option<SocketAddr>,

    /// Open the browser
    #[arg(long)]
    open: bool,

    /// The day on which the record is looked at [default: the day of the clock]
    #[arg(long, value_name = "DATE", value_parser = day)]
    today: Option<Date>,
}

impl Serve {
    pub(super) fn run(self, verbosity: Verbosity) -> Outcome {
        let dir = match configured_folder(self.dir.clone(), "serve") {
            Ok(dir) => dir,
            Err(outcome) => return outcome,
        };
        match Tree::read(&dir) {
            Err(error) => return fail(Outcome::Environment, error),
            Ok(tree) if tree.text(FILE).is_none() && !tree.has_records() => return no_record(&dir),
            Ok(_) => {}
        }
        if has_no_header_for_its_day(SystemTime::now()) {
            return fail(
                Outcome::Environment,
                "the clock of this machine shows no day that a web server can name; set it",
            );
        }
        let what = preview::Options { root: dir.clone(), address: self.address, open: self.open };
        let address = self.address.map_or_else(|| "localhost:4000".to_owned(), |address| address.to_string());
        let options = Options { today: today(self.today), drafts: true, base_url: Some(format!("http://{address}/")) };
        // Of its own: what shows the next save does not queue behind the check of this one.
        let checkers = match ThreadPoolBuilder::new().build() {
            Ok(pool) => Arc::new(pool),
            Err(error) => return fail(Outcome::Environment, error),
        };
        let last: Mutex<Option<Arc<Preview>>> = Mutex::new(None);
        let load = || -> Arc<dyn Pages> {
            let before = last.lock().expect("nothing panics while it holds the state").clone();
            let next = Arc::new(Preview::of(&dir, &options, before.as_deref(), checkers.clone()));
            *last.lock().expect("nothing panics while it holds the state") = Some(next.clone());
            next
        };
        let log = |event: preview::Event| {
            if !verbosity.quiet {
                say_aside(event);
            }
        };
        match preview::serve(&what, load, log) {
            Ok(()) => Outcome::Clean,
            Err(error) => fail(Outcome::Environment, error),
        }
    }
}

/// Whether an answer at `now` could not say when it was made: the dates of HTTP are those from 1970 to 9999.
fn has_no_header_for_its_day(now: SystemTime) -> bool {
    const END: Duration = Duration::from_secs(253_402_300_799);
    now.duration_since(SystemTime::UNIX_EPOCH).map_or(true, |since| since > END)
}

/// One state of the record.
struct Preview {
    project: Project,
    /// The threads that check.
    checkers: Arc<ThreadPool>,
    /// The same state with its findings, once it was asked for.
    checked: OnceLock<Arc<Preview>>,
}

impl Preview {
    /// What is in `dir` now, linked but not checked; what `before` has parsed is not parsed again. A folder that cannot be
    /// read, as while another branch is checked out, is an empty record for that moment.
    fn of(dir: &Path, options: &Options, before: Option<&Preview>, checkers: Arc<ThreadPool>) -> Preview {
        let before = before.map(|before| before.checked.get().map_or(&before.project, |checked| &checked.project));
        let project = Project::linked(Tree::read(dir).unwrap_or_default(), options, before);
        Preview { project, checkers, checked: OnceLock::new() }
    }

    /// The same with all findings.
    fn checked(&self) -> Preview {
        let project = self.checkers.install(|| self.project.checked());
        Preview { project, checkers: self.checkers.clone(), checked: OnceLock::new() }
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

impl Pages for Preview {
    fn get(&self, path: &str) -> Option<Reply> {
        if let Some(broken) = self.project.report.findings.iter().find(|finding| finding.rule == "broken-template")
            && !path.starts_with("assets/")
        {
            return Some(self.broken(broken));
        }
        let file = if path.is_empty() || path.ends_with('/') { format!("{path}index.html") } else { path.to_owned() };
        let file = ContentPath::parse(&file)?;
        let context = self.project.context();
        match render(&context, self.project.site.places.at(file.as_str())?) {
            Ok(page) => Some(Reply::file(file.as_str(), page.body)),
            Err(finding) => Some(self.broken(&finding)),
        }
    }

    fn findings(&self) -> usize {
        self.project.report.findings.len()
    }

    fn completed(&self) -> Option<Arc<dyn Pages>> {
        let is_pending = self.project.report.is_pending;
        is_pending.then(|| -> Arc<dyn Pages> { self.checked.get_or_init(|| Arc::new(self.checked())).clone() })
    }
}
