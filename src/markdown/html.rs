//! A text as HTML. One walk over the events of the parser; every element is written here or in [`super::inline`].

use std::ops::Range;

use pulldown_cmark::{BlockQuoteKind, CodeBlockKind, CowStr, Event, HeadingLevel, LinkType, Parser, Tag, TagEnd};

use super::depth::is_nested_without_end;
use super::fitted::Fitted;
use super::footnote::reference_id;
use super::writer::{End, Writer};
use super::{Context, Heading, Html, MAX_DEPTH, MAX_HEADINGS, Options, drawn, escape, highlight};

/// `text` as the inside of an element. Total.
pub fn html(text: &str, context: &dyn Context, options: Options) -> Html {
    if is_nested_without_end(text) {
        return plain(text);
    }
    let fitted = Fitted::of(text);
    let mut writer = Writer::new(text, context, options);
    for (event, range) in Parser::new_ext(&fitted.text, super::syntax()).into_offset_iter() {
        writer.event(fitted.event(event), range);
        if writer.frames.len() > MAX_DEPTH || writer.headings.len() > MAX_HEADINGS {
            return plain(text);
        }
    }
    writer.finish()
}

/// `text` as it was written.
fn plain(text: &str) -> Html {
    let mut body = String::with_capacity(text.len() + 64);
    body.push_str("<pre class=\"plain\" tabindex=\"0\">");
    escape::text(&mut body, text);
    body.push_str("</pre>\n");
    Html { body, too_deep: true, ..Html::default() }
}

impl<'a> Writer<'a> {
    fn finish(mut self) -> Html {
        self.flush();
        self.nesting.close_to(&mut self.out, 0);
        self.footnotes.write(&mut self.out);
        Html { body: self.out, headings: self.headings, title_anchor: self.title_anchor, too_deep: false }
    }

    fn event(&mut self, event: Event<'a>, range: Range<usize>) {
        if let Event::Text(text) = event {
            return self.text(text, range);
        }
        self.flush();
        match event {
            Event::Start(tag) => self.start(tag, range),
            Event::End(tag) => self.end(tag, range),
            Event::Html(html) | Event::InlineHtml(html) => match &mut self.raw {
                Some(raw) => raw.push_str(&html),
                None => self.raw_html(&html),
            },
            event if self.alt.is_some() => self.alt_text(event),
            Event::Code(code) => {
                self.line();
                if let Some(title) = &mut self.title {
                    title.push_str(&code);
                }
                self.out.push_str("<code>");
                escape::text(&mut self.out, &code);
                self.out.push_str("</code>");
            }
            Event::SoftBreak => {
                if let Some(title) = &mut self.title {
                    title.push(' ');
                }
                self.out.push('\n');
            }
            Event::HardBreak => {
                if let Some(title) = &mut self.title {
                    title.push(' ');
                }
                self.out.push_str("<br>\n");
            }
            Event::Rule => {
                self.block();
                self.out.push_str("<hr>\n");
            }
            Event::FootnoteReference(label) => self.footnote_reference(&label),
            Event::TaskListMarker(done) => self.task(done),
            Event::Text(_) | Event::InlineMath(_) | Event::DisplayMath(_) => {}
        }
    }

    fn text(&mut self, text: CowStr<'a>, range: Range<usize>) {
        if let Some(code) = &mut self.code {
            code.push_str(&text);
        } else if let Some(alt) = &mut self.alt {
            alt.push_str(&text);
        } else {
            if let Some(title) = &mut self.title {
                title.push_str(&text);
            }
            self.run.push(self.source, text, range);
        }
    }

    /// What is said in place of an image: the text of its description.
    fn alt_text(&mut self, event: Event) {
        let Some(alt) = &mut self.alt else { return };
        match event {
            Event::Code(text) => alt.push_str(&text),
            Event::SoftBreak | Event::HardBreak => alt.push(' '),
            // Counted, so that the numbers are the same for all who count.
            Event::FootnoteReference(label) => drop(self.footnotes.refer(&label, false)),
            _ => {}
        }
    }

