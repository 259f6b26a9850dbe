//! What surrounds every page: its head, the navigation, the foot.

use serde::Serialize;

use crate::check::Report;
use crate::config::NavigationItem;
use crate::diagnostic::Level;
use crate::fields::Field;
use crate::id::Kind;
use crate::markdown::escaped;
use crate::site::places::{PARTS, published};
use crate::site::{Entry, Follow, Form, LinkTarget, Made, Site};
use crate::text::direction;
use crate::words::{self, Word};

use super::part::Day;
use super::{View, place, prose};

/// What a page says about itself to search engines, feeds and other sites.
#[derive(Default)]
pub(crate) struct Head {
    pub title: String,
    pub description: Option<String>,
    /// `None` for the page's own address.
    pub canonical: Option<String>,
    /// The kind whose part of the navigation is marked.
    pub section: Option<Kind>,
    /// What can be followed here beside the site.
    pub follow: Vec<Follow>,
    pub is_indexed: bool,
    /// `article` for records, `website` for the rest.
    pub card: &'static str,
    /// Where the browser goes from here by itself.
    pub refresh: Option<String>,
    /// For whom it is.
    pub room: Room,
    /// What it is about as JSON-LD, as it may stand in a `script` element.
    pub linked: Option<String>,
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

/// How many digits of a commit are shown.
const REVISION: usize = 10;

pub(super) fn global(site: &Site, report: &Report, commit: Option<&str>) -> impl Serialize {
    given! {
        title: site.config.title.clone(),
        description: site.config.description.clone(),
        today: Day::of(site, site.today),
        // The day on which the site was made.
        made_on: Day::of(site, site.made_on),
        repository: site.config.repository.clone(),
        // The commit that the site was made from, where that is known.
        revision: commit.map(|commit| given! {
            text: commit.chars().take(REVISION).collect::<String>(),
            href: site.config.commit_link(commit),
        }),
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

/// A link of the navigation or of the foot.
#[derive(Serialize)]
pub(super) struct MenuItem {
    pub title: String,
    pub href: String,
    pub is_current: bool,
}

/// A part of the site that the top of every page leads to.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Section {
    Work,
    Decisions,
    Meetings,
    Services,
    Money,
    People,
    About,
}

/// The parts in the order of the navigation, each with its name in the configuration, with the kinds whose index each leads to: the first that has records. A part
/// without one is left out; what is left is about the group.
const SECTIONS: [(Section, &str, Word, &[Kind]); 7] = [
    (Section::Work, "work", words::WORK, &[Kind::Sow, Kind::Proposal, Kind::Rfp, Kind::Bounty]),
    (Section::Decisions, "decisions", words::DECISIONS, &[Kind::Decision]),
    (Section::Meetings, "meetings", words::MEETINGS, &[Kind::Meeting]),
    (Section::Services, "services", words::SERVICES, &[Kind::Service]),
    (Section::Money, "money", words::MONEY, &[]),
    (Section::People, "people", words::PEOPLE, &[Kind::Person, Kind::Group, Kind::Organization]),
    (Section::About, "about", words::ABOUT, &[]),
];

impl Section {
    /// The part that a kind of record belongs to.
    fn of(kind: Kind) -> Section {
        SECTIONS.iter().find(|(.., kinds)| kinds.contains(&kind)).map_or(Section::About, |(section, ..)| *section)
    }

    /// Where it leads; `None` where the site has nothing of it.
    fn path(self, site: &Site) -> Option<String> {
        let (.., kinds) = SECTIONS.iter().find(|(section, ..)| *section == self)?;
        match self {
            Section::About => Some(Made::About.path().to_owned()),
            Section::Work => site.has_matters().then(|| Made::Work.path().to_owned()),
            Section::Money => site.places.at(Made::Money.path()).map(|_| Made::Money.path().to_owned()),
            Section::Decisions | Section::Meetings | Section::Services | Section::People => {
                let kind = kinds.iter().find(|kind| site.of_kind(**kind).next().is_some())?;
                Some(place::index(site, *kind, 1))
            }
        }
    }
}

/// The kinds with records whose index the navigation does not lead to, in the order of the kinds.
pub(super) fn kinds_about(site: &Site) -> Vec<Kind> {
    let led_to: Vec<String> = SECTIONS.iter().filter_map(|(section, ..)| section.path(site)).collect();
    let is_there =
        |kind: &Kind| site.of_kind(*kind).next().is_some() && !led_to.contains(&place::index(site, *kind, 1));
    Kind::ALL.iter().copied().filter(|kind| *kind != Kind::Page).filter(is_there).collect()
}

impl View<'_> {
    pub(crate) fn chrome(&self, head: Head) -> impl Serialize {
        let config = &self.site.config;
        let full_title =
            if head.title == config.title { head.title.clone() } else { words::full_title(&head.title, &config.title) };
        let own_address = config.base_url.as_ref().map(|base| place::canonical(base, self.path.as_str()));
        let asset = |name: &str| self.to(self.context.theme.published(name));
        let menu = self.menu(head.section.map(Section::of));
        let own_file = |written: &Field<String>| match self.site.link_target(&config.path, written.get()?) {
            LinkTarget::Asset(path) => Some(self.to(published(&path))),
            LinkTarget::External
            | LinkTarget::Fragment(_)
            | LinkTarget::Record { .. }
            | LinkTarget::Made(_)
            | LinkTarget::Missing(_)
            | LinkTarget::Outside
            | LinkTarget::Malformed => None,
        };
        let followed = std::iter::once(Follow::Site).chain(head.follow);
        let feeds = followed.filter_map(|what| {
            let href = self.feed(what)?;
            Some(given! { title: super::follow::title(self.site, what), href })
        });
        let feeds: Vec<_> = feeds.collect();
        given! {
            full_title,
            description: head.description,
            canonical: head
                .canonical
                .or(own_address)
                .filter(|_| head.is_indexed || self.path.as_str() != Made::NotFound.path())
                .filter(|_| config.preview.is_none()),
            is_indexed: head.is_indexed && config.preview.is_none(),
            lang: config.lang.clone(),
            dir: direction(&config.lang),
            // For what the author of the site wrote, and for the words of the site itself on it.
            text_lang: attributes_of(&config.lang, words::spoken().tag()),
            own_lang: attributes_of(words::spoken().tag(), &config.lang),
            card: head.card,
            refresh: head.refresh,
            // What the page is about as JSON-LD: safe to stand in a script element as it is.
            linked: head.linked,
            home: self.to("index.html"),
            style: asset("style.css"),
            script: asset("site.js"),
            icon: asset("icon.svg"),
            search: self.to(Made::Search.path()),
            // It has a field of its own.
            is_search: self.path.as_str() == Made::Search.path(),
            logo: own_file(&config.logo),
            own_style: own_file(&config.style),
            // HTML of the group's own, as it is.
            own_head: config.head.clone(),
            own_foot: config.foot.clone(),
            feeds,
            is_for_editors: head.room == Room::Editors,
            for_editors: head.record.and_then(|at| self.for_editors(&self.site.entries[at])),
            menu,
            ended: self.ended(),
            // Only in a preview of a change: what that is, and what it does here.
            preview: self.banner(),
            foot: self.foot(),
            title: head.title,
        }
    }

    /// What the top of the page leads to: what the configuration names, else every part that the site has.
    fn menu(&self, here: Option<Section>) -> Vec<MenuItem> {
        let part = |section: Section, title: &str| {
            let path = section.path(self.site)?;
            let is_current = here == Some(section) || self.path.as_str() == path;
            Some(MenuItem { title: title.to_owned(), href: self.to(&path), is_current })
        };
        if self.site.config.navigation.is_empty() {
            return SECTIONS.iter().filter_map(|(section, _, title, _)| part(*section, title)).collect();
        }
        let item = |item: &NavigationItem| {
            let (to, own) = (item.to.text(), item.title.get());
            if PARTS.contains(&to) {
                let (section, _, title, _) = SECTIONS.iter().find(|(_, name, ..)| *name == to)?;
                return part(*section, own.map_or(title.text(), String::as_str));
            }
            let link = self.written_link(to);
            let href = link.href?;
            let is_current = self.to(self.path.as_str()) == href;
            Some(MenuItem { title: own.cloned().unwrap_or(link.text), href, is_current })
        };
        self.site.config.navigation.iter().filter_map(item).collect()
    }

    /// The last day of a record that has ended, and what followed, as HTML that is safe to show as it is.
    fn ended(&self) -> Option<impl Serialize> {
        let config = &self.site.config;
        let day = *config.record_until.get()?;
        let after = config.record_after.as_deref().map(|text| prose::of_configuration(self, text)).unwrap_or_default();
        Some(given! { day: Day::of(self.site, day), after })
    }

    /// What the foot of every page leads to.
    fn foot(&self) -> Vec<MenuItem> {
        let config = &self.site.config;
        let item = |title: Word, path: &str| MenuItem {
            title: title.to_string(),
            href: self.to(path),
            is_current: self.path.as_str() == path,
        };
        let made = |title: Word, made: Made| item(title, made.path());
        let pages = [
            (words::SEARCH, Made::Search),
            (words::HOW_WE_WORK, Made::HowWeWork),
            (words::CHANGES, Made::Changes),
            (words::PROMISES, Made::Promises),
            (words::WHAT_WE_DO_NOT_KNOW, Made::Unknown),
        ];
        let feed = config.public_url().into_iter().map(|_| made(words::FOLLOW, Made::Follow));
        let data = self.site.has_records().then(|| made(words::DATA, Made::Data));
        let pages = pages.into_iter().map(|(title, page)| made(title, page)).chain(feed).chain(data);
        pages.chain([made(words::FOR_EDITORS, Made::Editors)]).collect()
    }

    /// What leads to the feed of `what`; `None` where there is none.
    pub(crate) fn feed(&self, what: Follow) -> Option<String> {
        self.follow(what, Form::Rss)
    }

    /// What leads to where `what` can be followed in this form; `None` where it cannot.
    pub(crate) fn follow(&self, what: Follow, form: Form) -> Option<String> {
        let can = self.context.can_follow(what, form);
        can.then(|| self.to(place::feed(self.site, what, form).as_str()))
    }

    /// The pages that asked for a place in the navigation, in the order that they asked for.
    pub(super) fn menu_pages(&self) -> impl Iterator<Item = MenuItem> {
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
