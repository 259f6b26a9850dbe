//! A text as the parser is given it: of the same length, so that every place stays what it is, and without what the parser
//! reads in another way than people mean it.
//!
//! Tabs are blanks behind the fence that ends a block of code and in the line below the head of a table. And markup that is
//! never closed, which by the letter of the standard takes the rest of the text with it, does not begin there: its first
//! sign is put away before parsing and back afterwards.

use std::borrow::Cow;
use std::ops::Range;

use pulldown_cmark::{CodeBlockKind, CowStr, Event, Parser, Tag};

/// Stands in for the `<` of markup that is never closed. No page shows it: what an author writes of it is another such sign.
const PUT_AWAY: char = '\u{1}';

/// What an author's own sign of that sort becomes.
const OWN: char = '\u{2}';

/// The text that is parsed.
pub(super) struct Fitted<'a> {
    pub text: Cow<'a, str>,
    has_put_away: bool,
}

impl<'a> Fitted<'a> {
    /// What to parse in place of `text`.
    pub(super) fn of(text: &'a str) -> Fitted<'a> {
        let text = with_blanks(text);
        let text =
            if text.contains(PUT_AWAY) { Cow::Owned(text.replace(PUT_AWAY, OWN.encode_utf8(&mut [0]))) } else { text };
        let mut fitted = Fitted { text, has_put_away: false };
        // Where one sort of markup takes the rest, another may stand in it; each sort is put away once.
        for _ in 0..=SWALLOWING.len() {
            let changes = fitted.changes();
            if changes.is_empty() {
                break;
            }
            let mut bytes = std::mem::take(&mut fitted.text).into_owned().into_bytes();
            for (at, byte) in changes {
                bytes[at] = byte;
                fitted.has_put_away |= byte == PUT_AWAY as u8;
            }
            fitted.text = Cow::Owned(String::from_utf8(bytes).unwrap_or_default());
        }
        fitted
    }

    /// The letters to change so that markup without end does not begin, and that in capitals ends.
    fn changes(&self) -> Vec<(usize, u8)> {
        let text = &*self.text;
        let mut marks = memchr::memchr_iter(b'<', text.as_bytes());
        if !marks.any(|at| SWALLOWING.iter().any(|it| begins(&text[at..], it.begin))) {
            return Vec::new();
        }
        let blocks = Parser::new_ext(text, super::syntax()).into_offset_iter();
        let blocks = blocks.filter(|(event, _)| matches!(event, Event::Start(Tag::HtmlBlock)));
        blocks.flat_map(|(_, range)| unclosed_in(text, range)).collect()
    }

    /// What the parser read of it, as the author wrote it.
    pub(super) fn event<'e>(&self, event: Event<'e>) -> Event<'e> {
        if !self.has_put_away {
            return event;
        }
        match event {
            Event::Text(text) => Event::Text(put_back(text)),
            Event::Code(text) => Event::Code(put_back(text)),
            Event::Html(text) => Event::Html(put_back(text)),
            Event::InlineHtml(text) => Event::InlineHtml(put_back(text)),
            Event::FootnoteReference(label) => Event::FootnoteReference(put_back(label)),
            Event::Start(Tag::FootnoteDefinition(label)) => Event::Start(Tag::FootnoteDefinition(put_back(label))),
            Event::Start(Tag::CodeBlock(CodeBlockKind::Fenced(info))) => {
                Event::Start(Tag::CodeBlock(CodeBlockKind::Fenced(put_back(info))))
            }
            Event::Start(Tag::Link { link_type, dest_url, title, id }) => {
                Event::Start(Tag::Link { link_type, dest_url: put_back(dest_url), title: put_back(title), id })
            }
            Event::Start(Tag::Image { link_type, dest_url, title, id }) => {
                Event::Start(Tag::Image { link_type, dest_url: put_back(dest_url), title: put_back(title), id })
            }
            event => event,
        }
    }
}

fn put_back(text: CowStr) -> CowStr {
    if text.contains(PUT_AWAY) { text.replace(PUT_AWAY, "<").into() } else { text }
}

/// Markup that goes on over blank lines, up to its end.
struct Swallowing {
    begin: &'static str,
    end: &'static str,
}

const SWALLOWING: [Swallowing; 8] = [
    Swallowing { begin: "<!--", end: "-->" },
    Swallowing { begin: "<![cdata[", end: "]]>" },
    Swallowing { begin: "<?", end: "?>" },
    Swallowing { begin: "<script", end: "</script>" },
    Swallowing { begin: "<style", end: "</style>" },
    Swallowing { begin: "<textarea", end: "</textarea>" },
    Swallowing { begin: "<pre", end: "</pre>" },
    // The last, as the first two begin with it.
    Swallowing { begin: "<!", end: ">" },
];