    fn start(&mut self, tag: Tag<'a>, range: Range<usize>) {
        if self.alt.is_some() {
            return self.push(End::Silent, false);
        }
        match tag {
            Tag::HtmlBlock => {
                self.raw = Some(String::new());
                self.push(End::Silent, true);
            }
            Tag::Paragraph => match drawn::formula(&self.source[range]) {
                Some(formula) => self.formula(formula),
                None => self.open_block("<p>", false),
            },
            Tag::Heading { level, .. } => self.start_heading(level),
            Tag::BlockQuote(kind) => self.open_block(quote(kind), true),
            Tag::CodeBlock(kind) => self.start_code(&kind),
            Tag::List(Some(1)) => self.open_block("<ol>\n", true),
            Tag::List(Some(first)) => self.open_block(&format!("<ol start=\"{first}\">\n"), true),
            Tag::List(None) => self.open_block("<ul>\n", true),
            Tag::Item => {
                self.newline();
                self.open("<li", true);
                self.out.push('>');
            }
            Tag::FootnoteDefinition(label) => {
                // It moves to the end of the text, where its headings stand under none.
                let (before, levels) = (std::mem::take(&mut self.out), std::mem::take(&mut self.levels));
                self.push(End::Footnote { label: label.into_string(), before, levels }, true);
            }
            Tag::Table(alignments) => self.start_table(alignments),
            Tag::TableHead => self.start_row("<thead><tr>", true, range.end),
            Tag::TableRow => self.start_row("<tr>", false, range.end),
            Tag::TableCell => self.start_cell(),
            Tag::Emphasis => self.open_line("<em>"),
            Tag::Strong => self.open_line("<strong>"),
            Tag::Strikethrough => self.open_line("<del>"),
            Tag::Link { link_type, dest_url, title, .. } => {
                self.line();
                let end = if link_type == LinkType::Email {
                    self.open_address(&format!("mailto:{dest_url}"), &title)
                } else {
                    self.open_link(&dest_url, &title)
                };
                self.flat += 1;
                self.push(End::Link(end), false);
            }
            Tag::Image { dest_url, title, .. } => {
                self.line();
                self.alt = Some(String::new());
                self.push(End::Image { destination: dest_url.into_string(), title: title.into_string() }, false);
            }
            Tag::Superscript
            | Tag::Subscript
            | Tag::DefinitionList
            | Tag::DefinitionListTitle
            | Tag::DefinitionListDefinition
            | Tag::MetadataBlock(_) => self.push(End::Known, true),
        }
    }

    fn end(&mut self, tag: TagEnd, range: Range<usize>) {
        if tag == TagEnd::TableCell && self.alt.is_none() {
            self.surplus_cells(range.end);
        }
        let Some(frame) = self.frames.pop() else { return };
        if tag == TagEnd::HtmlBlock {
            if let Some(raw) = self.raw.take() {
                self.raw_html(&raw);
            }
            return;
        }
        self.nesting.close_to(&mut self.out, frame.base);
        match frame.end {
            End::Silent => {}
            End::Formula => self.alt = None,
            End::Known => self.end_known(tag, frame.at),
            End::Link(end) => {
                self.flat -= 1;
                self.out.push_str(end);
            }
            End::Image { destination, title } => {
                let alt = self.alt.take().unwrap_or_default();
                self.image(&destination, &title, &alt, &[]);
            }
            End::Heading(level) => self.end_heading(level, frame.at, range),
            End::DroppedTitle => {
                self.flat -= 1;
                self.out.truncate(frame.at);
                let title = self.title.take().unwrap_or_default();
                self.title_anchor = Some(self.anchors.next(title.trim()));
            }
            End::Footnote { label, before, levels } => {
                self.levels = levels;
                let body = std::mem::replace(&mut self.out, before);
                self.footnotes.define(&label, &body);
            }
            End::Code { language } => {
                let code = self.code.take().unwrap_or_default();
                highlight::write(&mut self.out, &language, &code, &mut self.budget);
                self.out.push_str("</code></pre>\n");
                self.caption(drawn::caption(&language));
            }
        }
        if !self.late.is_empty() {
            self.close_late();
        }
    }

    fn end_known(&mut self, tag: TagEnd, at: usize) {
        match tag {
            TagEnd::Paragraph => self.out.push_str("</p>\n"),
            TagEnd::BlockQuote(None) => self.out.push_str("</blockquote>\n"),
            TagEnd::BlockQuote(Some(_)) => self.out.push_str("</div>\n"),
            TagEnd::List(true) => self.out.push_str("</ol>\n"),
            TagEnd::List(false) => self.out.push_str("</ul>\n"),
            TagEnd::Item => self.out.push_str("</li>\n"),
            TagEnd::Table => self.out.push_str("</tbody></table></div>\n"),
            TagEnd::TableHead => self.out.push_str("</tr></thead><tbody>\n"),
            TagEnd::TableRow => self.out.push_str("</tr>\n"),
            TagEnd::TableCell => self.end_cell(at),
            TagEnd::Emphasis => self.out.push_str("</em>"),
            TagEnd::Strong => self.out.push_str("</strong>"),
            TagEnd::Strikethrough => self.out.push_str("</del>"),
            TagEnd::Heading(_)
            | TagEnd::HtmlBlock
            | TagEnd::CodeBlock
            | TagEnd::FootnoteDefinition
            | TagEnd::Link
            | TagEnd::Image
            | TagEnd::Superscript
            | TagEnd::Subscript
            | TagEnd::DefinitionList
            | TagEnd::DefinitionListTitle
            | TagEnd::DefinitionListDefinition
            | TagEnd::MetadataBlock(_) => {}
        }
    }

    fn start_heading(&mut self, level: HeadingLevel) {
        self.title = Some(String::new());
        if level == HeadingLevel::H1 && self.options.drop_title && self.title_anchor.is_none() {
            self.push(End::DroppedTitle, false);
            self.flat += 1;
            return;
        }
        self.block();
        self.out.push_str("<h");
        let level = self.shown_level(level as u8);
        self.out.push(char::from(b'0' + level));
        self.push(End::Heading(level), false);
        self.out.push('>');
    }

