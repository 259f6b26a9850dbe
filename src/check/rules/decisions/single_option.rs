//! Decisions between one thing and nothing else.

use crate::check::prelude::*;

pub(crate) const FIND: Find = each!(decision, find);

/// Options are the items of the list in their section, or its headings. How many prose holds, only a reader can tell.
fn find(facts: &Facts, entry: &Entry, _: &Decision) -> Option<Diagnostic> {
    let outline = &entry.outline;
    let at = outline.headings.iter().position(|heading| same_title("Options", &heading.title))?;
    let (heading, section) = (&outline.headings[at], outline.sections.get(at)?);
    let inner = outline.headings[at + 1..].iter().take_while(|it| it.span.start < section.span.end);
    let headings = inner.filter(|it| it.level == heading.level + 1).count();
    let items = outline.lists.iter().filter(|item| item.heading == Some(at)).count();
    let options = if headings > 0 { headings } else { items };
    if options != 1 {
        return None;
    }
    let message = format!("{} names one option only", name(entry));
    let help = "add under `## Options` what else could be done, at least to leave things as they are, and what speaks against it";
    Some(facts.at(entry, heading_span(entry, heading), message).help(help))
}
