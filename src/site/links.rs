//! Where the links of a record lead: the same answer for the rule that checks one and for the page that shows it.

use std::borrow::Cow;

use percent_encoding::percent_decode_str;

use crate::fields::ANY;
use crate::id::ContentPath;
use crate::text::Span;

use super::places::{Made, Route, folder};
use super::{Entry, Site, Via};

/// A link that a record makes.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Link {
    /// By which key of the front matter, or in the text.
    pub via: Via,
    /// As the author wrote it, without escapes.
    pub destination: String,
    /// The whole link, with its text.
    pub span: Span,
    /// Where the destination stands; the whole link, where that cannot be told.
    pub place: Span,
    /// Whether it shows an image; always `false` in the front matter.
    pub is_image: bool,
    /// Where it leads.
    pub target: LinkTarget,
}

/// What a destination turned out to be.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum LinkTarget {
    /// Another site, a mail address: not ours to check.
    External,
    /// A place on the page itself.
    Fragment(String),
    /// A record, by its file or by its address.
    Record {
        /// The place of the record in the site.
        entry: usize,
        /// What follows the `#`, decoded; `None` when the destination has none.
        fragment: Option<String>,
    },
    /// A page or a file that Candor makes: an index, the actions, the rules. Where it is below the output.
    Made(ContentPath),
    /// A file that is published as it is.
    Asset(ContentPath),
    /// Below the root, but nothing is there.
    Missing(String),
    /// Out of the folder of the site.
    Outside,
    /// No address at all: a misspelt scheme, a blank.
    Malformed,
}

/// The links of front matter and text, in the order of both.
pub(super) fn links(site: &Site, entry: &Entry) -> Vec<Link> {
    let target = |destination: &str| site.link_target(&entry.path, destination);
    let in_front = entry.texts.iter().filter(|text| text.is_link).map(|link| {
        let place = link.place(&entry.text);
        Link {
            via: Via::Key(link.key.clone()),
            destination: link.text.clone(),
            span: place,
            place,
            is_image: false,
            target: target(&link.text),
        }
    });
    let in_text = entry.outline.links.iter().map(|link| Link {
        via: Via::Text,
        destination: link.destination.clone(),
        span: link.span,
        place: link.destination_span.unwrap_or(link.span),
        is_image: link.is_image,
        target: target(&link.destination),
    });
    in_front.chain(in_text).collect()
}

impl Site {
    /// Where `destination` leads, written in the file at `from`.
    pub fn link_target(&self, from: &ContentPath, destination: &str) -> LinkTarget {
        let destination = destination.trim();
        if let Some(fragment) = destination.strip_prefix('#') {
            return LinkTarget::Fragment(decoded(fragment));
        }
        if destination.starts_with("//") {
            return LinkTarget::External;
        }
        if let Some((scheme, rest)) = destination.split_once(':')
            && is_scheme(scheme)
        {
            let known = ["http", "https", "mailto", "irc", "ircs", "ftp", "tel", "xmpp", "news", "git", "ssh"];
            let whole =
                !rest.trim_start_matches('/').is_empty() && (!scheme.starts_with("http") || rest.starts_with("//"));
            let fits =
                known.contains(&scheme.to_ascii_lowercase().as_str()) && whole && !rest.contains(['<', '>', ' ']);
            return if fits { LinkTarget::External } else { LinkTarget::Malformed };
        }
        if destination.is_empty() || destination.contains("https:") || destination.contains("http:") {
            return LinkTarget::Malformed;
        }
        let (path, fragment) = match destination.split_once('#') {
            Some((path, fragment)) => (path, Some(decoded(fragment))),
            None => (destination, None),
        };
        self.local_target(from, &path_in(path), fragment)
    }

    /// The record that `text` in a front matter means: by its id or name, else by its address on the site.
    pub fn named(&self, text: &str) -> Option<&Entry> {
        if let Some(entry) = self.resolve(text, ANY).entry() {
            return Some(entry);
        }
        match self.link_target(&self.config.path, text) {
            LinkTarget::Record { entry, .. } => Some(&self.entries[entry]),
            LinkTarget::External
            | LinkTarget::Fragment(_)
            | LinkTarget::Made(_)
            | LinkTarget::Asset(_)
            | LinkTarget::Missing(_)
            | LinkTarget::Outside
            | LinkTarget::Malformed => None,
        }
    }

