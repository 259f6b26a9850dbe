//! Headings that say the same in the same place.

use std::collections::HashMap;

use crate::check::prelude::*;
use crate::markdown::Heading;

pub(crate) const FIND: Find = each!(file, find);

fn find(facts: &Facts, entry: &Entry) -> Vec<Diagnostic> {
    // The anchor of a second one ends with a number, and most texts have no such heading.
    if !entry.outline.headings.iter().any(|heading| heading.anchor.ends_with(|last: char| last.is_ascii_digit())) {
        return Vec::new();
    }
    // The headings around the one in hand, and what each of them holds so far.
    let mut open: Vec<&Heading> = Vec::new();
    let mut first: HashMap<(Option<usize>, u8, String), &Heading> = HashMap::new();
    let mut found = Vec::new();
    for heading in entry.outline.headings.iter().filter(|heading| !is_quoted(entry, heading)) {
        while open.last().is_some_and(|above| above.level >= heading.level) {
            open.pop();
        }
        let title = heading.title.trim().to_lowercase();
        let parent = open.last().map(|above| above.span.start);
        open.push(heading);
        if title.is_empty() {
            continue;
        }
        let earlier = *first.entry((parent, heading.level, title)).or_insert(heading);
        if earlier.span != heading.span {
            found.push(second(facts, entry, heading, earlier));
        }
    }
    found
}

fn second(facts: &Facts, entry: &Entry, heading: &Heading, earlier: &Heading) -> Diagnostic {
    let message = format!("the heading “{}” is used here a second time", heading.title.trim());
    facts
        .at(entry, heading_span(entry, heading), message)
        .label(&entry.path, heading_span(entry, earlier), "it is used here first")
        .help(format!(
            "join the two sections, or write another heading, `{} …`: links can lead to one of them only",
            "#".repeat(usize::from(heading.level))
        ))
}

/// Whether somebody else's words are quoted.
fn is_quoted(entry: &Entry, heading: &Heading) -> bool {
    let before = &entry.text[..heading.span.start];
    before[before.rfind('\n').map_or(0, |at| at + 1)..].contains('>')
}
