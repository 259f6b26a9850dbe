//! Pictures that every reader's browser loads from another server.

use std::collections::BTreeMap;

use crate::check::prelude::*;
use crate::site::LinkTarget;

/// One finding for each file and host.
pub(crate) const FIND: Find = each!(file, find);

fn find(facts: &Facts, entry: &Entry) -> Vec<Diagnostic> {
    let mut by_host: BTreeMap<&str, Vec<Span>> = BTreeMap::new();
    for link in entry.links.iter().filter(|link| link.is_image && link.target == LinkTarget::External) {
        let address = link.destination.trim();
        // Without a scheme, it is that of the page.
        let host = host_and_rest(address).map(|(host, _)| host);
        let host = host.or_else(|| address.strip_prefix("//").and_then(|rest| rest.split('/').next()));
        if let Some(host) = host {
            by_host.entry(host).or_default().push(link.place);
        }
    }
    let finding = |(host, places): (&str, Vec<Span>)| {
        let message = match places.len() {
            1 => format!("a picture is loaded from `{host}`, which learns of everybody who reads the page"),
            several => {
                format!("{several} pictures are loaded from `{host}`, which learns of everybody who reads the page")
            }
        };
        let help = "put the picture beside the record, and show it from there, `![…](….png)`; or link to it without showing it";
        facts.at_all(entry, places, message, "and this").help(help)
    };
    by_host.into_iter().map(finding).collect()
}
