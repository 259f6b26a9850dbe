//! The walk over a text that makes its [`Outline`].

use std::cell::RefCell;
use std::ops::Range;

use pulldown_cmark::{BrokenLink, Event, LinkType, Parser, RefDefs, Tag, TagEnd};

use crate::layout::Layout;
use crate::text::Span;

use super::anchor::Anchors;
use super::depth::is_nested_without_end;
use super::fitted::Fitted;
use super::footnote::Footnotes;
use super::loose::{loose_links, undefined_notes};
use super::mention::{Found, scan};
use super::outline::{Heading, Link, ListItem, Mention, Outline, Placeholder, Section, Unshown, UnshownKind};
use super::raw::{Token, tokens, written_value};
use super::run::Run;
use super::table::surplus;
use super::task::{self, Draft, Due};
use super::{MAX_DEPTH, MAX_HEADINGS, MentionKind, placeholder, sanitise};

/// Where the lead may be cut.
const LEAD: usize = 200;

/// What `text` holds, in a record whose ids are as `layout` says. Total.
pub fn outline(text: &str, layout: &Layout) -> Outline {
    if is_nested_without_end(text) {
        return Outline { too_deep: true, ..Outline::default() };
    }
    let broken = RefCell::new(Vec::new());
    let note_broken = |link: BrokenLink| {
        // A bare `[name]` is how people write brackets.
        if matches!(link.link_type, LinkType::Reference | LinkType::Collapsed) {
            broken.borrow_mut().push((link.reference.into_string(), Span::from(link.span)));
        }
        None
    };
    let fitted = Fitted::of(text);
    let parser = Parser::new_with_broken_link_callback(&fitted.text, super::syntax(), Some(note_broken));
    let mut events = parser.into_offset_iter();
    let mut reader = Reader { text, layout, ..Reader::default() };
    while let Some((event, range)) = events.next() {
        reader.event(fitted.event(event), range, events.reference_definitions());
        if reader.depth > MAX_DEPTH || reader.out.headings.len() > MAX_HEADINGS {
            return Outline { too_deep: true, ..Outline::default() };
        }
    }
    let mut outline = reader.finish();
    outline.broken_references = broken.take();
    outline.broken_references.sort_by_key(|(_, span)| *span);
    outline.broken_references.dedup();
    outline
}

#[derive(Default)]
struct Reader<'a> {
    text: &'a str,
    layout: &'a Layout,
    out: Outline,
    depth: usize,
    /// Plain text that was not looked at yet.
    run: Run<'a>,
    /// The plain text of the paragraph, heading, cell or item being read.
    plain: String,
    block: Block,
    heading: Option<usize>,
    items: Vec<Item>,
    lists: usize,
    /// Where the plain text of each open link or image begins, and where the link's text ends.
    links: Vec<(usize, usize)>,
    in_code: bool,
    /// Something to read stands before what comes next.
    has_begun: bool,
    /// How many columns the table has, the column of the next cell, and where the row ends.
    table: (usize, usize, usize),
    /// The footnotes that the text defines, each with where.
    notes: Vec<(String, Span)>,
    /// Open elements of raw HTML in the line, within which nothing is a mention.
    verbatim: usize,
    raw: Option<Raw>,
    readings: usize,
    anchors: Anchors,
    footnotes: Footnotes,
    /// Of each heading, whether something stands between it and the next one.
    has_content: Vec<bool>,
}

/// What the text being read is the text of.
#[derive(Default, Clone, Copy, PartialEq, Eq)]
enum Block {
    #[default]
    Other,
    Heading,
    /// A paragraph that stands in nothing else.
    Paragraph,
}

/// A block of raw HTML: its text, and where each piece of it begins there and in the source.
#[derive(Default)]
struct Raw {
    text: String,
    pieces: Vec<(usize, usize)>,
}

