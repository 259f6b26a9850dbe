//! The text of a record as HTML, with its links and mentions leading where they should on this page.

use crate::layout::Layout;
use crate::markdown::{Context, Html, MentionKind, Options, Resolved, html};
use crate::site::Entry;
use crate::text::Date;

use super::{Address, View};

/// The body of `entry` as the inside of an element of the page `view`.
pub(crate) fn prose(view: &View, entry: &Entry) -> Html {
    html(entry.body(), &Surroundings { view, entry }, entry.outline.options(&entry.title))
}

/// What `candor.toml` says in Markdown, as the inside of an element.
pub(crate) fn of_configuration(view: &View, text: &str) -> String {
    let options = Options { below: 1, ..Options::default() };
    html(text, &Configuration { view }, options).body
}

struct Configuration<'a> {
    view: &'a View<'a>,
}

impl Context for Configuration<'_> {
    fn link(&self, destination: &str, _is_image: bool) -> Option<Resolved> {
        resolved(self.view.address(&self.view.site.config.path, destination))
    }

    fn layout(&self) -> &Layout {
        self.view.site.layout()
    }

    fn mention(&self, mention: &MentionKind) -> Option<Resolved> {
        mentioned(self.view, mention, None)
    }
}

/// Where an author's link leads; `None` where it leads there by itself.
fn resolved(address: Address) -> Option<Resolved> {
    match address {
        Address::Outside => None,
        Address::Here(href) => Some(Resolved { href, ..Resolved::default() }),
        Address::Nowhere(why) => Some(Resolved { missing: true, title: Some(why), ..Resolved::default() }),
    }
}

/// What a mention leads to, in a text of `day`.
fn mentioned(view: &View, mention: &MentionKind, day: Option<Date>) -> Option<Resolved> {
    match mention {
        MentionKind::Record(id) => {
            let to = view.site.record(id)?;
            Some(Resolved { href: view.to_record(to), title: Some(to.title.clone()), ..Resolved::default() })
        }
        MentionKind::Person(slug) => {
            let to = view.site.mentioned(slug).entry()?;
            Some(Resolved { href: view.to_record(to), label: Some(to.title.clone()), ..Resolved::default() })
        }
        MentionKind::Issue(number) => {
            let href = view.site.config.issue(*number, day)?;
            Some(Resolved { href, ..Resolved::default() })
        }
    }
}

struct Surroundings<'a> {
    view: &'a View<'a>,
    entry: &'a Entry,
}

impl Context for Surroundings<'_> {
    fn link(&self, destination: &str, _is_image: bool) -> Option<Resolved> {
        resolved(self.view.address(&self.entry.path, destination))
    }

    fn layout(&self) -> &Layout {
        self.view.site.layout()
    }

    fn mention(&self, mention: &MentionKind) -> Option<Resolved> {
        mentioned(self.view, mention, self.entry.id.date())
    }
}
