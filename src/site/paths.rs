//! Where each page and file that Candor makes is, below the output.

use crate::id::{ContentPath, Kind};
use crate::text::Date;

use super::follow::{Follow, Form};
use super::{Entry, Site};

/// Where the page of a record is.
pub fn record(entry: &Entry) -> String {
    format!("{}index.html", entry.address)
}

/// Where a record is as data: beside its page.
pub fn record_data(entry: &Entry) -> String {
    format!("{}record.json", entry.address)
}

/// Where the records of a kind are as a table: `data/decisions.csv`.
pub fn table(kind: Kind) -> String {
    // By its usual folder wherever the records lie, so that who takes the data finds it on every site.
    let name = if kind == Kind::Page { "pages" } else { kind.usual_folder() };
    format!("data/{name}.csv")
}

/// The folder that holds the index of a kind. Pages lie everywhere, and their index in a folder of its own.
pub fn folder(site: &Site, kind: Kind) -> &str {
    if kind == Kind::Page { "pages" } else { site.layout().folder(kind) }
}

/// Where a page of an index is, counted from one.
pub fn index(site: &Site, kind: Kind, number: usize) -> String {
    match number {
        1 => format!("{}/index.html", folder(site, kind)),
        _ => format!("{}/page/{number}/index.html", folder(site, kind)),
    }
}

/// The folder of all that is for those who write the site: search engines are asked to leave it alone, and the public pages
/// link to it once.
pub const EDITORS: &str = "editors/";

/// Whether what is at `path` below the output is for those who write the site.
pub fn is_for_editors(path: &str) -> bool {
    path.starts_with(EDITORS)
}

/// Where the page of the rule `name` is: `editors/rules/{name}/index.html`.
pub fn rule(name: &str) -> String {
    format!("{EDITORS}rules/{name}/index.html")
}

/// Where the findings in the file at `path` are listed: `editors/findings/sow/0003-lists.md/index.html`.
pub fn findings(path: &ContentPath) -> String {
    format!("{EDITORS}findings/{path}/index.html")
}

/// Where the changes of a year are: `changes/2026/index.html`.
pub fn changes(year: i16) -> String {
    format!("changes/{year}/index.html")
}

/// A month of a year.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Month {
    /// The year.
    pub year: i16,
    /// The month, from 1.
    pub month: i8,
}

impl Month {
    /// The one that `day` is in.
    pub fn of(day: Date) -> Month {
        Month { year: day.year(), month: day.month() }
    }

    /// Its first day.
    pub fn first(self) -> Date {
        Date::constant(self.year, self.month, 1)
    }
}

/// In which form what happened in a month is told.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Digest {
    /// A page of the site.
    Page,
    /// Plain text, for a letter.
    Text,
}

impl Digest {
    pub(super) const ALL: [Digest; 2] = [Digest::Page, Digest::Text];
}

/// Where what happened in a month is told: `digest/2026-10/index.html`.
pub fn digest(month: Month, form: Digest) -> String {
    let file = match form {
        Digest::Page => "index.html",
        Digest::Text => "digest.txt",
    };
    format!("digest/{}-{:02}/{file}", month.year, month.month)
}

/// Where what one can follow is published: beside the page that it is about.
pub fn feed(site: &Site, what: Follow, form: Form) -> ContentPath {
    let folder = match what {
        Follow::Site => String::new(),
        Follow::Kind(kind) => format!("{}/", folder(site, kind)),
        Follow::Record(at) => site.entries[at].address.clone(),
    };
    ContentPath::parse(&format!("{folder}{}", form.file())).expect("addresses are paths")
}

/// Where a file is published: what lies in `static/` is at the root.
pub fn published(file: &ContentPath) -> &str {
    file.as_str().strip_prefix("static/").unwrap_or(file.as_str())
}
