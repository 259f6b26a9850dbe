//! The HTML that authors write, cut into tags and text. What is in a tag is for [`super::sanitise`] to judge.

use super::sanitise;

/// A part of raw HTML. Comments are none: they are notes of the author. Every other letter is in one of them.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Token<'a> {
    /// With entities in place of what they stand for.
    Text(&'a str),
    /// What no page shows as HTML, for readers to see as it is written: the tag of an element that is not on the list, a
    /// declaration, a script with all that is in it, the beginning of a comment without end.
    AsWritten(&'a str),
    Open {
        name: &'a str,
        /// With the angle brackets.
        tag: &'a str,
    },
    Close {
        name: &'a str,
    },
}

/// Elements in which a browser reads no tags: from start tag to end tag they are one piece.
const RAW: &[&str] =
    &["script", "style", "textarea", "title", "xmp", "iframe", "noembed", "noframes", "noscript", "plaintext"];

/// Hands the parts of `html` to `each`, in order, each with where it begins. Reads every letter at most a few times, whatever
/// was left open.
pub(super) fn tokens<'a>(html: &'a str, mut each: impl FnMut(usize, Token<'a>)) {
    let mut ends = Ends::default();
    let mut text_from = 0;
    let mut at = 0;
    while let Some(step) = html[at..].find('<') {
        let start = at + step;
        let Some((length, token)) = markup(&html[start..], &mut ends) else {
            at = start + 1;
            continue;
        };
        if text_from < start {
            each(text_from, Token::Text(&html[text_from..start]));
        }
        if let Some(token) = token {
            each(start, token);
        }
        at = start + length;
        text_from = at;
    }
    if text_from < html.len() {
        each(text_from, Token::Text(&html[text_from..]));
    }
}

/// What was looked for in vain: it is nowhere in the rest of the text either.
#[derive(Default)]
struct Ends(Vec<&'static str>);

impl Ends {
    /// What `find` finds of `end`, unless an earlier look found that there is no more.
    fn find(&mut self, end: &'static str, find: impl FnOnce() -> Option<usize>) -> Option<usize> {
        if self.0.contains(&end) {
            return None;
        }
        let found = find();
        if found.is_none() {
            self.0.push(end);
        }
        found
    }
}

/// How long the markup at the start of `rest` is, and its token if it has one; `None` when it is only a `<`.
fn markup<'a>(rest: &'a str, ends: &mut Ends) -> Option<(usize, Option<Token<'a>>)> {
    let written = |length: usize| Some((length, Some(Token::AsWritten(&rest[..length]))));
    if let Some(comment) = rest.strip_prefix("<!--") {
        // Both are whole comments.
        if let Some(empty) = ["<!-->", "<!--->"].iter().find(|empty| rest.starts_with(**empty)) {
            return Some((empty.len(), None));
        }
        return match ends.find("-->", || comment.find("-->")) {
            Some(end) => Some((4 + end + 3, None)),
            None => written(4),
        };
    }
    if rest.starts_with("<![CDATA[") {
        return written(ends.find("]]>", || rest.find("]]>")).map_or("<![CDATA[".len(), |end| end + 3));
    }
    if rest.starts_with("<?") {
        return written(ends.find("?>", || rest.find("?>")).map_or(2, |end| end + 2));
    }
    if rest.starts_with("<!") {
        return written(ends.find(">", || rest.find('>')).map_or(2, |end| end + 1));
    }
    let close = rest.starts_with("</");
    let name = &rest[if close { 2 } else { 1 }..];
    let name = &name[..name.bytes().take_while(|byte| byte.is_ascii_alphanumeric() || *byte == b'-').count()];
    if !name.starts_with(|first: char| first.is_ascii_alphabetic()) {
        return None;
    }
    let length = tag_length(rest)?;
    if sanitise::element(name).is_some() {
        let tag = &rest[..length];
        return Some((length, Some(if close { Token::Close { name } } else { Token::Open { name, tag } })));
    }
    let raw = RAW.iter().find(|raw| !close && raw.eq_ignore_ascii_case(name));
    let inside = raw.and_then(|raw| ends.find(raw, || to_close(&rest[length..], raw)));
    written(length + inside.unwrap_or_default())
}

/// How long the tag at the start of `rest` is; `None` when it has no end before the next one begins.
fn tag_length(rest: &str) -> Option<usize> {
    let mut quote = None;
    for (at, byte) in rest.bytes().enumerate().skip(1) {
        match quote {
            Some(open) if byte == open => quote = None,
            Some(_) => {}
            None if byte == b'>' => return Some(at + 1),
            None if byte == b'<' => return None,
            // A quote begins a value: anywhere else it is a slip, and must not take what follows with it.
            None if matches!(byte, b'"' | b'\'') && rest[..at].trim_end().ends_with('=') => quote = Some(byte),
            None => {}
        }
    }
    None
}

/// How much of `html` belongs to the open element `name`, with its end tag; `None` when there is none.
fn to_close(html: &str, name: &str) -> Option<usize> {
    let mut at = 0;
    while let Some(step) = html[at..].find("</") {
        at += step + 2;
        let here = html.as_bytes().get(at..at + name.len());
        if here.is_some_and(|here| here.eq_ignore_ascii_case(name.as_bytes())) {
            return html[at..].find('>').map(|end| at + end + 1);
        }
    }
    None
}

/// The value of the attribute `wanted` as it is written in the start tag `tag`, and where it stands there; `None` when it has
/// none.
pub(super) fn written_value<'a>(tag: &'a str, wanted: &str) -> Option<(usize, &'a str)> {
    let is_blank = |byte: &u8| byte.is_ascii_whitespace();
    let bytes = tag.as_bytes();
    let skip = |from: usize, what: fn(u8) -> bool| from + bytes[from..].iter().take_while(|byte| what(**byte)).count();
    let mut at = skip(1, |byte| byte.is_ascii_alphanumeric() || byte == b'-');
    loop {
        at = skip(at, |byte| byte.is_ascii_whitespace() || byte == b'/');
        let name_end = skip(at, |byte| !byte.is_ascii_whitespace() && !matches!(byte, b'=' | b'/' | b'>'));
        let name = &tag[at..name_end];
        let equals = skip(name_end, |byte| byte.is_ascii_whitespace());
        if bytes.get(equals) != Some(&b'=') {
            if name.is_empty() {
                return None;
            }
            at = equals;
            continue;
        }
        let start = skip(equals + 1, |byte| byte.is_ascii_whitespace());
        let (start, end) = match bytes.get(start) {
            Some(quote @ (b'"' | b'\'')) => {
                let length = bytes[start + 1..].iter().position(|byte| byte == quote)?;
                (start + 1, start + 1 + length)
            }
            Some(_) | None => {
                let length = bytes[start..].iter().position(|byte| is_blank(byte) || *byte == b'>');
                (start, length.map_or(tag.len(), |length| start + length))
            }
        };
        if name.eq_ignore_ascii_case(wanted) {
            return Some((start, &tag[start..end]));
        }
        at = (end + usize::from(bytes.get(end).is_some_and(|byte| matches!(byte, b'"' | b'\'')))).max(at + 1);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn shown(html: &str) -> String {
        let mut all = Vec::new();
        tokens(html, |at, token| {
            all.push(match token {
                Token::Text(text) => format!("{text:?}"),
                Token::AsWritten(text) => {
                    assert_eq!(&html[at..at + text.len()], text);
                    format!("[{text}]")
                }
                Token::Open { name, .. } => name.to_owned(),
                Token::Close { name } => format!("/{name}"),
            });
        });
        all.join(" ")
    }

    #[test]
    fn raw_html_falls_into_tags_and_text() {
        for (html, expected) in [
            ("<p align=center>a <b>c</b></p>", r#"p "a " b "c" /b /p"#),
            ("a < b <3 <- <!-- no --> c", r#""a < b <3 <- " " c""#),
            (r#"<a title="x > y" href='z'>w</a>"#, r#"a "w" /a"#),
            ("x<script>alert('<b>')</SCRIPT >y", r#""x" [<script>alert('<b>')</SCRIPT >] "y""#),
            ("x<style>p{} <b>", r#""x" [<style>] "p{} " b"#),
            ("x<!-- y <b>", r#""x" [<!--] " y " b"#),
            ("<!--> x --> <!---> y", r#"" x --> " " y""#),
            ("Vec<String> </x> <your-name>", r#""Vec" [<String>] " " [</x>] " " [<your-name>]"#),
            ("<!DOCTYPE a><?b?><![CDATA[<b>]]>", "[<!DOCTYPE a>] [<?b?>] [<![CDATA[<b>]]>]"),
            ("<div <div", r#""<div <div""#),
            ("<a b='", r#""<a b='""#),
            ("<p \"> a <b>c</b>", r#"p " a " b "c" /b"#),
        ] {
            assert_eq!(shown(html), expected);
        }
    }

    #[test]
    fn a_value_is_found_where_it_is_written() {
        for (tag, expected) in [
            (r#"<a class=x href = "a b.md" id=y>"#, Some("a b.md")),
            ("<a HREF='x'>", Some("x")),
            ("<a disabled href=x/y>", Some("x/y")),
            ("<a title=\"href=no\">", None),
            ("<a href>", None),
            ("<a = x>", None),
            ("<a href=\"", None),
        ] {
            let found = written_value(tag, "href");
            assert_eq!(found.map(|(_, value)| value), expected, "{tag}");
            assert!(found.is_none_or(|(at, value)| tag[at..].starts_with(value)), "{tag}");
        }
    }
}
