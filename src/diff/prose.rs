//! The text of a record as a reader sees it, compared word by word.

use similar::{Algorithm, DiffOp, capture_diff_slices};

use crate::check::plain;

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

/// The words of a text in their order; a long passage that is the same is cut to its ends. Empty when nothing differs.
pub(super) fn pieces(before: &str, after: &str) -> Vec<(Sign, String)> {
    let text = |body: &str| body.lines().map(plain).collect::<Vec<_>>().join("\n");
    let (before, after) = (text(before), text(after));
    let (old, new): (Vec<&str>, Vec<&str>) = (before.split_whitespace().collect(), after.split_whitespace().collect());
    if old == new {
        return Vec::new();
    }
    let mut found = Vec::new();
    let mut push = |sign: Sign, words: &[&str]| {
        if !words.is_empty() {
            found.push((sign, words.join(" ")));
        }
    };
    for operation in capture_diff_slices(Algorithm::Patience, &old, &new) {
        match operation {
            DiffOp::Equal { old_index, len, .. } => {
                let words = &old[old_index..old_index + len];
                match words.len() > 2 * AROUND {
                    true => {
                        let (start, end) = (&words[..AROUND], &words[words.len() - AROUND..]);
                        let folded = format!("{} … {}", start.join(" "), end.join(" "));
                        push(Sign::Same, &[folded.as_str()]);
                    }
                    false => push(Sign::Same, words),
                }
            }
            DiffOp::Delete { old_index, old_len, .. } => push(Sign::Out, &old[old_index..old_index + old_len]),
            DiffOp::Insert { new_index, new_len, .. } => push(Sign::In, &new[new_index..new_index + new_len]),
            DiffOp::Replace { old_index, old_len, new_index, new_len } => {
                push(Sign::Out, &old[old_index..old_index + old_len]);
                push(Sign::In, &new[new_index..new_index + new_len]);
            }
        }
    }
    found
}
