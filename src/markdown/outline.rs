//! What a text holds, for rules, references and lists: headings, links, mentions, tasks, gaps.

use crate::text::Span;

use super::task::Task;
use super::{MentionKind, Options};

/// Everything that others ask of a text. Spans are bytes of the text given to [`outline()`](super::outline()), in the order of the text.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Outline {
    /// The headings of all levels, in the order of the text.
    pub headings: Vec<Heading>,
    /// One for each heading, in the same order.
    pub sections: Vec<Section>,
    /// Links and images that lead somewhere, with autolinks and bare URLs.
    pub links: Vec<Link>,
    /// `[text][name]` and `[name][]` where no `[name]:` is defined, with the name. A bare `[name]` is only text in brackets.
    pub broken_references: Vec<(String, Span)>,
    /// What looks like a link and is none, so that readers see its brackets.
    pub loose_links: Vec<LooseLink>,
    /// `[^name]` where no footnote of that name is, with the name.
    pub undefined_notes: Vec<(String, Span)>,
    /// Footnotes that nothing refers to, with their names.
    pub unused_notes: Vec<(String, Span)>,
    /// What readers see in another way than its author can have meant it.
    pub unshown: Vec<Unshown>,
    /// Blocks of code, with their fences.
    pub code: Vec<Span>,
    /// Ids, people and issues named in plain text.
    pub mentions: Vec<Mention>,
    /// The items of lists that begin with a box, `[ ]` or `[x]`, at whatever depth.
    pub tasks: Vec<Task>,
    /// The items of all lists, each before those within it.
    pub lists: Vec<ListItem>,
    /// Ids in the output besides those of the headings: footnotes, and what raw HTML names, as it appears there.
    pub anchors: Vec<String>,
    /// The first paragraph as plain text, cut at a word near 200 characters.
    pub lead: Option<String>,
    /// The level-1 heading that the text begins with; pictures and comments may stand before it.
    pub title: Option<(String, Span)>,
    /// In text and code alike.
    pub words: usize,
    /// Words that stand for something that is yet to be written.
    pub placeholders: Vec<Placeholder>,
    /// The text is beyond the limits, so it is shown as plain text and nothing was read from it.
    pub too_deep: bool,
}

/// A heading, with the anchor by which links lead to it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Heading {
    /// 1 to 6.
    pub level: u8,
    /// Plain text.
    pub title: String,
    /// Unique in the text, as GitHub makes them. Never has a capital ASCII letter, a full stop or a colon,
    /// so that ids with one of those are free for the page around the text.
    pub anchor: String,
    /// The whole heading, with its marks.
    pub span: Span,
}

/// What stands below a heading, up to the next one of the same or a higher level.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Section {
    /// From the end of the heading to the start of the next one that ends the section, else to the end of the text.
    pub span: Span,
    /// Holds nothing but white space, comments, rules and headings that are empty themselves.
    pub is_empty: bool,
}

/// A link or an image that leads somewhere.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Link {
    /// As the author wrote it, without escapes.
    pub destination: String,
    /// The whole link, with its text.
    pub span: Span,
    /// Where the destination stands: in the link, or in the definition that it refers to.
    pub destination_span: Option<Span>,
    /// Whether it is an image, `![text](destination)`.
    pub is_image: bool,
    /// Plain text; for an image what is said in its place.
    pub text: String,
}

/// What looks like a link and is none.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct LooseLink {
    /// What makes it none.
    pub slip: LinkSlip,
    /// From the bracket behind its words, or before them where the brackets are swapped, to its end.
    pub span: Span,
    /// The words, where they are known; else empty.
    pub words: String,
    /// What was meant as its address, as written.
    pub destination: String,
}

/// Why something that looks like a link is none.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum LinkSlip {
    /// `[x](my notes.pdf)`: a blank in the address.
    Blank,
    /// `[x](address`: the bracket is not closed.
    Open,
    /// `(x)[address]`.
    Swapped,
    /// `[x] (address)`.
    Apart,
    /// `[x]address)` or `[x(address)`: a bracket between the two is missing.
    Lost,
    /// Nothing of these: a bracket is missing before it, or a link stands within it.
    Other,
}