    fn end_heading(&mut self, level: u8, at: usize, range: Range<usize>) {
        let title = self.title.take().unwrap_or_default().trim().to_owned();
        let anchor = self.anchors.next(&title);
        self.out.insert_str(at, &format!(" id=\"{anchor}\""));
        self.out.push_str("</h");
        self.out.push(char::from(b'0' + level));
        self.out.push('>');
        // Beside the heading and not in it, so that the name of the heading is its text and nothing else.
        if self.flat == 0 && !self.nesting.is_in_link() {
            self.out.insert_str(at - "<h2".len(), &format!("<div class=\"heading heading-{level}\">"));
            self.out.push_str(&format!("<a class=\"anchor\" href=\"#{anchor}\" aria-label=\"Link to "));
            escape::attribute(&mut self.out, if title.is_empty() { "this section" } else { &title });
            self.out.push_str("\">#</a></div>");
        }
        self.out.push('\n');
        self.headings.push(Heading { level, title, anchor, span: range.into() });
    }

    /// The level on the page of the next heading, whose own is `level`: one below the heading that it stands under.
    pub(super) fn shown_level(&mut self, level: u8) -> u8 {
        while self.levels.pop_if(|above| *above >= level).is_some() {}
        self.levels.push(level);
        // At most six are stacked, as each is higher than the next.
        let depth = u8::try_from(self.levels.len()).unwrap_or(u8::MAX);
        depth.saturating_add(1).saturating_add(self.options.below).min(6)
    }

    /// Writes a formula as its author did; what the parser makes of its letters is left out.
    fn formula(&mut self, formula: &str) {
        self.block();
        self.out.push_str("<figure class=\"drawn\">\n<pre tabindex=\"0\"><code>");
        escape::text(&mut self.out, formula);
        self.out.push_str("</code></pre>\n");
        self.caption(Some(drawn::FORMULA));
        self.push(End::Formula, false);
        self.alt = Some(String::new());
    }

    /// Closes the figure of what code hosts draw.
    fn caption(&mut self, caption: Option<&str>) {
        if let Some(caption) = caption {
            self.out.push_str("<figcaption lang=\"en\">");
            self.out.push_str(caption);
            self.out.push_str("</figcaption>\n</figure>\n");
        }
    }

    fn start_code(&mut self, kind: &CodeBlockKind) {
        let language = match kind {
            CodeBlockKind::Fenced(info) => info.split([' ', '\t', ',', '{']).next().unwrap_or_default(),
            CodeBlockKind::Indented => "",
        };
        self.block();
        if drawn::caption(language).is_some() {
            self.out.push_str("<figure class=\"drawn\">\n");
        }
        self.out.push_str("<pre tabindex=\"0\"><code");
        if !language.is_empty() {
            self.out.push_str(" class=\"language-");
            escape::attribute(&mut self.out, language);
            self.out.push('"');
        }
        self.out.push('>');
        self.code = Some(String::new());
        self.push(End::Code { language: language.to_owned() }, false);
    }

    fn footnote_reference(&mut self, label: &str) {
        self.line();
        let can_link = self.flat == 0 && !self.nesting.is_in_link();
        let (number, way_back) = self.footnotes.refer(label, can_link);
        let id = way_back.map_or(String::new(), |which| format!(" id=\"{}\"", reference_id(number, which)));
        let reference = if can_link {
            format!(
                "<sup class=\"footnote-reference\"><a href=\"#fn:{number}\"{id} role=\"doc-noteref\" aria-label=\"Footnote {number}\">{number}</a></sup>"
            )
        } else {
            format!("<sup class=\"footnote-reference\">{number}</sup>")
        };
        self.out.push_str(&reference);
    }

    fn task(&mut self, done: bool) {
        self.line();
        // The item has just begun, so there is next to nothing to move.
        if let Some(frame) = self.frames.iter().rev().find(|frame| frame.takes_blocks) {
            self.out.insert_str(frame.at + "<li".len(), " class=\"task\"");
        }
        self.out.push_str(match done {
            true => "<input type=\"checkbox\" disabled checked aria-label=\"Done\"> ",
            false => "<input type=\"checkbox\" disabled aria-label=\"Not done\"> ",
        });
    }
}

fn quote(kind: Option<BlockQuoteKind>) -> &'static str {
    match kind {
        None => "<blockquote>\n",
        Some(BlockQuoteKind::Note) => {
            "<div class=\"alert alert-note\" role=\"note\"><p class=\"alert-title\">Note</p>\n"
        }
        Some(BlockQuoteKind::Tip) => "<div class=\"alert alert-tip\" role=\"note\"><p class=\"alert-title\">Tip</p>\n",
        Some(BlockQuoteKind::Important) => {
            "<div class=\"alert alert-important\" role=\"note\"><p class=\"alert-title\">Important</p>\n"
        }
        Some(BlockQuoteKind::Warning) => {
            "<div class=\"alert alert-warning\" role=\"note\"><p class=\"alert-title\">Warning</p>\n"
        }
        Some(BlockQuoteKind::Caution) => {
            "<div class=\"alert alert-caution\" role=\"note\"><p class=\"alert-title\">Caution</p>\n"
        }
    }
}
