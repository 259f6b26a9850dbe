//! Sections that a record must have in the state in which it is.

use crate::check::Facts;
use crate::diagnostic::Diagnostic;
use crate::site::Entry;
use crate::workflow::{KindWorkflow, StateRow};

use super::super::common;

pub fn find(facts: &Facts) -> Vec<Diagnostic> {
    // Where the front matter is missing or the text could not be read, other findings say so.
    let readable = facts
        .site
        .entries
        .iter()
        .filter(|entry| entry.front.is_some() && !entry.outline.too_deep && !entry.is_introduction());
    let in_states = readable.filter_map(|entry| Some((entry, facts.site.state(entry)?)));
    in_states.flat_map(|(entry, (workflow, state))| of_entry(facts, entry, workflow, state)).collect()
}

fn of_entry<'a>(
    facts: &'a Facts,
    entry: &'a Entry,
    workflow: &'a KindWorkflow,
    state: &'a StateRow,
) -> impl Iterator<Item = Diagnostic> + 'a {
    let has = |title: &str| entry.outline.headings.iter().any(|heading| common::same_title(title, &heading.title));
    state.sections.iter().filter(move |title| !has(title)).map(move |title| {
        let message =
            format!("the section “{title}” is missing, which every {} in `{}` has", entry.kind().title(), state.name);
        let entered = entry.status.as_ref().and_then(|status| status.steps.last());
        let finding = facts.at(entry, None, message);
        let finding = match entered.filter(|step| step.state == state.name && !step.span.range().is_empty()) {
            Some(step) => finding.label(&entry.path, step.span, format!("in `{}` since {}", state.name, step.date)),
            None => finding,
        };
        match workflow.outline.iter().find(|row| common::same_title(&row.title, title)) {
            Some(row) => finding.help(common::write_section(row)),
            None => finding.help(format!("write the section `## {title}`")),
        }
    })
}
