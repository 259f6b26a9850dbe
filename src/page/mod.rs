//! What the site consists of, and each piece as a pure function of the record.
//!
//! [`routes`] lists the pieces; [`render`] makes one. `build` asks for all of them in parallel, `serve` for the one that a
//! browser wants: the same function, so the preview cannot differ from what is published.

mod accent;
mod differing;
mod excerpt;
mod feed;
mod place;
mod review;
mod sitemap;
mod values;
pub mod theme;
mod view;
mod xml;

use std::borrow::Cow;
use std::collections::{BTreeMap, HashSet};
use std::path::{Path, PathBuf};
use std::sync::{Arc, Mutex, OnceLock, PoisonError};

use rayon::prelude::*;

use crate::check::Report;
use crate::data::{self, Data, Standards};
use crate::diagnostic::Diagnostic;
use crate::id::ContentPath;
use crate::search::Index;
use crate::site::{Calendar, Digest, Follow, Form, Made, Site, Untitled};
use crate::tree::{Asset, Tree};

pub use crate::site::Route;
pub use differing::differing;
pub use excerpt::{excerpt, prepare_code};
pub use review::Review;
pub use theme::Theme;

use crate::words::{self, Language};
use view::prose;
#[cfg(feature = "cli")]
pub(crate) use view::sum_in_words;

/// The languages that the interface has words in, as tags; `None` where the language `tag` is one of them.
pub fn languages_without(tag: &str) -> Option<Vec<&'static str>> {
    (!Language::speaks(tag)).then(|| Language::tags().collect())
}

/// What records are called that state no title, in the language of the interface.
pub const NAMING: Untitled = Untitled {
    day: |lang, day| words::within(Language::of(lang), || words::long_date(day)),
    meeting: |lang, day| words::within(Language::of(lang), || words::meeting_of(words::long_date(day))),
    bounty: |lang, sow| words::within(Language::of(lang), || words::bounty_for(sow)),
    pledge: |lang, donor| words::within(Language::of(lang), || words::pledge_of(donor)),
};

/// Everything that a page is made from.
pub struct RenderContext<'a> {
    /// The records, linked, on the day of the site.
    pub site: &'a Site,
    /// What readers see of it: nothing about drafts and other files that are not published, whose names alone may say too much.
    pub report: Cow<'a, Report>,
    /// The templates and assets that the pages are made with.
    pub theme: &'a Theme,
    /// The files that the site was read from, of which some are published as they are.
    pub tree: &'a Tree,
    shared: view::Shared,
    /// What the templates are given, where somebody wants to know.
    seen: Option<Mutex<Values>>,
    /// The rules that found something, once somebody asks for one.
    found: OnceLock<HashSet<&'static str>>,
    /// What there is news of, where all pieces of the site are made.
    followed: OnceLock<HashSet<(Follow, Form)>>,
    /// Whether each page leads to what is found in it: in the preview, for whoever writes it.
    is_preview: bool,
    /// What the pages are shown for, where they are a preview of a change.
    review: Option<Review<'a>>,
    /// The records as data, made when several are first asked for.
    data: OnceLock<Data>,
    /// The record in the forms of others, once somebody asks for one.
    standards: OnceLock<Standards>,
    /// What is made of the whole site when it is first asked for.
    made: Arc<OnDemand>,
}

/// What is made of a whole site once a piece of it asks, and is the same for every context of that site.
#[derive(Debug, Default)]
pub struct OnDemand {
    /// The index of the search.
    search: OnceLock<SearchIndex>,
    /// What happened and what lies ahead.
    calendar: OnceLock<Calendar>,
}

/// The index of the search, and its files as pieces of the site.
#[derive(Debug)]
struct SearchIndex {
    index: Index,
    /// In the order of the files.
    routes: Vec<(ContentPath, Route)>,
}

