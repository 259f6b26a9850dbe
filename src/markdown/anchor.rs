//! The ids of headings, as GitHub makes them, so that the links people already wrote keep working.

use std::sync::LazyLock;

use regex::Regex;

use crate::id::QuickMap;

/// What no anchor holds: all but letters, the marks on them, digits, what joins words, hyphens and blanks.
static DROPPED: LazyLock<Regex> =
    LazyLock::new(|| Regex::new(r"[^\p{L}\p{M}\p{Nd}\p{Pc}\- ]").expect("the classes are those of Unicode"));

/// The anchor of a heading by itself: small letters of every script with their marks, digits, `-` and `_` kept, each space a
/// hyphen, the rest dropped. `section` for a heading without any of them.
pub fn anchor(title: &str) -> String {
    let title = title.trim();
    let is_plain = |byte: u8| byte.is_ascii_alphanumeric() || b"-_ ".contains(&byte);
    let anchor = if title.bytes().all(is_plain) {
        title.to_ascii_lowercase().replace(' ', "-")
    } else {
        DROPPED.replace_all(title, "").to_lowercase().replace(' ', "-")
    };
    if anchor.is_empty() { "section".to_owned() } else { anchor }
}

/// The anchors given so far in one text, each with how often it was asked for again.
#[derive(Debug, Default)]
pub(super) struct Anchors(QuickMap<String, usize>);

impl Anchors {
    /// The anchor of the next heading: `scope`, then `scope-1`, `scope-2`.
    pub(super) fn next(&mut self, title: &str) -> String {
        let first = anchor(title);
        let Some(mut again) = self.0.get(&first).copied() else {
            self.0.insert(first.clone(), 0);
            return first;
        };
        let unique = loop {
            again += 1;
            let unique = format!("{first}-{again}");
            if !self.0.contains_key(&unique) {
                break unique;
            }
        };
        self.0.insert(first, again);
        self.0.insert(unique.clone(), 0);
        unique
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn anchors_are_those_of_github() {
        for (title, expected) in [
            ("Work items", "work-items"),
            ("Terms & conditions", "terms--conditions"),
            ("What's `next`?", "whats-next"),
            ("Übersicht 2021", "übersicht-2021"),
            ("v1.0.0: A_b-c", "v100-a_b-c"),
            ("\u{26a0}\u{fe0f} Note", "\u{fe0f}-note"),
            ("\u{0e17}\u{0e35}\u{0e48}", "\u{0e17}\u{0e35}\u{0e48}"),
            ("Cafe\u{301} a\u{203f}b", "cafe\u{301}-a\u{203f}b"),
            ("m\u{b2} + \u{bd} \u{2460}", "m---"),
            ("???", "section"),
        ] {
            assert_eq!(anchor(title), expected);
        }
    }

    #[test]
    fn no_two_headings_share_an_anchor() {
        let mut anchors = Anchors::default();
        let given = ["Scope", "Scope", "Scope-1", "scope"].map(|title| anchors.next(title));
        assert_eq!(given, ["scope", "scope-1", "scope-1-1", "scope-2"]);
    }
}
