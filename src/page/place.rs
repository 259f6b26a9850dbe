//! Where each piece of the site lies, and how one page links to another.
//!
//! Links within the site are relative to the page and name the file, so that the output works below any path and from a
//! folder without a server.

use crate::id::{ContentPath, Kind, encoded};
use crate::site::Entry;

use super::{Book, HOW_WE_WORK, Route};

/// Where `route` lies below the output.
pub fn of(book: &Book, route: &Route) -> ContentPath {
    let text = match route {
        Route::Home => "index.html".to_owned(),
        Route::Index(kind, number) => index(*kind, *number),
        Route::Record(at) => record(&book.site.entries[*at]),
        Route::Actions => "actions/index.html".to_owned(),
        Route::HowWeWork => HOW_WE_WORK.to_owned(),
        Route::Problems => "problems/index.html".to_owned(),
        Route::Rules => "rules/index.html".to_owned(),
        Route::Rule(name) => rule(name),
        Route::NotFound => "404.html".to_owned(),
        Route::Feed(kind) => feed(*kind),
        Route::Sitemap => "sitemap.xml".to_owned(),
        Route::Robots => "robots.txt".to_owned(),
        Route::ThemeAsset(name) => book.theme.published(name).to_owned(),
        Route::Asset(path) => path.as_str().strip_prefix("static/").unwrap_or(path.as_str()).to_owned(),
        Route::Redirect(path, _) => return path.clone(),
    };
    ContentPath::parse(&text).expect("ids and names of files are parts of paths")
}

pub fn record(entry: &Entry) -> String {
    format!("{}index.html", entry.address)
}

/// The folder that holds the index of a kind. Pages lie everywhere, and their index in a folder of its own.
pub fn folder(kind: Kind) -> &'static str {
    if kind == Kind::Page { "pages" } else { kind.folder() }
}

pub fn index(kind: Kind, number: usize) -> String {
    match number {
        1 => format!("{}/index.html", folder(kind)),
        _ => format!("{}/page/{number}/index.html", folder(kind)),
    }
}

pub fn rule(name: &str) -> String {
    format!("rules/{name}/index.html")
}

pub fn feed(kind: Option<Kind>) -> String {
    match kind {
        None => "feed.xml".to_owned(),
        Some(kind) => format!("{}/feed.xml", folder(kind)),
    }
}

/// The file of an old address, which may be written with or without a slash at its ends; `None` when it is no path.
pub fn redirect(old: &str) -> Option<ContentPath> {
    let old = old.trim().trim_matches('/');
    let file = if old.ends_with(".html") { old.to_owned() } else { format!("{old}/index.html") };
    ContentPath::parse(&file)
}

/// What leads from the page at `from` to the root of the site: `../../`; empty from the root itself.
pub fn root(from: &ContentPath) -> String {
    "../".repeat(from.as_str().matches('/').count())
}

/// The address under which a file is known to the world: folders without their `index.html`.
pub fn canonical(base_url: &str, path: &str) -> String {
    let path = path.strip_suffix("index.html").filter(|rest| rest.is_empty() || rest.ends_with('/')).unwrap_or(path);
    format!("{base_url}{}", encoded(path))
}