impl<'a> RenderContext<'a> {
    /// What the pages of `site` are made from, without the findings about files that are not published.
    pub fn new(site: &'a Site, report: &'a Report, theme: &'a Theme, tree: &'a Tree) -> RenderContext<'a> {
        let report = public(site, report);
        let shared = words::within(Language::of(&site.config.lang), || {
            view::Shared::of(site, &report, tree.provenance.commit.as_deref())
        });
        RenderContext {
            site,
            report,
            theme,
            tree,
            shared,
            found: OnceLock::new(),
            followed: OnceLock::new(),
            is_preview: false,
            review: None,
            seen: None,
            data: OnceLock::new(),
            standards: OnceLock::new(),
            made: Arc::default(),
        }
    }

    /// The same for the preview: each page leads to what is found in it.
    #[must_use]
    pub fn for_preview(self) -> RenderContext<'a> {
        RenderContext { is_preview: true, ..self }
    }

    /// The same for those who judge the change that the site is a preview of: each page says what that does to it.
    #[must_use]
    pub fn for_review(self, review: Review<'a>) -> RenderContext<'a> {
        RenderContext { review: Some(review), ..self }
    }

    /// What happened and what lies ahead.
    fn calendar(&self) -> &Calendar {
        self.made.calendar.get_or_init(|| Calendar::of(self.site))
    }

    /// Links to everything that can be followed, whether or not there is anything to tell: for whoever compares with another site that
    /// has the same days and steps.
    fn take_all_as_followed(&self) {
        self.followed.get_or_init(|| {
            let followed = self.site.places.all().iter().filter_map(|(_, route)| {
                let Route::Feed(what, form @ (Form::Rss | Form::Calendar)) = route else { return None };
                Some((*what, *form))
            });
            followed.collect()
        });
    }

    /// Whether `what` can be followed in this form: where the site has it and there is something to tell.
    fn can_follow(&self, what: Follow, form: Form) -> bool {
        let site = self.site;
        if site.config.public_url().is_none() {
            return false;
        }
        // The three forms of a feed hold the same.
        let form = if form == Form::Calendar { form } else { Form::Rss };
        match self.followed.get() {
            Some(followed) => followed.contains(&(what, form)),
            None => {
                let place = place::feed(site, what, form);
                site.places.at(place.as_str()) == Some(&Route::Feed(what, form)) && self.has_any(what, form)
            }
        }
    }

    /// Whether there is anything to tell those who follow `what` in this form.
    fn has_any(&self, what: Follow, form: Form) -> bool {
        match form {
            Form::Calendar => !self.calendar().days_in(self.site, what).is_empty(),
            Form::Rss | Form::Atom | Form::Json => self.calendar().has_news(self.site, what),
        }
    }

    /// Knows at once what can be followed, for whoever asks for all pieces of the site.
    fn know_what_is_followed(&self) {
        if self.site.config.public_url().is_none() {
            return;
        }
        // Made before, as several threads ask for it below, and it is itself made by several.
        self.calendar();
        self.followed.get_or_init(|| {
            let feeds = self.site.places.all().par_iter().filter_map(|(_, route)| {
                let Route::Feed(what, form @ (Form::Rss | Form::Calendar)) = route else { return None };
                Some((*what, *form))
            });
            feeds.filter(|(what, form)| self.has_any(*what, *form)).collect()
        });
    }

    /// The same with what `made` holds of the site already, or will once it is asked for: for one site that is looked at page by
    /// page.
    #[must_use]
    pub fn with(self, made: &Arc<OnDemand>) -> RenderContext<'a> {
        RenderContext { made: made.clone(), ..self }
    }

    fn found_words(&self) -> &SearchIndex {
        self.made.search.get_or_init(|| {
            let index = words::within(Language::of(&self.site.config.lang), || view::search_index(self));
            let path = |path: &str| ContentPath::parse(path).expect("the names of the files are parts of paths");
            let routes = index.files.iter().map(|file| (path(&file.path), Route::Search(path(&file.path)))).collect();
            SearchIndex { index, routes }
        })
    }

    /// Makes what several pieces of a whole site are made of, while nobody waits for it in the middle of another piece.
    pub fn prepare(&self) {
        self.data();
    }

    /// The same where only some pieces are made, and the records as data where one of these is `of_data`.
    fn prepare_for(&self, of_data: bool) {
        self.calendar();
        self.standard(Made::Catalog);
        if of_data {
            self.prepare();
        }
    }

    /// The records as data.
    fn data(&self) -> &Data {
        self.data.get_or_init(|| Data::of(self.site))
    }

    /// The file `made` where it is the record in the form of others; `None` where there is nothing for that form, and for any other file.
    fn standard(&self, made: Made) -> Option<&str> {
        type Pick = fn(&Standards) -> &Option<String>;
        const FILES: [(Made, Pick); 3] = [
            (Made::Contracting, |it| &it.contracting),
            (Made::Catalog, |it| &it.catalog),
            (Made::ServiceLevels, |it| &it.service_levels),
        ];
        let (_, pick) = FILES.iter().find(|(of, _)| *of == made)?;
        pick(self.standards.get_or_init(|| Standards::of(self.site))).as_deref()
    }

    /// The record at this place among the entries as data, by itself where nobody asked for all of them.
    fn record_data(&self, at: usize) -> String {
        let of_all = self.data.get().and_then(|data| data.line(at));
        let line = of_all.map_or_else(|| data::record(self.site, &self.site.entries[at]).to_string(), str::to_owned);
        format!("{line}\n")
    }

    /// The index of the search.
    fn search(&self) -> &Index {
        &self.found_words().index
    }

    /// Whether the rule `name` found something on the site, and so has a page.
    fn has_found(&self, name: &str) -> bool {
        let waived = || self.report.waived.iter().map(|(finding, _)| finding);
        let rules = || self.report.findings.iter().chain(waived()).map(|finding| finding.rule).collect();
        self.found.get_or_init(rules).contains(name)
    }

    /// Whether the piece at `route` is on the site: a page of a rule only where it found something, a page of findings only
    /// where there are any.
    fn is_there(&self, route: &Route) -> bool {
        match route {
            Route::Rule(name) => self.has_found(name),
            Route::Findings(at) => self.report.has_any_of(&self.site.entries[*at].path),
            Route::Feed(what, form) => self.can_follow(*what, *form),
            Route::RecordData(at) => data::is_handed_on(self.site, &self.site.entries[*at]),
            Route::Made(made @ (Made::Contracting | Made::Catalog | Made::ServiceLevels)) => {
                self.standard(*made).is_some()
            }
            Route::Made(_)
            | Route::Index(..)
            | Route::Record(_)
            | Route::Folder(_)
            | Route::Changes(_)
            | Route::Table(_)
            | Route::Digest(..)
            | Route::SitemapPart(_)
            | Route::Redirect(..)
            | Route::Moved(..)
            | Route::Search(_)
            | Route::ThemeAsset(..)
            | Route::Asset(_) => true,
        }
    }
}

