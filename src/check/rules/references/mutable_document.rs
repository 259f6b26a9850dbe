//! Decisions that rest on a document which its owner can still change.

use crate::check::prelude::*;

pub const FIND: Find = each!(decision, find);

fn find(facts: &Facts, entry: &Entry, decision: &Decision) -> Vec<Diagnostic> {
    if decision.outcome.get().is_none() {
        return Vec::new();
    }
    let finding = |(service, span): (&str, Span)| {
        let message =
            format!("{} was decided, and rests on a document on {service} that can still be changed", entry.id);
        let help = "copy what was decided on into this text, or link to a version that nobody can change";
        facts.at(entry, span, message).help(help)
    };
    let links = entry.links.iter().filter_map(|link| Some((service_of(&link.destination)?, link.place)));
    links.map(finding).collect()
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
