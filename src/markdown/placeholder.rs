//! Words that stand for something that is yet to be written.

use std::ops::Range;

use memchr::memchr3_iter;

use super::mention::in_order;

/// Each with where its rare letter stands, by which it is found, and whether all of it must be in capitals.
const WORDS: &[(&str, usize, bool)] = &[
    ("TODO", 0, true),
    ("FIXME", 0, true),
    ("XXX", 0, true),
    ("Lorem ipsum", 0, false),
    ("TBD", 1, false),
    ("TBA", 1, true),
    ("TBC", 1, true),
    ("to be announced", 3, false),
    ("to be confirmed", 3, false),
    ("to be decided", 3, false),
    ("to be defined", 3, false),
    ("to be determined", 3, false),
    ("to be filled in", 3, false),
    ("to be written", 3, false),
];

/// Hands the place of each placeholder in `text` to `found`, in order.
pub(super) fn scan(text: &str, mut found: impl FnMut(Range<usize>)) {
    let bytes = text.as_bytes();
    let mut at = 0;
    // The letters by which placeholders are found.
    let rare = [memchr3_iter(b'T', b'F', b'X', bytes), memchr3_iter(b'L', b'b', b'B', bytes)];
    for place in in_order(rare) {
        if place < at || !is_likely(bytes[place], bytes.get(place + 1).copied().unwrap_or_default()) {
            continue;
        }
        let hit = WORDS.iter().find_map(|(word, rare, capitals)| {
            let start = place.checked_sub(*rare)?;
            let end = start + word.len();
            let here = bytes.get(start..end)?;
            let same = if *capitals { here == word.as_bytes() } else { here.eq_ignore_ascii_case(word.as_bytes()) };
            let is_whole = |before: Option<usize>| !before.and_then(|at| bytes.get(at)).is_some_and(|it| is_word(*it));
            (same && is_whole(start.checked_sub(1)) && is_whole(Some(end))).then_some(start..end)
        });
        if let Some(range) = hit {
            at = range.end;
            found(range);
        }
    }
}

/// Whether a placeholder can go on with `next` after its rare letter: spares the comparison with all of them.
fn is_likely(rare: u8, next: u8) -> bool {
    let next = next.to_ascii_uppercase();
    matches!(
        (rare, next),
        (b'T', b'O') | (b'F', b'I') | (b'X', b'X') | (b'L', b'O') | (b'b' | b'B', b'E' | b'D' | b'A' | b'C')
    )
}

/// Whether `text` says only that there is nothing to say.
pub(super) fn is_nothing(text: &str) -> bool {
    const NOTHING: [&str; 9] = ["N/A", "N.A.", "-", "–", "…", "...", "?", "??", "???"];
    let text = text.trim();
    NOTHING.iter().any(|it| it.eq_ignore_ascii_case(text))
}

fn is_word(byte: u8) -> bool {
    byte.is_ascii_alphanumeric() || byte == b'_' || byte >= 0x80
}

#[cfg(test)]
mod tests {
    #[test]
    fn placeholders_are_whole_words() {
        let text = "TODO: owner (tbd), the date is To Be Decided. TODOS, autobid, todo lists, XXXL, to be there. TBA";
        let mut all = Vec::new();
        super::scan(text, |range| all.push(&text[range]));
        assert_eq!(all, ["TODO", "tbd", "To Be Decided", "TBA"]);
        assert!(super::is_nothing(" n/a ") && !super::is_nothing("N/A for now"));
    }
}