/// What each template is given, by its name: the names of the values, `it.facts[].label`, each with what it is.
pub type Values = BTreeMap<String, BTreeMap<String, &'static str>>;

/// What the templates of the pages of `context` are given, as its record fills them. An empty list has no values to name.
///
/// # Errors
/// When a template is wrong.
pub fn values(context: RenderContext) -> Result<Values, Diagnostic> {
    let context = RenderContext { seen: Some(Mutex::default()), ..context };
    for (_, route) in routes(&context) {
        render(&context, route)?;
    }
    Ok(context.seen.map(|seen| seen.into_inner().unwrap_or_else(PoisonError::into_inner)).unwrap_or_default())
}

/// `report` without the findings about files that are not published, whose names alone may say too much.
fn public<'a>(site: &Site, report: &'a Report) -> Cow<'a, Report> {
    let drafts = site.drafts.iter().map(|draft| &draft.path);
    let left_out = site.left_out.iter().map(|(path, _)| path);
    let hidden: HashSet<&ContentPath> = drafts.chain(left_out).chain(&site.unlinked).collect();
    if !hidden.iter().any(|path| report.has_any_of(path)) {
        return Cow::Borrowed(report);
    }
    let is_public = |finding: &Diagnostic| !hidden.contains(&finding.path);
    let findings = report.findings.iter().filter(|finding| is_public(finding)).cloned().collect();
    let waived = report.waived.iter().filter(|(finding, _)| is_public(finding)).cloned().collect();
    Cow::Owned(Report { findings, waived, folded: Vec::new(), is_pending: report.is_pending })
}

/// What a piece consists of.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Body {
    /// Bytes in memory, as those of an asset of the theme.
    Bytes(Arc<[u8]>),
    /// Text in memory: a page or a feed that was made, or a file of text that is published as it is.
    Text(String),
    /// A file that lies on disk.
    OnDisk(PathBuf),
}

impl Body {
    /// What it holds.
    ///
    /// # Errors
    /// When that lies in a file: where.
    pub fn bytes(&self) -> Result<&[u8], &Path> {
        match self {
            Body::Bytes(bytes) => Ok(bytes),
            Body::Text(text) => Ok(text.as_bytes()),
            Body::OnDisk(file) => Err(file),
        }
    }

    /// What it holds, where a file is read by `read`; `None` when that cannot.
    pub fn with_files(&self, read: Files) -> Option<Cow<'_, [u8]>> {
        match self.bytes() {
            Ok(bytes) => Some(Cow::Borrowed(bytes)),
            Err(file) => read(file).map(Cow::Owned),
        }
    }
}

/// What reads a file that is published as it is; `None` when it cannot be read.
pub type Files<'a> = &'a (dyn Fn(&Path) -> Option<Vec<u8>> + Sync);

/// A finished piece.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Page {
    /// Where it lies below the output: `sow/0003/index.html`.
    pub path: ContentPath,
    /// What is written there.
    pub body: Body,
}

