//! Where a link that an author wrote leads from the page that is being made.
//!
//! The only way from an author's words to an address on a page: what could run something never becomes one.

use crate::id::ContentPath;
use crate::site::places::published;
use crate::site::{Entry, LinkTarget};
use crate::words;

use super::View;
use super::part::Part;

/// An address that an author wrote, from the page that is being made.
pub(crate) enum Address {
    /// A place on the site.
    Here(String),
    /// The author's own words lead out into the world.
    Outside,
    /// Leads nowhere, and why.
    Nowhere(String),
}

impl View<'_> {
    /// Where `destination` leads, written in the file at `from`.
    pub(crate) fn address(&self, from: &ContentPath, destination: &str) -> Address {
        match self.site.link_target(from, destination) {
            LinkTarget::External => Address::Outside,
            LinkTarget::Fragment(name) => match self.site.at_path(from) {
                Some(entry) => Address::Here(format!("#{}", anchor_of(entry, &name))),
                None => Address::Nowhere(words::LINK_TO_NO_SECTION.to_string()),
            },
            LinkTarget::Record { entry, fragment } => {
                let to = &self.site.entries[entry];
                let fragment = fragment.map(|name| format!("#{}", anchor_of(to, &name))).unwrap_or_default();
                Address::Here(format!("{}{fragment}", self.to_record(to)))
            }
            LinkTarget::Made(path) => Address::Here(self.to(path.as_str())),
            LinkTarget::Asset(path) => Address::Here(self.to(published(&path))),
            LinkTarget::Missing(path) if self.site.danger(&path).is_some() || is_hidden(&path) => {
                Address::Nowhere(words::link_to_unpublished(path))
            }
            LinkTarget::Missing(path) => Address::Nowhere(words::link_to_nothing(path)),
            LinkTarget::Outside => Address::Nowhere(words::LINK_LEADS_OUT.to_string()),
            LinkTarget::Malformed => Address::Nowhere(words::LINK_MALFORMED.to_string()),
        }
    }

    /// A link of a front matter: out into the world, or to a path of the site. A record has its name there.
    pub(crate) fn written_link(&self, link: &str) -> Part {
        let from = &self.site.config.path;
        match self.address(from, link) {
            Address::Here(href) => match self.site.link_target(from, link) {
                LinkTarget::Record { entry, .. } => {
                    Part { href: Some(href), ..self.record_link(&self.site.entries[entry]) }
                }
                LinkTarget::Made(_)
                | LinkTarget::Asset(_)
                | LinkTarget::External
                | LinkTarget::Fragment(_)
                | LinkTarget::Missing(_)
                | LinkTarget::Outside
                | LinkTarget::Malformed => Part::link(link, href),
            },
            Address::Outside => Part::web(link),
            Address::Nowhere(why) => Part::noted(link, Some(why)),
        }
    }

    /// What shows something: a record by its id or its address, else a link.
    pub(crate) fn evidence(&self, text: &str) -> Part {
        match self.site.resolve(text, crate::fields::ANY).entry() {
            Some(entry) => self.record_link(entry),
            None if text.contains('/') => self.written_link(text),
            None => self.any_reference(text),
        }
    }
}

/// The id on the page of `entry` that `name` means: as it is, when nothing there has it.
fn anchor_of(entry: &Entry, name: &str) -> String {
    crate::id::encoded(entry.outline.fragment(name).unwrap_or(name))
}

/// Whether a part of the path has a name that begins with a full stop, so that nothing in it is published.
fn is_hidden(path: &str) -> bool {
    path.split('/').any(|part| part.starts_with('.') && part.len() > 1)
}
