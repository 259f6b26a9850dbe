//! What is where on the site: one table of every place, which links, pages, rules and the writer read.
//!
//! Everything that wants a place claims it: the pages and files that Candor makes, the records, the files beside them, old
//! addresses. Of two claims to one place one wins, always the same, and the other is a [`Clash`] that a rule reports.

mod alike;
mod claims;

use std::collections::{HashMap, HashSet};

use rayon::prelude::*;

use crate::OUTPUT_MARK;
use crate::id::{ContentPath, Kind, QuickMap};

use super::Site;
use super::follow::{Follow, Form};

use alike::alike;

pub use super::old_address::{OldAddress, Slip};
pub use super::paths::{
    Digest, EDITORS, Month, changes, digest, feed, findings, folder, index, is_for_editors, published, record,
    record_data, rule, table,
};

/// The parts of a site, by the names that a navigation has for them.
pub const PARTS: [&str; 7] = ["work", "decisions", "meetings", "services", "money", "people", "about"];

/// How many records an index shows on one page.
pub const ROWS_PER_PAGE: usize = 250;

/// How many titles the page of the search holds, for readers without scripts. More have a page of their own.
pub const TITLES_ON_SEARCH: usize = 500;

/// How many addresses a sitemap holds at most: readers take 50,000, and their limits are told roughly.
pub const ADDRESSES_PER_SITEMAP: usize = 45_000;

/// Where a build that is asked for it lists the files of the site.
pub const MANIFEST: &str = "manifest.json";

/// What the packed forms of a text end with, which servers send in its place to those who can unpack them.
pub const PACKED: [&str; 2] = [".gz", ".br"];

/// The names of texts; pictures and fonts are packed already.
pub const TEXTS: [&str; 12] =
    [".html", ".css", ".js", ".json", ".jsonl", ".xml", ".atom", ".ics", ".csv", ".txt", ".svg", ".md"];

/// Whom a page or a file that Candor makes is for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum MadeFor {
    /// Readers of the site: pages that search engines may list.
    Readers,
    /// Those who write it.
    Editors,
    /// The host that serves it. A site may have its own of these.
    Host,
    /// Search engines.
    Crawlers,
    /// Programs that take the record along.
    Programs,
    /// Those who judge a change: only in a preview of it.
    Reviewers,
}