/// Every piece of the site with where it is below the output, in the order of the paths; no two at one place.
pub fn routes<'a>(context: &'a RenderContext) -> Vec<&'a (ContentPath, Route)> {
    let mut routes: Vec<_> = places(context).chain(&context.found_words().routes).collect();
    routes.sort_by(|(one, _), (other, _)| one.cmp(other));
    routes
}

/// Every piece that has a place of its own, in the order of the places: all but the files of the search.
fn places<'a>(context: &RenderContext<'a>) -> impl Iterator<Item = &'a (ContentPath, Route)> {
    context.know_what_is_followed();
    context.site.places.all().iter().filter(|(_, route)| context.is_there(route))
}

/// What a build writes at `path` below the output; `None` when that is nothing.
pub fn route_at<'a>(context: &'a RenderContext, path: &str) -> Option<&'a Route> {
    let of_search = || {
        let routes = &context.found_words().routes;
        let at = routes.binary_search_by(|(place, _)| place.as_str().cmp(path)).ok()?;
        Some(&routes[at].1)
    };
    context
        .site
        .places
        .at(path)
        .filter(|route| context.is_there(route))
        .or_else(|| path.strip_prefix("search/").and_then(|_| of_search()))
}

/// The piece at `route`.
///
/// # Errors
/// When a template is wrong: the place in the template and the page that was being made.
pub fn render(context: &RenderContext, route: &Route) -> Result<Page, Diagnostic> {
    words::within(Language::of(&context.site.config.lang), || render_here(context, route))
}

/// The pieces at `routes`, which [`made_together`] with each other, in their order.
pub(crate) fn render_together(
    context: &RenderContext,
    routes: &[&(ContentPath, Route)],
) -> Vec<Result<Page, Diagnostic>> {
    let form = |(_, route): &&(ContentPath, Route)| feed_in(route).map(|(_, form)| form);
    match (routes, routes.iter().map(form).collect::<Option<Vec<Form>>>()) {
        ([(_, Route::Feed(what, _)), _, ..], Some(forms)) => {
            let files = words::within(Language::of(&context.site.config.lang), || feed::files(context, *what, &forms));
            routes
                .iter()
                .zip(files)
                .map(|((path, _), text)| Ok(Page { path: path.clone(), body: Body::Text(text) }))
                .collect()
        }
        _ => routes.iter().map(|(_, route)| render(context, route)).collect(),
    }
}

/// Whether two pieces are made of the same, so that making both costs little more than one: the forms of a feed.
pub(crate) fn made_together(one: &Route, other: &Route) -> bool {
    feed_in(one).zip(feed_in(other)).is_some_and(|((one, _), (other, _))| one == other)
}

/// What is followed, and in which form.
fn feed_in(route: &Route) -> Option<(Follow, Form)> {
    if let Route::Feed(what, form) = route { Some((*what, *form)) } else { None }
}

/// The same in the language that is spoken here.
fn render_here(context: &RenderContext, route: &Route) -> Result<Page, Diagnostic> {
    let path = route.path(context.site);
    let view = &view::View::new(context, route);
    let body = match route {
        Route::Made(made) => view::made(view, *made)?,
        Route::Index(kind, number) => view::index(view, *kind, *number)?,
        Route::Record(at) => view::record(view, &context.site.entries[*at])?,
        Route::Rule(name) => view::rule(view, name)?,
        Route::Findings(at) => view::findings(view, &context.site.entries[*at])?,
        Route::Folder(folder) => view::folder(view, folder)?,
        Route::Changes(year) => view::changes_in(view, *year)?,
        Route::Digest(month, Digest::Page) => view::digest(view, *month)?,
        Route::Digest(month, Digest::Text) => view::digest_as_text(view, *month),
        Route::Redirect(_, to) => view::redirect(view, &context.site.entries[*to])?,
        Route::Moved(_, to) => view::moved(view, *to)?,
        Route::Feed(what, form) => feed::file(context, *what, *form),
        Route::RecordData(at) => context.record_data(*at),
        Route::Table(kind) => context.data().table(*kind),
        Route::SitemapPart(number) => sitemap::part(context, *number),
        Route::Search(of) => context.search().text(of.as_str()).unwrap_or_default().to_owned(),
        Route::ThemeAsset(name, _) => return Ok(Page { path, body: Body::Bytes(context.theme.asset(name)) }),
        Route::Asset(of) => {
            let body = match context.tree.assets.get(of) {
                Some(Asset::OnDisk(file)) => Body::OnDisk(file.clone()),
                Some(Asset::Bytes(bytes)) => Body::Bytes(bytes.clone()),
                None => Body::Text(context.tree.sources[of].text.to_string()),
            };
            return Ok(Page { path, body });
        }
    };
    Ok(Page { path, body: Body::Text(body) })
}
