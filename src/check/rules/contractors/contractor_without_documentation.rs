//! Services that a contractor runs, and work that it was hired for, without public documentation.

use crate::check::prelude::*;
use crate::site::Via;

/// The sections of a contractor's record that document what it runs.
const SECTIONS: [&str; 2] = ["Systems", "Runbooks"];

pub(crate) const FIND: Find = each!(contractor, find);

/// One finding for each contractor, with the services that are not documented.
fn find(facts: &Facts, entry: &Entry, contractor: &Contractor) -> Option<Diagnostic> {
    let pages = pages_of(facts.site, entry);
    if pages.iter().copied().chain([entry]).any(|page| page.outline.too_deep) {
        return None;
    }
    let is_documented = |service: &Entry| {
        has_documentation(service)
            || names(entry, service, &SECTIONS)
            || pages.iter().any(|page| names(page, service, &[]))
    };
    // Documentation outside of the record covers what its author says it does.
    if !contractor.documentation.is_missing() && contractor.documentation.unknown().is_none() {
        return None;
    }
    let is_named = |work: &Entry| names(entry, work, &[]) || pages.iter().any(|page| names(page, work, &[]));
    let services = facts.site.targets(entry, "services").filter(|it| !is_documented(it));
    let work = facts.site.targets(entry, "contract.sows").filter(|it| !is_named(it));
    let bare: Vec<&Entry> = services.chain(work).collect();
    if bare.is_empty() {
        return None;
    }
    let message = format!(
        "{} answers for {} without public documentation",
        entry.title,
        list(bare.iter().map(|it| name(it)), "and")
    );
    let help = format!(
        "describe {} under `## Systems` or `## Runbooks`, on a page below `{}/`, or add a link to it: \
            `documentation = \"https://…\"`",
        if bare.len() == 1 { "it" } else { "them" },
        entry.path.as_str().trim_end_matches(".md"),
    );
    let level = if bare.iter().all(|it| it.kind() == Kind::Sow) { Level::Warning } else { Level::Error };
    Some(facts.at(entry, contractor.services.span(), message).at_level(level).help(help))
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
    let (title, id) = (service.title.to_lowercase(), service.id.to_string().to_lowercase());
    let says = |span: &Span| {
        let text = entry.text[span.range()].to_lowercase();
        text.contains(&title) || (service.kind() == Kind::Sow && text.contains(&id))
    };
    is_linked || within.iter().any(says)
}
