//! What messages call a record, and what they cut a text to. How things are listed and counted is with the text.

use crate::id::Kind;
use crate::site::Entry;

/// People and organizations by their name, every other record by its id in backticks.
pub fn name(entry: &Entry) -> String {
    match entry.kind() {
        Kind::Person | Kind::Organization => entry.title.clone(),
        _ => format!("`{}`", entry.id),
    }
}

/// `text` as the part of a sentence, cut at a word near 60 letters.
pub fn shortened(text: &str) -> String {
    let text = text.trim().trim_end_matches(['.', ':', ',']);
    match text.char_indices().nth(60) {
        None => text.to_owned(),
        Some((end, _)) => {
            let cut = text[..end].rfind(char::is_whitespace).unwrap_or(end);
            format!("{} …", text[..cut].trim_end_matches(['.', ':', ',']))
        }
    }
}
