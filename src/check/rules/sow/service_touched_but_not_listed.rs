//! Statements of work that touch services and do not list them.

use std::collections::BTreeSet;

use crate::check::prelude::*;
use crate::site::Via;

/// The sections in which a service that is named is one that the work changes.
const SECTIONS: [&str; 2] = ["Functional requirements", "Work items"];

pub const FIND: Find = Find::Site(find);

fn find(facts: &Facts) -> Vec<Diagnostic> {
    facts
        .site
        .of_kind(Kind::Sow)
        .filter(|entry| !facts.site.is_over(entry))
        .filter_map(|entry| of_sow(facts, entry))
        .collect()
}

fn of_sow(facts: &Facts, entry: &Entry) -> Option<Diagnostic> {
    let sow = entry.sow()?;
    let is_unclear = match &sow.services {
        Field::Absent | Field::Stated(_) => is_unread(entry, "services"),
        Field::Unreadable(_) | Field::Unknown(_) | Field::Withheld(_) => true,
    };
    if is_unclear {
        return None;
    }
    let touched = touched(facts, entry);
    let help = "add them to `services`, so that whoever relies on one finds the work: `services = [\"…\"]`";
    if let Some((_, first)) = touched.first() {
        let names = list(touched.iter().map(|(service, _)| name(service)), "and");
        let message = format!(
            "{} touches {names} and does not list {}",
            name(entry),
            if touched.len() == 1 { "it" } else { "them" }
        );
        return Some(facts.at(entry, *first, message).help(help));
    }
    let message = format!("{} touches shared infrastructure and lists no service", name(entry));
    lists_nothing(sow).then(|| facts.at(entry, sow.shared_infrastructure.span(), message).help(help))
}

fn lists_nothing(sow: &Sow) -> bool {
    sow.shared_infrastructure.is_true() && sow.services.items().is_empty()
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
