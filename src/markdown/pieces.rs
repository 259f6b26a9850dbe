//! What readers see of a text, as plain text: for those who look for its words.

use pulldown_cmark::{Event, Parser, Tag, TagEnd};

use super::depth::is_nested_without_end;
use super::fitted::Fitted;
use super::raw::{Token, tokens};

/// A paragraph, heading, item, cell or block of code as plain text.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Piece {
    /// Without marks; never empty.
    pub text: String,
    /// Whether it is a heading.
    pub is_heading: bool,
}

/// The pieces of `text` in its order: everything that its page shows but comments and addresses of links. Total.
pub fn pieces(text: &str) -> Vec<Piece> {
    read(text, Walk::default())
}

/// The same with a box before each task: `☐ ask for quotes`. Total.
pub(crate) fn pieces_with_boxes(text: &str) -> Vec<Piece> {
    read(text, Walk { with_boxes: true, ..Walk::default() })
}

fn read(text: &str, mut walk: Walk) -> Vec<Piece> {
    if is_nested_without_end(text) {
        return vec![Piece { text: text.to_owned(), is_heading: false }];
    }
    let fitted = Fitted::of(text);
    for event in Parser::new_ext(&fitted.text, super::syntax()) {
        walk.event(fitted.event(event));
    }
    walk.close(false);
    walk.pieces
}

#[derive(Default)]
struct Walk {
    pieces: Vec<Piece>,
    /// Whether a task begins with its box.
    with_boxes: bool,
    open: String,
    /// A block of raw HTML, which is read as a whole.
    raw: Option<String>,
}

impl Walk {
    fn event(&mut self, event: Event) {
        match event {
            Event::Text(text) | Event::Code(text) => self.open.push_str(&text),
            Event::Html(html) => match &mut self.raw {
                Some(raw) => raw.push_str(&html),
                None => self.html(&html),
            },
            Event::InlineHtml(html) => self.html(&html),
            Event::SoftBreak | Event::HardBreak => self.open.push(' '),
            Event::Start(Tag::HtmlBlock) => {
                self.close(false);
                self.raw = Some(String::new());
            }
            Event::End(TagEnd::HtmlBlock) => {
                let raw = self.raw.take().unwrap_or_default();
                self.html(&raw);
                self.close(false);
            }
            Event::End(TagEnd::Heading(_)) => self.close(true),
            // A cell ends what is said in it; its row is one piece.
            Event::End(TagEnd::TableCell) => self.open.push_str(" · "),
            Event::Start(tag) if is_block(&tag) => self.close(false),
            Event::End(tag) if ends_block(tag) => self.close(false),
            Event::TaskListMarker(done) if self.with_boxes => self.open.push_str(if done { "☑ " } else { "☐ " }),
            Event::Start(_)
            | Event::End(_)
            | Event::Rule
            | Event::FootnoteReference(_)
            | Event::TaskListMarker(_)
            | Event::InlineMath(_)
            | Event::DisplayMath(_) => {}
        }
    }

    /// The text of raw HTML. Tags part words no more than they do on the page, but those of blocks.
    fn html(&mut self, html: &str) {
        tokens(html, |_, token| match token {
            Token::Text(text) => self.open.push_str(&super::sanitise::unescape(text)),
            Token::AsWritten(text) => self.open.push_str(text),
            Token::Open { name, .. } | Token::Close { name } => {
                if !INLINE.iter().any(|inline| inline.eq_ignore_ascii_case(name)) {
                    self.open.push(' ');
                }
            }
        });
    }

    fn close(&mut self, is_heading: bool) {
        let text = self.open.trim().trim_end_matches('·').trim_end();
        if !text.is_empty() {
            self.pieces.push(Piece { text: text.to_owned(), is_heading });
        }
        self.open.clear();
    }
}

/// Elements whose tags may stand within a word.
const INLINE: [&str; 14] =
    ["a", "abbr", "b", "code", "del", "em", "i", "ins", "mark", "s", "span", "strong", "sub", "sup"];

fn is_block(tag: &Tag) -> bool {
    !matches!(
        tag,
        Tag::Emphasis | Tag::Strong | Tag::Strikethrough | Tag::Link { .. } | Tag::Image { .. } | Tag::TableCell
    )
}

fn ends_block(tag: TagEnd) -> bool {
    !matches!(
        tag,
        TagEnd::Emphasis | TagEnd::Strong | TagEnd::Strikethrough | TagEnd::Link | TagEnd::Image | TagEnd::TableCell
    )
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn readers_words_are_kept_and_notes_of_the_author_are_not() {
        let text = "# A *title*\n\nOne [two](https://three.example) `four`.<!-- five -->\nsi<b>x</b>\n\n- seven\n- [x] eight\n\n\
                    | nine | ten |\n|--|--|\n| eleven | ![twelve](x.png) |\n\n<details><summary>thirteen</summary>\nfourteen &amp;\n</details>\n\n\
                    ```toml\nfifteen = 1\n```\n";
        let pieces = pieces(text);
        let texts: Vec<&str> = pieces.iter().map(|piece| &*piece.text).collect();
        let expected = [
            "A title",
            "One two four. six",
            "seven",
            "eight",
            "nine · ten",
            "eleven · twelve",
            "thirteen \nfourteen &",
            "fifteen = 1",
        ];
        assert_eq!(texts, expected);
        assert!(pieces[0].is_heading && !pieces[1].is_heading);
    }
}
