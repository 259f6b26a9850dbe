//! Statements of work that touch services and do not list them.

use std::collections::BTreeSet;

use crate::check::prelude::*;
use crate::site::Via;

/// The sections in which a service that is named is one that the work changes.
const SECTIONS: [&str; 2] = ["Functional requirements", "Work items"];

pub(crate) const FIND: Find = each!(sow, find);

fn find(facts: &Facts, entry: &Entry, sow: &Sow) -> Option<Diagnostic> {
    if !sow.services.is_complete() || facts.site.is_over(entry) {
        return None;
    }
    let touched = touched(facts, entry);
    let (span, message) = match touched.as_slice() {
        [] if sow.shared_infrastructure.is_true() && sow.services.has_no_items() => (
            sow.shared_infrastructure.span(),
            format!("{} touches shared infrastructure and lists no service", name(entry)),
        ),
        [] => return None,
        [(_, first), rest @ ..] => {
            let names = list(touched.iter().map(|(service, _)| name(service)), "and");
            let them = if rest.is_empty() { "it" } else { "them" };
            (Some(*first), format!("{} touches {names} and does not list {them}", name(entry)))
        }
    };
    let help = "add them to `services`, so that whoever relies on one finds the work: `services = [\"…\"]`";
    Some(facts.at(entry, span, message).help(help))
}

/// The services that the work names and does not list, each once, with the place.
fn touched<'a>(facts: &Facts<'a>, entry: &'a Entry) -> Vec<(&'a Entry, Span)> {
    let outline = &entry.outline;
    let within: Vec<Span> = outline
        .headings
        .iter()
        .zip(&outline.sections)
        .filter(|(heading, _)| SECTIONS.iter().any(|title| same_title(title, &heading.title)))
        .map(|(_, section)| section.span)
        .collect();
    let is_meant = |via: &Via, span: Span| match via {
        Via::Key(key) => &**key == "slo.service",
        Via::Text => within.iter().any(|it| it.start <= span.start && span.end <= it.end),
    };
    let mut listed: BTreeSet<usize> = facts.site.targets(entry, "services").map(|it| it.at).collect();
    let edges = entry.edges.iter().filter(|edge| is_meant(&edge.via, edge.span));
    let services =
        edges.map(|edge| (&facts.site.entries[edge.to], edge.span)).filter(|(to, _)| to.kind() == Kind::Service);
    services.filter(|(to, _)| !to.is_introduction() && listed.insert(to.at)).collect()
}
