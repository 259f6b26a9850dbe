//! Sections that are announced and hold nothing.

use crate::check::prelude::*;
use crate::workflow::KindWorkflow;

use crate::check::common;

pub const FIND: Find = Find::Site(find);

fn find(facts: &Facts) -> Vec<Diagnostic> {
    let with_workflow =
        facts.site.entries.iter().filter_map(|entry| Some((entry, facts.site.profile.kind(entry.kind())?)));
    with_workflow
        .filter(|(entry, _)| !entry.is_introduction())
        .flat_map(|(entry, workflow)| of_entry(facts, entry, workflow))
        .collect()
}

fn of_entry<'a>(
    facts: &'a Facts,
    entry: &'a Entry,
    workflow: &'a KindWorkflow,
) -> impl Iterator<Item = Diagnostic> + 'a {
    let demanded = facts.site.state(entry).map_or(&[][..], |(_, state)| &state.sections);
    let empty = entry.outline.headings.iter().zip(&entry.outline.sections).filter(|(_, section)| section.is_empty);
    empty.filter_map(move |(heading, _)| {
        let row = workflow.outline.iter().find(|row| common::same_title(&row.title, &heading.title))?;
        let finding =
            facts.at(entry, common::heading_span(entry, heading), format!("the section “{}” is empty", row.title));
        let finding = finding.help(common::write_section(row));
        let is_demanded = demanded.iter().any(|title| common::same_title(title, &row.title));
        Some(if is_demanded { finding } else { finding.at_level(Level::Warning) })
    })
}
