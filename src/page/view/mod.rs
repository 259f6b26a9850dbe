//! What each page shows: the record in the order in which a reader asks, ready for the templates.
//!
//! A template gets finished words and addresses and decides nothing but their arrangement. What repeats on every page is made
//! once; a list gets the rows that it shows and no more.

#![allow(non_camel_case_types, reason = "the type of a field that `given!` makes is called as the field")]

/// What a template is given: values by the names that it knows, each written when the page is.
macro_rules! given {
    ($($name:ident $(: $value:expr)?),* $(,)?) => {{
        #[derive(serde::Serialize)]
        struct Given<$($name),*> {
            $($name: $name),*
        }
        Given { $($name: given!(@ $name $($value)?)),* }
    }};
    (@ $name:ident) => { $name };
    (@ $name:ident $value:expr) => { $value };
}

mod about;
mod actions;
mod address;
mod block;
mod changes;
mod chrome;
mod data;
mod clauses;
mod digest;
mod editors;
mod folder;
pub(super) mod follow;
mod help;
mod history;
mod home;
mod how_we_work;
mod index;
mod inventory;
mod kind;
mod levels;
mod linked;
mod mentions;
mod money;
pub(super) mod part;
mod promises;
pub(super) mod prose;
mod record;
mod review;
mod search;
pub(super) mod sentence;
mod show;
mod spelling;
pub(super) mod strip;
mod thread;
mod unknown;
mod work;

use std::collections::BTreeMap;
use std::sync::PoisonError;

use serde::Serialize;
use tera::{Context, Value};

use crate::check::Report;
use crate::diagnostic::Diagnostic;
use crate::id::{ContentPath, Kind};
use crate::site::{Entry, Made, Site};
use crate::text::capitalised;

use super::{RenderContext, Route, place, sitemap, values};
use crate::words;
use crate::workflow::diagram::{Diagram, Sentences};

pub(super) use address::Address;
pub(super) use changes::changes_in;
pub(super) use digest::{digest, digest_as_text};
pub(super) use editors::{findings, is_shown_alike};
pub(super) use folder::folder;
pub(super) use index::index;
#[cfg(feature = "cli")]
pub(crate) use money::sum_in_words;
pub(super) use record::record;
pub(super) use search::index as search_index;

/// What every page shows alike, made once.
#[derive(Debug)]
pub(super) struct Shared {
    pub(super) site: Value,
    /// The pages in the navigation, by their places in the site.
    menu: Vec<usize>,
    /// The picture of each kind that has states.
    diagrams: BTreeMap<Kind, Diagram>,
}

impl Shared {
    pub(super) fn of(site: &Site, report: &Report, commit: Option<&str>) -> Shared {
        let pictures = site.profile.kinds.iter().filter_map(|(kind, it)| Some((*kind, in_words(Diagram::of(it)?))));
        Shared {
            site: Value::from_serializable(&chrome::global(site, report, commit)),
            menu: chrome::menu(site),
            diagrams: pictures.collect(),
        }
    }
}

/// The picture with its labels in the language of the interface.
fn in_words(picture: Diagram) -> Diagram {
    let say = |label: &str| {
        let said = words::of_profile(label);
        if label.starts_with(char::is_uppercase) { capitalised(&said) } else { said }
    };
    match words::spoken().tag() == words::Language::FIRST {
        true => picture,
        false => {
            let sentences = sentences(picture.length());
            picture.translated(say, sentences)
        }
    }
}

/// The sentences in which a picture with a path of so many states is told.
fn sentences(states: usize) -> Sentences {
    Sentences {
        of_any: words::FROM_ANY.to_string(),
        count: words::picture_states(states),
        path: words::picture_path("{count}", "{path}"),
        leads: words::picture_leads("{from}", "{to}"),
        ends: words::picture_ends("{to}"),
        entered: words::picture_entered("{steps}"),
        on_day: words::picture_on_day("{state}", "{day}"),
        is_in: words::picture_now("{state}"),
        then: words::PICTURE_THEN.to_string(),
        or: format!(" {} ", words::OR),
    }
}

/// The page that is being made: what it is made from and where it lies.
pub(super) struct View<'a> {
    pub context: &'a RenderContext<'a>,
    pub site: &'a Site,
    pub path: ContentPath,
    /// What leads to the root of the site: `../../`.
    pub root: String,
}

