//! Sections that a record must have in its state and that are missing, and those that hold no answer.

use crate::check::prelude::*;
use crate::markdown::{Heading, Section};
use crate::workflow::{KindWorkflow, SectionRow, StateRow};

pub(crate) const FIND: Find = each!(record, find);

fn find(facts: &Facts, entry: &Entry) -> Vec<Diagnostic> {
    // A text that could not be read has no sections.
    if entry.outline.too_deep {
        return Vec::new();
    }
    // Without front matter nobody knows the state.
    let state = facts.site.state(entry).filter(|_| entry.front.is_some());
    let demanded = facts.site.demanded(entry).sections;
    let missing = state.into_iter().flat_map(|(workflow, state)| {
        // A heading that is none for want of a blank is another finding.
        let glued = glued_headings(entry);
        let is_glued = |title: &&&str| glued.iter().any(|(_, it)| same_title(title, it));
        let titles = demanded.iter().filter(|title| !has_heading(entry, title)).filter(|title| !is_glued(title));
        titles.map(move |title| missing(facts, entry, workflow, state, title)).collect::<Vec<_>>()
    });
    let rows = facts.site.profile.outline(entry.kind());
    let written = entry.outline.headings.iter().zip(&entry.outline.sections).filter_map(|(heading, section)| {
        let row = rows.iter().find(|row| same_title(&row.title, &heading.title))?;
        if section.is_empty && is_written_elsewhere(entry, heading) {
            return None;
        }
        if section.is_empty {
            return Some(empty(facts, entry, heading, row, &demanded));
        }
        let span = template_words(entry, section, row)?;
        let message = format!("this is what the template says on “{}”, and no answer to it", row.title);
        let help = format!("write under `## {}` what is so, or take the sentence out", row.title);
        Some(facts.at(entry, span, message).at_level(Level::Warning).help(help))
    });
    missing.chain(written).collect()
}

fn missing(facts: &Facts, entry: &Entry, workflow: &KindWorkflow, state: &StateRow, title: &str) -> Diagnostic {
    let message =
        format!("the section “{title}” is missing, which every {} in `{}` has", entry.kind().title(), state.name);
    let known = workflow.outline.iter().map(|row| row.title.as_str());
    if let Some(heading) = nearly_heading(entry, title, known) {
        return misspelt(facts, entry, heading, title);
    }
    let finding = facts.at(entry, None, message).about(title);
    let entered = entry.status.as_ref().and_then(|status| status.steps.last());
    let finding = match entered.filter(|step| step.state == state.name && !step.span.range().is_empty()) {
        Some(step) => finding.label(&entry.path, step.span, format!("in `{}` since {}", state.name, step.date)),
        None => finding,
    };
    match workflow.outline.iter().find(|row| same_title(&row.title, title)) {
        Some(row) => finding.help(write_section(row)).fix(added_heading(entry, workflow, row)),
        None => finding.help(format!("write the section `## {title}`")),
    }
}

/// The finding that `heading` is nearly that of the section `title`.
fn misspelt(facts: &Facts, entry: &Entry, heading: &Heading, title: &str) -> Diagnostic {
    let span = heading_span(entry, heading);
    let message = format!("the heading “{}” is not that of the section “{title}”", heading.title.trim());
    let meant = format!("{} {title}", "#".repeat(usize::from(heading.level)));
    let help = format!("write `{meant}`");
    let finding = facts.at(entry, span, message).about(title).help(help.clone());
    finding.fix(Fix::patch(help, vec![Edit::new(&entry.path, span, meant)]))
}

/// Whether another section under the same heading holds something: that there are two is another rule's matter.
fn is_written_elsewhere(entry: &Entry, heading: &Heading) -> bool {
    let mut sections = entry.outline.headings.iter().zip(&entry.outline.sections);
    sections.any(|(other, section)| {
        other.level == heading.level && same_title(&other.title, &heading.title) && !section.is_empty
    })
}

/// An error where the state demands the section.
fn empty(facts: &Facts, entry: &Entry, heading: &Heading, row: &SectionRow, demanded: &[&str]) -> Diagnostic {
    let message = format!("the section “{}” is empty", row.title);
    let finding = facts.at(entry, heading_span(entry, heading), message).help(write_section(row));
    let is_demanded = demanded.iter().any(|title| same_title(title, &row.title));
    if is_demanded { finding } else { finding.at_level(Level::Warning) }
}

/// Where the guidance of `row` can be read in the section. In a comment it does no harm: no reader sees it.
fn template_words(entry: &Entry, section: &Section, row: &SectionRow) -> Option<Span> {
    let guidance = Some(row.guidance.trim()).filter(|guidance| !guidance.is_empty())?;
    let text = entry.text.get(section.span.range())?;
    let at = memchr::memmem::find(text.as_bytes(), guidance.as_bytes())?;
    let is_in_comment = text[..at].rfind("<!--").is_some_and(|open| !text[open..at].contains("-->"));
    (!is_in_comment).then(|| Span::new(at, at + guidance.len()).shifted(section.span.start))
}

/// The heading where the outline has it: behind the sections that come before it, else before those that come after it.
fn added_heading(entry: &Entry, workflow: &KindWorkflow, row: &SectionRow) -> Fix {
    let there =
        |row: &SectionRow| entry.outline.headings.iter().position(|heading| same_title(&row.title, &heading.title));
    let own = workflow.outline.iter().position(|it| it.title == row.title).expect("the row is one of the outline");
    let before = workflow.outline[..own].iter().rev().find_map(there).map(|at| entry.outline.sections[at].span.end);
    let after = || workflow.outline[own..].iter().find_map(there).map(|at| entry.outline.headings[at].span.start);
    let at = before.or_else(after).unwrap_or(entry.text.len());
    let line = line_break(entry);
    let gap = line.repeat(missing_line_breaks(&entry.text[..at]));
    let behind = if at == entry.text.len() { "" } else { line };
    let text = format!("{gap}## {}{line}{behind}", row.title);
    Fix::patch(format!("add the heading “{}”", row.title), vec![Edit::new(&entry.path, Span::new(at, at), text)])
}

/// So many line breaks are missing at the end of `text` for an empty line before what comes next.
fn missing_line_breaks(text: &str) -> usize {
    let written = text.trim_end_matches([' ', '\t', '\r', '\n']);
    match text[written.len()..].matches('\n').count() {
        _ if text.is_empty() => 0,
        breaks if text.ends_with('\n') => 2_usize.saturating_sub(breaks),
        _ => 2,
    }
}
