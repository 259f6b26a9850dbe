//! The text of a record as a reader sees it, compared word by word.

use std::ops::Range;

use similar::{Algorithm, DiffOp, capture_diff_slices};

use crate::markdown::{Piece, pieces_with_boxes};

/// Of a passage that is the same, so many words stay before and after what differs.
const AROUND: usize = 6;

/// Whether words are the same, went or came in.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Sign {
    /// In both.
    Same,
    /// In the base alone.
    Out,
    /// In the head alone.
    In,
}

impl Sign {
    fn turned(self) -> Sign {
        match self {
            Sign::Same => Sign::Same,
            Sign::Out => Sign::In,
            Sign::In => Sign::Out,
        }
    }
}

/// The words of `body` as a reader sees them, block by block: a heading with a colon behind it, a task with a box before it, and nothing
/// of what only says where a link leads.
fn rendered(body: &str) -> String {
    let shown = |piece: Piece| match piece.is_heading {
        true => format!("{}:", piece.text.trim_end_matches([' ', ':'])),
        false => piece.text,
    };
    pieces_with_boxes(body).into_iter().map(shown).collect::<Vec<_>>().join("\n")
}

/// The words of a text in their order, those that went before those that came in; of a passage that is the same, the words
/// next to what differs. Empty when nothing differs.
pub(super) fn pieces(before: &str, after: &str) -> Vec<(Sign, String)> {
    let (before, after) = (rendered(before), rendered(after));
    // The pieces are the same whichever side comes first.
    let mut found = match after < before {
        true => compared(&after, &before).into_iter().map(|(sign, text)| (sign.turned(), text)).collect(),
        false => compared(&before, &after),
    };
    for at in 1..found.len() {
        if (found[at - 1].0, found[at].0) == (Sign::In, Sign::Out) {
            found.swap(at - 1, at);
        }
    }
    found
}

fn compared(before: &str, after: &str) -> Vec<(Sign, String)> {
    let (old, new) = (Words::of(before), Words::of(after));
    if old.words == new.words {
        return Vec::new();
    }
    let mut found = Vec::new();
    let mut push = |sign: Sign, text: String| {
        if !text.is_empty() {
            found.push((sign, text));
        }
    };
    for operation in capture_diff_slices(Algorithm::Patience, &old.words, &new.words) {
        match operation {
            DiffOp::Equal { old_index, len, .. } => {
                let ends = (old_index == 0, old_index + len == old.words.len());
                push(Sign::Same, old.folded(old_index..old_index + len, ends));
            }
            DiffOp::Delete { old_index, old_len, .. } => push(Sign::Out, old.text(old_index..old_index + old_len)),
            DiffOp::Insert { new_index, new_len, .. } => push(Sign::In, new.text(new_index..new_index + new_len)),
            DiffOp::Replace { old_index, old_len, new_index, new_len } => {
                push(Sign::Out, old.text(old_index..old_index + old_len));
                push(Sign::In, new.text(new_index..new_index + new_len));
            }
        }
    }
    found
}

/// A text in words; where a script parts none, each of its letters is one.
struct Words<'t> {
    words: Vec<&'t str>,
    /// Whether no blank is between a word and the one before it.
    is_glued: Vec<bool>,
}

impl<'t> Words<'t> {
    fn of(text: &'t str) -> Words<'t> {
        let mut all = Words { words: Vec::new(), is_glued: Vec::new() };
        for word in text.split_whitespace() {
            let mut from = 0;
            let cuts = word.char_indices().filter(|(_, letter)| is_word_by_itself(*letter));
            let cuts = cuts.flat_map(|(at, letter)| [at, at + letter.len_utf8()]).chain([word.len()]);
            for cut in cuts.filter(|cut| *cut > 0) {
                if cut > from {
                    all.words.push(&word[from..cut]);
                    all.is_glued.push(from > 0);
                    from = cut;
                }
            }
        }
        all
    }

    fn text(&self, range: Range<usize>) -> String {
        let mut text = String::new();
        for at in range.clone() {
            if at > range.start && !self.is_glued[at] {
                text.push(' ');
            }
            text.push_str(self.words[at]);
        }
        text
    }

    /// A passage that is the same, without what is far from what differs. `ends` says whether it begins and ends the text.
    fn folded(&self, range: Range<usize>, (begins, ends): (bool, bool)) -> String {
        let (first, last) = (if begins { 0 } else { AROUND }, if ends { 0 } else { AROUND });
        if range.len() <= first + last {
            return self.text(range);
        }
        let (start, end) = (self.text(range.start..range.start + first), self.text(range.end - last..range.end));
        [start.as_str(), "…", end.as_str()].into_iter().filter(|part| !part.is_empty()).collect::<Vec<_>>().join(" ")
    }
}

/// Whether `letter` is of a script that puts no blanks between words: Chinese, Japanese, Thai.
fn is_word_by_itself(letter: char) -> bool {
    matches!(letter, '\u{0e00}'..='\u{0eff}' | '\u{3040}'..='\u{30ff}' | '\u{3400}'..='\u{9fff}' | '\u{f900}'..='\u{faff}' | '\u{20000}'..='\u{3ffff}')
}
