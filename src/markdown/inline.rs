//! What stands in a line: plain text with its mentions, links, images, and the HTML that authors write themselves.

use super::mention::{Found, scan};
use super::raw::{Token, tokens};
use super::sanitise::{Content, Element, Place, attributes, element};
use super::writer::Writer;
use super::{MAX_DEPTH, Resolved, emoji, escape, sanitise, url};

impl Writer<'_> {
    /// Writes the plain text read so far, with what it names as links.
    pub(super) fn flush(&mut self) {
        if self.run.is_empty() {
            return;
        }
        self.line();
        let mut run = std::mem::take(&mut self.run);
        let text = run.text();
        let mut from = 0;
        if self.flat == 0 && !self.nesting.is_verbatim() {
            let context = self.context;
            scan(text, context.layout(), |range, found| {
                if run.is_escaped(range.start) {
                    return;
                }
                emoji::text(&mut self.out, &text[from..range.start]);
                from = range.end;
                self.found(&text[range], &found);
            });
        }
        match self.nesting.is_verbatim() {
            true => escape::text(&mut self.out, &text[from..]),
            false => emoji::text(&mut self.out, &text[from..]),
        }
        run.clear();
        self.run = run;
    }

    fn found(&mut self, text: &str, found: &Found) {
        let mention = match found {
            Found::Url(address) => {
                let end = self.open_link(address, "");
                escape::text(&mut self.out, text);
                self.out.push_str(end);
                return;
            }
            Found::Mention(mention) => mention,
        };
        match self.context.mention(mention) {
            None => escape::text(&mut self.out, text),
            Some(resolved) => {
                let end = self.open_resolved(&resolved, "");
                escape::text(&mut self.out, resolved.label.as_deref().unwrap_or(text));
                self.out.push_str(end);
            }
        }
    }

    /// Writes the start of a link to `destination`; what is returned closes it.
    pub(super) fn open_link(&mut self, destination: &str, title: &str) -> &'static str {
        if self.flat > 0 || self.nesting.is_in_link() {
            return "";
        }
        match self.context.link(destination, false) {
            Some(resolved) => self.open_resolved(&resolved, title),
            None => self.open_address(destination, title),
        }
    }

    fn open_resolved(&mut self, resolved: &Resolved, title: &str) -> &'static str {
        let title = resolved.title.as_deref().unwrap_or(title);
        if resolved.missing { self.open_missing(title) } else { self.open_address(&resolved.href, title) }
    }

    pub(super) fn open_address(&mut self, href: &str, title: &str) -> &'static str {
        if self.flat > 0 || self.nesting.is_in_link() {
            return "";
        }
        if !url::is_allowed(href, false) {
            return self.open_missing("This address cannot be followed");
        }
        self.out.push_str("<a href=\"");
        url::write(&mut self.out, href);
        self.out.push('"');
        self.away(href);
        self.attribute("title", title);
        self.out.push('>');
        "</a>"
    }

    fn open_missing(&mut self, title: &str) -> &'static str {
        self.out.push_str("<span class=\"missing-link\"");
        self.attribute("title", title);
        self.out.push('>');
        "</span>"
    }

    /// What a link to another site carries.
    fn away(&mut self, href: &str) {
        if url::is_external(href) {
            self.out.push_str(" class=\"external\" rel=\"noopener\"");
        }
    }

    /// An attribute that is absent when it is empty.
    fn attribute(&mut self, name: &str, value: &str) {
        if !value.is_empty() {
            self.out.push(' ');
            self.out.push_str(name);
            self.out.push_str("=\"");
            escape::attribute(&mut self.out, value);
            self.out.push('"');
        }
    }

    /// Writes an image, or its description where there is nothing to see. `more` are attributes from raw HTML.
    pub(super) fn image(&mut self, destination: &str, title: &str, alt: &str, more: &[(String, String)]) {
        let resolved = self.context.link(destination, true);
        let resolved = resolved.unwrap_or_else(|| Resolved { href: destination.to_owned(), ..Resolved::default() });
        let title = resolved.title.as_deref().unwrap_or(title);
        if resolved.missing || resolved.href.is_empty() || !url::is_allowed(&resolved.href, true) {
            self.open_missing(title);
            escape::text(&mut self.out, alt);
            self.out.push_str("</span>");
            return;
        }
        self.out.push_str("<img src=\"");
        url::write(&mut self.out, &resolved.href);
        self.out.push_str("\" alt=\"");
        escape::attribute(&mut self.out, alt);
        self.out.push('"');
        self.attribute("title", title);
        for (name, value) in more {
            match name.as_str() {
                "align" => self.attribute("class", &format!("align-{value}")),
                "src" | "alt" | "title" => {}
                name => self.attribute(name, value),
            }
        }
        self.out.push_str(" loading=\"lazy\">");
    }

    /// Writes what is harmless in `html`.
    pub(super) fn raw_html(&mut self, html: &str) {
        tokens(html, |_, token| match token {
            // What is said in place of a picture has no tags.
            Token::AsWritten(text) if self.alt.is_some() => self.alt.iter_mut().for_each(|alt| alt.push_str(text)),
            _ if self.alt.is_some() => {}
            Token::AsWritten(text) => {
                self.line();
                if let Some(title) = &mut self.title {
                    title.push_str(text);
                }
                escape::text(&mut self.out, text);
            }
            Token::Text(text) if text.trim().is_empty() => self.out.push_str(text),
            Token::Text(html) => {
                self.line();
                let text = if html.contains('&') && self.read() { &sanitise::text(html) } else { html };
                escape::text(&mut self.out, text);
            }
            Token::Close { name } => {
                self.late.extend(element(name).map(|element| element.name));
                self.close_late();
            }
            Token::Open { name, tag } => {
                if let Some(element) = element(name) {
                    self.raw_element(element, tag);
                }
            }
        });
    }

    /// Closes what end tags asked for: at once, or else where the element of Markdown ends that is in the way.
    pub(super) fn close_late(&mut self) {
        let base = self.base();
        for name in std::mem::take(&mut self.late) {
            let is_closed = self.nesting.close(&mut self.out, base, name);
            // No more can be open than that.
            if !is_closed && self.late.len() < MAX_DEPTH && self.nesting.is_open(name) {
                self.late.push(name);
            }
        }
    }

    /// Whether raw HTML may be read closely once more.
    fn read(&mut self) -> bool {
        self.readings = self.readings.saturating_sub(1);
        self.readings > 0
    }

    fn raw_element(&mut self, element: &'static Element, tag: &str) {
        let has_attributes = tag.len() > element.name.len() + 2;
        let mut attributes = if has_attributes && self.read() { attributes(element, tag) } else { Vec::new() };
        attributes.retain(|(name, value)| name != "id" || self.ids.insert(value.clone()));
        let value_of =
            |wanted: &str| attributes.iter().find(|(name, _)| name == wanted).map_or("", |(_, value)| value.as_str());
        let (base, takes_blocks) = (self.base(), self.takes_blocks());
        if takes_blocks {
            self.implied(element);
        }
        let fits = match element.name {
            "img" => !value_of("src").is_empty() || !value_of("alt").is_empty(),
            "source" | "col" | "colgroup" => false,
            "a" => !value_of("href").is_empty() && self.flat == 0 && !self.nesting.is_in_link(),
            _ => true,
        };
        if !fits || self.nesting.len() >= MAX_DEPTH || !self.nesting.admit(&mut self.out, base, element, takes_blocks) {
            // Words that stood apart stay so.
            if element.place != Place::Line && self.out.ends_with(char::is_alphanumeric) {
                self.out.push(' ');
            }
            // A place that links lead to stays one where its element cannot stand.
            if !value_of("id").is_empty() {
                self.line();
                self.out.push_str("<span");
                self.attribute("id", value_of("id"));
                self.out.push_str("></span>");
            }
            return;
        }
        if element.name == "img" {
            return self.image(value_of("src"), value_of("title"), value_of("alt"), &attributes);
        }
        let name = self.shown_name(element.name);
        self.out.push('<');
        self.out.push_str(name);
        for (attribute, value) in &attributes {
            match attribute.as_str() {
                "href" => self.raw_address(value),
                "align" => self.attribute("class", &format!("align-{value}")),
                "open" | "reversed" => {
                    self.out.push(' ');
                    self.out.push_str(attribute);
                }
                attribute => self.attribute(attribute, value),
            }
        }
        if element.name == "center" {
            self.attribute("class", "align-center");
        }
        self.out.push('>');
        if element.content != Content::Nothing {
            self.nesting.push(element, name);
        }
    }

    /// Opens the list that an item was written without, as browsers show such an item.
    fn implied(&mut self, item: &'static Element) {
        let list = match item.name {
            "li" => "ul",
            "dt" | "dd" => "dl",
            _ => return,
        };
        let base = self.base();
        if let Some(list) = element(list).filter(|_| !self.nesting.holds_one_of(base, item.place)) {
            self.raw_element(list, "");
        }
    }

    /// The attributes that say where a raw link leads; none of them when that is nowhere.
    fn raw_address(&mut self, destination: &str) {
        let resolved = self.context.link(destination, false);
        let href = resolved.as_ref().map_or(destination, |resolved| &resolved.href);
        if resolved.as_ref().is_some_and(|resolved| resolved.missing) || !url::is_allowed(href, false) {
            return self.attribute("class", "missing-link");
        }
        self.out.push_str(" href=\"");
        url::write(&mut self.out, href);
        self.out.push('"');
        self.away(href);
    }

    /// The element that stands for `name` in the output.
    fn shown_name(&mut self, name: &'static str) -> &'static str {
        const LEVELS: [&str; 7] = ["", "h1", "h2", "h3", "h4", "h5", "h6"];
        match LEVELS.iter().position(|level| *level == name) {
            Some(level) => LEVELS[usize::from(self.shown_level(u8::try_from(level).unwrap_or(6)))],
            None => sanitise::shown_as(name),
        }
    }
}