/// The changes to the block of HTML at `range`, where it goes on to the end of what holds it; none where it ends.
fn unclosed_in(text: &str, range: Range<usize>) -> Vec<(usize, u8)> {
    let block = &text[range.clone()];
    let begin = block.trim_start();
    let Some(markup) = SWALLOWING.iter().find(|it| begins(begin, it.begin)) else { return Vec::new() };
    // The parser ends such a block with the line that holds its end, in small letters.
    let last = block.trim_end().rsplit('\n').next().unwrap_or_default();
    if last.contains(markup.end) {
        return Vec::new();
    }
    if let Some(end) = find(block, markup.end) {
        let at = range.start + end;
        return text.as_bytes()[at..at + markup.end.len()]
            .iter()
            .enumerate()
            .map(|(step, byte)| (at + step, byte.to_ascii_lowercase()))
            .collect();
    }
    let starts = block.match_indices('<').filter(|(at, _)| begins(&block[*at..], markup.begin));
    starts.map(|(at, _)| (range.start + at, PUT_AWAY as u8)).collect()
}

fn begins(text: &str, what: &str) -> bool {
    text.as_bytes().get(..what.len()).is_some_and(|here| here.eq_ignore_ascii_case(what.as_bytes()))
}

/// Where `what`, in small letters and with a `<` at its beginning, first stands in `text`, in letters of any case.
fn find(text: &str, what: &str) -> Option<usize> {
    text.match_indices('<').map(|(at, _)| at).find(|at| begins(&text[*at..], what))
}

/// `text` with blanks for the tabs that the parser does not expect, though the standard allows them.
fn with_blanks(text: &str) -> Cow<'_, str> {
    if !text.contains('\t') {
        return text.into();
    }
    let mut tabs = Vec::new();
    let mut at = 0;
    for line in text.split_inclusive('\n') {
        if line.contains('\t')
            && let Some(from) = after_which_tabs_are_blanks(line)
        {
            let found = line.bytes().enumerate().skip(from).filter(|(_, byte)| *byte == b'\t');
            tabs.extend(found.map(|(tab, _)| at + tab));
        }
        at += line.len();
    }
    if tabs.is_empty() {
        return text.into();
    }
    let mut bytes = text.as_bytes().to_vec();
    for tab in tabs {
        bytes[tab] = b' ';
    }
    String::from_utf8(bytes).unwrap_or_default().into()
}

/// Behind the fence on a line with nothing else; behind the first sign of a line of pipes, hyphens and colons.
fn after_which_tabs_are_blanks(line: &str) -> Option<usize> {
    let rest = line.trim_start_matches([' ', '\t', '>']);
    let from = line.len() - rest.len();
    let end = rest.trim_end();
    let is_fence = |mark: char| end.len() >= 3 && end.chars().all(|letter| letter == mark);
    if is_fence('`') || is_fence('~') {
        return Some(from + end.len());
    }
    let is_delimiter = end.contains('|') && end.contains('-') && end.chars().all(|letter| "|:- \t".contains(letter));
    let first = ["|", "--", ":-", "-:"].iter().filter_map(|sign| end.find(sign)).min();
    first.filter(|_| is_delimiter).map(|first| from + first)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_text_keeps_its_length_and_its_places() {
        for (text, expected) in [
            ("```\ncode\n```\t\n\n## After\n", "```\ncode\n``` \n\n## After\n"),
            ("> ~~~ \t \n", "> ~~~   \n"),
            ("| a\t|\n|:--:\t|--\t|\n\t|x\t|\n", "| a\t|\n|:--: |-- |\n\t|x\t|\n"),
            ("-\ta\n\tb\t\n```\tx\n", "-\ta\n\tb\t\n```\tx\n"),
            ("a \u{1} b\n", "a \u{2} b\n"),
        ] {
            assert_eq!(Fitted::of(text).text, expected);
        }
    }

    #[test]
    fn markup_without_end_does_not_begin() {
        for (text, expected) in [
            ("a\n\n<!-- note\n\n# B\n", "a\n\n\u{1}!-- note\n\n# B\n"),
            ("<!-- note -->\n\n<!-- a\n\nb --> c\n\nd\n", "<!-- note -->\n\n<!-- a\n\nb --> c\n\nd\n"),
            ("<SCRIPT>\na\n\n<?b\n\n<!-- c\n", "\u{1}SCRIPT>\na\n\n\u{1}?b\n\n\u{1}!-- c\n"),
            ("<PRE>a\n\nb</PRE>\n\nc\n", "<PRE>a\n\nb</pre>\n\nc\n"),
            ("- <pre>a\n- b\n\n<pre>\n\nc</pre>\n", "- \u{1}pre>a\n- b\n\n<pre>\n\nc</pre>\n"),
            ("`<!--` and a <!-- b\n", "`<!--` and a <!-- b\n"),
            ("```\n<!-- a\n```\n", "```\n<!-- a\n```\n"),
        ] {
            assert_eq!(Fitted::of(text).text, expected, "{text}");
        }
    }
}
