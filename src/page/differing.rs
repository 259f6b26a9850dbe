//! Which pieces of two states of a site are not the same, told without making those of which it can be proven.
//!
//! The proof: where two sites are made of the same files but for words in the texts of some records that no other record looks at
//! ([`Document::says_the_same_to_others`](crate::document::Document)), all that is linked is the same on both, and so is every piece
//! that shows none of these texts. Whatever else differs, all pieces are made on both sides.

use std::collections::HashSet;
use std::sync::Arc;

use rayon::prelude::*;
use serde_json::Value;

use super::view::is_shown_alike;
use super::{Files, RenderContext, Route, data, render};
use crate::check::Report;
use crate::diagnostic::Diagnostic;
use crate::id::{ContentPath, Kind};
use crate::site::{Entry, Made};
use crate::tree::Asset;

/// So few pieces are made one after the other.
const FEW: usize = 16;

/// What the built-in templates do not show on every page.
const COUNTS: [&str; 2] = ["errors", "warnings"];

/// Where the pieces of `after` are that `before` has not, or not with the same bytes, in the order of their paths: of those that
/// `is_wanted` picks, without the search, of which any change is one of the whole. A piece that cannot be made counts as one of them.
/// Files on disk are read by `read`.
pub fn differing(
    before: &RenderContext,
    after: &RenderContext,
    read: Files,
    is_wanted: impl Fn(&ContentPath, &Route) -> bool + Sync,
) -> Vec<ContentPath> {
    let reworded = Reworded::of(before, after, read);
    let is_proven = |route: &Route| reworded.as_ref().is_some_and(|reworded| reworded.leaves(route));
    let is_open =
        |(path, route): &&(ContentPath, Route)| !is_of_search(route) && !is_proven(route) && is_wanted(path, route);
    let open: Vec<&(ContentPath, Route)> = after.site.places.all().par_iter().filter(is_open).collect();
    if reworded.is_some() {
        // What there is news of is the same on both sides, and so are the links to it.
        [before, after].iter().for_each(|side| side.take_all_as_followed());
    }
    let is_other = |(path, route): &&&(ContentPath, Route)| {
        let was = || before.site.places.at(path.as_str()).filter(|was| before.is_there(was));
        let is_same = |was: &Route| {
            let (was, is) = rayon::join(|| made(before, was, read), || made(after, route, read));
            was.is_some() && was == is
        };
        after.is_there(route) && !was().is_some_and(is_same)
    };
    let others: Vec<&&(ContentPath, Route)> = match open.len() {
        // What these few do not ask for is not made.
        ..FEW => open.iter().filter(is_other).collect(),
        _ => {
            let has_data = open.iter().any(|(_, route)| is_of_data(route));
            rayon::join(|| before.prepare_for(has_data), || after.prepare_for(has_data));
            open.par_iter().filter(is_other).collect()
        }
    };
    others.into_iter().map(|(path, _)| path.clone()).collect()
}

/// Whether it is a part of the search, which finds what the published site has as well.
fn is_of_search(route: &Route) -> bool {
    matches!(route, Route::Search(_) | Route::Made(Made::Search | Made::Titles))
}

/// Whether it is made of all records as data.
fn is_of_data(route: &Route) -> bool {
    matches!(route, Route::RecordData(_) | Route::Table(_) | Route::Made(Made::Data | Made::AllRecords))
}

/// What stands at `route`, byte for byte; `None` when it cannot be made.
fn made(context: &RenderContext, route: &Route, read: Files) -> Option<Vec<u8>> {
    Some(render(context, route).ok()?.body.with_files(read)?.into_owned())
}

/// Two states of a site that differ in words alone, of which no other record says anything.
struct Reworded<'a> {
    before: &'a RenderContext<'a>,
    after: &'a RenderContext<'a>,
    /// The records with these words, by their places among the entries.
    records: HashSet<usize>,
    /// Whether what is handed on as data is the same.
    has_same_data: bool,
    /// Whether the lists of all findings are the same, and whether what the findings say is.
    has_same_findings: [bool; 2],
}

