//! What the site consists of, and each piece as a pure function of the record.
//!
//! [`routes`] lists the pieces; [`render`] makes one. `build` asks for all of them in parallel, `serve` for the one that a
//! browser wants: the same function, so the preview cannot differ from what is published.

mod accent;
pub mod diagram;
mod feed;
mod place;
mod prose;
mod sitemap;
pub mod theme;
mod view;
pub mod workings;
mod xml;

use std::borrow::Cow;
use std::collections::BTreeMap;
use std::path::PathBuf;
use std::sync::Arc;

use crate::check::{RULES, Report};
use crate::diagnostic::Diagnostic;
use crate::id::{ContentPath, Kind};
use crate::site::{Entry, Site};
use crate::tree::{Asset, Tree};

pub use theme::Theme;

/// How many records an index shows on one page.
pub const ROWS_PER_PAGE: usize = 250;

/// Where the page on how the group works lies.
pub const HOW_WE_WORK: &str = "how-we-work/index.html";

/// Everything that a page is made from.
pub struct Book<'a> {
    pub site: &'a Site,
    /// What readers see of it: nothing about drafts, whose names alone may say too much.
    pub report: Cow<'a, Report>,
    pub theme: &'a Theme,
    pub tree: &'a Tree,
    shared: view::Shared,
}

impl<'a> Book<'a> {
    pub fn new(site: &'a Site, report: &'a Report, theme: &'a Theme, tree: &'a Tree) -> Book<'a> {
        let report = public(site, report);
        let shared = view::Shared::of(site, &report);
        Book { site, report, theme, tree, shared }
    }
}

/// `report` without the findings about files that are left out as drafts.
fn public<'a>(site: &Site, report: &'a Report) -> Cow<'a, Report> {
    let is_public = |finding: &Diagnostic| site.drafts.iter().all(|(path, _)| *path != finding.path);
    if site.drafts.is_empty() || report.findings.iter().chain(report.waived.iter().map(|(it, _)| it)).all(is_public) {
        return Cow::Borrowed(report);
    }
    let findings = report.findings.iter().filter(|finding| is_public(finding)).cloned().collect();
    let waived = report.waived.iter().filter(|(finding, _)| is_public(finding)).cloned().collect();
    Cow::Owned(Report { findings, waived, ..*report })
}

/// One piece of the site.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub enum Route {
    Home,
    /// The records of a kind; the pages of a long index count from one.
    Index(Kind, usize),
    /// A record, by its place in the site.
    Record(usize),
    Actions,
    /// How the group works, from its profile and from what the author wrote on it.
    HowWeWork,
    Problems,
    Rules,
    /// The page of a rule, by its name.
    Rule(&'static str),
    NotFound,
    /// What happened, on the whole site or to the records of one kind.
    Feed(Option<Kind>),
    Sitemap,
    Robots,
    /// An old address and the record that it leads to.
    Redirect(ContentPath, usize),
    /// A file of the theme, by its name there.
    ThemeAsset(String),
    /// A file that is published as it is, at this path.
    Asset(ContentPath),
}

/// What a piece consists of.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Body {
    Bytes(Arc<[u8]>),
    Text(String),
    /// A file that lies on disk.
    OnDisk(PathBuf),
}

/// A finished piece.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Page {
    /// Where it lies below the output: `sow/0003/index.html`.
    pub path: ContentPath,
    pub body: Body,
}

