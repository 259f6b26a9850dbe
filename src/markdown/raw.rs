//! The HTML that authors write, cut into tags and text. What is in a tag is for [`super::sanitise`] to judge.

/// A part of raw HTML. Comments, declarations and whatever stands in a [`DROPPED`] element are none.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Token<'a> {
    Text(&'a str),
    Open {
        name: &'a str,
        /// With the angle brackets.
        tag: &'a str,
    },
    Close {
        name: &'a str,
    },
}

/// Elements whose content is not text for readers; they go with everything in them.
const DROPPED: &[&str] = &[
    "script",
    "style",
    "svg",
    "math",
    "iframe",
    "object",
    "template",
    "textarea",
    "select",
    "title",
    "noscript",
    "noembed",
    "noframes",
    "xmp",
    "plaintext",
    "canvas",
    "audio",
    "video",
    "head",
];

/// Hands the parts of `html` to `each`, in order. Reads every letter at most a few times, whatever was left open.
pub(super) fn tokens<'a>(html: &'a str, mut each: impl FnMut(Token<'a>)) {
    let mut text_from = 0;
    let mut at = 0;
    while let Some(step) = html[at..].find('<') {
        let start = at + step;
        let rest = &html[start..];
        let Some((end, token)) = markup(rest) else {
            // Text from here on when a tag is never closed, else the next letter may be the one that opens.
            at = start + 1;
            if is_tag_start(rest) {
                break;
            }
            continue;
        };
        if text_from < start {
            each(Token::Text(&html[text_from..start]));
        }
        at = start + end;
        if let Some(Token::Open { name, .. }) = token
            && DROPPED.iter().any(|dropped| dropped.eq_ignore_ascii_case(name))
        {
            at += after_close(&html[at..], name);
        } else if let Some(token) = token {
            each(token);
        }
        text_from = at;
    }
    if text_from < html.len() {
        each(Token::Text(&html[text_from..]));
    }
}

fn is_tag_start(rest: &str) -> bool {
    rest[1..].trim_start_matches('/').starts_with(|next: char| next.is_ascii_alphabetic())
}

/// Where the markup at the start of `rest` ends, and its token if it has one; `None` when it is only a `<`.
fn markup(rest: &str) -> Option<(usize, Option<Token<'_>>)> {
    if let Some(comment) = rest.strip_prefix("<!--") {
        return Some((comment.find("-->").map_or(rest.len(), |end| 4 + end + 3), None));
    }
    if rest.starts_with("<!") || rest.starts_with("<?") {
        return Some((rest.find('>').map_or(rest.len(), |end| end + 1), None));
    }
    let close = rest.starts_with("</");
    let name = &rest[if close { 2 } else { 1 }..];
    let name = &name[..name.bytes().take_while(|byte| byte.is_ascii_alphanumeric() || *byte == b'-').count()];
    if !name.starts_with(|first: char| first.is_ascii_alphabetic()) {
        return None;
    }
    let mut quote = None;
    let end = rest.bytes().position(|byte| match quote {
        Some(open) => {
            if byte == open {
                quote = None;
            }
            false
        }
        None => {
            if byte == b'"' || byte == b'\'' {
                quote = Some(byte);
            }
            byte == b'>'
        }
    })?;
    let tag = &rest[..=end];
    Some((end + 1, Some(if close { Token::Close { name } } else { Token::Open { name, tag } })))
}

/// How much of `html` belongs to the open element `name`, with its end tag; all of it when there is none.
fn after_close(html: &str, name: &str) -> usize {
    let mut at = 0;
    while let Some(step) = html[at..].find("</") {
        at += step + 2;
        let here = &html.as_bytes()[at..];
        if here.get(..name.len()).is_some_and(|here| here.eq_ignore_ascii_case(name.as_bytes())) {
            return html[at..].find('>').map_or(html.len(), |end| at + end + 1);
        }
    }
    html.len()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn shown(html: &str) -> String {
        let mut all = Vec::new();
        tokens(html, |token| {
            all.push(match token {
                Token::Text(text) => format!("{text:?}"),
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
            ("x<script>alert('<b>')</SCRIPT >y", r#""x" "y""#),
            ("x<style>p{}", r#""x""#),
            ("<div <div", r#""<div <div""#),
            ("<a b='", r#""<a b='""#),
        ] {
            assert_eq!(shown(html), expected);
        }
    }
}