    fn local_target(&self, from: &ContentPath, path: &str, fragment: Option<String>) -> LinkTarget {
        let trimmed = path.trim_end_matches('/');
        let root = ["", ".", ".."].contains(&trimmed) || trimmed.ends_with("/..") || trimmed.ends_with("/.");
        let Some(target) = from.join(path) else {
            return if root && leads_to_root(from, path) {
                LinkTarget::Made(Route::Made(Made::Home).path(self))
            } else {
                LinkTarget::Outside
            };
        };
        if let Some(found) = self.at_path(&target) {
            return LinkTarget::Record { entry: found.at, fragment };
        }
        if self.assets.contains(&target) {
            return LinkTarget::Asset(target);
        }
        if let Some(found) = self.at_place(&target, fragment.clone()) {
            return found;
        }
        // The page of a folder, as code hosts have it.
        let readmes = ["README.md", "readme.md"].map(|name| ContentPath::parse(&format!("{target}/{name}")));
        match readmes.iter().flatten().find_map(|path| self.at_path(path)) {
            Some(found) => LinkTarget::Record { entry: found.at, fragment },
            None => LinkTarget::Missing(target.as_str().to_owned()),
        }
    }

    /// What is at a place of the site: the page in the folder `sow/0003`, the file `feed.xml`.
    fn at_place(&self, target: &ContentPath, fragment: Option<String>) -> Option<LinkTarget> {
        let route = self.places.at(&format!("{target}/index.html")).or_else(|| self.places.at(target.as_str()))?;
        let made = || Some(LinkTarget::Made(route.path(self)));
        match route {
            // Without records, the index is what introduces it.
            Route::Index(kind, 1) if self.of_kind(*kind).next().is_none() => {
                match self.introduction(folder(self, *kind)) {
                    Some(introduction) => Some(LinkTarget::Record { entry: introduction.at, fragment }),
                    None => made(),
                }
            }
            // Which rules and records have a page there follows from what is found: the page that lists them is always there.
            Route::Rule(_) => Some(LinkTarget::Made(Route::Made(Made::EditorsRules).path(self))),
            Route::Findings(_) => Some(LinkTarget::Made(Route::Made(Made::Editors).path(self))),
            Route::Made(_)
            | Route::Moved(..)
            | Route::Index(..)
            | Route::Folder(_)
            | Route::Changes(_)
            | Route::Digest(..)
            | Route::Feed(..)
            | Route::RecordData(_)
            | Route::Table(_)
            | Route::SitemapPart(_)
            | Route::Search(_)
            | Route::ThemeAsset(..) => made(),
            Route::Record(at) | Route::Redirect(_, at) => Some(LinkTarget::Record { entry: *at, fragment }),
            Route::Asset(file) => Some(LinkTarget::Asset(file.clone())),
        }
    }
}

/// The path in a destination: without what follows `?` or `#`, decoded.
pub(super) fn path_in(destination: &str) -> String {
    decoded(destination.split(['?', '#']).next().unwrap_or_default().trim())
}

fn leads_to_root(from: &ContentPath, path: &str) -> bool {
    let depth = from.folder().split('/').filter(|part| !part.is_empty()).count();
    let up = path.split('/').filter(|part| *part == "..").count();
    path.starts_with('/') || up == depth
}

fn is_scheme(text: &str) -> bool {
    text.bytes().next().is_some_and(|byte| byte.is_ascii_alphabetic())
        && text.bytes().all(|byte| byte.is_ascii_alphanumeric() || b"+-.".contains(&byte))
}

/// Percent-encoded bytes as they are meant; the text as it is where they are no UTF-8.
fn decoded(text: &str) -> String {
    percent_decode_str(text).decode_utf8().map_or_else(|_| text.to_owned(), Cow::into_owned)
}
