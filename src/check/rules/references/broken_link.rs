//! Links that nobody can follow: to a file or a heading that is not there, to no address, by a name that nothing defines.

use std::cell::LazyCell;
use std::collections::BTreeMap;

use crate::check::prelude::*;
use crate::fields;
use crate::markdown::{LinkSlip, LooseLink};
use crate::site::{Danger, Files, Link, LinkTarget, Via};
use crate::text::{did_you_mean, nearest};

/// The whole site at once, since the search for what was meant is limited.
pub(crate) const FIND: Find = Find::Site(find);

fn find(facts: &Facts) -> Vec<Diagnostic> {
    let entries = &facts.site.entries;
    let in_files = entries.iter().flat_map(|entry| {
        let malformed = entry.links.iter().filter(|it| it.via == Via::Text && it.target == LinkTarget::Malformed);
        let malformed = malformed.map(|link| no_address(facts, entry, link));
        let undefined = entry.outline.broken_references.iter();
        let undefined = undefined.map(|(name, span)| undefined_name(facts, entry, name, *span));
        let loose = entry.outline.loose_links.iter().map(|link| loose_link(facts, entry, link));
        let notes = notes(facts, entry);
        malformed.chain(undefined).chain(loose).chain(notes).chain(missing_headings(facts, entry))
    });
    missing_files(facts).into_iter().chain(in_files).collect()
}

// To a file -----------------------------------------------------------------------------------------------------------

fn missing_files(facts: &Facts) -> Vec<Diagnostic> {
    let links = facts.site.entries.iter().flat_map(|entry| entry.links.iter().map(move |link| (entry, link)));
    let files = LazyCell::new(|| Files::of(facts.site));
    let mut searches = (0..SUGGESTIONS).map(|_| true).chain(std::iter::repeat(false));
    let finding = |(entry, link): (&Entry, &Link)| match &link.target {
        LinkTarget::Outside => Some(outside(facts, entry, link)),
        LinkTarget::Missing(path) => {
            Some(missing_file(facts, &files, entry, link, path, searches.next().unwrap_or_default()))
        }
        LinkTarget::External
        | LinkTarget::Fragment(_)
        | LinkTarget::Record { .. }
        | LinkTarget::Made(_)
        | LinkTarget::Asset(_)
        | LinkTarget::Malformed => None,
    };
    links.filter_map(finding).collect()
}

fn outside(facts: &Facts, entry: &Entry, link: &Link) -> Diagnostic {
    if link.destination.contains('\\') {
        let meant = link.destination.replace('\\', "/");
        let message =
            format!("the {} `{}` has backslashes, which lead nowhere on the web", noun(link), link.destination);
        let finding = facts.at(entry, link.place, message).help(format!("write `{meant}`"));
        return match entry.text.get(link.place.range()) == Some(&*link.destination) {
            true => {
                finding.fix(Fix::patch(format!("write `{meant}`"), vec![Edit::new(&entry.path, link.place, meant)]))
            }
            false => finding,
        };
    }
    let message = format!("the {} `{}` leads out of the folder of the site", noun(link), link.destination);
    facts
        .at(entry, link.place, message)
        .help("write the whole address, with `https://` in front, or put a copy of the file into the folder")
}

fn missing_file(facts: &Facts, files: &Files, entry: &Entry, link: &Link, path: &str, searches: bool) -> Diagnostic {
    let (what, written) = (noun(link), &link.destination);
    if files.is_folder(path) {
        let message = format!("the {what} `{written}` leads to the folder `{path}`, which has no page of its own");
        let help = format!("write `{path}/index.md`, or link to one of the files in the folder");
        return facts.at(entry, link.place, message).help(help);
    }
    if let Some((why, help)) = unpublished(facts, path) {
        let message = format!("the {what} `{written}` leads to nothing: {why}");
        return facts.at(entry, link.place, message).help(help);
    }
    let message = format!("the {what} `{written}` leads to nothing: there is no `{path}`");
    let finding = facts.at(entry, link.place, message);
    let host = || is_like_a_host(written).then(|| format!("https://{written}"));
    let Some(meant) = files.meant(entry, path, written, searches).or_else(host) else {
        return finding.help("write the path from the folder of this file, or the whole address of another site");
    };
    let finding = finding.help(did_you_mean(&meant));
    // Where an address has escapes, or the new one would need them, its author writes it.
    if entry.text.get(link.place.range()) != Some(written) || meant.contains([' ', '<', '>', '(', ')', '"', '\\']) {
        return finding;
    }
    finding.fix(Fix::patch(format!("link to `{meant}`"), vec![Edit::new(&entry.path, link.place, meant)]))
}