impl Raw {
    /// Where `at` stands in the source.
    fn place(&self, at: usize) -> usize {
        let after = self.pieces.partition_point(|(start, _)| *start <= at);
        self.pieces.get(after.saturating_sub(1)).map_or(at, |(start, source)| source + (at - start))
    }
}

struct Item {
    span: Span,
    /// Within how many lists it stands.
    depth: usize,
    task: Option<Draft>,
    /// The first paragraph, once it is read.
    text: Option<String>,
    heading: Option<usize>,
}

impl<'a> Reader<'a> {
    fn event(&mut self, event: Event<'a>, range: Range<usize>, definitions: &RefDefs) {
        if let Some((_, text_end)) = self.links.last_mut()
            && !matches!(event, Event::End(TagEnd::Link | TagEnd::Image))
        {
            *text_end = (*text_end).max(range.end);
        }
        if let Event::Text(text) = event {
            if self.in_code {
                self.out.words += words(&text);
                self.content(!text.trim().is_empty());
                self.has_begun |= !text.trim().is_empty();
            } else {
                self.run.push(self.text, text, range);
            }
            return;
        }
        self.flush();
        match event {
            Event::Start(tag) => {
                self.depth += 1;
                self.start(&tag, range, definitions);
            }
            Event::End(tag) => {
                self.depth -= 1;
                self.end(tag, range);
            }
            Event::Code(code) => {
                self.out.words += words(&code);
                self.content(true);
                self.has_begun |= self.links.is_empty() && self.block != Block::Heading;
                self.plain.push_str(&code);
            }
            Event::SoftBreak | Event::HardBreak => self.plain.push(' '),
            Event::Html(html) | Event::InlineHtml(html) => match &mut self.raw {
                Some(raw) => {
                    raw.pieces.push((raw.text.len(), range.start));
                    raw.text.push_str(&html);
                }
                None => self.raw_html(&html, |at| range.start + at, true),
            },
            Event::FootnoteReference(label) => {
                self.footnotes.refer(&label, self.links.is_empty());
            }
            Event::TaskListMarker(done) => {
                if let Some(item) = self.items.last_mut() {
                    item.task = Some(Draft { done, ..Draft::default() });
                }
            }
            Event::Rule => self.end_text(),
            Event::Text(_) | Event::InlineMath(_) | Event::DisplayMath(_) => {}
        }
    }

    fn start(&mut self, tag: &Tag, range: Range<usize>, definitions: &RefDefs) {
        match tag {
            Tag::Emphasis | Tag::Strong | Tag::Strikethrough | Tag::Superscript | Tag::Subscript => return,
            Tag::Link { link_type, dest_url, id, .. } => {
                return self.start_link(*link_type, dest_url, id, false, range, definitions);
            }
            Tag::Image { link_type, dest_url, id, .. } => {
                return self.start_link(*link_type, dest_url, id, true, range, definitions);
            }
            _ => self.end_text(),
        }
        match tag {
            Tag::Heading { .. } => self.block = Block::Heading,
            Tag::Paragraph if self.depth == 1 => self.block = Block::Paragraph,
            Tag::List(_) => self.lists += 1,
            Tag::Item => self.items.push(Item {
                span: Span::new(range.start, range.start + first_line(&self.text[range]).len()),
                depth: self.lists,
                task: None,
                text: None,
                heading: self.heading,
            }),
            Tag::CodeBlock(kind) => {
                self.in_code = true;
                self.code(kind.is_fenced(), range);
            }
            Tag::FootnoteDefinition(label) => {
                let end = range.start + "[^]:".len() + label.len();
                self.notes.push((label.to_string(), Span::new(range.start, end.min(range.end))));
                self.footnotes.define(label, "");
            }
            Tag::HtmlBlock => self.raw = Some(Raw::default()),
            Tag::Table(alignments) => self.table.0 = alignments.len(),
            Tag::TableHead | Tag::TableRow => (self.table.1, self.table.2) = (0, range.end),
            Tag::TableCell => self.table.1 += 1,
            _ => {}
        }
    }

