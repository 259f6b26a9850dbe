//! What the pages of a preview know beside their own record: the change that they show.

use std::collections::HashMap;

use crate::diff::{Diff, Matter};
use crate::site::Site;

/// A change that a site is a preview of.
#[derive(Debug)]
pub struct Review<'a> {
    /// What it does.
    pub(super) diff: &'a Diff,
    /// The site that it starts from.
    pub(super) base: &'a Site,
    /// The address of the published site, with a slash at its end; `None` where it is not known.
    pub(super) published: Option<String>,
    /// The records that it touches and that are still there, by where the page of each is below the output.
    by_place: HashMap<String, &'a Matter>,
}

impl<'a> Review<'a> {
    /// The change `diff` of `base`, which is published at the address `published`.
    pub fn new(diff: &'a Diff, base: &'a Site, published: Option<&str>) -> Review<'a> {
        let there = diff.matters.iter().filter(|matter| matter.address.is_some());
        let by_place = there.filter_map(|matter| Some((format!("{}index.html", matter.address.as_ref()?), matter)));
        let published = published.map(|address| format!("{}/", address.trim_end_matches('/')));
        Review { diff, base, published, by_place: by_place.collect() }
    }

    /// What the change does to the record whose page is at `path` below the output.
    pub(super) fn at(&self, path: &str) -> Option<&'a Matter> {
        self.by_place.get(path).copied()
    }
}