impl<'a> Reworded<'a> {
    /// `None` where more differs. Files on disk are read by `read`.
    fn of(before: &'a RenderContext, after: &'a RenderContext, read: Files) -> Option<Reworded<'a>> {
        let (was, is) = (before.site, after.site);
        let is_same_frame = frame(before) == frame(after)
            && (was.today, was.made_on) == (is.today, is.made_on)
            && was.history == is.history
            && was.drafts == is.drafts
            && (&was.assets, &was.unlinked, &was.active) == (&is.assets, &is.unlinked, &is.active)
            && was.places.all() == is.places.all()
            && was.entries.len() == is.entries.len();
        let records = if is_same_frame { reworded(was.entries.iter().zip(&is.entries))? } else { return None };
        let paths: HashSet<&ContentPath> = records.iter().map(|at| &is.entries[*at].path).collect();
        let has_same_data =
            records.iter().all(|at| data::record(was, &was.entries[*at]) == data::record(is, &is.entries[*at]));
        let (found, finds): (&Report, &Report) = (&before.report, &after.report);
        let has_same_findings = [
            is_same(found, finds, |found, finds| is_shown_alike((was, found), (is, finds))),
            is_same(found, finds, |found, finds| found.says_the_same(finds) && found.clause == finds.clause),
        ];
        let has_same_files = has_same_files(before, after, &paths, read);
        has_same_files.then_some(Reworded { before, after, records, has_same_data, has_same_findings })
    }

    /// Whether the piece at `route` is the same on both sides. `false` where that is not proven.
    fn leaves(&self, route: &Route) -> bool {
        let [has_same_findings, says_the_same] = self.has_same_findings;
        // A template of the group's own may show how much was found in each record.
        let is_counted = !self.after.theme.own().is_empty();
        match route {
            Route::Record(at) => !self.records.contains(at),
            Route::Findings(at) => !self.records.contains(at) && self.has_same_findings_of(*at),
            Route::RecordData(_) | Route::Table(_) | Route::Made(Made::Data | Made::AllRecords) => self.has_same_data,
            Route::Made(Made::Contracting | Made::Catalog | Made::ServiceLevels) => self.has_same_data,
            Route::Rule(_) | Route::Made(Made::Editors | Made::EditorsRules | Made::Promises) => has_same_findings,
            Route::Index(..) => says_the_same || !is_counted,
            Route::Folder(_) | Route::Changes(_) | Route::Digest(..) => true,
            Route::Redirect(..) | Route::Moved(..) | Route::ThemeAsset(..) | Route::Asset(_) => true,
            Route::Made(Made::Search | Made::Titles | Made::PreviewChanges) | Route::Search(_) | Route::Feed(..) => {
                false
            }
            Route::Made(_) | Route::SitemapPart(_) => says_the_same,
        }
    }

    fn has_same_findings_of(&self, at: usize) -> bool {
        let path = &self.after.site.entries[at].path;
        let (was, is): (&Report, &Report) = (&self.before.report, &self.after.report);
        was.of(path).eq(is.of(path)) && was.waived_of(path).eq(is.waived_of(path))
    }
}

/// Whether the findings of both reports are alike, each with the one in its place.
fn is_same(was: &Report, is: &Report, is_alike: impl Fn(&Diagnostic, &Diagnostic) -> bool) -> bool {
    let accepted = || was.waived.iter().zip(&is.waived);
    (was.findings.len(), was.waived.len()) == (is.findings.len(), is.waived.len())
        && was.findings.iter().zip(&is.findings).all(|(was, is)| is_alike(was, is))
        && accepted().all(|((was, by), (is, now_by))| by == now_by && is_alike(was, is))
}

/// The places of those of `entries`, each as it was and as it is, that have other words; `None` where one differs in anything else. A
/// page of text is shown in many places, and what introduces a folder in another one than its own.
fn reworded<'a>(entries: impl Iterator<Item = (&'a Entry, &'a Entry)>) -> Option<HashSet<usize>> {
    let mut records = HashSet::new();
    for (was, is) in entries.filter(|(was, is)| !Arc::ptr_eq(&was.document, &is.document)) {
        if is.kind() == Kind::Page || is.is_introduction() || !was.says_the_same_to_others(is) {
            return None;
        }
        records.insert(is.at);
    }
    Some(records)
}

/// Whether both sides are made of the same files but for those at `paths`.
fn has_same_files(before: &RenderContext, after: &RenderContext, paths: &HashSet<&ContentPath>, read: Files) -> bool {
    let (was, is) = (before.tree, after.tree);
    let bytes = |asset: &Asset| match asset {
        Asset::OnDisk(file) => read(file).map(Arc::from),
        Asset::Bytes(bytes) => Some(bytes.clone()),
    };
    let of_source = was.sources.len() == is.sources.len()
        && was
            .sources
            .iter()
            .zip(&is.sources)
            .all(|((path, was), (other, is))| path == other && (was == is || paths.contains(path)));
    let of_asset =
        || {
            was.assets.len() == is.assets.len()
                && was.assets.iter().zip(&is.assets).all(|((path, was), (other, is))| {
                    path == other && bytes(was).is_some_and(|was| bytes(is) == Some(was))
                })
        };
    of_source && was.provenance == is.provenance && was.name == is.name && was.lfs == is.lfs && of_asset()
}

/// What every page is made with beside what it shows: the theme, the language, and what all templates are told.
fn frame(context: &RenderContext) -> (Vec<(String, Arc<str>)>, String, Value) {
    let own: Vec<_> = context.theme.own().iter().map(|(name, text)| (name.clone(), text.clone())).collect();
    let mut shared = serde_json::to_value(&context.shared.site).unwrap_or_default();
    if let Some(shared) = shared.as_object_mut().filter(|_| own.is_empty()) {
        COUNTS.iter().for_each(|name| drop(shared.remove(*name)));
    }
    (own, context.site.config.lang.clone(), shared)
}