    fn end(&mut self, tag: TagEnd, range: Range<usize>) {
        match tag {
            TagEnd::Emphasis | TagEnd::Strong | TagEnd::Strikethrough | TagEnd::Superscript | TagEnd::Subscript => {}
            TagEnd::Link | TagEnd::Image => self.end_link(tag == TagEnd::Image, range),
            TagEnd::Heading(level) => {
                let title = self.plain.trim().to_owned();
                let anchor = self.anchors.next(&title);
                let span = Span::from(range);
                if level as u8 == 1 && self.out.headings.is_empty() && !self.has_begun {
                    self.out.title = Some((title.clone(), span));
                }
                self.heading = Some(self.out.headings.len());
                self.has_content.push(false);
                self.out.headings.push(Heading { level: level as u8, title, anchor, span });
                self.end_text();
            }
            TagEnd::TableCell => {
                let (columns, cell, row_end) = self.table;
                if cell == columns
                    && let Some(text) = surplus(self.text, range.end, row_end)
                {
                    let start = range.end + self.text[range.end..].find(text).unwrap_or_default();
                    let span = Span::new(start, start + text.len());
                    self.out.unshown.push(Unshown { what: UnshownKind::SurplusCells, span, is_inline: false });
                    self.out.words += words(text);
                    self.plain.push(' ');
                    self.plain.push_str(text);
                }
                self.end_text();
            }
            TagEnd::CodeBlock => self.in_code = false,
            TagEnd::HtmlBlock => {
                if let Some(raw) = self.raw.take() {
                    self.raw_html(&raw.text, |at| raw.place(at), false);
                }
            }
            TagEnd::List(_) => self.lists -= 1,
            TagEnd::Item => {
                self.end_text();
                self.end_item();
            }
            _ => self.end_text(),
        }
    }

    /// Notes what was read since the last paragraph, heading, cell or item began.
    fn end_text(&mut self) {
        if let Some(item) = self.items.last_mut()
            && item.text.is_none()
            && !self.plain.trim().is_empty()
        {
            if placeholder::is_nothing(&self.plain) {
                let word = self.plain.trim().to_owned();
                self.out.placeholders.push(Placeholder { word, span: item.span });
            }
            item.text = Some(self.plain.trim_end().to_owned());
        }
        if self.block == Block::Paragraph && self.out.lead.is_none() {
            self.out.lead = lead(&self.plain);
        }
        self.plain.clear();
        self.block = Block::Other;
        self.verbatim = 0;
    }

    fn end_item(&mut self) {
        let Some(item) = self.items.pop() else { return };
        let text = item.text.unwrap_or_default();
        if let Some(task) = item.task {
            self.out.tasks.push(task.finish(&text, item.span, item.heading));
        }
        self.out.lists.push(ListItem { text, span: item.span, heading: item.heading, depth: item.depth });
    }

    /// Looks at the plain text read so far.
    fn flush(&mut self) {
        if self.run.is_empty() {
            return;
        }
        let mut run = std::mem::take(&mut self.run);
        let text = run.text();
        let at = self.plain.len();
        self.plain.push_str(text);
        self.out.words += words(text);
        self.content(!text.trim().is_empty());
        // The words of a picture are no beginning of the text.
        self.has_begun |= !text.trim().is_empty() && self.links.is_empty() && self.block != Block::Heading;
        loose_links(self.text, &run, &mut self.out.loose_links);
        self.out.undefined_notes.extend(undefined_notes(&run));
        for at in memchr::memchr_iter(b'<', text.as_bytes()).filter(|at| text[*at..].starts_with("<!--")) {
            let span = run.span(&(at..at + 4));
            if self.text.get(span.range()) == Some("<!--") && !run.is_escaped(at) {
                self.out.unshown.push(Unshown { what: UnshownKind::OpenComment, span, is_inline: true });
            }
        }
        placeholder::scan(text, |range| {
            let word = text[range.clone()].to_owned();
            self.out.placeholders.push(Placeholder { word, span: run.span(&range) });
        });
        if self.links.is_empty() && self.verbatim == 0 {
            scan(text, self.layout, |range, found| {
                if !run.is_escaped(range.start) {
                    let span = run.span(&range);
                    self.found(&text[range.clone()], at + range.start..at + range.end, span, found);
                }
            });
        }
        if let Some(draft) = self.open_task()
            && draft.due.is_none()
            && let Some((range, value, date)) = task::due(text)
        {
            draft.due = Some(Due { range: at + range.start..at + range.end, date, span: run.span(&value) });
        }
        run.clear();
        self.run = run;
    }

