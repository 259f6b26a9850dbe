//! Files that are there and that nobody will read.

use crate::check::prelude::*;
use crate::tree::LeftOut;

pub(crate) const FIND: Find = Find::Site(find);

fn find(facts: &Facts) -> Vec<Diagnostic> {
    let finding = |(path, why): &(ContentPath, LeftOut)| {
        let (level, message, help) = reason(*why);
        Diagnostic::new("", path, None, message).at_level(level).help(help)
    };
    facts.site.left_out.iter().map(finding).collect()
}

fn reason(why: LeftOut) -> (Level, &'static str, &'static str) {
    match why {
        LeftOut::LinkOut => (
            Level::Error,
            "this link leads out of the folder of the site, so it is not followed",
            "put a copy of the file in its place",
        ),
        LeftOut::LinkLoop => (
            Level::Warning,
            "this link leads to itself or to nothing",
            "let it lead to a file of this folder, or remove it",
        ),
        LeftOut::LinkToFolder => (
            Level::Warning,
            "this link leads to another folder of the site, whose files are read there",
            "remove the link; to publish a page at a second address, name that in the record's `redirects`",
        ),
        LeftOut::Name => (
            Level::Warning,
            "the name of this file cannot stand in an address, so it is not published",
            "rename it with letters, digits and hyphens",
        ),
        LeftOut::Unreadable => {
            (Level::Error, "the system does not let this file be read, so it is not published", "allow reading it")
        }
    }
}