/// What is there and is not published; `None` where nothing says so.
fn unpublished(facts: &Facts, path: &str) -> Option<(&'static str, &'static str)> {
    if let Some(danger) = facts.site.danger(path) {
        let why = match danger {
            Danger::Runs => "it is there and is not published, for it could run something in a reader's browser",
            Danger::UnknownEnding => "it is there and is not published, for nothing says that such a file is only read",
            Danger::Picture(_) => "it is there and is not published, for it is more than a picture",
        };
        return Some((
            why,
            "link to where the file is kept, by its whole address (`https://…`), or publish it in another form",
        ));
    }
    let is_hidden = path.split('/').any(|part| part.starts_with('.') && part.len() > 1);
    is_hidden.then_some((
        "what has a name that begins with a full stop is not published",
        "link to where the file is kept, by its whole address (`https://…`), or move it",
    ))
}

fn noun(link: &Link) -> &'static str {
    if link.is_image { "image" } else { "link" }
}

/// `www.example.org/page`.
fn is_like_a_host(destination: &str) -> bool {
    let first = destination.split_once('/').map_or("", |(first, _)| first);
    destination.starts_with("www.") || first.split('.').filter(|part| !part.is_empty()).count() > 1
}

// To a heading --------------------------------------------------------------------------------------------------------

/// One finding for each heading that is missing, however often a text links to it.
fn missing_headings(facts: &Facts, entry: &Entry) -> Vec<Diagnostic> {
    // Where the first link to it is, and how many there are.
    let mut missing: BTreeMap<(usize, &str), (Span, usize)> = BTreeMap::new();
    for link in &entry.links {
        let (target, fragment) = match &link.target {
            LinkTarget::Fragment(fragment) => (entry, fragment),
            LinkTarget::Record { entry: target, fragment: Some(fragment) } => (&facts.site.entries[*target], fragment),
            LinkTarget::Record { fragment: None, .. }
            | LinkTarget::External
            | LinkTarget::Made(_)
            | LinkTarget::Asset(_)
            | LinkTarget::Missing(_)
            | LinkTarget::Outside
            | LinkTarget::Malformed => continue,
        };
        if !has_fragment(target, fragment) {
            missing.entry((target.at, fragment)).or_insert((link.place, 0)).1 += 1;
        }
    }
    let numbered = missing.into_iter().enumerate();
    numbered.map(|(at, (heading, links))| missing_heading(facts, entry, heading, links, at < SUGGESTIONS)).collect()
}

fn missing_heading(
    facts: &Facts,
    entry: &Entry,
    (target, fragment): (usize, &str),
    (first, times): (Span, usize),
    searches: bool,
) -> Diagnostic {
    let target = &facts.site.entries[target];
    let place = if target.at == entry.at { "this text".to_owned() } else { format!("`{}`", target.path) };
    let more = if times > 1 { format!("; {times} links lead there") } else { String::new() };
    let message = format!("`#{fragment}` leads to no heading of {place}{more}");
    facts.at(entry, first, message).help(heading_help(target, fragment, searches))
}

fn heading_help(target: &Entry, fragment: &str, searches: bool) -> String {
    let anchors = target.outline.headings.iter().map(|heading| heading.anchor.as_str());
    if let Some(meant) = nearest(fragment, anchors.clone().filter(|_| searches)) {
        return did_you_mean(&format!("#{meant}"));
    }
    match anchors.take(6).map(|anchor| format!("`#{anchor}`")).collect::<Vec<_>>().as_slice() {
        [] => "that text has no headings; remove the `#` and what follows".to_owned(),
        some => format!("there are, for example, {}", some.join(", ")),
    }
}

/// An empty fragment and `#top` mean the beginning of any page. Fragments with a colon or a full stop belong to the page
/// around the text, and a text that could not be read has none to judge.
fn has_fragment(target: &Entry, fragment: &str) -> bool {
    target.outline.too_deep
        || fragment.is_empty()
        || fragment.eq_ignore_ascii_case("top")
        || fragment.contains([':', '.'])
        || target.outline.fragment(fragment).is_some()
}

// To no address -------------------------------------------------------------------------------------------------------

fn no_address(facts: &Facts, entry: &Entry, link: &Link) -> Diagnostic {
    let destination = link.destination.trim();
    let message = match destination {
        "" => "this link has no address".to_owned(),
        _ => format!("`{destination}` is not an address"),
    };
    let finding = facts.at(entry, link.place, message);
    let Some(meant) = meant_address(destination) else { return finding.help(address_help(destination)) };
    let finding = finding.help(did_you_mean(&meant));
    if entry.text.get(link.place.range()) != Some(destination) {
        return finding;
    }
    let edits = vec![Edit::new(&entry.path, link.place, meant)];
    finding.fix(Fix::patch("write the address without the slip", edits))
}

