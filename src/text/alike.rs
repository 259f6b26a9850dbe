//! Names that are one name on some systems: Windows and macOS make no difference between capital and small letters, and macOS none
//! between the forms in which an accent can be written.

use std::borrow::Cow;

use unicode_normalization::{UnicodeNormalization, is_nfc};

/// What two names have in common that are one on some system: in small letters, with each accent in its short form.
pub fn folded(name: &str) -> Cow<'_, str> {
    if name.is_ascii() {
        let is_folded = !name.bytes().any(|byte| byte.is_ascii_uppercase());
        return if is_folded { Cow::Borrowed(name) } else { Cow::Owned(name.to_ascii_lowercase()) };
    }
    let is_small = |letter: char| match letter.is_ascii() {
        true => !letter.is_ascii_uppercase(),
        false => letter.to_lowercase().eq([letter]),
    };
    if name.chars().all(is_small) && is_nfc(name) {
        return Cow::Borrowed(name);
    }
    let small = name.to_lowercase();
    Cow::Owned(if is_nfc(&small) { small } else { composed(&small) })
}

fn composed(name: &str) -> String {
    name.nfc().collect()
}

/// What tells two names apart that are one on some systems, with its verb, and which systems keep one of the two.
pub fn what_tells_apart(one: &str, other: &str) -> (&'static str, &'static str) {
    match (composed(one) == composed(other), one.to_lowercase() == other.to_lowercase()) {
        (true, _) => ("only the form of an accent tells", "macOS keeps"),
        (false, true) => ("only capital letters tell", "Windows and macOS keep"),
        (false, false) => ("only capital letters and the form of an accent tell", "macOS keeps"),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_that_are_one_elsewhere_are_folded_to_the_same() {
        for (one, other, by) in [
            ("a/Plan.md", "a/plan.md", "only capital letters tell"),
            ("ÄRGER.md", "ärger.md", "only capital letters tell"),
            ("caf\u{e9}", "cafe\u{301}", "only the form of an accent tells"),
            ("\u{130}.md", "I\u{307}.md", "only the form of an accent tells"),
            ("CAF\u{c9}", "cafe\u{301}", "only capital letters and the form of an accent tell"),
        ] {
            assert_eq!(folded(one), folded(other), "{one} and {other}");
            assert_eq!(what_tells_apart(one, other).0, by);
        }
        for name in ["plan.md", "a/b-c_d.1", "caf\u{e9}", "straße", "会議"] {
            assert!(matches!(folded(name), Cow::Borrowed(same) if same == name), "{name}");
        }
        assert_ne!(folded("cafe"), folded("caf\u{e9}"));
    }
}
