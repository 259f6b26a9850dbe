//! Links to hosts that have another name now.

use crate::check::prelude::*;

/// Hosts that moved with all their addresses: the old name, the new one. One that begins with a dot stands for every host
/// below it.
const MOVED: [(&str, &str); 4] = [
    ("llvm.discourse.group", "discourse.llvm.org"),
    ("discordapp.com", "discord.com"),
    ("docs.microsoft.com", "learn.microsoft.com"),
    (".readthedocs.org", ".readthedocs.io"),
];

pub const FIND: Find = each!(file, find);

fn find(facts: &Facts, entry: &Entry) -> Vec<Diagnostic> {
    let moved = entry.links.iter().filter_map(|link| Some((moved(&link.destination)?, link.place)));
    moved.filter_map(|(link, span)| finding(facts, entry, &link, span)).collect()
}

/// A link to a host that has another name now.
struct Moved {
    /// Without `https://`.
    address: String,
    host: String,
    now: String,
}

fn moved(link: &str) -> Option<Moved> {
    let address = link.strip_prefix("https://").or_else(|| link.strip_prefix("http://"))?;
    let host = address.split(['/', '?', '#', ':']).next().unwrap_or(address);
    let now = MOVED.iter().find_map(|(old, new)| renamed(host, old, new))?;
    Some(Moved { address: address.to_owned(), host: host.to_owned(), now })
}

fn finding(facts: &Facts, entry: &Entry, Moved { address, host, now }: &Moved, span: Span) -> Option<Diagnostic> {
    let message = format!("`{host}` is called `{now}` now");
    let finding = facts.at(entry, span, message).help(format!("write `https://{}`", address.replacen(&**host, now, 1)));
    let written = entry.text.get(span.range())?;
    Some(match written.find(&**host) {
        Some(at) => {
            let place = Span::new(span.start + at, span.start + at + host.len());
            let edits = vec![Edit { path: entry.path.clone(), span: place, text: now.clone() }];
            // The address behind the new name has to be looked at once.
            finding.fix(Fix { title: "write the new name of the host".to_owned(), edits, is_safe: false })
        }
        None => finding,
    })
}

fn renamed(host: &str, old: &str, new: &str) -> Option<String> {
    if old.starts_with('.') {
        return host.strip_suffix(old).map(|below| format!("{below}{new}"));
    }
    (host == old).then(|| new.to_owned())
}
