//! Files beside the records that could run something in a reader's browser or on the server; they are not published.

use crate::check::prelude::*;
use crate::site::Danger;

pub(crate) const FIND: Find = Find::Site(find);

fn find(facts: &Facts) -> Vec<Diagnostic> {
    // What lies at the root and is of no known sort is there for the repository.
    let is_meant =
        |(path, danger): &&(ContentPath, Danger)| *danger != Danger::UnknownEnding || is_meant_here(facts, path);
    facts.site.active.iter().filter(is_meant).map(|(path, danger)| finding(facts, path, danger)).collect()
}

/// Whether a file of an unknown sort is there for readers. That a text has another ending than `.md` is another rule's matter.
fn is_meant_here(facts: &Facts, path: &ContentPath) -> bool {
    !path.is_other_markdown() && (!path.folder().is_empty() || text_meant(facts.site, path).is_some())
}

fn finding(facts: &Facts, path: &ContentPath, danger: &Danger) -> Diagnostic {
    if let Some(text) = text_meant(facts.site, path).filter(|_| *danger == Danger::UnknownEnding) {
        let message = format!("`{path}` is not read, for the name of a text ends in `.md`");
        return Diagnostic::new("", path, None, message)
            .at_level(Level::Warning)
            .help(format!("rename it to `{text}`"));
    }
    let (level, message, help) = match danger {
        Danger::Runs => (
            Level::Error,
            format!("`{path}` is not published, for a file of this sort could run something in a reader's browser"),
            "publish it in a form that is only read, such as PDF, PNG or plain text; what the site itself runs belongs into `static/`",
        ),
        Danger::UnknownEnding => (
            Level::Warning,
            format!("`{path}` is not published, for nothing says that a file of this sort is only read"),
            "give it the ending of what it is, such as `.txt`; what the site itself needs belongs into `static/`",
        ),
        Danger::Picture(why) => (
            Level::Error,
            format!("`{path}` is not published, for it is more than a picture: {why}"),
            "save it as PNG (`….png`), or as a plain SVG: shapes, words and styles that load nothing and lead nowhere",
        ),
    };
    Diagnostic::new("", path, None, message).at_level(level).help(help)
}
