//! Decisions that rest on a document which its owner can still change.

use crate::check::prelude::*;

pub const FIND: Find = Find::Site(find);

fn find(facts: &Facts) -> Vec<Diagnostic> {
    let decided = facts
        .site
        .of_kind(Kind::Decision)
        .filter(|entry| entry.decision().is_some_and(|it| it.outcome.get().is_some()));
    decided
        .flat_map(|entry| entry.links.iter().map(move |link| (entry, link)))
        .filter_map(|(entry, link)| {
            let service = service_of(&link.destination)?;
            let message =
                format!("{} was decided, and rests on a document on {service} that can still be changed", entry.id);
            let help = "copy what was decided on into this text, or link to a version that nobody can change";
            Some(facts.at(entry, link.place, message).help(help))
        })
        .collect()
}

/// Where people write documents together, by the beginning of the address.
const SERVICES: [(&str, &str); 7] = [
    ("docs.google.com/", "Google Docs"),
    ("drive.google.com/", "Google Drive"),
    ("hackmd.io/", "HackMD"),
    ("onedrive.live.com/", "OneDrive"),
    ("1drv.ms/", "OneDrive"),
    ("www.notion.so/", "Notion"),
    ("paper.dropbox.com/", "Dropbox Paper"),
];

fn service_of(link: &str) -> Option<&'static str> {
    let address = link.strip_prefix("https://").or_else(|| link.strip_prefix("http://"))?;
    SERVICES.iter().find(|(start, _)| address.starts_with(start)).map(|(_, name)| *name)
}
