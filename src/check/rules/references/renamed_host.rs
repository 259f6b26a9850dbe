//! Links to hosts that have another name now.

use std::collections::BTreeMap;

use crate::change::addresses::moved_host;
use crate::check::prelude::*;

/// One finding for each host of a text: whoever writes the new name once writes it everywhere.
pub(crate) const FIND: Find = each!(file, find);

fn find(facts: &Facts, entry: &Entry) -> Vec<Diagnostic> {
    let mut by_host: BTreeMap<(&str, String), Vec<(Span, &str)>> = BTreeMap::new();
    for link in &entry.links {
        if let Some((host, rest)) = host_and_rest(&link.destination)
            && let Some(now) = moved_host(host)
        {
            by_host.entry((host, now.to_string())).or_default().push((link.place, rest));
        }
    }
    by_host.into_iter().map(|((host, now), links)| finding(facts, entry, host, &now, &links)).collect()
}

fn finding(facts: &Facts, entry: &Entry, host: &str, now: &str, links: &[(Span, &str)]) -> Diagnostic {
    let places = links.iter().map(|(place, _)| *place);
    let others = match links.len() {
        1 => String::new(),
        number => format!(", and {} lead to it", count(number, "link", "links")),
    };
    let help = match links {
        [(_, rest)] => format!("write `https://{now}{rest}`"),
        _ => format!("write `{now}` in place of `{host}` in each"),
    };
    let edit = |place: Span| {
        let at = entry.text.get(place.range())?.find(host)?;
        Some(Edit::new(&entry.path, Span::new(at, at + host.len()).shifted(place.start), now))
    };
    let edits: Vec<Edit> = places.clone().filter_map(edit).collect();
    // The addresses behind the new name have to be looked at once.
    let fix = (edits.len() == links.len()).then(|| Fix::patch("write the new name of the host", edits));
    facts.at_all(entry, places, format!("`{host}` is called `{now}` now{others}"), "and this").help(help).mended_by(fix)
}
