//! Decisions that rest on a document which its owner can still change.

use crate::check::prelude::*;

/// Where people write documents together, by the host.
const SERVICES: [(&str, &str); 7] = [
    ("docs.google.com", "Google Docs"),
    ("drive.google.com", "Google Drive"),
    ("hackmd.io", "HackMD"),
    ("onedrive.live.com", "OneDrive"),
    ("1drv.ms", "OneDrive"),
    ("www.notion.so", "Notion"),
    ("paper.dropbox.com", "Dropbox Paper"),
];

pub(crate) const FIND: Find = each!(decision, find);

fn find(facts: &Facts, entry: &Entry, decision: &Decision) -> Vec<Diagnostic> {
    let links = entry.links.iter().filter(|_| decision.outcome.get().is_some());
    let found = links.filter_map(|link| {
        let (host, rest) = host_and_rest(&link.destination)?;
        let (_, service) = SERVICES.iter().find(|(name, _)| *name == host && rest.starts_with('/'))?;
        let message =
            format!("{} was decided, and rests on a document on {service} that can still be changed", entry.id);
        let help = "copy what was decided on into this text, or link to a version that nobody can change (`https://…`)";
        Some(facts.at(entry, link.place, message).help(help))
    });
    found.collect()
}
