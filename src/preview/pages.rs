//! What the preview shows: the pages of one state, and the answer to one request.

use std::path::PathBuf;
use std::sync::Arc;

use serde::Serialize;

use crate::page::Body;

/// One state of the site.
pub trait Pages: Send + Sync + 'static {
    /// What stands at `path`, which has no slash before it: the empty text, `sow/0003/`, `assets/style.css`.
    /// `None` when nothing does; then `404.html` is asked for.
    fn get(&self, path: &str) -> Option<Reply>;

    /// The findings that are known, one line each. Two lines that are the same are the same finding, so none of them counts
    /// the lines of a file.
    fn findings(&self) -> Vec<String>;

    /// What is known about the page at `path`, as [`Pages::get`] has it; about the site as a whole where no file has that page.
    fn about(&self, path: &str) -> About;

    /// The state after a change of the files at `paths`, which are below the folder that is watched, as far as it can be had without
    /// looking at all others: what is left comes with [`Pages::completed`]. `None` where it is to be loaded, also to see that nothing has
    /// changed.
    fn at_a_glance(&self, paths: &[PathBuf]) -> Option<Arc<dyn Pages>>;

    /// The same state with more of what was left for later, or with all of it; `None` when nothing was left. May take long: it is called
    /// on a thread of its own, while these pages are served.
    fn completed(&self) -> Option<Arc<dyn Pages>>;
}

/// What whoever writes a page is told beside it.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize)]
pub struct About {
    /// What is found in its file, the gravest first.
    pub findings: Vec<Finding>,
    /// Whether more is still looked for.
    pub is_pending: bool,
}

/// One thing that is found in a file.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Finding {
    /// `error`, `warning` or `note`.
    pub level: String,
    /// The fact, names in backticks.
    pub message: String,
    /// What to type; `None` where nothing can be said.
    pub help: Option<String>,
    /// What the program would do about it by itself; `None` where it can do nothing.
    pub fix: Option<String>,
    /// Below the folder of the record.
    pub file: String,
    /// Counted from one; `None` where the whole file is meant.
    pub line: Option<usize>,
    /// The address that opens an editor at the place; `None` where no editor is named.
    pub editor: Option<String>,
    /// Whether the file cannot be read as it is meant, so that its page lacks what it says.
    pub hides_text: bool,
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
        "yaml" => "application/yaml",
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
