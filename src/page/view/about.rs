//! What there is beside the parts that the navigation names: the pages, how the group works, the indexes of the other kinds.

use serde::Serialize;

use crate::diagnostic::Diagnostic;
use crate::id::Kind;
use crate::page::{place, prose};
use crate::site::{Entry, Made, Route};
use crate::text::capitalised;
use crate::words;
use crate::words::Word;

use super::View;
use super::chrome::{self, Head, MenuItem};
use super::part::Part;
use super::record::description;

/// How many pages of text are named.
const PAGES: usize = 200;

pub(super) fn about(view: &View) -> Result<String, Diagnostic> {
    let site = view.site;
    let own = site.written_for(Made::About);
    let html = own.map(|entry| prose::prose(view, entry));
    let title = own.map_or(words::ABOUT.text(), |entry| &*entry.title);
    let it = given! {
        title: title.to_owned(),
        lede: own.and_then(|entry| entry.common.summary.get().cloned()).or_else(|| site.config.description.clone()),
        title_anchor: html.as_ref().and_then(|html| html.title_anchor.clone()),
        // What the author wrote, as HTML.
        text: html.map(|html| html.body).unwrap_or_default(),
        // The pages that the group put first, then those on how it works.
        first: first(view),
        kinds: chrome::kinds_about(site).into_iter().map(|kind| kind_of(view, kind)).collect::<Vec<_>>(),
        pages: pages(view),
    };
    let usual = || Some(words::ABOUT_PAGE_ABOUT.to_string());
    let head = Head {
        description: own.and_then(description).or_else(usual),
        is_indexed: !own.is_some_and(|entry| entry.is_draft()),
        ..Head::titled(title)
    };
    view.fill("about.html", head, &it)
}

fn first(view: &View) -> Vec<MenuItem> {
    let made =
        |title: Word, made: Made| MenuItem { title: title.to_string(), href: view.to(made.path()), is_current: false };
    let how_we_work = made(words::HOW_WE_WORK, Made::HowWeWork);
    let actions = (!view.site.actions.is_empty()).then(|| made(words::ACTIONS, Made::Actions));
    let help = made(words::HELP_PAGE, Made::Help);
    view.menu_pages().chain([how_we_work, help]).chain(actions).collect()
}

/// The index of a kind, with how many records it lists.
fn kind_of(view: &View, kind: Kind) -> impl Serialize + use<> {
    given! {
        title: capitalised(&view.plural(kind)),
        href: view.to(&place::index(view.site, kind, 1)),
        count: view.site.of_kind(kind).count(),
    }
}

/// The pages at the top of the site that the navigation does not name, by title.
fn pages(view: &View) -> Vec<Part> {
    let menu = &view.context.shared.menu;
    let made: Vec<usize> = [Made::About, Made::HowWeWork, Made::Money, Made::Changes, Made::Data]
        .iter()
        .filter(|made| view.site.places.at(made.path()) == Some(&Route::Made(**made)))
        .filter_map(|made| Some(view.site.written_for(*made)?.at))
        .collect();
    let is_own = |entry: &&Entry| !entry.is_introduction() && entry.path.folder().is_empty();
    let is_named = |entry: &&Entry| menu.contains(&entry.at) || made.contains(&entry.at);
    let pages = view.site.of_kind(Kind::Page).filter(is_own).filter(|entry| !is_named(entry));
    let mut pages: Vec<&Entry> = pages.take(PAGES).collect();
    pages.sort_by_cached_key(|entry| (entry.title.to_lowercase(), entry.at));
    let part = |entry: &Entry| Part { note: entry.common.summary.get().cloned(), ..view.record_link(entry) };
    pages.into_iter().map(part).collect()
}
