//! The stretches of a text that its author says in plain words: no code, no addresses, and no words of others.

use std::ops::Range;

use pulldown_cmark::{Event, Parser, Tag, TagEnd};

use super::depth::is_nested_without_end;
use super::fitted::Fitted;

/// Where plain words stand in `text`, in order: outside code, HTML, quotations and the addresses of links. Empty when the
/// text is beyond the limits.
pub fn stretches(text: &str) -> Vec<Range<usize>> {
    if is_nested_without_end(text) {
        return Vec::new();
    }
    let mut silent = 0_usize;
    let mut stretches: Vec<Range<usize>> = Vec::new();
    let fitted = Fitted::of(text);
    for (event, range) in Parser::new_ext(&fitted.text, super::syntax()).into_offset_iter() {
        match event {
            Event::Start(Tag::BlockQuote(_) | Tag::CodeBlock(_) | Tag::HtmlBlock) => silent += 1,
            Event::End(TagEnd::BlockQuote(_) | TagEnd::CodeBlock | TagEnd::HtmlBlock) => silent -= 1,
            // The parser cuts text wherever a mark might have been.
            Event::Text(_) if silent == 0 => match stretches.last_mut() {
                Some(last) if last.end == range.start => last.end = range.end,
                _ => stretches.push(range),
            },
            _ => {}
        }
    }
    stretches
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn code_addresses_and_quotations_are_left_out() {
        let text = "# A *title*\n\nWords `code` [link](https://example.org/words).\n\n> Quoted.\n\n```\ncode\n```\n";
        let said: Vec<&str> = stretches(text).into_iter().map(|range| &text[range]).collect();
        assert_eq!(said, ["A ", "title", "Words ", " ", "link", "."]);
    }
}
