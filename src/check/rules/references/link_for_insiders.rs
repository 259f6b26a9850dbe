//! Links of records that only those with an account, or in one network, can follow.

use crate::check::prelude::*;
use crate::site::{Link, Via};

/// Where a reader from outside is sent to a log-in, or nowhere: the end of the host, what the path begins with, what it
/// is.
const CLOSED: [(&str, &str, &str); 9] = [
    ("mail.google.com", "/", "somebody's mailbox"),
    ("outlook.office.com", "/", "somebody's mailbox"),
    (".slack.com", "/archives/", "a Slack workspace"),
    ("app.slack.com", "/client/", "a Slack workspace"),
    ("discord.com", "/channels/", "a Discord server"),
    ("teams.microsoft.com", "/", "a Teams workspace"),
    ("localhost", "", "the author's own machine"),
    (".local", "", "a local network"),
    (".internal", "", "an internal network"),
];

pub const FIND: Find = each!(record, find);

fn find(facts: &Facts, entry: &Entry) -> Vec<Diagnostic> {
    // The entry of a service is about the place itself.
    if matches!(entry.kind(), Kind::Page | Kind::Service) {
        return Vec::new();
    }
    // How to join a chat is for those who join it.
    let is_evidence =
        |link: &&Link| !matches!(&link.via, Via::Key(key) if matches!(&**key, "url" | "join" | "contact"));
    let links = entry.links.iter().filter(is_evidence);
    links
        .filter_map(|link| Some((closed_place(&link.destination)?, link.place)))
        .map(|(place, span)| {
            let message = format!("{} links into {place}, where readers from outside see nothing", name(entry));
            let help = "put what matters into the text and link to a public place, or leave the link out";
            facts.at(entry, span, message).help(help)
        })
        .collect()
}

/// What a link leads into that is closed to the public; `None` for all others.
fn closed_place(link: &str) -> Option<&'static str> {
    let address = link.strip_prefix("https://").or_else(|| link.strip_prefix("http://"))?;
    let host = address.split(['/', '?', '#', ':']).next().unwrap_or(address);
    let path = &address[host.len()..];
    let row = CLOSED.iter().find(|(end, start, _)| {
        let fits = if end.starts_with('.') { host.ends_with(end) } else { host == *end };
        fits && path.starts_with(start)
    });
    row.map(|(_, _, what)| *what)
}