    fn found(&mut self, text: &str, range: Range<usize>, span: Span, found: Found) {
        match found {
            Found::Url(destination) => {
                self.task_link(&destination);
                self.task_ends_with(range, &destination);
                let text = text.to_owned();
                self.out.links.push(Link { destination, span, destination_span: Some(span), is_image: false, text });
            }
            Found::Mention(what) => {
                if let (MentionKind::Person(slug), Some(draft)) = (&what, self.open_task()) {
                    draft.people.push((range.clone(), slug.clone(), span));
                }
                if matches!(what, MentionKind::Record(_)) {
                    self.task_ends_with(range, text);
                }
                self.out.mentions.push(Mention { what, span });
            }
        }
    }

    /// The task whose first paragraph is being read.
    fn open_task(&mut self) -> Option<&mut Draft> {
        self.items.last_mut().filter(|item| item.text.is_none()).and_then(|item| item.task.as_mut())
    }

    fn task_link(&mut self, destination: &str) {
        if let Some(task) = self.items.iter_mut().rev().find_map(|item| item.task.as_mut()) {
            task.links.push(destination.to_owned());
        }
    }

    /// Notes the last place of a task's first paragraph that leads somewhere.
    fn task_ends_with(&mut self, range: Range<usize>, to: &str) {
        if let Some(task) = self.open_task() {
            task.last = Some((range, to.to_owned()));
        }
    }

    fn start_link(
        &mut self,
        link_type: LinkType,
        destination: &str,
        id: &str,
        is_image: bool,
        range: Range<usize>,
        definitions: &RefDefs,
    ) {
        self.content(true);
        let destination_span = match link_type {
            LinkType::Inline => None,
            LinkType::Autolink | LinkType::Email => Some(Span::new(range.start + 1, range.end - 1)),
            _ => definitions.get(id).and_then(|definition| {
                let within = &self.text[definition.span.clone()];
                let label = within.find("]:")? + 2;
                let start = definition.span.start + label + within[label..].find(destination)?;
                Some(Span::new(start, start + destination.len()))
            }),
        };
        let destination =
            if link_type == LinkType::Email { format!("mailto:{destination}") } else { destination.to_owned() };
        if !is_image {
            self.task_link(&destination);
        }
        self.links.push((self.plain.len(), range.start + if is_image { 2 } else { 1 }));
        self.out.links.push(Link { destination, span: range.into(), destination_span, is_image, text: String::new() });
    }

    fn end_link(&mut self, is_image: bool, range: Range<usize>) {
        let Some((from, text_end)) = self.links.pop() else { return };
        if let Some((_, outer_end)) = self.links.last_mut() {
            *outer_end = range.end;
        }
        let text = self.plain[from..].to_owned();
        // An image adds nothing to a heading's name.
        if is_image && self.block == Block::Heading {
            self.plain.truncate(from);
        }
        let span = Span::from(range);
        let Some(link) = self.out.links.iter_mut().rev().find(|link| link.span == span) else { return };
        let destination = link.destination.clone();
        link.text = text;
        if link.destination_span.is_none() {
            link.destination_span = written_destination(self.text, text_end, span.end, &link.destination);
        }
        if !is_image {
            self.task_ends_with(from..self.plain.len(), &destination);
        }
    }