impl<'a> View<'a> {
    pub(super) fn new(context: &'a RenderContext<'a>, route: &Route) -> View<'a> {
        let path = route.path(context.site);
        // The page for a wrong address is shown at that address, wherever it is.
        let is_anywhere = *route == Route::Made(Made::NotFound);
        let root = if is_anywhere { place::absolute_root(context.site) } else { place::root(&path) };
        View { context, site: context.site, path, root }
    }

    /// The address of a file of the site, from this page: of a folder's page that of the folder, `../sow/0003/`.
    pub(super) fn to(&self, path: &str) -> String {
        let path = if self.site.config.index_links { path } else { place::without_index(path) };
        let address = format!("{}{}", self.root, crate::id::encoded(path));
        if address.is_empty() { "./".to_owned() } else { address }
    }

    /// The address of a record, from this page. What introduces an index leads to that index.
    pub(super) fn to_record(&self, entry: &Entry) -> String {
        self.to(&place::record(entry))
    }

    /// `template` filled in with what every page shows and `content`.
    pub(super) fn fill(
        &self,
        template: &str,
        head: chrome::Head,
        content: &impl Serialize,
    ) -> Result<String, Diagnostic> {
        let mut values = Context::new();
        values.insert_value("site", self.context.shared.site.clone());
        let page = self.chrome(head);
        if let Some(seen) = &self.context.seen {
            let mut seen = seen.lock().unwrap_or_else(PoisonError::into_inner);
            let of_template = seen.entry(template.to_owned()).or_default();
            values::add(of_template, "site", &self.context.shared.site);
            values::add(of_template, "page", &page);
            values::add(of_template, "root", &self.root);
            values::add(of_template, "it", content);
        }
        values.insert("page", &page);
        values.insert("root", &self.root);
        values.insert("it", content);
        let html = self.context.theme.fill(template, &values, &self.path)?;
        if self.site.config.preview.is_none() {
            return Ok(html);
        }
        // A theme of the group's own may have been written before there were previews.
        review::completed(html, || self.context.theme.fill("preview.html", &values, &self.path))
    }
}

/// What the site calls the records of a kind: a profile may have its own word.
pub(super) fn plural(site: &Site, kind: Kind) -> String {
    let own = site.profile.kind(kind).and_then(|workflow| workflow.plural.clone());
    words::of_profile(own.as_deref().unwrap_or_else(|| kind.plural()))
}

/// The same for one of them.
pub(super) fn singular(site: &Site, kind: Kind) -> String {
    let own = site.profile.kind(kind).and_then(|workflow| workflow.title.clone());
    words::of_profile(own.as_deref().unwrap_or_else(|| kind.title()))
}

/// A page or a file that is there once on every site: a new one is a row in [`Made`], its module above and a line here.
pub(super) fn made(view: &View, made: Made) -> Result<String, Diagnostic> {
    match made {
        Made::Home => home::home(view),
        Made::About => about::about(view),
        Made::Actions => actions::actions(view),
        Made::Work => work::work(view),
        Made::Help => help::help(view),
        Made::Follow => follow::follow(view),
        Made::Money => money::money(view),
        Made::Changes => changes::changes(view),
        Made::Digests => digest::digests(view),
        Made::Levels => levels::levels(view),
        Made::WithoutOwner => levels::services(view, &levels::WITHOUT_OWNER),
        Made::WithoutSecondAdmin => levels::services(view, &levels::WITHOUT_SECOND_ADMIN),
        Made::MissedLevel => levels::services(view, &levels::MISSED_LEVEL),
        Made::ContractEnds => levels::services(view, &levels::CONTRACT_ENDS),
        Made::HowWeWork => how_we_work::how_we_work(view),
        Made::Promises => promises::promises(view),
        Made::Unknown => unknown::unknown(view),
        Made::Data => data::data(view),
        Made::AllRecords => Ok(view.context.data().whole(view.site)),
        Made::Contracting | Made::Catalog | Made::ServiceLevels => {
            Ok(view.context.standard(made).unwrap_or_default().to_owned())
        }
        Made::DataSchema => Ok(format!("{:#}\n", crate::data::schema::record())),
        Made::Search => search::search(view),
        Made::Titles => search::all_titles(view),
        Made::Editors => editors::overview(view),
        Made::EditorsRules => editors::rules(view),
        Made::EditorsKeys => editors::keys(view),
        Made::NotFound => not_found(view),
        Made::Headers => Ok(sitemap::headers(view.context)),
        Made::Redirects => Ok(sitemap::redirects(view.context)),
        Made::PreviewChanges => review::changes(view),
        Made::Robots => Ok(sitemap::robots(view.context)),
        Made::Sitemap => Ok(sitemap::sitemap(view.context)),
    }
}

/// The page for addresses that lead nowhere.
fn not_found(view: &View) -> Result<String, Diagnostic> {
    let head = chrome::Head { is_indexed: false, ..chrome::Head::titled(&words::NO_SUCH_PAGE) };
    view.fill("404.html", head, &given! {})
}

/// The page of a rule that found something.
pub(super) fn rule(view: &View, name: &str) -> Result<String, Diagnostic> {
    editors::rule(view, name)
}

/// A page at an old address that leads on to the record.
pub(super) fn redirect(view: &View, to: &Entry) -> Result<String, Diagnostic> {
    leading_on(view, &to.title, &place::record(to))
}

/// A page at an old address of one that Candor makes, all of which are in the editors' room now.
pub(super) fn moved(view: &View, to: Made) -> Result<String, Diagnostic> {
    leading_on(view, &words::FOR_EDITORS, to.path())
}

fn leading_on(view: &View, title: &str, path: &str) -> Result<String, Diagnostic> {
    let moved = given! { title: title.to_owned(), href: view.to(path) };
    let canonical = view.site.config.base_url.as_ref().map(|base| place::canonical(base, path));
    let refresh = Some(moved.href.clone());
    let head = chrome::Head { is_indexed: false, canonical, refresh, ..chrome::Head::titled(title) };
    view.fill("redirect.html", head, &moved)
}
