//! Where each piece of the site lies, and how one page links to another.
//!
//! Links within the site are relative to the page, so that the output works below any path. They lead to folders, or, where the
//! site is to be opened without a server, to the file in the folder.

use crate::id::{ContentPath, encoded};
use crate::site::Site;

pub(super) use crate::site::places::{
    changes, digest, feed, findings, folder, index, is_for_editors, record, record_data, rule, table,
};

/// What leads from the page at `from` to the root of the site: `../../`; empty from the root itself.
pub(super) fn root(from: &ContentPath) -> String {
    "../".repeat(from.as_str().matches('/').count())
}

/// The address under which a file is known to the world: folders without their `index.html`.
pub(super) fn canonical(base_url: &str, path: &str) -> String {
    format!("{base_url}{}", encoded(without_index(path)))
}

/// The folder of a page that is the page of its folder, with a slash at its end; any other path as it is.
pub(super) fn without_index(path: &str) -> &str {
    path.strip_suffix("index.html").filter(|rest| rest.is_empty() || rest.ends_with('/')).unwrap_or(path)
}

/// What leads to the root of the site from anywhere: the path of its address, `/` where that is not known.
pub(super) fn absolute_root(site: &Site) -> String {
    let base = site.config.base_url.as_deref().unwrap_or("/");
    let after_host = base.split_once("://").map_or(base, |(_, rest)| rest.find('/').map_or("/", |at| &rest[at..]));
    after_host.to_owned()
}
