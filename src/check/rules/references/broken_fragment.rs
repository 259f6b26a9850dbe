//! Links to a place in a text that the text does not have.

use std::collections::HashMap;

use crate::check::prelude::*;
use crate::markdown::Outline;
use crate::site::LinkTarget;
use crate::text::nearest;

pub const FIND: Find = each!(file, of_entry);

/// One finding for each place that is missing, however often a text leads there.
fn of_entry(facts: &Facts, entry: &Entry) -> Vec<Diagnostic> {
    let mut missing: Vec<Missing> = Vec::new();
    let mut known: HashMap<(usize, &str), usize> = HashMap::new();
    for link in &entry.links {
        let (target, fragment) = match &link.target {
            LinkTarget::Fragment(fragment) => (entry, fragment),
            LinkTarget::Record { entry: target, fragment: Some(fragment) } => (&facts.site.entries[*target], fragment),
            _ => continue,
        };
        if is_there(&target.outline, fragment) {
            continue;
        }
        let at = *known.entry((target.at, fragment)).or_insert_with(|| {
            missing.push(Missing { target, fragment, span: link.place, times: 0 });
            missing.len() - 1
        });
        missing[at].times += 1;
    }
    missing.iter().enumerate().map(|(at, missing)| finding(facts, entry, missing, at < SUGGESTIONS)).collect()
}

struct Missing<'a> {
    target: &'a Entry,
    fragment: &'a str,
    /// Where the first link to it stands.
    span: Span,
    times: usize,
}

fn finding(facts: &Facts, entry: &Entry, missing: &Missing, suggests: bool) -> Diagnostic {
    let Missing { target, fragment, span, times } = missing;
    let place = if target.at == entry.at { "this text".to_owned() } else { format!("`{}`", target.path) };
    let often = if *times > 1 { format!("; {times} links lead there") } else { String::new() };
    let finding = facts.at(entry, *span, format!("`#{fragment}` leads to no heading of {place}{often}"));
    let anchors = target.outline.headings.iter().map(|heading| heading.anchor.as_str());
    match nearest(fragment, anchors.clone().filter(|_| suggests)) {
        Some(meant) => finding.help(format!("did you mean `#{meant}`?")),
        None => match anchors.take(6).map(|anchor| format!("`#{anchor}`")).collect::<Vec<_>>().as_slice() {
            [] => finding.help("that text has no headings; remove the `#` and what follows"),
            some => finding.help(format!("there are, for example, {}", some.join(", "))),
        },
    }
}

/// An empty fragment and `#top` mean the beginning of any page. Fragments with a colon or a full stop belong to the page
/// around the text, and a text that could not be read has none to judge.
fn is_there(outline: &Outline, fragment: &str) -> bool {
    outline.too_deep
        || fragment.is_empty()
        || fragment.eq_ignore_ascii_case("top")
        || fragment.contains([':', '.'])
        || outline.fragment(fragment).is_some()
}
