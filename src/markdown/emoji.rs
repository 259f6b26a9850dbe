//! Short codes of emoji, `:tada:`, as code hosts show them.

use super::escape;

/// Writes `text` with the emoji in place of each short code that means one; any other colon stays what it is.
pub(super) fn text(out: &mut String, text: &str) {
    let mut rest = text;
    let mut written = 0;
    while let Some(open) = rest.find(':') {
        let start = text.len() - rest.len() + open;
        let code = &rest[open + 1..];
        let end = code.find(|letter: char| !letter.is_ascii_alphanumeric() && !"_+-".contains(letter));
        let found = end.filter(|end| code[*end..].starts_with(':'));
        // `10:30:00` is a time and `std::tada` a path: neither a letter nor another colon may touch the code.
        let touches = |letter: char| letter.is_alphanumeric() || letter == ':';
        let is_apart = !text[..start].ends_with(touches) && !end.is_some_and(|end| code[end..].starts_with("::"));
        match found.and_then(|end| Some((emojis::get_by_shortcode(&code[..end])?, end))).filter(|_| is_apart) {
            Some((emoji, end)) => {
                escape::text(out, &text[written..start]);
                out.push_str(emoji.as_str());
                rest = &code[end + 1..];
                written = text.len() - rest.len();
            }
            None => rest = code,
        }
    }
    escape::text(out, &text[written..]);
}

#[cfg(test)]
mod tests {
    use super::text;

    #[test]
    fn a_short_code_is_an_emoji_and_other_colons_stay() {
        for (written, shown) in [
            (":tada: done :+1:", "🎉 done 👍"),
            ("(:tada:)", "(🎉)"),
            ("::tada::", "::tada::"),
            ("at 10:30:00", "at 10:30:00"),
            ("std::tada::x", "std::tada::x"),
            ("a:tada:", "a:tada:"),
            (":no-such-emoji: & :", ":no-such-emoji: &amp; :"),
            (":tada", ":tada"),
        ] {
            let mut out = String::new();
            text(&mut out, written);
            assert_eq!(out, shown, "{written}");
        }
    }
}
