//! `candor serve`: the site while you write.

use std::net::SocketAddr;
use std::path::{Path, PathBuf};
use std::sync::Arc;

use clap::Args;

use crate::diagnostic::Diagnostic;
use crate::diagnostic::human::{self, Style};
use crate::edition::{Edition, Wishes};
use crate::id::ContentPath;
use crate::page::{Body, render};
use crate::preview::{self, Options, Pages, Reply};
use crate::text::Date;
use crate::tree::Tree;

use super::surroundings::{fail, folder, say_aside, today};
use super::{Manner, Outcome, day};

/// Show the site while you write; the browser follows each save
///
/// Pages are made when the browser asks for them, from what is on disk at that moment, drafts included. Nothing is written.
#[derive(Args, Debug)]
pub struct Serve {
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
    pub fn run(self, manner: Manner) -> Outcome {
        let dir = folder(self.dir.clone());
        if let Err(error) = Tree::read(&dir) {
            return fail(Outcome::World, error);
        }
        let options = Options { root: dir.clone(), address: self.address, open: self.open };
        let address = self.address.map_or_else(|| "localhost:4000".to_owned(), |address| address.to_string());
        let wishes = Wishes { today: today(self.today), drafts: true, base_url: Some(format!("http://{address}/")) };
        let load = || -> Arc<dyn Pages> { Arc::new(Preview::of(&dir, &wishes)) };
        let log = |event: preview::Event| {
            if !manner.quiet {
                say_aside(event);
            }
        };
        match preview::serve(&options, load, log) {
            Ok(()) => Outcome::Clean,
            Err(error) => fail(Outcome::World, error),
        }
    }
}

/// One state of the record.
struct Preview {
    edition: Edition,
}

impl Preview {
    /// A folder that cannot be read, as while another branch is checked out, is an empty record for that moment.
    fn of(dir: &Path, wishes: &Wishes) -> Preview {
        Preview { edition: Edition::of(Tree::read(dir).unwrap_or_default(), wishes) }
    }

    fn broken(&self, finding: &Diagnostic) -> Reply {
        let source = |path: &ContentPath| self.edition.tree.sources.get(path).map(|source| source.text.clone());
        let style = Style { color: false, width: 100, prefix: "", all: true, base: None };
        let report = human::report(std::slice::from_ref(finding), &source, style);
        let escaped = report.replace('&', "&amp;").replace('<', "&lt;");
        Reply::html(
            500,
            format!(
                "<!doctype html><html lang=\"en\"><head><meta charset=\"utf-8\"><title>Broken template</title></head>\
                 <body><main><h1>This page cannot be made</h1><pre>{escaped}</pre>\
                 <p>Save the file again; this page follows.</p></main></body></html>"
            ),
        )
    }
}

impl Pages for Preview {
    fn get(&self, path: &str) -> Option<Reply> {
        if let Some(broken) = self.edition.report.findings.iter().find(|finding| finding.rule == "broken-template")
            && !path.starts_with("assets/")
        {
            return Some(self.broken(broken));
        }
        let file = if path.is_empty() || path.ends_with('/') { format!("{path}index.html") } else { path.to_owned() };
        let file = ContentPath::parse(&file)?;
        let book = self.edition.book();
        match render(&book, self.edition.site.places.at(file.as_str())?) {
            Ok(page) => {
                let body = match page.body {
                    Body::Text(text) => preview::Body::Bytes(text.into_bytes()),
                    Body::Bytes(bytes) => preview::Body::Bytes(bytes.to_vec()),
                    Body::OnDisk(path) => preview::Body::File(path),
                };
                Some(Reply::file(file.as_str(), body))
            }
            Err(finding) => Some(self.broken(&finding)),
        }
    }

    fn findings(&self) -> usize {
        self.edition.report.findings.len()
    }
}