/// The address that was probably meant; `None` when there is nothing like one.
fn meant_address(destination: &str) -> Option<String> {
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

fn address_help(destination: &str) -> &'static str {
    match destination.split_once(':') {
        None => "write the whole address, with `https://` in front, or the path of a file",
        Some(("mailto", _)) => "write the mail address after `mailto:`, without blanks",
        Some((_, rest)) if rest.contains(['<', '>', ' ']) => "remove the blank or the bracket from the address",
        Some(_) => "write the whole address, with `https://` in front",
    }
}

// By a name -----------------------------------------------------------------------------------------------------------

/// An error where the name is an address itself: then it can only be meant as a link.
fn undefined_name(facts: &Facts, entry: &Entry, name: &str, span: Span) -> Diagnostic {
    let text = entry.text.get(span.range()).unwrap_or_default();
    let words = text.split_once("][").map_or(name, |(before, _)| before.trim_start_matches(['!', '[']));
    let words = words.split_whitespace().collect::<Vec<_>>().join(" ");
    if name.contains("://") || name.starts_with(['#', '.', '/']) || name.ends_with(".md") {
        let message = format!("`{name}` is written in square brackets, so this is no link");
        let help = format!("put the address into round brackets: `[{words}]({name})`");
        return facts.at(entry, span, message).help(help);
    }
    facts
        .at(entry, span, format!("nothing says where `[{name}]` leads"))
        .help(format!("add a line `[{name}]: https://…`, or write `[{words}](address)`"))
        .at_level(Level::Warning)
}

// In the wrong form ---------------------------------------------------------------------------------------------------

/// A warning where it may be no link at all.
fn loose_link(facts: &Facts, entry: &Entry, link: &LooseLink) -> Diagnostic {
    let LooseLink { slip, span, words, destination } = link;
    let address = destination.rsplit([' ', '\t']).next().unwrap_or_default();
    let is_link = address.contains("://") || address.contains('/') || address.contains('.') || address.starts_with('#');
    let level = if is_link { Level::Error } else { Level::Warning };
    let right = |destination: &str| format!("[{words}]({destination})");
    let (why, right, help) = match slip {
        LinkSlip::Blank => {
            let right = right(&format!("<{destination}>"));
            ("for there is a blank in its address", Some(right), "put the address between `<` and `>`")
        }
        LinkSlip::Open => ("for its bracket never closes", None, "write `)` behind the address"),
        LinkSlip::Swapped => {
            ("for its brackets are the wrong way round", Some(right(destination)), "write `[words](address)`")
        }
        LinkSlip::Apart => {
            ("for there is a blank between its brackets", Some(right(destination)), "take out the blank")
        }
        LinkSlip::Lost => {
            let why = "for a bracket between its words and its address is missing";
            (why, Some(right(destination)), "write `[words](address)`")
        }
        LinkSlip::Other => {
            ("for its brackets do not fit together", None, "write `[words](address)`, and `\\[` for a bracket")
        }
    };
    let finding = facts.at(entry, *span, format!("this is shown as text and is no link, {why}")).at_level(level);
    let written = entry.text.get(span.range()).unwrap_or_default();
    // The words stand before the place, except where the brackets are swapped.
    let replaced = right.and_then(|right| match slip {
        LinkSlip::Swapped | LinkSlip::Lost => Some(right),
        LinkSlip::Blank | LinkSlip::Apart => right.get(words.len() + 1..).map(str::to_owned),
        LinkSlip::Open | LinkSlip::Other => None,
    });
    let is_plain = !written.contains(['<', '>', '\\', '"']);
    match replaced.filter(|_| is_plain) {
        Some(text) => {
            let title = format!("{help}, if it is meant as a link");
            finding.help(help).fix(Fix::patch(title, vec![Edit::new(&entry.path, *span, text)]))
        }
        None => finding.help(help),
    }
}

/// Footnotes of which one half is missing.
fn notes<'a>(facts: &'a Facts, entry: &'a Entry) -> impl Iterator<Item = Diagnostic> + 'a {
    let undefined = entry.outline.undefined_notes.iter().map(|(name, span)| {
        let message = format!("there is no footnote `{name}`, so readers see the brackets");
        let help = format!("add a line `[^{name}]: …`, or write the words as code if no footnote is meant");
        facts.at(entry, *span, message).help(help).at_level(Level::Warning)
    });
    let unused = entry.outline.unused_notes.iter().map(|(name, span)| {
        let message = format!("nothing in the text leads to the footnote `{name}`");
        let help = format!("write `[^{name}]` where it belongs, or take the footnote out");
        facts.at(entry, *span, message).help(help).at_level(Level::Warning)
    });
    undefined.chain(unused)
}
