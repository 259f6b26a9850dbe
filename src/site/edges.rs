//! Who refers to whom. Each edge is written once, in one record; the other direction is derived.

use std::sync::Arc;

use rayon::prelude::*;

use crate::fields::{ANY, PERSON};
use crate::markdown::{Heading, MentionKind};
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

/// The other end of an edge.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub struct Backlink {
    /// Where the record that refers stands in the site.
    pub from: usize,
    /// By which key of its front matter, or in its text.
    pub via: Via,
}

/// The headings under which minutes list who was there.
const PARTICIPANTS: [&str; 4] = ["Participants", "Attendees", "Present", "Attendance"];

/// Whether minutes list below `heading` who was there.
pub fn lists_participants(heading: &Heading) -> bool {
    PARTICIPANTS.iter().any(|title| title.eq_ignore_ascii_case(&heading.title))
}

/// Every reference of `entry` that leads to a record.
pub(super) fn edges(site: &Site, entry: &Entry) -> Vec<Edge> {
    let by_key = entry.references.iter().filter_map(|reference| {
        let to = site.resolve(&reference.text, reference.kinds).entry()?.at;
        Some(Edge { to, via: Via::Key(reference.key.clone()), span: reference.span })
    });
    let present = site.participants(entry).into_iter().filter_map(|(name, span)| {
        let to = site.resolve(&name, PERSON).entry()?.at;
        Some(Edge { to, via: Via::Key("present".into()), span })
    });
    let mentions = entry.outline.mentions.iter().filter_map(|mention| {
        let to = match &mention.what {
            MentionKind::Record(id) => site.record(id)?.at,
            MentionKind::Person(slug) => site.resolve(slug, PERSON).entry()?.at,
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
    /// The names that the text of a meeting lists under *Participants*, with their places; empty when the front matter says
    /// who was present, and for other kinds.
    pub fn participants(&self, entry: &Entry) -> Vec<(String, Span)> {
        let Some(meeting) = entry.meeting() else { return Vec::new() };
        if !meeting.present.is_missing() {
            return Vec::new();
        }
        let under = |heading: usize| lists_participants(&entry.outline.headings[heading]);
        entry
            .outline
            .lists
            .iter()
            .filter(|item| item.heading.is_some_and(under))
            .flat_map(|item| self.named_in(&item.text).into_iter().map(|name| (name, item.span)))
            .collect()
    }

    /// Whom an item of a list of participants names: what stands behind a label is a list, `None` is nobody, and a handle, a
    /// role or an employer behind a name that the directory knows is left out.
    fn named_in(&self, text: &str) -> Vec<String> {
        let is_known = |text: &str| self.resolve(text, PERSON).entry().is_some();
        let text = text.trim().trim_start_matches('@');
        if is_known(text) {
            return vec![text.to_owned()];
        }
        let alone = |text: &str| {
            let text = text.trim().trim_start_matches('@');
            let ends = [",", "(", "@", " - ", " – ", " — "].iter().filter_map(|mark| text.find(mark));
            let name = text[..ends.min().unwrap_or(text.len())].trim();
            (if is_known(name) { name } else { text }).to_owned()
        };
        let names = match text.split_once(": ") {
            Some((label, list)) if !is_known(label) => list.split([',', ';']).map(alone).collect(),
            Some(_) | None => vec![alone(text)],
        };
        let is_nobody = |name: &String| ["", "none", "nobody", "n/a", "-"].contains(&name.to_lowercase().as_str());
        names.into_iter().filter(|name| !is_nobody(name)).collect()
    }

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

/// Whether one of the references under `key` leads nowhere, so that nothing can be concluded from it.
pub fn has_dead_reference(site: &Site, entry: &Entry, key: &str) -> bool {
    site.resolved(entry, key).any(|(_, to)| to.is_none())
}
