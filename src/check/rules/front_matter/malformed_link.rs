//! Links that no browser can follow.

use crate::check::Facts;
use crate::diagnostic::Diagnostic;
use crate::site::{Entry, LinkTarget};
use crate::text::nearest;

pub fn find(facts: &Facts) -> Vec<Diagnostic> {
    let in_front_matter = facts.problems("malformed-link").into_iter();
    in_front_matter.chain(facts.site.entries.iter().flat_map(|entry| in_text(facts, entry))).collect()
}

fn in_text<'a>(facts: &'a Facts, entry: &'a Entry) -> impl Iterator<Item = Diagnostic> + 'a {
    let malformed = entry
        .outline
        .links
        .iter()
        .filter(|link| facts.site.link_target(&entry.path, &link.destination) == LinkTarget::Malformed);
    malformed.map(|link| {
        let destination = link.destination.trim();
        let message = match destination {
            "" => "this link has no address".to_owned(),
            _ => format!("`{destination}` is not an address"),
        };
        facts.at(entry, link.destination_span.unwrap_or(link.span), message).help(help(destination))
    })
}

fn help(destination: &str) -> String {
    // An address within brackets, or with something before it.
    let inner = destination.find("https://").or_else(|| destination.find("http://"));
    let inner = inner.map(|at| destination[at..].trim_end_matches(['>', ')', ']']));
    if let Some(address) = inner.filter(|it| *it != destination && !it.contains(['<', '>', ' '])) {
        return format!("did you mean `{address}`?");
    }
    let Some((scheme, rest)) = destination.split_once(':') else {
        return "write the whole address, with https:// in front, or the path of a file".to_owned();
    };
    match nearest(scheme, ["https", "http", "mailto"]) {
        Some(meant) if meant != scheme => format!("did you mean `{meant}:{rest}`?"),
        Some("mailto") => "write the mail address after `mailto:`, without blanks".to_owned(),
        _ if rest.contains(['<', '>', ' ']) => "remove the blank or the bracket from the address".to_owned(),
        _ => "write the whole address, with https:// in front".to_owned(),
    }
}