macro_rules! made {
    ($($(#[doc = $doc:literal])* $name:ident $for:ident $path:literal;)*) => {
        /// A page or a file that Candor makes once on every site.
        #[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub enum Made { $($(#[doc = $doc])* $name),* }

        impl Made {
            /// All of them, in the order in which they are declared.
            pub const ALL: &[Made] = &[$(Made::$name),*];

            /// Where it is below the output.
            pub fn path(self) -> &'static str {
                match self { $(Made::$name => $path),* }
            }

            /// Whom it is for.
            pub fn made_for(self) -> MadeFor {
                match self { $(Made::$name => MadeFor::$for),* }
            }
        }
    };
}

made! {
    /// Where readers arrive.
    Home Readers "index.html";
    /// What there is beside the parts that the navigation names: the pages, and the indexes of the other kinds.
    About Readers "about/index.html";
    /// The tasks of the minutes, with who is to do them and until when.
    Actions Readers "actions/index.html";
    /// Every matter by its state; only on a site that has any.
    Work Readers "work/index.html";
    /// What somebody can do who wants to help.
    Help Readers "help/index.html";
    /// What can be followed, and how; only on a site that knows its own address.
    Follow Readers "follow/index.html";
    /// What was approved, committed, paid and withheld.
    Money Readers "money/index.html";
    /// What changed of late, by day and month, and where the rest is.
    Changes Readers "changes/index.html";
    /// The months of which there is a digest.
    Digests Readers "digest/index.html";
    /// Whether the services keep what they promise.
    Levels Readers "services/levels/index.html";
    /// The services of which nobody is recorded as owner.
    WithoutOwner Readers "services/without-an-owner/index.html";
    /// The services of which no second admin is recorded.
    WithoutSecondAdmin Readers "services/without-a-second-admin/index.html";
    /// The services that did not keep a level in one of twelve months.
    MissedLevel Readers "services/missed-a-level/index.html";
    /// The services whose contract ends soon.
    ContractEnds Readers "services/contract-ends-soon/index.html";
    /// How the group works, from its profile and from what the author wrote on it.
    HowWeWork Readers "how-we-work/index.html";
    /// What the group is held to, and when each promise was last broken.
    Promises Readers "promises/index.html";
    /// What is not recorded, by what follows from it.
    Unknown Readers "unknown/index.html";
    /// What can be taken along as data, and in which forms; only on a site that has records.
    Data Readers "data/index.html";
    /// All records as one document.
    AllRecords Programs "data/records.json";
    /// What the data of a record is like, as JSON Schema.
    DataSchema Programs "data/schema.json";
    /// What was put out to others, in the Open Contracting Data Standard; only where something was.
    Contracting Programs "data/ocds.json";
    /// The services for a Backstage catalogue; only where there are any.
    Catalog Programs "data/catalog-info.yaml";
    /// What services promise, as OpenSLO objects; only where they do.
    ServiceLevels Programs "data/openslo.yaml";
    /// Where readers look for a word; without scripts the titles of all records.
    Search Readers "search/index.html";
    /// The titles of all records; only on a site that has too many of them for the page before.
    Titles Readers "search/titles/index.html";
    /// What the rules found on the site, for those who write it.
    Editors Editors "editors/index.html";
    /// The rules that found something, each of which has a page of its own, and who holds each clause.
    EditorsRules Editors "editors/rules/index.html";
    /// The keys of each kind of record.
    EditorsKeys Editors "editors/keys/index.html";
    /// What is shown at an address that leads nowhere.
    NotFound Host "404.html";
    /// What programs that read the site are told.
    Robots Host "robots.txt";
    /// The headers with which a host enforces that nothing runs on the site but its own; only where they are wanted.
    Headers Host "_headers";
    /// The old addresses of records, for a host that leads on from them itself; only where headers are wanted.
    Redirects Host "_redirects";
    /// Only on a site that knows its own address. On a large one, the list of the sitemaps.
    Sitemap Crawlers "sitemap.xml";
    /// What the change does of which the site is a preview.
    PreviewChanges Reviewers "preview-changes/index.html";
}

impl Made {
    /// Whether a site may have its own in its place: then the author's file is published, and no clash is reported.
    pub fn is_replaceable(self) -> bool {
        self.made_for() == MadeFor::Host
    }
}

/// One piece of the site.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub enum Route {
    /// A page or a file that is made once on every site.
    Made(Made),
    /// The records of a kind; the pages of a long index count from one.
    Index(Kind, usize),
    /// A record, by its place among the entries.
    Record(usize),
    /// The page of a rule, by its name.
    Rule(&'static str),
    /// What the rules found in a record, by its place among the entries.
    Findings(usize),
    /// What lies in a folder that no text introduces, by its path in the folder of the site.
    Folder(ContentPath),
    /// What changed in a year.
    Changes(i16),
    /// What happened in a month, as a page or as a text for a letter.
    Digest(Month, Digest),
    /// What somebody can follow, in one of its forms; only where there is something to tell.
    Feed(Follow, Form),
    /// A record as data, by its place among the entries; only for one that is no page of text and no draft.
    RecordData(usize),
    /// The records of a kind as a table.
    Table(Kind),
    /// A part of the sitemap of a large site, counted from one.
    SitemapPart(usize),
    /// An old address and the record that it leads to.
    Redirect(ContentPath, usize),
    /// An old address of a page that Candor makes. It is nobody's where the site has something there.
    Moved(&'static str, Made),
    /// A file of the theme, by its name there, and where it is published.
    ThemeAsset(String, ContentPath),
    /// A file of the index of the search. Where it is depends on the whole index, so that it is in no table of places.
    Search(ContentPath),
    /// A file that is published as it is, by its path in the folder of the site.
    Asset(ContentPath),
}

impl Route {
    /// Where it is below the output.
    pub fn path(&self, site: &Site) -> ContentPath {
        let text = match self {
            Route::Made(made) => made.path().to_owned(),
            Route::Index(kind, number) => index(site, *kind, *number),
            Route::Record(at) => record(&site.entries[*at]),
            Route::Rule(name) => rule(name),
            Route::Findings(at) => findings(&site.entries[*at].path),
            Route::Moved(path, _) => (*path).to_owned(),
            Route::Folder(path) => format!("{path}/index.html"),
            Route::Changes(year) => changes(*year),
            Route::Digest(month, form) => digest(*month, *form),
            Route::Feed(what, form) => return feed(site, *what, *form),
            Route::RecordData(at) => record_data(&site.entries[*at]),
            Route::Table(kind) => table(*kind),
            Route::SitemapPart(number) => format!("sitemap-{number}.xml"),
            Route::Asset(path) => published(path).to_owned(),
            Route::Redirect(path, _) | Route::ThemeAsset(_, path) | Route::Search(path) => return path.clone(),
        };
        ContentPath::parse(&text).expect("ids and names of files are parts of paths")
    }

    /// The record whose page it is, by its place among the entries; `None` for any other piece.
    pub fn record(&self) -> Option<usize> {
        if let Route::Record(at) = self { Some(*at) } else { None }
    }

    /// The record to which it leads on, by its place among the entries; `None` for what is no old address of one.
    pub fn leads_on_to(&self) -> Option<usize> {
        if let Route::Redirect(_, at) = self { Some(*at) } else { None }
    }

    /// Whether it is a text that Candor makes or cleans, at `place`: such a text is packed where that is asked for. What is published
    /// as it is stays by itself: its authors may have packed it, too.
    fn is_made_text(&self, place: &str) -> bool {
        let is_cleaned = |file: &ContentPath| file.has_ending(".svg") && published(file) == file.as_str();
        let is_made = if let Route::Asset(file) = self { is_cleaned(file) } else { true };
        is_made && TEXTS.iter().any(|ending| place.ends_with(ending))
    }

    /// Who wins a place: the lowest. What Candor makes holds the site together, a record is worth more than a file, a file
    /// more than an old address.
    fn rank(&self) -> u8 {
        match self {
            Route::Made(_)
            | Route::Index(..)
            | Route::Rule(_)
            | Route::Findings(_)
            | Route::Changes(_)
            | Route::Digest(..)
            | Route::Feed(..)
            | Route::RecordData(_)
            | Route::Table(_)
            | Route::SitemapPart(_)
            | Route::Search(_)
            | Route::ThemeAsset(..) => 0,
            Route::Record(_) => 1,
            Route::Asset(_) => 2,
            Route::Redirect(..) => 3,
            Route::Moved(..) => 4,
            Route::Folder(_) => 5,
        }
    }
}

/// Two claims of which one keeps the other out.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Clash {
    /// The place that the loser claimed.
    pub place: ContentPath,
    /// What is published; `None` for what is no piece of the site: the mark by which Candor knows its own output, and the list of
    /// its files.
    pub winner: Option<Route>,
    /// What is not, or not by every build.
    pub loser: Route,
    /// How the two meet.
    pub overlap: Overlap,
}

/// How two claims meet.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Overlap {
    /// They are for one place.
    Place,
    /// One of the two would be a file and the other lie in a folder of the same name.
    FileAndFolder,
    /// Only capital letters or the form of an accent tell their places apart. Both are published where the file system does.
    Letters,
    /// So they do for the place of one and the folder in which the other lies.
    LettersOfFolder,
    /// The loser is where the packed form of the winner belongs. A build that packs texts leaves it out.
    Packed,
    /// The loser is where the files of the site are listed. A build that lists them leaves it out.
    Manifest,
}

