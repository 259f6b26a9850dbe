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

pub(crate) const FIND: Find = each!(file, find);

fn find(facts: &Facts, entry: &Entry) -> Vec<Diagnostic> {
    let found = entry.links.iter().filter_map(|link| {
        let (host, rest) = host_and_rest(&link.destination)?;
        let now = MOVED.iter().find_map(|(old, new)| renamed(host, old, new))?;
        let written = entry.text.get(link.place.range())?;
        let finding = facts.at(entry, link.place, format!("`{host}` is called `{now}` now"));
        let fix = written.find(host).map(|at| {
            let place = Span::new(at, at + host.len()).shifted(link.place.start);
            // The address behind the new name has to be looked at once.
            Fix::patch("write the new name of the host", vec![Edit::new(&entry.path, place, now.as_str())])
        });
        Some(finding.help(format!("write `https://{now}{rest}`")).mended_by(fix))
    });
    found.collect()
}

fn renamed(host: &str, old: &str, new: &str) -> Option<String> {
    match old.starts_with('.') {
        true => host.strip_suffix(old).map(|below| format!("{below}{new}")),
        false => (host == old).then(|| new.to_owned()),
    }
}
