//! Sections that a record must have in the state in which it is.

use crate::check::prelude::*;
use crate::workflow::{KindWorkflow, SectionRow, StateRow};

use crate::check::common;

pub const FIND: Find = Find::Site(find);

fn find(facts: &Facts) -> Vec<Diagnostic> {
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
        let finding = facts.at(entry, None, message).about(title);
        let finding = match entered.filter(|step| step.state == state.name && !step.span.range().is_empty()) {
            Some(step) => finding.label(&entry.path, step.span, format!("in `{}` since {}", state.name, step.date)),
            None => finding,
        };
        match workflow.outline.iter().find(|row| common::same_title(&row.title, title)) {
            Some(row) => finding.help(common::write_section(row)).fix(added(entry, workflow, row)),
            None => finding.help(format!("write the section `## {title}`")),
        }
    })
}

/// The heading where the outline has it: behind the sections that come before it, else before those that come after it.
fn added(entry: &Entry, workflow: &KindWorkflow, row: &SectionRow) -> Fix {
    let there = |row: &SectionRow| {
        entry.outline.headings.iter().position(|heading| common::same_title(&row.title, &heading.title))
    };
    let own = workflow.outline.iter().position(|it| it.title == row.title).expect("the row is one of the outline");
    let before = workflow.outline[..own].iter().rev().find_map(there).map(|at| entry.outline.sections[at].span.end);
    let after = || workflow.outline[own..].iter().find_map(there).map(|at| entry.outline.headings[at].span.start);
    let at = before.or_else(after).unwrap_or(entry.text.len());
    let line = common::line_break(entry);
    // An empty line before the heading and one behind it, of which some may be there.
    let text = &entry.text[..at];
    let gap = match (text.is_empty(), text.ends_with('\n'), text.trim_end_matches([' ', '\t', '\r', '\n'])) {
        (true, _, _) => String::new(),
        (false, false, _) => line.repeat(2),
        (false, true, written) => match text[written.len()..].matches('\n').count() {
            1 => line.to_owned(),
            _ => String::new(),
        },
    };
    let behind = if at == entry.text.len() { "" } else { line };
    let text = format!("{gap}## {}{line}{behind}", row.title);
    Fix::patch(format!("add the heading “{}”", row.title), vec![Edit::new(&entry.path, Span::new(at, at), text)])
}
