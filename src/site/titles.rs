//! What readers call a record, and where they find it.

use std::collections::HashMap;
use std::sync::Arc;

use crate::document::{Document, Record};
use crate::id::Kind;
use crate::text::{Date, capitalised};

use super::{Entry, Site};

/// What introduces each folder: its `index.md`, else its README.
pub(super) fn introductions(documents: &[Arc<Document>]) -> HashMap<String, usize> {
    let mut introductions: HashMap<String, usize> = HashMap::new();
    let is_index = |at: usize| documents[at].path.stem() == "index";
    for (at, document) in documents.iter().enumerate().filter(|(_, document)| document.is_introduction()) {
        let first = introductions.entry(document.path.folder().to_owned()).or_insert(at);
        if is_index(at) && !is_index(*first) {
            *first = at;
        }
    }
    introductions
}

/// The folder of a document's page. A second file with one id, or a second introduction, is published too, under its own name.
pub(super) fn address(document: &Document, is_second: bool) -> String {
    if !is_second {
        return document.address.clone();
    }
    let whole = document.path.as_str();
    format!("{}/", whole.rsplit_once('.').map_or(whole, |(path, _)| path))
}

/// What records are called that state no title, each in the words of the interface for a site in a language: its tag comes
/// first.
#[derive(Debug, Clone, Copy)]
pub struct Untitled {
    /// A day: `4 March 2026`.
    pub day: fn(&str, Date) -> String,
    /// The meeting of the group whose site it is, on a day: `Meeting of 4 March 2026`.
    pub meeting: fn(&str, Date) -> String,
    /// The bounty for a statement of work with this title.
    pub bounty: fn(&str, &str) -> String,
    /// The pledge of a donor of this name.
    pub pledge: fn(&str, &str) -> String,
}

/// Never empty: the stated title, else what the kind is usually called by, else the first heading, else the file name.
pub(super) fn title(site: &Site, entry: &Entry, naming: &Untitled) -> String {
    let lang = &*site.config.lang;
    if let Some(title) = entry.stated_title() {
        return title.to_owned();
    }
    let of_kind = match &entry.record {
        Record::Meeting(_) => entry.id.date().map(|date| meeting_title(site, entry, date, naming)),
        Record::Bounty(it) => it
            .sow
            .get()
            .and_then(|sow| site.find(sow))
            .and_then(|sow| sow.stated_title())
            .map(|sow| (naming.bounty)(lang, sow)),
        Record::Contractor(it) => {
            let organization = it.organization.get().and_then(|organization| site.find(organization));
            organization.and_then(|organization| organization.stated_title()).map(str::to_owned)
        }
        Record::Pledge(it) => {
            let donor = it.donor.get().and_then(|donor| site.find(donor)).and_then(|donor| donor.stated_title());
            donor.map(|donor| (naming.pledge)(lang, donor))
        }
        _ => None,
    };
    of_kind
        .or_else(|| {
            entry.outline.title.as_ref().map(|(title, _)| title.clone()).filter(|title| !title.trim().is_empty())
        })
        .unwrap_or_else(|| from_file_name(entry))
}

fn meeting_title(site: &Site, entry: &Entry, day: Date, naming: &Untitled) -> String {
    let lang = &*site.config.lang;
    let group = entry.meeting().and_then(|meeting| meeting.group.get()).and_then(|group| site.find(group));
    let own = site.config.group.get().and_then(|group| site.find(group)).map(|group| group.at);
    match group.filter(|group| Some(group.at) != own).and_then(|group| group.stated_title()) {
        Some(group) => format!("{group}, {}", (naming.day)(lang, day)),
        None => (naming.meeting)(lang, day),
    }
}

fn from_file_name(entry: &Entry) -> String {
    let stem = entry.path.stem();
    if entry.is_introduction() {
        let folder = entry.path.folder().rsplit('/').next().unwrap_or_default();
        return capitalised(if folder.is_empty() { "Home" } else { folder });
    }
    if !matches!(entry.kind(), Kind::Person | Kind::Page) {
        return entry.id.to_string();
    }
    match stem.replace(['-', '_'], " ").trim() {
        "" => "Untitled".to_owned(),
        words => capitalised(words),
    }
}