impl Clash {
    /// The record that loses a place, or to which an old address that does would lead; `None` for anything else.
    pub fn loser_entry(&self) -> Option<usize> {
        self.loser.record().or_else(|| self.loser.leads_on_to())
    }
}

/// Every place of the site.
#[derive(Debug, Clone, Default)]
pub struct Places {
    /// In the order of the paths; no two at one place, and none below another.
    placed: Vec<(ContentPath, Route)>,
    clashes: Vec<Clash>,
}

impl Places {
    /// The table of `claims`. Of equal claims the first one wins.
    pub fn of(mut claims: Vec<(ContentPath, Route)>) -> Places {
        claims.par_sort_by(|(path, route), (other, its)| path.cmp(other).then(route.rank().cmp(&its.rank())));
        let mut places = Places::default();
        for (place, route) in claims {
            let is_mark = place.as_str().split('/').next() == Some(OUTPUT_MARK);
            match places.placed.last().filter(|(last, _)| *last == place) {
                _ if is_in_index(place.as_str()) => {
                    let of_search = Some(Route::Search(place.clone()));
                    places.clash(place, of_search, route, Overlap::Place);
                }
                _ if is_mark => places.clash(place, None, route, Overlap::Place),
                Some((_, winner)) => {
                    let winner = Some(winner.clone());
                    places.clash(place, winner, route, Overlap::Place);
                }
                None => places.placed.push((place, route)),
            }
        }
        places.without_files_in_place_of_folders().with_those_that_look_alike().with_those_that_give_way()
    }