    /// Notes what raw HTML says; `place` tells where its letters stand in the source.
    fn raw_html(&mut self, html: &str, place: impl Fn(usize) -> usize, is_inline: bool) {
        let mut parts = Vec::new();
        tokens(html, |at, token| parts.push((at, token)));
        for (at, token) in parts {
            match token {
                Token::Text(text) => {
                    self.content(!text.trim().is_empty());
                    self.has_begun |= !text.trim().is_empty();
                }
                Token::AsWritten(text) => {
                    self.content(true);
                    self.has_begun |= self.block != Block::Heading;
                    if is_inline {
                        self.plain.push_str(text);
                    }
                    let what = if text == "<!--" { UnshownKind::OpenComment } else { UnshownKind::Tag };
                    let span = Span::new(place(at), place(at + text.len() - 1) + 1);
                    self.out.unshown.push(Unshown { what, span, is_inline });
                }
                Token::Close { name } => self.verbatim -= usize::from(self.verbatim > 0 && is_verbatim(name)),
                Token::Open { name, tag } => {
                    self.content(true);
                    self.verbatim += usize::from(is_verbatim(name));
                    if tag.contains('=') {
                        self.raw_link(name, tag, |within| place(at + within));
                        self.raw_id(name, tag);
                    }
                }
            }
        }
    }

    /// Notes where the raw tag of a link or an image leads.
    fn raw_link(&mut self, name: &str, tag: &str, place: impl Fn(usize) -> usize) {
        let is_image = name.eq_ignore_ascii_case("img");
        let wanted = if is_image { "src" } else { "href" };
        if !is_image && !name.eq_ignore_ascii_case("a") {
            return;
        }
        let Some((at, value)) = written_value(tag, wanted) else { return };
        let destination = if value.contains('&') { sanitise::text(value) } else { value.to_owned() };
        let destination = destination.trim().to_owned();
        let text = written_value(tag, "alt").filter(|_| is_image).map_or("", |(_, alt)| alt).to_owned();
        let span = Span::new(place(0), place(tag.len() - 1) + 1);
        let value_span = Span::new(place(at), place(at) + value.len());
        let destination_span = (self.text.get(value_span.range()) == Some(value)).then_some(value_span);
        self.out.links.push(Link { destination, span, destination_span, is_image, text });
    }

    fn raw_id(&mut self, name: &str, tag: &str) {
        if self.readings >= sanitise::READINGS {
            return;
        }
        self.readings += 1;
        let attributes = sanitise::element(name).map(|element| sanitise::attributes(element, tag)).unwrap_or_default();
        self.out.anchors.extend(attributes.into_iter().filter(|(name, _)| name == "id").map(|(_, id)| id));
    }

    /// Notes a block of code, and whether it takes the rest of the text because it has no end.
    fn code(&mut self, is_fenced: bool, range: Range<usize>) {
        self.out.code.push(range.clone().into());
        let block = &self.text[range.clone()];
        let (first, rest) = block.split_once('\n').unwrap_or((block, ""));
        let mark = first.chars().next().unwrap_or_default();
        let length = first.len() - first.trim_start_matches(mark).len();
        let last = rest.trim_end().rsplit('\n').next().unwrap_or_default();
        let last = last.trim_start_matches([' ', '\t', '>']);
        let is_closed = last.len() >= length && last.chars().all(|letter| letter == mark);
        if is_fenced && !is_closed && self.text[range.end..].trim().is_empty() {
            let is_heading = |line: &&str| {
                line.trim_start().trim_start_matches('#').starts_with(' ') && line.trim_start().starts_with('#')
            };
            let headings = rest.lines().filter(is_heading).count();
            let what = UnshownKind::OpenCode { lines: rest.lines().count(), headings };
            let span = Span::new(range.start, range.start + first.trim_end().len());
            self.out.unshown.push(Unshown { what, span, is_inline: false });
        }
    }

