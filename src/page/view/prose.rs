//! The text of a record as HTML, with its links and mentions leading where they should on this page.

use crate::fields::PERSON;
use crate::markdown::{Context, Html, MentionKind, Resolved, html};
use crate::site::Entry;

use super::{Address, View};

/// The body of `entry` as the inside of an element of the page `view`.
pub(crate) fn prose(view: &View, entry: &Entry) -> Html {
    html(entry.body(), &Surroundings { view, entry }, entry.outline.options(&entry.title))
}

struct Surroundings<'a> {
    view: &'a View<'a>,
    entry: &'a Entry,
}

impl Context for Surroundings<'_> {
    fn link(&self, destination: &str, _is_image: bool) -> Option<Resolved> {
        match self.view.address(&self.entry.path, destination) {
            Address::Outside => None,
            Address::Here(href) => Some(Resolved { href, ..Resolved::default() }),
            Address::Nowhere(why) => Some(Resolved { missing: true, title: Some(why), ..Resolved::default() }),
        }
    }

    fn mention(&self, mention: &MentionKind) -> Option<Resolved> {
        let view = self.view;
        match mention {
            MentionKind::Record(id) => {
                let to = view.site.record(id)?;
                Some(Resolved { href: view.to_record(to), title: Some(to.title.clone()), ..Resolved::default() })
            }
            MentionKind::Person(slug) => {
                let to = view.site.resolve(slug, PERSON).entry()?;
                Some(Resolved { href: view.to_record(to), label: Some(to.title.clone()), ..Resolved::default() })
            }
            MentionKind::Issue(number) => {
                let href = view.site.config.issue(*number, self.entry.id.date())?;
                Some(Resolved { href, ..Resolved::default() })
            }
        }
    }
}