    /// What Candor makes keeps its place as a file, and any other file against what is worth less: it gives way to the rest that lies in
    /// the folder of its name.
    fn without_files_in_place_of_folders(mut self) -> Places {
        let placed = std::mem::take(&mut self.placed);
        let best_in = best_in_folders(&placed);
        // Nearly always no file has the name of a folder.
        if !placed.par_iter().any(|(path, _)| best_in.contains_key(path.as_str())) {
            return Places { placed, ..self };
        }
        let files: HashMap<&str, usize> = placed
            .iter()
            .enumerate()
            .filter(|(_, (path, _))| best_in.contains_key(path.as_str()))
            .map(|(at, (path, _))| (path.as_str(), at))
            .collect();
        let keeps_its_place = |at: &usize| {
            let (path, route) = &placed[*at];
            route.rank() == 0 || route.rank() < placed[best_in[path.as_str()]].1.rank()
        };
        // The first one that is worth as much, which is the page of a record before its data.
        let first_below = |path: &str, rank: u8| {
            let folder = format!("{path}/");
            let begin = placed.partition_point(|(other, _)| other.as_str() < folder.as_str());
            (begin..placed.len()).find(|at| placed[*at].1.rank() <= rank)
        };
        let winner = |at: usize| {
            let (path, route) = (placed[at].0.as_str(), &placed[at].1);
            let gives_way = files.get(path).is_some_and(|at| !keeps_its_place(at));
            let of_folder = gives_way.then(|| first_below(path, route.rank())).flatten();
            of_folder.or_else(|| folders(path).find_map(|folder| files.get(folder).copied().filter(keeps_its_place)))
        };
        let winners: Vec<Option<usize>> = (0..placed.len()).map(winner).collect();
        let routes: Vec<Option<Route>> = winners.iter().map(|at| at.map(|at| placed[at].1.clone())).collect();
        for ((path, route), winner) in placed.into_iter().zip(routes) {
            match winner {
                Some(winner) => self.clash(path, Some(winner), route, Overlap::FileAndFolder),
                None => self.placed.push((path, route)),
            }
        }
        self
    }

    /// Tells of the places that are one where capital letters and the forms of accents make no difference.
    fn with_those_that_look_alike(mut self) -> Places {
        let alike = alike(&self.placed);
        let clash = |(winner, loser, overlap): (usize, usize, Overlap)| {
            let (place, route) = self.placed[loser].clone();
            Clash { place, winner: Some(self.placed[winner].1.clone()), loser: route, overlap }
        };
        let found: Vec<Clash> = alike.into_iter().map(clash).collect();
        self.clashes.extend(found);
        self
    }

