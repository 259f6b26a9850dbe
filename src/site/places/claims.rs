//! What wants a place on a site: the pages and files that Candor makes, the records, the files beside them, old addresses.

use std::collections::{BTreeSet, HashSet};

use rayon::prelude::*;

use crate::id::{ContentPath, Kind, QuickSet};
use crate::site::follow;
use crate::site::{Entry, Site};
use crate::text::Date;

use super::{
    ADDRESSES_PER_SITEMAP, Digest, MOVED, Made, Month, OldAddress, ROWS_PER_PAGE, Route, TITLES_ON_SEARCH, folder,
    folders, has_feed, is_for_editors, published,
};

impl Site {
    /// Everything that wants a place, with the place. `rules` have a page each, `theme` is the files of the theme.
    pub(in crate::site) fn claims(
        &self,
        rules: &[&'static str],
        theme: Vec<(String, ContentPath)>,
    ) -> Vec<(ContentPath, Route)> {
        let routes: Vec<Route> = self
            .made_once()
            .chain(self.indexes())
            .chain(rules.iter().map(|rule| Route::Rule(rule)))
            .chain(self.entries.iter().map(|entry| Route::Findings(entry.at)))
            .chain(self.of_change())
            .chain(self.of_records())
            .chain(self.of_feeds())
            .chain(self.sitemaps())
            .chain(theme.into_iter().map(|(name, path)| Route::ThemeAsset(name, path)))
            .chain(self.own_files())
            .chain(self.redirects())
            .chain(MOVED.iter().map(|(path, to)| Route::Moved(path, *to)))
            .collect();
        let claim = |route: Route| (route.path(self), route);
        let mut claims: Vec<(ContentPath, Route)> = routes.into_par_iter().map(claim).collect();
        claims.extend(self.lists_of_folders(&claims));
        claims
    }

    /// What is made once on this site.
    fn made_once(&self) -> impl Iterator<Item = Route> {
        let is_preview = self.config.preview.is_some();
        let own: HashSet<&str> = self.assets.iter().map(published).collect();
        let has_own = move |made: Made| {
            made.is_replaceable() && own.contains(made.path()) && !(is_preview && made == Made::Robots)
        };
        Made::ALL.iter().copied().filter(move |made| !has_own(*made) && self.wants(*made)).map(Route::Made)
    }

    /// Whether the site has something to say on the page or in the file `made`.
    fn wants(&self, made: Made) -> bool {
        let has_address = self.config.public_url().is_some();
        let is_preview = self.config.preview.is_some();
        let has_old_address = |entry: &Entry| !entry.common.redirects.items().is_empty();
        match made {
            Made::Levels
            | Made::WithoutOwner
            | Made::WithoutSecondAdmin
            | Made::MissedLevel
            | Made::ContractEnds
            | Made::Catalog
            | Made::ServiceLevels => self.of_kind(Kind::Service).next().is_some(),
            Made::Sitemap | Made::Follow => has_address,
            Made::Contracting => has_address && self.of_kind(Kind::Sow).next().is_some(),
            Made::Headers => self.config.headers,
            Made::Redirects => self.config.headers && !is_preview && self.entries.iter().any(has_old_address),
            Made::PreviewChanges => is_preview,
            Made::Work => self.has_matters(),
            Made::Money => self.has_money(),
            Made::Digests => self.days_of_change().next().is_some(),
            Made::Titles => self.entries.len() > TITLES_ON_SEARCH,
            Made::Data | Made::AllRecords | Made::DataSchema => self.has_records(),
            Made::Home
            | Made::About
            | Made::Actions
            | Made::Help
            | Made::Changes
            | Made::HowWeWork
            | Made::Promises
            | Made::Unknown
            | Made::Search
            | Made::Editors
            | Made::EditorsRules
            | Made::EditorsKeys
            | Made::NotFound
            | Made::Robots => true,
        }
    }

    /// The pages of the indexes of all kinds that have records or an introduction.
    fn indexes(&self) -> impl Iterator<Item = Route> {
        Kind::ALL.iter().flat_map(|&kind| {
            let records = self.listed(kind).len();
            let is_there = records > 0 || self.introduction(folder(self, kind)).is_some();
            let pages = if is_there { records.div_ceil(ROWS_PER_PAGE).max(1) } else { 0 };
            (1..=pages).map(move |number| Route::Index(kind, number))
        })
    }

    /// What tells of changes: the years, and the digests of the months.
    fn of_change(&self) -> impl Iterator<Item = Route> {
        let months = self.months_of_change().into_iter();
        let digests = months.flat_map(|month| Digest::ALL.map(|form| Route::Digest(month, form)));
        self.years_of_change().into_iter().map(Route::Changes).chain(digests)
    }

    /// The pages and the data of the records, and the tables of the kinds.
    fn of_records(&self) -> impl Iterator<Item = Route> {
        let pages = self.entries.iter().filter(|entry| !self.is_part_of_made(entry));
        let data = self.entries.iter().filter(|entry| entry.is_record() && !entry.is_draft());
        let tables = Kind::ALL.iter().filter(|kind| **kind != Kind::Page && self.of_kind(**kind).next().is_some());
        let pages = pages.map(|entry| Route::Record(entry.at));
        pages.chain(data.map(|entry| Route::RecordData(entry.at))).chain(tables.map(|kind| Route::Table(*kind)))
    }

    fn of_feeds(&self) -> impl Iterator<Item = Route> {
        let kinds = Kind::ALL.iter().copied();
        let with_records = kinds.filter(|kind| has_feed(*kind) && self.of_kind(*kind).next().is_some());
        let has_address = self.config.public_url().is_some();
        let feeds = if has_address { follow::all(&self.entries, with_records) } else { Vec::new() };
        feeds.into_iter().map(|(what, form)| Route::Feed(what, form))
    }

    /// The parts of the sitemap, where one file does not hold it.
    fn sitemaps(&self) -> impl Iterator<Item = Route> {
        // No more than that are in the sitemap.
        let pages = Made::ALL.len() + self.indexes().count() + self.entries.len();
        let is_wanted = self.config.public_url().is_some() && pages > ADDRESSES_PER_SITEMAP;
        let parts = if is_wanted { pages.div_ceil(ADDRESSES_PER_SITEMAP) } else { 0 };
        (1..=parts).map(Route::SitemapPart)
    }

    /// The files that are published as they are.
    fn own_files(&self) -> impl Iterator<Item = Route> {
        // A preview tells search engines to stay away, whatever the site tells them.
        let is_preview = self.config.preview.is_some();
        let is_wanted = move |file: &&ContentPath| {
            !is_preview || ![Made::Robots, Made::Sitemap].iter().any(|made| made.path() == published(file))
        };
        self.assets.iter().filter(is_wanted).cloned().map(Route::Asset)
    }

    /// The old addresses of the records.
    fn redirects(&self) -> impl Iterator<Item = Route> {
        let base_url = self.config.base_url.as_deref();
        self.entries.iter().flat_map(move |entry| {
            let old = entry.common.redirects.items().iter();
            let files = old.filter_map(move |old| OldAddress::read(old, base_url).file);
            files.map(|path| Route::Redirect(path, entry.at))
        })
    }

    /// The lists of the folders that have no page: those in which texts lie, and those with files to which a link leads. What else
    /// wants their place has it.
    fn lists_of_folders(&self, claims: &[(ContentPath, Route)]) -> Vec<(ContentPath, Route)> {
        let introduced: QuickSet<&str> =
            self.entries.iter().filter(|it| is_named_as_introduction(&it.path)).map(|it| it.path.folder()).collect();
        let found: QuickSet<&str> = self.entries.iter().flat_map(|it| folders(it.path.as_str())).collect();
        let mut found: BTreeSet<&str> = found.into_iter().collect();
        let of_files: QuickSet<&str> = self.assets.iter().flat_map(|file| folders(file.as_str())).collect();
        if of_files.iter().any(|folder| !found.contains(folder)) {
            let led_to = self.entries.iter().flat_map(|entry| {
                let links = entry.outline.links.iter().filter(|link| !link.destination.contains("://"));
                links.filter_map(|link| entry.path.join(&crate::site::links::path_in(&link.destination)))
            });
            let led_to: HashSet<String> = led_to.map(|path| path.as_str().to_owned()).collect();
            found.extend(of_files.into_iter().filter(|folder| led_to.contains(*folder)));
        }
        let is_own = |folder: &&str| {
            let first = folder.split('/').next().unwrap_or_default();
            !["static", "themes"].contains(&first)
                && !introduced.contains(folder)
                && !is_for_editors(&format!("{folder}/"))
        };
        let list = |folder: &str| {
            Some((ContentPath::parse(&format!("{folder}/index.html"))?, Route::Folder(ContentPath::parse(folder)?)))
        };
        let lists: Vec<(&str, (ContentPath, Route))> =
            found.into_iter().filter(is_own).filter_map(|folder| Some((folder, list(folder)?))).collect();
        let wanted: QuickSet<&str> = lists.iter().flat_map(|(folder, (place, _))| [*folder, place.as_str()]).collect();
        let paths = claims.par_iter().map(|(path, _)| path.as_str());
        let taken: Vec<&str> = paths.filter(|path| wanted.contains(path)).collect();
        let is_free = |(folder, (place, _)): &&(&str, (ContentPath, Route))| {
            !taken.contains(folder) && !taken.contains(&place.as_str())
        };
        lists.iter().filter(is_free).map(|(_, list)| list.clone()).collect()
    }

    /// The years in which something happened until today, the earliest first, as far as the records' own days say.
    pub fn years_of_change(&self) -> BTreeSet<i16> {
        self.days_of_change().map(Date::year).collect()
    }

    /// The months in which something happened until today, the earliest first, as far as the records' own days say.
    pub fn months_of_change(&self) -> BTreeSet<Month> {
        self.days_of_change().map(Month::of).collect()
    }

    /// The days on which something happened until today, in the order of the records, some of them several times.
    fn days_of_change(&self) -> impl Iterator<Item = Date> {
        let happened = self.entries.iter().flat_map(|entry| {
            let events = entry.events().iter().filter_map(|event| event.date.get().copied());
            let decision = entry.decision().into_iter().flat_map(|it| [it.opened.get(), it.decided.get()]);
            let report = entry.report().and_then(|report| report.published.get());
            let meeting = entry.meeting().and(entry.id.date());
            events.chain(decision.flatten().chain(report).copied()).chain(meeting)
        });
        happened.filter(|day| *day <= self.today)
    }

    /// The records that the index of a kind lists, in the order of their numbers, then of their paths.
    pub fn listed(&self, kind: Kind) -> Vec<&Entry> {
        if kind != Kind::Page {
            let mut records: Vec<&Entry> = self.of_kind(kind).collect();
            records.sort_by_key(|entry| entry.id.number());
            return records;
        }
        // What introduces a folder that is no kind's is a page like any other.
        let is_listed = |entry: &&Entry| {
            entry.kind() == Kind::Page && !self.introduces_made(entry) && !is_for_editors(&entry.address)
        };
        self.entries.iter().filter(is_listed).collect()
    }

    /// Whether the file introduces the home page or the index of a kind, and has no page of its own.
    fn introduces_made(&self, entry: &Entry) -> bool {
        let in_folder = entry.path.folder();
        entry.is_introduction()
            && (in_folder.is_empty() || Kind::ALL.iter().any(|kind| folder(self, *kind) == in_folder))
            && self.introduction(in_folder).is_some_and(|it| it.at == entry.at)
    }

    /// Whether the file is published as part of a page that Candor makes: as its introduction, or as what the author wrote on
    /// how the group works.
    fn is_part_of_made(&self, entry: &Entry) -> bool {
        let is_its = |made: &Made| {
            let is_own_page = made.path().strip_suffix("index.html") == Some(&entry.address);
            is_own_page && self.written_for(*made).is_some_and(|own| own.at == entry.at)
        };
        let with_text = [Made::HowWeWork, Made::About, Made::Money, Made::Changes];
        let data = Some(Made::Data).filter(|_| self.has_records());
        self.introduces_made(entry) || with_text.iter().chain(&data).any(is_its)
    }

    /// What the author wrote for the page `made`, in a file of its name: `how-we-work.md`; the first one of several.
    pub fn written_for(&self, made: Made) -> Option<&Entry> {
        let name = made.path().strip_suffix("/index.html")?;
        [".md", ".markdown", "/index.md", "/index.markdown"]
            .iter()
            .filter_map(|ending| self.at_path(&ContentPath::parse(&format!("{name}{ending}"))?))
            .min_by_key(|entry| entry.at)
    }
}

/// Whether a file is named as the page of its folder is.
fn is_named_as_introduction(path: &ContentPath) -> bool {
    path.stem() == "index" || path.stem().eq_ignore_ascii_case("readme")
}
