//! What surrounds every page: its head, the navigation, the foot.

use serde::Serialize;

use crate::check::Report;
use crate::diagnostic::Level;
use crate::id::Kind;
use crate::markdown::escaped;
use crate::page::words;
use crate::site::{Entry, Made, Site};
use crate::text::direction;

use super::part::Day;
use super::{View, place};

/// What a page says about itself to search engines, feeds and other sites.
#[derive(Default)]
pub(crate) struct Head {
    pub title: String,
    pub description: Option<String>,
    /// `None` for the page's own address.
    pub canonical: Option<String>,
    /// The kind whose part of the navigation is marked.
    pub section: Option<Kind>,
    /// The kind whose feed is offered beside the site's.
    pub feed: Option<Kind>,
    pub is_indexed: bool,
    /// `article` for records, `website` for the rest.
    pub card: &'static str,
    /// Where the browser goes from here by itself.
    pub refresh: Option<String>,
    /// For whom it is.
    pub room: Room,
    /// The record that it shows, for whoever writes it and looks at the preview.
    pub record: Option<usize>,
}

/// For whom a page is.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub(crate) enum Room {
    #[default]
    Readers,
    /// Those who write the site.
    Editors,
}

impl Head {
    pub(crate) fn titled(title: &str) -> Head {
        Head { title: title.to_owned(), is_indexed: true, card: "website", ..Head::default() }
    }
}

pub(super) fn global(site: &Site, report: &Report) -> impl Serialize {
    given! {
        title: site.config.title.clone(),
        description: site.config.description.clone(),
        today: Day::of(site, site.today),
        repository: site.config.repository.clone(),
        errors: report.count(Level::Error),
        warnings: report.count(Level::Warning),
        is_pending: report.is_pending,
        profiles: site.profile.names.clone(),
    }
}

/// The pages that asked for a place in the navigation, by their places in the site, in the order that they asked for.
pub(super) fn menu(site: &Site) -> Vec<usize> {
    let for_readers = site.of_kind(Kind::Page).filter(|entry| !place::is_for_editors(&entry.address));
    let pages = for_readers.filter_map(|entry| Some((*entry.page()?.menu.get()?, entry.at)));
    let mut pages: Vec<_> = pages.collect();
    pages.sort_unstable();
    pages.into_iter().map(|(_, at)| at).collect()
}

#[derive(Serialize)]
struct MenuItem {
    title: String,
    href: String,
    is_current: bool,
}

/// What the top of every page leads to first; the other kinds are under *More*.
const MAIN: [(Kind, &str); 5] = [
    (Kind::Sow, words::MATTERS),
    (Kind::Meeting, words::MEETINGS),
    (Kind::Decision, words::DECISIONS),
    (Kind::Service, words::SERVICES),
    (Kind::Person, words::PEOPLE),
];

