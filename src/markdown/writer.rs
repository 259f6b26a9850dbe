//! The state of writing a text as HTML: what is written, which elements are open, what their ends need to know.

use std::collections::HashSet;

use pulldown_cmark::Alignment;

use super::anchor::Anchors;
use super::footnote::Footnotes;
use super::nesting::Nesting;
use super::run::Run;
use super::{Context, Heading, Options, highlight, sanitise};

/// What is written, and what is open.
pub(super) struct Writer<'a> {
    /// The text that is read.
    pub source: &'a str,
    pub context: &'a dyn Context,
    pub options: Options,
    pub out: String,
    /// Plain text that is not written yet.
    pub run: Run<'a>,
    /// The elements of Markdown that are open, outermost first.
    pub frames: Vec<Frame>,
    pub nesting: Nesting,
    /// End tags of raw HTML whose element is open outside of the element of Markdown that they stand in.
    pub late: Vec<&'static str>,
    /// How many open elements forbid links within them.
    pub flat: usize,
    /// The heading being read, as plain text.
    pub title: Option<String>,
    pub anchors: Anchors,
    /// As the author wrote them: of the last heading, and of those that it stands under.
    pub levels: Vec<u8>,
    pub headings: Vec<Heading>,
    pub title_anchor: Option<String>,
    pub footnotes: Footnotes,
    /// The code block being read, and what is left for highlighting.
    pub code: Option<String>,
    pub budget: usize,
    /// The block of raw HTML being read.
    pub raw: Option<String>,
    /// What stands in place of the image being read.
    pub alt: Option<String>,
    pub table: Table,
    pub tables: usize,
    /// From raw HTML, so that none comes twice.
    pub ids: HashSet<String>,
    /// How often raw HTML may still be read closely.
    pub readings: usize,
}

/// One element of Markdown that is open.
pub(super) struct Frame {
    /// How many elements of raw HTML were open before; those within are closed with the frame.
    pub base: usize,
    /// Where in the output the element can still be given attributes, or begins.
    pub at: usize,
    pub takes_blocks: bool,
    pub end: End,
}

/// What the end of an element needs to know of its beginning.
pub(super) enum End {
    /// Nothing: the event says it.
    Known,
    /// The end tag; empty where a link could not stand.
    Link(&'static str),
    Image {
        destination: String,
        title: String,
    },
    /// Within an image, or raw HTML as a whole: nothing is written.
    Silent,
    /// A formula, which is written already: nothing more is.
    Formula,
    /// The level on the page.
    Heading(u8),
    DroppedTitle,
    /// The output and the levels that go on after the footnote.
    Footnote {
        label: String,
        before: String,
        levels: Vec<u8>,
    },
    Code {
        language: String,
    },
}

/// The table being read.
#[derive(Default)]
pub(super) struct Table {
    pub alignments: Vec<Alignment>,
    pub in_head: bool,
    /// The column of the next cell, from zero.
    pub cell: usize,
    /// Where the row ends in the source.
    pub row_end: usize,
}

impl<'a> Writer<'a> {
    /// Nothing is written yet.
    pub(super) fn new(source: &'a str, context: &'a dyn Context, options: Options) -> Writer<'a> {
        Writer {
            source,
            context,
            options,
            out: String::with_capacity(source.len() + source.len() / 2),
            run: Run::default(),
            frames: Vec::new(),
            nesting: Nesting::default(),
            late: Vec::new(),
            flat: 0,
            title: None,
            anchors: Anchors::default(),
            levels: Vec::new(),
            headings: Vec::new(),
            title_anchor: None,
            footnotes: Footnotes::default(),
            code: None,
            budget: highlight::BUDGET,
            raw: None,
            alt: None,
            table: Table::default(),
            tables: 0,
            ids: HashSet::new(),
            readings: sanitise::READINGS,
        }
    }

    /// Opens a block of Markdown; `takes_blocks` says whether others may stand in it.
    pub(super) fn open_block(&mut self, start: &str, takes_blocks: bool) {
        self.block();
        self.open(start, takes_blocks);
    }

    /// Opens an element that stands in a line.
    pub(super) fn open_line(&mut self, start: &str) {
        self.line();
        self.open(start, false);
    }

    /// Opens an element with no more than its start tag.
    pub(super) fn open(&mut self, start: &str, takes_blocks: bool) {
        self.push(End::Known, takes_blocks);
        self.out.push_str(start);
    }

    /// Notes an element that is open, with what its end needs to know.
    pub(super) fn push(&mut self, end: End, takes_blocks: bool) {
        // Raw HTML goes on over the blocks that it is cut into.
        let base = if self.raw.is_some() { self.base() } else { self.nesting.len() };
        self.frames.push(Frame { base, at: self.out.len(), takes_blocks, end });
    }

    /// How many elements of raw HTML cannot be closed from here.
    pub(super) fn base(&self) -> usize {
        self.frames.last().map_or(0, |frame| frame.base)
    }

    /// Whether a block may stand here.
    pub(super) fn takes_blocks(&self) -> bool {
        self.frames.last().is_none_or(|frame| frame.takes_blocks)
    }

    /// Makes room for a block.
    pub(super) fn block(&mut self) {
        let base = self.base();
        self.nesting.before_block(&mut self.out, base);
        self.newline();
    }

    /// Makes room for text.
    pub(super) fn line(&mut self) {
        let base = self.base();
        self.nesting.before_line(&mut self.out, base);
    }

    /// Begins a line of the output, unless one begins here.
    pub(super) fn newline(&mut self) {
        if !self.out.is_empty() && !self.out.ends_with('\n') {
            self.out.push('\n');
        }
    }
}
