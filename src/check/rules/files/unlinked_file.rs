//! Files beside the records that no text leads to, and that are not published for that.

use crate::check::prelude::*;

/// Endings of what people write or draw for readers. What else lies at the root is there for the repository.
const FOR_READERS: [&str; 20] = [
    "csv", "docx", "gif", "jpeg", "jpg", "mp3", "mp4", "odp", "ods", "odt", "ogg", "pdf", "png", "pptx", "svg", "txt",
    "webm", "webp", "xlsx", "zip",
];

pub(crate) const FIND: Find = Find::Site(find);

fn find(facts: &Facts) -> Vec<Diagnostic> {
    facts.site.unlinked.iter().filter(|path| is_for_readers(path)).map(|path| finding(facts, path)).collect()
}

fn is_for_readers(path: &ContentPath) -> bool {
    if path.is_other_markdown() {
        return false;
    }
    let ending = path.file_name().rsplit_once('.').map_or("", |(_, ending)| ending).to_ascii_lowercase();
    !path.folder().is_empty() || FOR_READERS.contains(&&*ending)
}

fn finding(facts: &Facts, path: &ContentPath) -> Diagnostic {
    if let Some(text) = text_meant(facts.site, path) {
        let message = format!("`{path}` is not read, for the name of a text ends in `.md`");
        let help = format!("rename it to `{text}`, or link to it from a record where it is meant as it is");
        return Diagnostic::new("", path, None, message).help(help);
    }
    let message = format!("`{path}` is not published, for no text leads to it");
    let name = path.file_name();
    let help = format!("link to it from a record, `[…]({name})`, move it to `static/`, or take it out");
    Diagnostic::new("", path, None, message).help(help)
}