/// Every piece of the site, in a fixed order, each with where it lies below the output; no two at one place.
pub fn routes(book: &Book) -> Vec<(ContentPath, Route)> {
    let site = book.site;
    let kinds = || Kind::ALL.iter().copied();
    let mut routes = vec![
        Route::Home,
        Route::Actions,
        Route::HowWeWork,
        Route::Problems,
        Route::Rules,
        Route::NotFound,
        Route::Robots,
    ];
    for kind in kinds() {
        let records = listed(site, kind).len();
        let introduced = site.introduction(place::folder(kind)).is_some();
        if records > 0 || introduced {
            routes.extend((1..=records.div_ceil(ROWS_PER_PAGE).max(1)).map(|number| Route::Index(kind, number)));
        }
    }
    routes.extend(RULES.iter().map(|rule| Route::Rule(rule.name)));
    let records = site.entries.iter().filter(|entry| !is_part_of_an_index(entry));
    routes.extend(records.map(|entry| Route::Record(entry.at)));
    if site.config.base_url.is_some() {
        let with_records = kinds().filter(|kind| has_feed(*kind) && site.of_kind(*kind).next().is_some());
        routes.extend(std::iter::once(None).chain(with_records.map(Some)).map(Route::Feed));
        routes.push(Route::Sitemap);
    }
    routes.extend(book.theme.assets().map(|name| Route::ThemeAsset(name.to_owned())));
    routes.extend(site.assets.iter().cloned().map(Route::Asset));
    for entry in &site.entries {
        let old = entry.common.redirects.items().iter().filter_map(|old| place::redirect(old));
        routes.extend(old.map(|path| Route::Redirect(path, entry.at)));
    }
    let mut placed: BTreeMap<ContentPath, Route> = BTreeMap::new();
    for route in routes {
        placed.entry(place::of(book, &route)).or_insert(route);
    }
    placed.into_iter().collect()
}

/// The records that the index of a kind lists, in the order of their paths.
fn listed(site: &Site, kind: Kind) -> Vec<&Entry> {
    match kind {
        // What introduces a folder that is no kind's is a page like any other.
        Kind::Page => {
            site.entries.iter().filter(|entry| entry.kind() == Kind::Page && !is_part_of_an_index(entry)).collect()
        }
        _ => site.of_kind(kind).collect(),
    }
}

/// Whether the file introduces an index or the home page instead of having a page of its own.
fn is_part_of_an_index(entry: &Entry) -> bool {
    let folder = entry.path.folder();
    entry.is_introduction() && (folder.is_empty() || Kind::ALL.iter().any(|kind| place::folder(*kind) == folder))
}

/// Whether anything ever happens to the records of a kind.
fn has_feed(kind: Kind) -> bool {
    kind != Kind::Page
}

/// The piece at `route`.
///
/// # Errors
/// When a template is wrong: the place in the template and the page that was being made.
pub fn render(book: &Book, route: &Route) -> Result<Page, Box<Diagnostic>> {
    let path = place::of(book, route);
    let body = match route {
        Route::Home => view::home(book, route)?,
        Route::Index(kind, number) => view::index(book, route, *kind, *number)?,
        Route::Record(at) => view::record(book, route, &book.site.entries[*at])?,
        Route::Actions => view::actions(book, route)?,
        Route::HowWeWork => view::how_we_work(book, route)?,
        Route::Problems => view::problems(book, route)?,
        Route::Rules => view::rules(book, route)?,
        Route::Rule(name) => view::rule(book, route, name)?,
        Route::NotFound => view::not_found(book, route)?,
        Route::Redirect(_, to) => view::redirect(book, route, &book.site.entries[*to])?,
        Route::Feed(kind) => feed::rss(book, *kind),
        Route::Sitemap => sitemap::sitemap(book),
        Route::Robots => sitemap::robots(book),
        Route::ThemeAsset(name) => return Ok(Page { path, body: Body::Bytes(book.theme.asset(name)) }),
        Route::Asset(of) => {
            let body = match book.tree.assets.get(of) {
                Some(Asset::OnDisk(file)) => Body::OnDisk(file.clone()),
                Some(Asset::Bytes(bytes)) => Body::Bytes(bytes.clone()),
                None => Body::Text(book.tree.sources[of].text.to_string()),
            };
            return Ok(Page { path, body });
        }
    };
    Ok(Page { path, body: Body::Text(body) })
}
