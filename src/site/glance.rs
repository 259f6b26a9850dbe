//! Sites that are made of another one without linking all anew: with a text that was just saved, before a few words were changed, as
//! a preview.

use std::collections::{BTreeMap, BTreeSet, HashMap};
use std::sync::Arc;

use crate::document::{self, Document};
use crate::id::ContentPath;
use crate::tree::{Source, Tree};

use super::{Entry, LinkTarget, Site, Whole};

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

    /// The site in `tree`, of which this is the site but for words in the texts of some records that no other record looks at, with
    /// the places of these. `changed` are those texts as they are in `tree`; all else of the two trees is the same. `None` where
    /// another record may look at what differs.
    pub fn reworded(&self, tree: &Tree, changed: &BTreeMap<&ContentPath, &Source>) -> Option<(Site, BTreeSet<usize>)> {
        // A text may lead to a file that one of the two leaves out.
        let leads_astray = |entry: &Entry| entry.links.iter().any(|it| matches!(it.target, LinkTarget::Missing(_)));
        let left_out: Vec<_> = tree.left_out.iter().map(|(path, why)| (path.clone(), *why)).collect();
        if left_out != self.left_out && self.entries.iter().any(leads_astray) {
            return None;
        }
        let (mut entries, mut records) = (self.entries.clone(), BTreeSet::new());
        for (path, source) in changed {
            let at = *self.by_path.get(*path)?;
            let document = document::parse(path, source, self.layout());
            let is_as_wrong = document.problems.is_empty() == entries[at].problems.is_empty();
            if !is_as_wrong || !entries[at].says_the_same_to_others(&document) {
                return None;
            }
            entries[at].document = Arc::new(document);
            records.insert(at);
        }
        let mut whole = Whole::clone(&self.whole);
        (whole.revision, whole.left_out) = (tree.revision.clone(), left_out);
        (whole.actions_by_record, whole.actions_by_owner) = (HashMap::new(), HashMap::new());
        let site = Site { entries, troubled: self.troubled.clone(), whole: Arc::new(whole) };
        // What stands behind the words is at another place.
        let linked = |site: Site, at: &usize| {
            let at = *at..*at + 1;
            site.with_titles(&at).with_tallies(&at).with_links(&at).with_edges(&at).with_status(&at)
        };
        Some((records.iter().fold(site, linked).with_actions(), records))
    }

    /// The same site as a preview of what is called `name`; `rules` have a page each, `theme` is the files of the theme.
    pub fn as_preview(&self, name: &str, rules: &[&'static str], theme: Vec<(String, ContentPath)>) -> Site {
        let mut whole = Whole::clone(&self.whole);
        whole.config.preview = Some(name.to_owned());
        let (entries, troubled) = (self.entries.clone(), self.troubled.clone());
        let site = Site { entries, troubled, whole: Arc::new(whole) }.with_places(rules, theme);
        // A preview has other pages and files of its own, so a link may lead to one, or to none any more.
        let leads_to_others = |entry: &&Entry| {
            entry.links.iter().any(|link| matches!(link.target, LinkTarget::Made(_) | LinkTarget::Missing(_)))
        };
        let others: Vec<usize> = site.entries.iter().filter(leads_to_others).map(|entry| entry.at).collect();
        others.into_iter().fold(site, |site, at| site.with_links(&(at..at + 1)))
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
