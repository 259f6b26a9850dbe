//! Text into HTML: how an author's words reach a rendered text. In templates tera does the same.

use crate::text::{is_forbidden, overrides_direction};

/// Appends `text` as the content of an element.
pub(super) fn text(out: &mut String, text: &str) {
    escape(out, text, false);
}

/// Appends `text` as the inside of an attribute between double quotes.
pub(super) fn attribute(out: &mut String, text: &str) {
    escape(out, text, true);
}

/// `text` as it may stand in an element and in an attribute between double quotes, for pages that no template makes.
pub fn escaped(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    attribute(&mut out, text);
    out
}

fn escape(out: &mut String, text: &str, quotes: bool) {
    let mut from = 0;
    let mut at = 0;
    while let Some(step) = text.as_bytes()[at..].iter().position(|byte| SPECIAL[usize::from(*byte)]) {
        at += step;
        let letter = text[at..].chars().next().expect("every special byte begins a letter");
        let instead = match letter {
            '&' => "&amp;",
            '<' => "&lt;",
            '>' => "&gt;",
            '"' if quotes => "&quot;",
            letter if is_forbidden(letter) || overrides_direction(letter) => "\u{fffd}",
            _ => "",
        };
        if !instead.is_empty() {
            out.push_str(&text[from..at]);
            out.push_str(instead);
            from = at + letter.len_utf8();
        }
        at += letter.len_utf8();
    }
    out.push_str(&text[from..]);
}

/// Bytes that [`escape`] looks at; the others are copied. Those above ASCII begin a letter that may be forbidden.
const SPECIAL: [bool; 256] = {
    let mut special = [false; 256];
    let mut byte = 0;
    while byte < 0x20 {
        special[byte] = !matches!(byte as u8, b'\t' | b'\n' | b'\r');
        byte += 1;
    }
    special[b'&' as usize] = true;
    special[b'<' as usize] = true;
    special[b'>' as usize] = true;
    special[b'"' as usize] = true;
    special[0x7f] = true;
    special[0xc2] = true;
    special[0xe2] = true;
    special[0xef] = true;
    let mut byte = 0xf0;
    while byte < 0xf8 {
        special[byte] = true;
        byte += 1;
    }
    special
};

#[cfg(test)]
mod tests {
    #[test]
    fn nothing_that_html_would_read_is_left() {
        for (input, content, inside) in [
            ("a < b && c > \"d\"", "a &lt; b &amp;&amp; c &gt; \"d\"", "a &lt; b &amp;&amp; c &gt; &quot;d&quot;"),
            ("bell \u{7} and \u{85}", "bell \u{fffd} and \u{fffd}", "bell \u{fffd} and \u{fffd}"),
            ("a \u{202e}b – \u{2067}c\u{2069}", "a \u{fffd}b – \u{2067}c\u{2069}", "a \u{fffd}b – \u{2067}c\u{2069}"),
            ("Kühnel 💡 ﬁn\u{fffe}", "Kühnel 💡 ﬁn\u{fffd}", "Kühnel 💡 ﬁn\u{fffd}"),
        ] {
            let (mut text, mut attribute) = (String::new(), String::new());
            super::text(&mut text, input);
            super::attribute(&mut attribute, input);
            assert_eq!((text.as_str(), attribute.as_str()), (content, inside));
        }
    }
}
