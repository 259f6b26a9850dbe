//! Addresses that lead to the same document under another name.

/// Hosts that moved with all their addresses: the old name, the new one. One that begins with a dot stands for every host
/// below it.
pub const MOVED_HOSTS: [(&str, &str); 4] = [
    ("llvm.discourse.group", "discourse.llvm.org"),
    ("discordapp.com", "discord.com"),
    ("docs.microsoft.com", "learn.microsoft.com"),
    (".readthedocs.org", ".readthedocs.io"),
];

/// Archives that keep copies under addresses which end with the address of the original.
const ARCHIVES: [&str; 3] = ["https://web.archive.org/web/", "https://archive.org/wayback/", "https://archive.ph/"];

/// What `host` is called now; `None` when it has not moved.
pub fn moved_host(host: &str) -> Option<String> {
    MOVED_HOSTS.iter().find_map(|(old, new)| match old.starts_with('.') {
        true => host.strip_suffix(old).map(|below| format!("{below}{new}")),
        false => (host == *old).then(|| (*new).to_owned()),
    })
}

/// Whether `after` is where the document at `before` is found: the same address, on a host by its new name, by the other of
/// the two protocols of the web, or a copy of it in an archive.
pub fn is_same_document(before: &str, after: &str) -> bool {
    let is_copy = ARCHIVES.iter().any(|archive| after.starts_with(archive) && after.ends_with(before));
    is_copy || (canonical(before) == canonical(after) && canonical(before).is_some())
}

/// The address without its protocol and the slash at its end, its host by the name that it has now; `None` when it is no
/// address of the web.
fn canonical(address: &str) -> Option<String> {
    let rest = address.trim().strip_prefix("https://").or_else(|| address.trim().strip_prefix("http://"))?;
    let end = rest.find(['/', '?', '#']).unwrap_or(rest.len());
    let (host, path) = rest.split_at(end);
    let host = host.to_ascii_lowercase();
    Some(format!("{}{}", moved_host(&host).unwrap_or(host), path.trim_end_matches('/')))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_document_is_found_again_under_its_new_address() {
        for (before, after) in [
            ("https://llvm.discourse.group/t/7", "https://discourse.llvm.org/t/7"),
            ("http://example.org/t/7/", "https://example.org/t/7"),
            ("https://x.readthedocs.org/en/1", "https://x.readthedocs.io/en/1"),
            ("https://example.org/t/7", "https://web.archive.org/web/20260101000000/https://example.org/t/7"),
        ] {
            assert!(is_same_document(before, after), "{before} {after}");
        }
        for (before, after) in [
            ("https://example.org/t/7", "https://example.org/t/8"),
            ("https://example.org/t/7", "https://example.com/t/7"),
            ("https://example.org/t/7", "https://web.archive.org/web/2026/https://example.org/t/8"),
            ("in the minutes", "in the minute"),
        ] {
            assert!(!is_same_document(before, after), "{before} {after}");
        }
    }
}
