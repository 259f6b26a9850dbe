//! Who refers to whom. Each edge is written once, in one record; the other direction is derived.

use std::ops::Deref;
use std::sync::{Arc, LazyLock};

use rayon::prelude::*;

use crate::fields::{ANY, PERSON};
use crate::markdown::MentionKind;
use crate::text::Span;

use super::{Entry, LinkTarget, Site};

/// How a record refers to another.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub enum Via {
    /// By this key of the front matter: `owner`, `vote.person`.
    Key(Arc<str>),
    /// In the text.
    Text,
}

impl Via {
    /// The key of the front matter; `None` in the text.
    fn key(&self) -> Option<&str> {
        if let Via::Key(key) = self { Some(key) } else { None }
    }

    /// Whether it is by one of these keys of the front matter.
    pub fn is_one_of(&self, keys: &[&str]) -> bool {
        matches!(self, Via::Key(key) if keys.contains(&&**key))
    }
}

/// A reference that leads somewhere.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Edge {
    /// Where the other record stands in the site.
    pub to: usize,
    /// By which key of the front matter, or in the text.
    pub via: Via,
    /// Where the reference is written.
    pub span: Span,
}

/// The references of one record, in the order of front matter and text.
#[derive(Debug, Clone, Default)]
pub struct Edges {
    all: Box<[Edge]>,
    /// The places of those by a key of the front matter, in the order of the keys.
    by_key: Box<[usize]>,
}

impl Edges {
    pub(super) fn of(all: Vec<Edge>) -> Edges {
        let mut by_key: Vec<usize> = (0..all.len()).filter(|at| all[*at].via.key().is_some()).collect();
        by_key.sort_by_key(|at| all[*at].via.key());
        Edges { all: all.into(), by_key: by_key.into() }
    }

    /// Those by `key` of the front matter, in the order in which they are written.
    pub fn by<'a>(&'a self, key: &str) -> impl Iterator<Item = &'a Edge> + use<'a> {
        let start = self.by_key.partition_point(|at| self.all[*at].via.key() < Some(key));
        let end = start + self.by_key[start..].partition_point(|at| self.all[*at].via.key() == Some(key));
        self.by_key[start..end].iter().map(|at| &self.all[*at])
    }
}

impl Deref for Edges {
    type Target = [Edge];

    fn deref(&self) -> &[Edge] {
        &self.all
    }
}

/// The other end of an edge.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub struct Backlink {
    /// Where the record that refers stands in the site.
    pub from: usize,
    /// By which key of its front matter, or in its text.
    pub via: Via,
}

/// The key of those who were at a meeting, wherever that says so.
static PRESENT: LazyLock<Arc<str>> = LazyLock::new(|| "present".into());

/// Every reference of `entry` that leads to a record.
pub(super) fn edges(site: &Site, entry: &Entry) -> Vec<Edge> {
    let by_key = entry.references.iter().filter_map(|reference| {
        let to = site.resolve(&reference.text, reference.kinds).entry()?.at;
        Some(Edge { to, via: Via::Key(reference.key.clone()), span: reference.span })
    });
    let present = site.participants(entry).into_iter().filter_map(|(name, span)| {
        let to = site.resolve(&name, PERSON).entry()?.at;
        Some(Edge { to, via: Via::Key(PRESENT.clone()), span })
    });
    let mentions = entry.outline.mentions.iter().filter_map(|mention| {
        let to = match &mention.what {
            MentionKind::Record(id) => site.record(id)?.at,
            MentionKind::Person(slug) => site.mentioned(slug).entry()?.at,
            MentionKind::Issue(_) => return None,
        };
        Some(Edge { to, via: Via::Text, span: mention.span })
    });
    let in_text = entry.links.iter().filter(|link| link.via == Via::Text);
    let links = in_text.filter_map(|link| match link.target {
        LinkTarget::Record { entry: to, .. } if to != entry.at => Some(Edge { to, via: Via::Text, span: link.span }),
        _ => None,
    });
    by_key.chain(present).chain(mentions).chain(links).collect()
}

/// For each entry who refers to it: once per record and key, in the order of the paths.
pub(super) fn backlinks(entries: &[Entry]) -> Vec<Vec<Backlink>> {
    let mut backlinks = vec![Vec::new(); entries.len()];
    for entry in entries {
        for edge in entry.edges.iter().filter(|edge| edge.to != entry.at) {
            backlinks[edge.to].push(Backlink { from: entry.at, via: edge.via.clone() });
        }
    }
    backlinks.par_iter_mut().for_each(|list| {
        list.sort();
        list.dedup();
    });
    backlinks
}

impl Site {
    /// Records of any kind that `entry` refers to by `key`, as written, with what they lead to.
    pub fn resolved<'a>(
        &'a self,
        entry: &'a Entry,
        key: &'a str,
    ) -> impl Iterator<Item = (&'a str, Option<&'a Entry>)> {
        entry
            .references
            .iter()
            .filter(move |reference| *reference.key == *key)
            .map(|reference| (reference.text.as_str(), self.resolve(&reference.text, reference.kinds & ANY).entry()))
    }
}

/// Whether one of the references under `key` leads nowhere or could not be read, so that nothing can be concluded from it.
pub fn has_dead_reference(site: &Site, entry: &Entry, key: &str) -> bool {
    entry.is_unreadable(key) || site.resolved(entry, key).any(|(_, to)| to.is_none())
}