    /// Tells of the files that have their place unless a build is asked for what belongs there. This is the last step.
    fn with_those_that_give_way(mut self) -> Places {
        let way = |name: &str| {
            if name == MANIFEST {
                return Some((None, Overlap::Manifest));
            }
            let text = PACKED.iter().find_map(|ending| name.strip_suffix(ending))?;
            let of = self.at(text).filter(|of| of.is_made_text(text))?;
            Some((Some(of.clone()), Overlap::Packed))
        };
        let files = self.placed.iter().filter(|(_, route)| matches!(route, Route::Asset(_)));
        let given = files.filter_map(|(place, file)| {
            let (winner, overlap) = std::iter::once(place.as_str()).chain(folders(place.as_str())).find_map(way)?;
            Some(Clash { place: place.clone(), winner, loser: file.clone(), overlap })
        });
        let given: Vec<Clash> = given.collect();
        self.clashes.extend(given);
        self.clashes.sort_by(|one, other| one.place.cmp(&other.place));
        self
    }

    fn clash(&mut self, place: ContentPath, winner: Option<Route>, loser: Route, overlap: Overlap) {
        self.clashes.push(Clash { place, winner, loser, overlap });
    }

    /// Every piece with where it is below the output, in the order of the paths; no two at one place.
    pub fn all(&self) -> &[(ContentPath, Route)] {
        &self.placed
    }

    /// What is at `path` below the output.
    pub fn at(&self, path: &str) -> Option<&Route> {
        let at = self.placed.binary_search_by(|(place, _)| place.as_str().cmp(path)).ok()?;
        Some(&self.placed[at].1)
    }

    /// The record at an address, which may be written with or without slashes at its ends.
    pub fn record_at(&self, address: &str) -> Option<usize> {
        self.at(&format!("{}/index.html", address.trim().trim_matches('/')))?.record()
    }

    /// Where pieces are that give way on systems which take their places for those of others.
    pub fn alike(&self) -> HashSet<&str> {
        let is_alike = |clash: &&Clash| matches!(clash.overlap, Overlap::Letters | Overlap::LettersOfFolder);
        self.clashes.iter().filter(is_alike).map(|clash| clash.place.as_str()).collect()
    }

    /// What claimed a place that something else has, or has in some builds, in the order of the places.
    pub fn clashes(&self) -> &[Clash] {
        &self.clashes
    }
}

/// Whether a file of the index of the search may be at `path`, or its folder: that is named by a hash, which nobody knows before.
fn is_in_index(path: &str) -> bool {
    let folder = path.strip_prefix("search/").map(|rest| rest.split('/').next().unwrap_or(rest));
    folder.is_some_and(|name| name.len() == 8 && name.bytes().all(|byte| matches!(byte, b'0'..=b'9' | b'a'..=b'f')))
}

/// The first of those pieces in each folder that are worth most, at whatever depth.
fn best_in_folders(placed: &[(ContentPath, Route)]) -> QuickMap<&str, usize> {
    let mut best_in = QuickMap::default();
    for (at, (path, route)) in placed.iter().enumerate() {
        for folder in folders(path.as_str()) {
            let best = best_in.entry(folder).or_insert(at);
            if *best != at && placed[*best].1.rank() <= route.rank() {
                // What is best in those above it is no worse.
                break;
            }
            *best = at;
        }
    }
    best_in
}

/// The folders that hold `path`, the nearest first, without slashes at their ends.
fn folders(path: &str) -> impl Iterator<Item = &str> {
    path.rmatch_indices('/').map(|(at, _)| &path[..at])
}

/// Where pages were that Candor makes, and where they are now.
pub const MOVED: [(&str, Made); 2] = [("problems/index.html", Made::Editors), ("rules/index.html", Made::EditorsRules)];

/// Whether anything ever happens to the records of a kind.
pub fn has_feed(kind: Kind) -> bool {
    kind != Kind::Page
}

#[cfg(test)]
mod tests;