    /// Notes whether there was something to read below the current heading.
    fn content(&mut self, is_content: bool) {
        if is_content
            && self.block != Block::Heading
            && let Some(has_content) = self.has_content.last_mut()
        {
            *has_content = true;
        }
    }

    fn finish(mut self) -> Outline {
        self.flush();
        self.end_text();
        let mut out = self.out;
        out.unused_notes = self.notes.into_iter().filter(|(label, _)| !self.footnotes.is_referred(label)).collect();
        out.anchors.sort();
        out.anchors.dedup();
        out.anchors.extend(self.footnotes.ids());
        out.sections = sections(&out.headings, &self.has_content, self.text.len());
        out.lists.sort_by_key(|item| item.span);
        out.tasks.sort_by_key(|task| task.span);
        out.links.sort_by_key(|link| link.span.start);
        out.placeholders.sort_by_key(|placeholder| placeholder.span.start);
        out.unshown.sort_by_key(|it| it.span.start);
        out
    }
}

fn is_verbatim(name: &str) -> bool {
    ["a", "code", "kbd", "pre", "samp", "tt", "var"].iter().any(|verbatim| verbatim.eq_ignore_ascii_case(name))
}

/// Each heading's section, from the last to the first: those it holds are known by then.
fn sections(headings: &[Heading], has_content: &[bool], end: usize) -> Vec<Section> {
    let mut sections = vec![Section { span: Span::default(), is_empty: true }; headings.len()];
    // The headings after the current one that could end its section, nearest last.
    let mut after: Vec<usize> = Vec::new();
    for (at, heading) in headings.iter().enumerate().rev() {
        let mut is_empty = !has_content[at];
        while let Some(below) = after.pop_if(|below| headings[*below].level > heading.level) {
            is_empty &= sections[below].is_empty;
        }
        let section_end = after.last().map_or(end, |next| headings[*next].span.start);
        sections[at] = Section { span: Span::new(heading.span.end, section_end.max(heading.span.end)), is_empty };
        after.push(at);
    }
    sections
}

/// Where the destination of an inline link stands, whose text ends at `from` and the link itself at `end`.
fn written_destination(text: &str, from: usize, end: usize, destination: &str) -> Option<Span> {
    let rest = text.get(from..end)?;
    let after = rest.strip_prefix("](")?.trim_start();
    let after = after.strip_prefix('<').unwrap_or(after);
    let start = end - after.len();
    if after.starts_with(destination) {
        return Some(Span::new(start, start + destination.len()));
    }
    // Written with escapes: up to where it must have ended.
    let length =
        after.find(|letter: char| letter.is_whitespace() || letter == '>').unwrap_or(after.len().saturating_sub(1));
    Some(Span::new(start, start + length))
}

fn first_line(text: &str) -> &str {
    text.lines().next().unwrap_or_default().trim_end()
}

/// Counted as where white space ends, so many letters at a time that a count fits a byte: compilers make that fast.
fn words(text: &str) -> usize {
    let bytes = text.as_bytes();
    let Some(first) = bytes.first() else { return 0 };
    let starts = |before: &[u8], after: &[u8]| -> u8 {
        before.iter().zip(after).map(|(before, after)| u8::from(*before <= b' ') & u8::from(*after > b' ')).sum()
    };
    let (before, after) = (&bytes[..bytes.len() - 1], &bytes[1..]);
    let counts = before.chunks(128).zip(after.chunks(128)).map(|(before, after)| usize::from(starts(before, after)));
    usize::from(*first > b' ') + counts.sum::<usize>()
}

/// `None` when there is nothing to read.
fn lead(text: &str) -> Option<String> {
    let text = text.trim();
    if text.is_empty() {
        return None;
    }
    let Some((cut, _)) = text.char_indices().nth(LEAD) else { return Some(text.to_owned()) };
    let cut = text[..cut].rfind(char::is_whitespace).unwrap_or(cut);
    let words = text[..cut].trim_end_matches(|last: char| last.is_whitespace() || ",;:–—-(".contains(last));
    Some(format!("{words}…"))
}
