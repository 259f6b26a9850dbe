//! What messages call a record, and what they cut a text to. How things are listed and counted is with the text.

use crate::check::Facts;
use crate::fields::Unknown;
use crate::id::Kind;
use crate::site::{DutyToday, Entry, Voter};

/// People and organizations by their name, every other record by its id in backticks.
pub(crate) fn name(entry: &Entry) -> String {
    let has_name = matches!(entry.kind(), Kind::Person | Kind::Organization);
    if has_name { entry.title.clone() } else { format!("`{}`", entry.id) }
}

/// The author's reason for a gap, as the end of a message: `: the survey names nobody`; empty where none is written.
pub(crate) fn unknown_because(gap: &Unknown) -> String {
    match gap.reason.trim() {
        "" => String::new(),
        reason => format!(": {reason}"),
    }
}

/// `text` as the part of a sentence, cut at a word near 60 letters.
pub(crate) fn shortened(text: &str) -> String {
    let text = text.trim().trim_end_matches(['.', ':', ',']);
    match text.char_indices().nth(60) {
        None => text.to_owned(),
        Some((end, _)) => {
            let cut = text[..end].rfind(char::is_whitespace).unwrap_or(end);
            format!("{} …", text[..cut].trim_end_matches(['.', ':', ',']))
        }
    }
}

/// Whoever gave a vote: by their name, else as the vote is written.
pub(crate) fn voter_name(facts: &Facts, voter: &Voter) -> String {
    facts.site.voter(voter).map_or_else(|| voter.name.clone(), name)
}

/// The duty in words: ``the duty `bugs` of `nova` ``.
pub(crate) fn duty_name(duty: &DutyToday, group: &Entry) -> String {
    format!("the duty `{}` of {}", duty.area, name(group))
}
