//! Words of the template that were meant for the author and stand in the text.

use crate::check::prelude::*;
use crate::workflow::SectionRow;

pub const FIND: Find = Find::Site(find);

fn find(facts: &Facts) -> Vec<Diagnostic> {
    let records = facts.site.entries.iter().filter(|entry| !entry.is_introduction() && !entry.outline.too_deep);
    records.flat_map(|entry| of_entry(facts, entry)).collect()
}

fn of_entry(facts: &Facts, entry: &Entry) -> Vec<Diagnostic> {
    let outline = facts.site.profile.outline(entry.kind());
    let left = outline.iter().filter_map(|row| Some((row, place(entry, row)?)));
    left.map(|(row, span)| {
        let message = format!("this is what the template says on “{}”, and no answer to it", row.title);
        facts.at(entry, span, message).help("write the section in its place, or take the sentence out")
    })
    .collect()
}

/// Where the guidance of `row` stands as readers see it: in a comment it is harmless, for a section that holds nothing else
/// is empty.
fn place(entry: &Entry, row: &SectionRow) -> Option<Span> {
    let guidance = Some(row.guidance.trim()).filter(|guidance| !guidance.is_empty())?;
    let outline = &entry.outline;
    let heading = outline.headings.iter().position(|heading| same_title(&row.title, &heading.title))?;
    let section = outline.sections.get(heading)?.span;
    let text = entry.text.get(section.range())?;
    let at = text.find(guidance)?;
    let is_in_comment = text[..at].rfind("<!--").is_some_and(|open| !text[open..at].contains("-->"));
    (!is_in_comment).then(|| Span::new(at, at + guidance.len()).shifted(section.start))
}
