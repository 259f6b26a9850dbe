//! One file of the record as the site has it.

use std::collections::HashMap;
use std::ops::{Deref, DerefMut};
use std::sync::Arc;

use rayon::prelude::*;

use crate::document::Document;

use super::edges::{Backlink, Edges};
use super::links::Link;
use super::status::Status;
use super::tally::Tally;
use super::titles;

/// A document and what the others make of it, shared by all who have it.
#[derive(Debug, Clone)]
pub struct Entry(Arc<Linked>);

/// What [`Entry`] shares.
#[derive(Debug, Clone)]
pub struct Linked {
    /// Where it stands in [`Site::entries`](super::Site::entries).
    pub at: usize,
    /// The file as it was parsed: front matter, text and what is wrong with either.
    pub document: Arc<Document>,
    /// What a reader calls it; never empty.
    pub title: String,
    /// Its folder on the site, with a slash at its end; empty for the home page.
    pub address: String,
    /// Where it links to, in the order of front matter and text.
    pub links: Vec<Link>,
    /// Where it refers to, in the order of front matter and text.
    pub edges: Edges,
    /// Who refers to it, each record once per key, in the order of the paths.
    pub backlinks: Vec<Backlink>,
    /// The count of its votes; `None` where it is no decision.
    pub(super) tally: Option<Box<Tally>>,
    /// Where its workflow stands; `None` for kinds without one.
    pub status: Option<Status>,
    /// The earlier file that has the same id or the same address.
    pub duplicate_of: Option<usize>,
    /// Whether it introduces its folder: of several files that could, the first.
    introduces: bool,
}

impl Linked {
    /// The count of its votes; `None` for other kinds than decisions.
    pub fn tally(&self) -> Option<&Tally> {
        self.tally.as_deref()
    }

    /// Whether it introduces a folder's index instead of being a record of its own.
    pub fn is_introduction(&self) -> bool {
        self.introduces
    }
}

impl Deref for Entry {
    type Target = Linked;

    fn deref(&self) -> &Linked {
        &self.0
    }
}

/// While a site is linked, nobody else has its entries.
impl DerefMut for Entry {
    fn deref_mut(&mut self) -> &mut Linked {
        Arc::make_mut(&mut self.0)
    }
}

impl Deref for Linked {
    type Target = Document;

    fn deref(&self) -> &Document {
        &self.document
    }
}

/// One for each of the `documents`, with all that can be known of it without the others but the earlier file that it duplicates.
pub(super) fn entries(
    documents: Vec<Arc<Document>>,
    duplicates: Vec<Option<usize>>,
    by_folder: &HashMap<String, usize>,
) -> Vec<Entry> {
    let entry = |(at, (document, duplicate_of)): (usize, (Arc<Document>, Option<usize>))| {
        let introduces = by_folder.get(document.path.folder()) == Some(&at);
        let is_second = duplicate_of.is_some() || (document.is_introduction() && !introduces);
        Entry(Arc::new(Linked {
            at,
            title: String::new(),
            address: titles::address(&document, is_second),
            links: Vec::new(),
            edges: Edges::default(),
            backlinks: Vec::new(),
            tally: None,
            status: None,
            duplicate_of,
            introduces,
            document,
        }))
    };
    documents.into_par_iter().zip(duplicates).enumerate().map(entry).collect()
}
