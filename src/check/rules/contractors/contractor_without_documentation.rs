//! Services that a contractor runs and does not document in public.

use crate::check::prelude::*;
use crate::site::Via;

/// The sections of a contractor's record that document what it runs.
const SECTIONS: [&str; 2] = ["Systems", "Runbooks"];

pub(crate) const FIND: Find = each!(contractor, find);

/// One finding for each contractor, with the services that are not documented.
fn find(facts: &Facts, entry: &Entry, contractor: &Contractor) -> Option<Diagnostic> {
    // Documentation elsewhere is for all that it runs.
    if contractor.documentation.get().is_some() || contractor.documentation.is_unreadable() {
        return None;
    }
    let pages = pages_of(facts.site, entry);
    if pages.iter().copied().chain([entry]).any(|page| page.outline.too_deep) {
        return None;
    }
    let is_documented = |service: &Entry| {
        has_documentation(service)
            || names(entry, service, &SECTIONS)
            || pages.iter().any(|page| names(page, service, &[]))
    };
    let bare: Vec<&Entry> = facts.site.targets(entry, "services").filter(|it| !is_documented(it)).collect();
    if bare.is_empty() {
        return None;
    }
    let message =
        format!("{} runs {} without public documentation", entry.title, list(bare.iter().map(|it| name(it)), "and"));
    let help = format!(
        "describe {} under `## Systems` or `## Runbooks`, on a page below `{}/`, or give the service or the \
            contractor a link in `documentation`",
        if bare.len() == 1 { "it" } else { "them" },
        entry.path.as_str().trim_end_matches(".md"),
    );
    Some(facts.at(entry, contractor.services.span(), message).help(help))
}

fn has_documentation(service: &Entry) -> bool {
    let Some(service) = service.service() else { return true };
    !service.documentation.is_missing() && service.documentation.unknown().is_none()
}

/// The pages below the contractor's folder.
fn pages_of<'a>(site: &'a Site, entry: &Entry) -> Vec<&'a Entry> {
    let folder = format!("{}/", entry.path.as_str().trim_end_matches(".md"));
    let from = site.entries.partition_point(|it| it.path.as_str() < folder.as_str());
    site.entries[from..].iter().take_while(|it| it.path.as_str().starts_with(&folder)).collect()
}

/// Whether the text of `entry` links to `service` or calls it by its name, in one of `sections` when there are any.
fn names(entry: &Entry, service: &Entry, sections: &[&str]) -> bool {
    let outline = &entry.outline;
    let within: Vec<_> = match sections {
        [] => vec![Span::new(entry.body_start, entry.text.len())],
        sections => outline
            .headings
            .iter()
            .zip(&outline.sections)
            .filter(|(heading, _)| sections.iter().any(|title| heading.title.trim().eq_ignore_ascii_case(title)))
            .map(|(_, section)| section.span)
            .collect(),
    };
    let links = entry.edges.iter().filter(|edge| edge.to == service.at && edge.via == Via::Text);
    let is_linked =
        links.into_iter().any(|edge| within.iter().any(|it| it.start <= edge.span.start && edge.span.end <= it.end));
    let title = service.title.to_lowercase();
    is_linked || within.iter().any(|span| entry.text[span.range()].to_lowercase().contains(&title))
}
