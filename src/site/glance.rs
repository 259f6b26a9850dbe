//! The site with a text that was just saved, before all is linked anew.

use std::sync::Arc;

use crate::document::{self, Document};
use crate::id::ContentPath;
use crate::tree::Source;

use super::Site;

impl Site {
    /// The same site with the texts of `changed`, each in the place of the one that its path has: what the record says, what it is called,
    /// where it leads and where it stands is new, and what others make of it is as it was. `None` where a text has no such place, or is
    /// another record than the one in it, or where what others made of that would not fit it any more.
    pub fn at_a_glance(&self, changed: &[(ContentPath, Source)]) -> Option<Site> {
        let (mut entries, mut troubled) = (self.entries.clone(), self.troubled.clone());
        let mut places = Vec::new();
        for (path, source) in changed {
            let at = *self.by_path.get(path)?;
            let document = document::parse(path, source, self.layout());
            if !is_same_record(&entries[at], &document) || document.rung() > self.rung {
                return None;
            }
            troubled.retain(|other| *other != at);
            if !document.problems.is_empty() {
                troubled.insert(troubled.partition_point(|other| *other < at), at);
            }
            entries[at].document = Arc::new(document);
            places.push(at..at + 1);
        }
        let site = Site { entries, troubled, whole: self.whole.clone() };
        let linked =
            |site: Site, at| site.with_titles(at).with_tallies(at).with_links(at).with_edges(at).with_status(at);
        Some(places.iter().fold(site, linked))
    }
}

/// Whether the two are one record with one place on the site. Its tasks are kept by their numbers.
fn is_same_record(before: &Document, after: &Document) -> bool {
    before.id == after.id
        && before.address == after.address
        && before.is_introduction() == after.is_introduction()
        && before.is_draft() == after.is_draft()
        && before.outline.tasks.len() == after.outline.tasks.len()
}
