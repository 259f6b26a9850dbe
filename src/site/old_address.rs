//! Old addresses, as records state them in `redirects`.

use percent_encoding::percent_decode_str;

use crate::id::ContentPath;

/// What an old address turned out to be.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct OldAddress {
    /// The file that leads on from there; `None` when it is no address of this site.
    pub file: Option<ContentPath>,
    /// What is wrong with how it is written; `None` when nothing is.
    pub slip: Option<Slip>,
}

/// What is wrong with an old address.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Slip {
    /// It is on another site.
    Elsewhere,
    /// It has a part that servers do not look at to find a file, `?` or `#` and what follows.
    Query,
    /// It leaves the site, or has an empty part or a letter that no file may have.
    NoPath,
    /// It has letters as their numbers, `%20`; as it is meant.
    Encoded(String),
    /// It repeats where the site is published; without that.
    Published(String),
}

impl OldAddress {
    /// What `old` means on the site that is published at `base_url`. Slashes at its ends make no difference.
    pub fn read(old: &str, base_url: Option<&str>) -> OldAddress {
        let none = |slip| OldAddress { file: None, slip: Some(slip) };
        let old = old.trim();
        if let Some(path) = base_url.and_then(|base| old.strip_prefix(base)) {
            return OldAddress { file: file_of(path), slip: Some(Slip::Published(format!("/{path}"))) };
        }
        if old.contains("://") || old.starts_with("//") {
            return none(Slip::Elsewhere);
        }
        if old.contains(['?', '#']) {
            return none(Slip::Query);
        }
        let meant = percent_decode_str(old).decode_utf8_lossy();
        let Some(file) = file_of(&meant) else { return none(Slip::NoPath) };
        let base = base_url.and_then(|base| Some(base.split_once("://")?.1.split_once('/')?.1)).unwrap_or_default();
        let below = meant.trim_start_matches('/').strip_prefix(base).filter(|_| !base.is_empty());
        match below.and_then(|below| Some((file_of(below)?, below))) {
            Some((file, below)) => OldAddress { file: Some(file), slip: Some(Slip::Published(format!("/{below}"))) },
            None => OldAddress { file: Some(file), slip: (*meant != *old).then(|| Slip::Encoded(meant.to_string())) },
        }
    }
}

fn file_of(path: &str) -> Option<ContentPath> {
    let path = path.trim_matches('/');
    let is_file = path.ends_with(".html");
    let file = if is_file { path.to_owned() } else { format!("{path}/index.html") };
    ContentPath::parse(file.trim_start_matches('/'))
}
