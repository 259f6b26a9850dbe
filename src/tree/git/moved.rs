//! Where a record was before its folder was moved.

use std::cmp::Reverse;
use std::collections::{BTreeMap, BTreeSet};

use gix::ObjectId;
use gix::object::Kind;

use super::CONFIGURATION;
use crate::tree::Tree;

/// The folder of `base`, all files of a revision with their hashes, in which the record `head` was that is in `here` now; both
/// from the root of the repository, empty for the root. `is_site` says whether a folder of today holds a `candor.toml`.
///
/// It is the same folder where that held a record then. Else it is the one that had a `candor.toml`, has none any more and
/// shares files with the record; else, where there was no such folder, the one that holds most of its files. Where there is
/// none of either, the record is new.
///
/// # Errors
/// With the folders that it may have been, the likeliest first, where that cannot be told.
pub(super) fn folder(
    head: &Tree,
    here: &str,
    base: &BTreeMap<String, ObjectId>,
    is_site: impl Fn(&str) -> bool,
) -> Result<String, Vec<String>> {
    let name = |path: &str| path.rsplit_once('/').map_or(path, |(_, name)| name).to_owned();
    let folder_of = |path: &str| path.rsplit_once('/').map_or("", |(folder, _)| folder).to_owned();
    let sites: BTreeSet<String> =
        base.keys().filter(|path| name(path) == CONFIGURATION).map(|path| folder_of(path)).collect();
    let was_site = sites.contains(here);
    let gone: Vec<String> = sites.into_iter().filter(|site| site != here && !is_site(site)).collect();
    // Nearly every record is where it was, and then no text has to be looked at.
    if was_site && gone.is_empty() {
        return Ok(here.to_owned());
    }
    let shared = Shared { head, base };
    let own = if was_site { shared.files(here) } else { 0 };
    let mut gone: Vec<(usize, String)> = gone
        .into_iter()
        .map(|site| (shared.files(&site), site))
        .filter(|(files, _)| !was_site || *files > own)
        .collect();
    gone.sort_by_key(|(shared, _)| Reverse(*shared));
    let names = |found: &[(usize, String)]| found.iter().map(|(_, site)| site.clone()).collect::<Vec<_>>();
    match gone.as_slice() {
        [] if was_site => Ok(here.to_owned()),
        // It was a record then, and holds another one now.
        several if was_site => Err(names(several).into_iter().chain([here.to_owned()]).collect()),
        [] => shared.without_configuration(here),
        [(shared, first), others @ ..] if *shared > 0 && others.iter().all(|(others, _)| *others <= shared / 2) => {
            Ok(first.clone())
        }
        several => Err(names(several)),
    }
}

/// The files that a record shares with a revision.
struct Shared<'a> {
    head: &'a Tree,
    base: &'a BTreeMap<String, ObjectId>,
}

impl Shared<'_> {
    /// How many texts of the record the folder `site` of the revision has: at the same place, or with the same words.
    fn files(&self, site: &str) -> usize {
        let start = if site.is_empty() { String::new() } else { format!("{site}/") };
        let below = self.base.range(start.clone()..).take_while(|(path, _)| path.starts_with(&start));
        let hashes: BTreeSet<&ObjectId> = below.map(|(_, hash)| hash).collect();
        let is_shared = |(path, hash): &(String, ObjectId)| {
            self.base.contains_key(&format!("{start}{path}")) || hashes.contains(hash)
        };
        self.texts().filter(is_shared).count()
    }

    /// The Markdown files of the record, each with the hash that git has for it.
    fn texts(&self) -> impl Iterator<Item = (String, ObjectId)> {
        let texts = self.head.sources.iter().filter(|(path, _)| path.is_markdown());
        let hash_kind = self.base.values().next().map_or(gix::hash::Kind::Sha1, |hash| hash.kind());
        texts.filter_map(move |(path, source)| {
            let hash = gix::objs::compute_hash(hash_kind, Kind::Blob, source.text.as_bytes()).ok()?;
            Some((path.to_string(), hash))
        })
    }

    /// The folder of a revision in which no other record can be recognised by its configuration: the same one where that
    /// holds texts, else the one that has at least half of the texts of the record, word for word and at the same places.
    fn without_configuration(&self, here: &str) -> Result<String, Vec<String>> {
        let start = if here.is_empty() { String::new() } else { format!("{here}/") };
        let is_text = |path: &String| path.to_ascii_lowercase().ends_with(".md");
        if self.base.keys().any(|path| path.starts_with(&start) && is_text(path)) {
            return Ok(here.to_owned());
        }
        let mut by_hash: BTreeMap<&ObjectId, Vec<&String>> = BTreeMap::new();
        for (path, hash) in self.base.iter().filter(|(path, _)| is_text(path)) {
            by_hash.entry(hash).or_default().push(path);
        }
        let (mut votes, mut texts): (BTreeMap<&str, usize>, usize) = (BTreeMap::new(), 0);
        for (path, hash) in self.texts() {
            texts += 1;
            for was in by_hash.get(&hash).into_iter().flatten() {
                let folder = was.strip_suffix(path.as_str());
                let folder = folder.and_then(|it| if it.is_empty() { Some("") } else { it.strip_suffix('/') });
                *votes.entry(folder.unwrap_or_default()).or_default() += usize::from(folder.is_some());
            }
        }
        let mut likely: Vec<(usize, &str)> = votes
            .into_iter()
            .map(|(folder, votes)| (votes, folder))
            .filter(|(votes, _)| votes * 2 >= texts.max(1) && *votes > 0)
            .collect();
        likely.sort_by_key(|(votes, _)| Reverse(*votes));
        match likely.as_slice() {
            [] => Ok(here.to_owned()),
            [(_, only)] => Ok((*only).to_owned()),
            [(most, first), (second, _), ..] if most > second => Ok((*first).to_owned()),
            several => Err(several.iter().map(|(_, folder)| (*folder).to_owned()).collect()),
        }
    }
}
