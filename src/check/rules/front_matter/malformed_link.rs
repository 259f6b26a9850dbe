//! Links that no browser can follow.

use crate::check::prelude::*;
use crate::fields;
use crate::site::{Link, LinkTarget, Via};

pub const FIND: Find = each!(file, in_text);

fn in_text(facts: &Facts, entry: &Entry) -> Vec<Diagnostic> {
    let malformed = entry.links.iter().filter(|link| link.via == Via::Text && link.target == LinkTarget::Malformed);
    let finding = |link: &Link| {
        let destination = link.destination.trim();
        let message = match destination {
            "" => "this link has no address".to_owned(),
            _ => format!("`{destination}` is not an address"),
        };
        let finding = facts.at(entry, link.place, message);
        let Some(meant) = meant(destination) else { return finding.help(help(destination)) };
        let finding = finding.help(format!("did you mean `{meant}`?"));
        if entry.text.get(link.place.range()) != Some(destination) {
            return finding;
        }
        let edits = vec![Edit::new(&entry.path, link.place, meant)];
        finding.fix(Fix::patch("write the address without the slip", edits))
    };
    malformed.map(finding).collect()
}

/// The address that was probably meant.
fn meant(destination: &str) -> Option<String> {
    // An address within brackets, or with something before it.
    let inner = destination.find("https://").or_else(|| destination.find("http://"));
    let inner = inner.map(|at| destination[at..].trim_end_matches(['>', ')', ']']));
    if let Some(address) = inner.filter(|it| *it != destination && !it.contains(['<', '>', ' '])) {
        return Some(address.to_owned());
    }
    let (scheme, rest) = destination.split_once(':')?;
    let meant = fields::Link::nearest_scheme(scheme).filter(|meant| *meant != scheme)?;
    Some(format!("{meant}:{rest}"))
}

fn help(destination: &str) -> &'static str {
    match destination.split_once(':') {
        None => "write the whole address, with https:// in front, or the path of a file",
        Some(("mailto", _)) => "write the mail address after `mailto:`, without blanks",
        Some((_, rest)) if rest.contains(['<', '>', ' ']) => "remove the blank or the bracket from the address",
        Some(_) => "write the whole address, with https:// in front",
    }
}
