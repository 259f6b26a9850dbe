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

pub(crate) const FIND: Find = each!(record, find);

fn find(facts: &Facts, entry: &Entry) -> Vec<Diagnostic> {
    // The entry of a service is about the place itself.
    let links = entry.links.iter().filter(|_| !matches!(entry.kind(), Kind::Page | Kind::Service));
    // How to join a chat is for those who join it.
    let is_evidence =
        |link: &&Link| !matches!(&link.via, Via::Key(key) if matches!(&**key, "url" | "join" | "contact"));
    let closed = links.filter(is_evidence).filter_map(|link| {
        let (host, path) = host_and_rest(&link.destination)?;
        let is_host = |end: &str| if end.starts_with('.') { host.ends_with(end) } else { host == end };
        let (.., place) = CLOSED.iter().find(|(end, start, _)| is_host(end) && path.starts_with(start))?;
        let message = format!("{} links into {place}, where readers from outside see nothing", name(entry));
        let help = "put what matters into the text and link to a public place (`https://…`), or leave the link out";
        Some(facts.at(entry, link.place, message).help(help))
    });
    closed.collect()
}
