//! Markdown as readers of GitHub expect it: what a text says ([`outline`]) and how it looks ([`html`]).
//!
//! Both directions walk the events of one parser, so that what is checked is what is published: the anchors that
//! [`outline`] reports are the ids in the output of [`html`], and a mention that a rule sees is one that readers can follow.
//! Everything here is a pure function of the text. Records, addresses and names are unknown; a [`Context`] tells them.
//!
//! Two promises hold for any input. The output is inert and well-formed: every element is written here, those of raw HTML
//! from a list of names and what `sanitise` left of their attributes; nothing is copied through. And the work is in
//! proportion to the text: what is nested deeper than people nest is shown as plain text.
//!
//! Nothing vanishes: every word outside of a comment is on the page. What cannot be shown as it is meant is shown as it is
//! written, and the outline holds it for a rule.

mod anchor;
mod depth;
mod drawn;
mod emoji;
mod escape;
mod fitted;
mod footnote;
mod highlight;
mod html;
mod inline;
mod loose;
mod mention;
mod outline;
mod pieces;
mod placeholder;
mod nesting;
#[cfg(test)]
mod nothing_vanishes;
mod raw;
mod reading;
mod run;
mod sanitise;
mod stretches;
mod table;
mod task;
#[cfg(test)]
mod tests;
mod url;
mod writer;

use crate::layout::Layout;

pub use anchor::anchor;
pub use escape::escaped;
pub(crate) use highlight::prepare as prepare_code;
pub use html::html;
pub use mention::MentionKind;
pub use outline::{
    Heading, Link, LinkSlip, ListItem, LooseLink, Mention, Outline, Placeholder, Section, Unshown, UnshownKind,
};
pub(crate) use pieces::pieces_with_boxes;
pub use pieces::{Piece, pieces};
pub use reading::outline;
pub use stretches::stretches;
pub use task::{Evidence, Task};

/// The record around a text: where its links lead and who its mentions are.
pub trait Context {
    /// Where `destination` leads, as the author wrote it: `../sow/0001-lists.md#scope`, `#scope`, `https://llvm.org`.
    /// `None` leaves it as it is.
    fn link(&self, destination: &str, is_image: bool) -> Option<Resolved>;

    /// What the ids of records begin with.
    fn layout(&self) -> &Layout {
        Layout::usual()
    }

    /// What a mention in plain text leads to; `None` leaves it as text.
    fn mention(&self, mention: &MentionKind) -> Option<Resolved>;
}

/// What a link or mention turned out to be.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Resolved {
    /// The address, relative to the page or absolute. An address whose scheme could run something is refused here as well.
    pub href: String,
    /// What the reader sees on pointing at it; the author's own title stands when there is none.
    pub title: Option<String>,
    /// The words in place of a mention: a person's name. Links keep the author's words.
    pub label: Option<String>,
    /// Leads nowhere: shown as text with the class `missing-link` and the title.
    pub missing: bool,
}

/// How the text stands on its page.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Options {
    /// Leave out the first level-1 heading, as the page shows it itself.
    pub drop_title: bool,
    /// How many headings of the page the text stands under, besides its `h1`: with none, its highest headings are `h2`.
    /// Those below follow without a gap, whatever the author left out.
    pub below: u8,
}

/// A text as the inside of an element.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Html {
    /// Valid, inert HTML.
    pub body: String,
    /// The headings in `body`, in order, with the level that each has there.
    pub headings: Vec<Heading>,
    /// The anchor of the heading that was dropped, for the page's own `h1`: links may lead there.
    pub title_anchor: Option<String>,
    /// The text is beyond the limits and `body` shows it as plain text.
    pub too_deep: bool,
}

/// The one configuration of the parser.
fn syntax() -> pulldown_cmark::Options {
    use pulldown_cmark::Options;
    Options::ENABLE_TABLES
        | Options::ENABLE_FOOTNOTES
        | Options::ENABLE_STRIKETHROUGH
        | Options::ENABLE_TASKLISTS
        | Options::ENABLE_GFM
}

/// How deep elements may stand in one another, and raw HTML besides. People stay below ten.
const MAX_DEPTH: usize = 100;

/// How many headings a text may have. Each is kept for contents and links; a book has a thousand.
const MAX_HEADINGS: usize = 50_000;
