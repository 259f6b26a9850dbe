//! Sections in another order than in every other record of the kind.

use std::collections::BTreeSet;

use crate::check::prelude::*;
use crate::markdown::Heading;

pub(crate) const FIND: Find = each!(record, find);

/// One finding for each record: where one section moves, the others fall into place.
fn find(facts: &Facts, entry: &Entry) -> Option<Diagnostic> {
    let outline = facts.site.profile.outline(entry.kind());
    let place = |heading: &&Heading| outline.iter().position(|row| same_title(&row.title, &heading.title));
    let level = entry.outline.headings.iter().find(|heading| place(heading).is_some())?.level;
    let known = entry.outline.headings.iter().filter(|heading| heading.level == level);
    let placed: Vec<(usize, &Heading)> = known.filter_map(|heading| Some((place(&heading)?, heading))).collect();
    let (late, early) = placed.windows(2).find(|pair| pair[1].0 < pair[0].0).map(|pair| (pair[0].1, pair[1].1))?;
    let (title, other, kind) = (early.title.trim(), late.title.trim(), entry.kind().title());
    let message = format!("the section “{title}” comes after “{other}”; every other {kind} has it before");
    let order = placed.iter().map(|(row, _)| *row).collect::<BTreeSet<usize>>();
    let marks = "#".repeat(usize::from(level));
    let order: Vec<String> = order.into_iter().map(|row| format!("`{marks} {}`", outline[row].title)).collect();
    let help = format!("put them into this order: {}", order.join(", "));
    let finding = facts.at(entry, heading_span(entry, early), message).help(help);
    Some(finding.label(&entry.path, heading_span(entry, late), "it belongs before this"))
}
