//! Headings that say the same in the same place.

use std::collections::HashMap;

use crate::check::prelude::*;
use crate::markdown::Heading;

use crate::check::common;

pub const FIND: Find = each!(file, of_entry);

fn of_entry(facts: &Facts, entry: &Entry) -> Vec<Diagnostic> {
    // What stands there a second time has a number in its anchor, and most texts have no such heading.
    if !entry.outline.headings.iter().any(|heading| heading.anchor.ends_with(|last: char| last.is_ascii_digit())) {
        return Vec::new();
    }
    let span = |heading: &Heading| common::heading_span(entry, heading);
    // The headings that are open above the one in hand, and what each of them holds so far.
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
            let message = format!("the heading “{}” stands here a second time", heading.title.trim());
            let finding =
                facts.at(entry, span(heading), message).label(&entry.path, span(earlier), "it stands here first");
            found.push(
                finding.help("join the two sections, or tell their headings apart: links can lead to one of them only"),
            );
        }
    }
    found
}

/// Whether somebody else's words are quoted.
fn is_quoted(entry: &Entry, heading: &Heading) -> bool {
    let before = &entry.text[..heading.span.start];
    before[before.rfind('\n').map_or(0, |at| at + 1)..].contains('>')
}