impl View<'_> {
    pub(crate) fn chrome(&self, head: Head) -> impl Serialize {
        let config = &self.site.config;
        let full_title =
            if head.title == config.title { head.title.clone() } else { words::full_title(&head.title, &config.title) };
        let own_address = config.base_url.as_ref().map(|base| place::canonical(base, self.path.as_str()));
        let asset = |name: &str| self.to(self.context.theme.published(name));
        let has_records = |kind: Kind| self.site.of_kind(kind).next().is_some();
        let kind_item = |kind: Kind, title: String| MenuItem {
            title,
            href: self.to(&place::index(kind, 1)),
            is_current: head.section == Some(kind),
        };
        let own_name = |kind: Kind| super::part::capitalised(&self.plural(kind));
        let main: Vec<(Kind, String)> = MAIN
            .iter()
            .filter_map(|(kind, title)| {
                // Where nothing is commissioned, the proposals are the matter.
                let instead = (*kind == Kind::Sow).then_some(Kind::Proposal).filter(|kind| has_records(*kind));
                let itself = has_records(*kind).then(|| (*kind, (*title).to_owned()));
                itself.or_else(|| instead.map(|kind| (kind, own_name(kind))))
            })
            .collect();
        let is_main = |kind: Kind| main.iter().any(|(main, _)| *main == kind);
        let rest: Vec<Kind> = Kind::ALL.iter().copied().filter(|kind| has_records(*kind) && !is_main(*kind)).collect();
        let menu: Vec<MenuItem> = main.into_iter().map(|(kind, title)| kind_item(kind, title)).collect();
        let mut more: Vec<MenuItem> = rest.into_iter().map(|kind| kind_item(kind, own_name(kind))).collect();
        more.extend(self.menu_pages());
        let item = |title: &str, path: &str| MenuItem {
            title: title.to_owned(),
            href: self.to(path),
            is_current: self.path.as_str() == path,
        };
        let made = |title: &str, made: Made| item(title, made.path());
        if !self.site.actions.is_empty() {
            more.insert(0, made(words::ACTIONS, Made::Actions));
        }
        let about = || {
            let pages = [
                (words::HOW_WE_WORK, Made::HowWeWork),
                (words::PROMISES, Made::Promises),
                (words::WHAT_WE_DO_NOT_KNOW, Made::Unknown),
            ];
            pages.map(|(title, page)| made(title, page))
        };
        more.extend(about());
        let mut foot = Vec::from(about());
        let mut feeds = Vec::new();
        if config.base_url.is_some() {
            let kinds =
                head.feed.into_iter().map(|kind| (words::kind_of_site(&config.title, self.plural(kind)), Some(kind)));
            let feed = |(title, kind): (String, Option<Kind>)| given! { title, href: self.to(&place::feed(kind)) };
            feeds.extend(std::iter::once((config.title.clone(), None)).chain(kinds).map(feed));
            foot.push(item(words::FEED, &place::feed(None)));
        }
        foot.push(made(words::FOR_EDITORS, Made::Editors));
        given! {
            full_title,
            description: head.description,
            canonical: head
                .canonical
                .or(own_address)
                .filter(|_| head.is_indexed || self.path.as_str() != Made::NotFound.path()),
            is_indexed: head.is_indexed,
            lang: config.lang.clone(),
            dir: direction(&config.lang),
            // For what the author of the site wrote, and for the words of the site itself on it.
            text_lang: attributes_of(&config.lang, words::LANGUAGE),
            own_lang: attributes_of(words::LANGUAGE, &config.lang),
            card: head.card,
            refresh: head.refresh,
            home: self.to("index.html"),
            style: asset("style.css"),
            script: asset("site.js"),
            icon: asset("icon.svg"),
            feeds,
            is_for_editors: head.room == Room::Editors,
            for_editors: head.record.and_then(|at| self.for_editors(&self.site.entries[at])),
            menu,
            more,
            foot,
            title: head.title,
        }
    }

    /// The pages that asked for a place in the navigation, in the order that they asked for.
    fn menu_pages(&self) -> impl Iterator<Item = MenuItem> {
        self.context.shared.menu.iter().map(|at| {
            let entry = &self.site.entries[*at];
            MenuItem {
                title: entry.title.clone(),
                href: self.to_record(entry),
                is_current: place::record(entry) == self.path.as_str(),
            }
        })
    }

    /// In the preview, what leads from a record to what is found in it.
    fn for_editors(&self, entry: &Entry) -> Option<MenuItem> {
        if !self.context.is_preview {
            return None;
        }
        let report = &self.context.report;
        let count = report.of(&entry.path).count() + report.waived_of(&entry.path).count();
        Some(MenuItem {
            title: words::findings_for_editors(count),
            href: self.to(&place::findings(&entry.path)),
            is_current: false,
        })
    }

    pub(crate) fn plural(&self, kind: Kind) -> String {
        super::plural(self.site, kind)
    }

    pub(crate) fn singular(&self, kind: Kind) -> String {
        super::singular(self.site, kind)
    }
}

/// The attributes of an element in the language `own` that stands in one in the language `around`: empty where both are the
/// same. HTML that is safe to show as it is.
pub(super) fn attributes_of(own: &str, around: &str) -> String {
    let primary = |tag: &str| tag.split(['-', '_']).next().unwrap_or_default().to_lowercase();
    if primary(own) == primary(around) {
        return String::new();
    }
    let dir = if direction(own) == direction(around) { String::new() } else { format!(" dir=\"{}\"", direction(own)) };
    format!(" lang=\"{}\"{dir}", escaped(own))
}