/// Something that readers see in another way than its author can have meant it. No word of it is lost.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Unshown {
    /// What it is.
    pub what: UnshownKind,
    /// Where it stands: the tag, the cells, the first line of the code.
    pub span: Span,
    /// Whether it stands in a line of Markdown, where a backslash before it makes it text.
    pub is_inline: bool,
}

/// What is shown in another way than it can be meant.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum UnshownKind {
    /// HTML that no page shows, as text.
    Tag,
    /// A comment that has no end, as text.
    OpenComment,
    /// Cells for which the head of their table has no column, in its last one.
    SurplusCells,
    /// A block of code that has no end, and what follows it as code.
    OpenCode {
        /// How many lines follow its first one.
        lines: usize,
        /// How many of them look like headings.
        headings: usize,
    },
}

/// An id, a person or an issue named in plain text, outside code, links and HTML.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Mention {
    /// The id, the slug or the number that is named.
    pub what: MentionKind,
    /// What is named, with its mark: the whole of `@tom-stellard`.
    pub span: Span,
}

/// An item of a list.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ListItem {
    /// The first paragraph as plain text.
    pub text: String,
    /// The first line.
    pub span: Span,
    /// Which of the outline's headings it stands under.
    pub heading: Option<usize>,
    /// Within how many lists it stands, from one.
    pub depth: usize,
}

/// `TODO`, `to be decided`, an item that says only `N/A`.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Placeholder {
    /// As written: `TBD`.
    pub word: String,
    /// The word; for an item that says only `N/A`, its first line.
    pub span: Span,
}

impl Outline {
    /// The same with every span `by` bytes later, for a text that begins there.
    pub fn shifted(self, by: usize) -> Outline {
        self.with_spans(|span| span.shifted(by))
    }

    /// The same with `moved` in the place of each span.
    pub(crate) fn with_spans(mut self, moved: impl Fn(Span) -> Span) -> Outline {
        let move_span = |span: &mut Span| *span = moved(*span);
        self.headings.iter_mut().for_each(|it| move_span(&mut it.span));
        self.sections.iter_mut().for_each(|it| move_span(&mut it.span));
        for link in &mut self.links {
            move_span(&mut link.span);
            link.destination_span.iter_mut().for_each(move_span);
        }
        self.broken_references.iter_mut().for_each(|(_, span)| move_span(span));
        self.loose_links.iter_mut().for_each(|it| move_span(&mut it.span));
        self.undefined_notes.iter_mut().for_each(|(_, span)| move_span(span));
        self.unused_notes.iter_mut().for_each(|(_, span)| move_span(span));
        self.unshown.iter_mut().for_each(|it| move_span(&mut it.span));
        self.code.iter_mut().for_each(move_span);
        self.mentions.iter_mut().for_each(|it| move_span(&mut it.span));
        self.tasks.iter_mut().for_each(|it| it.move_spans(&move_span));
        self.lists.iter_mut().for_each(|it| move_span(&mut it.span));
        self.title.iter_mut().for_each(|(_, span)| move_span(span));
        self.placeholders.iter_mut().for_each(|it| move_span(&mut it.span));
        self
    }

    /// The id in the output that `#name` leads to; `None` when there is none.
    pub fn fragment(&self, name: &str) -> Option<&str> {
        let heading = self.headings.iter().map(|heading| heading.anchor.as_str()).find(|anchor| *anchor == name);
        heading.or_else(|| {
            let named = |id: &&str| *id == name || id.strip_prefix(super::sanitise::ID_PREFIX) == Some(name);
            self.anchors.iter().map(String::as_str).find(named)
        })
    }

    /// How the text stands on a page whose `h1` says `title`: its own first heading goes when it says the same.
    pub fn options(&self, title: &str) -> Options {
        let same = |own: &str| own.trim().to_lowercase() == title.trim().to_lowercase();
        Options { drop_title: self.title.as_ref().is_some_and(|(own, _)| same(own)), below: 0 }
    }
}
