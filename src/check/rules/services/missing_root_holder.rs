//! Services to which one of the bodies that must hold root access holds none.

use crate::check::prelude::*;
use crate::document::service::Critical;
use crate::document::shared::HoldsFor;
use crate::site::Key;

/// The key that says for whom somebody holds root access, in a service and in a contractor.
const FOR_WHOM: &str = "root_access.holds_for";

pub(crate) const FIND: Find = each!(service, find);

fn find(facts: &Facts, entry: &Entry, service: &Service) -> Option<Diagnostic> {
    let keys = facts.site.keys(entry);
    let is_unclear = [entry].into_iter().chain(keys.iter().map(|key| key.entry)).any(|it| it.is_unreadable(FOR_WHOM));
    if is_unclear || !service.is_in_use() {
        return None;
    }
    if keys.is_empty() {
        return nobody_listed(facts, entry, service);
    }
    // What a contractor alone can open, nobody else holds at all: that is a matter of the contractor's record.
    let is_of_contractor = keys.iter().all(|key| key.is_for(&[HoldsFor::Contractor]));
    let bodies = facts.site.profile.requirements.bodies("root_holders").iter().map(|body| &**body);
    let lacking: Vec<&Body> = bodies.filter(|body| !is_held_for(body, &keys)).collect();
    if lacking.is_empty() || (is_of_contractor && facts.site.contractors_of(entry).next().is_some()) {
        return None;
    }
    let whom = list(lacking.iter().map(|body| body.title.clone()), "and");
    let message = format!("nobody holds root access to {} for {whom}", name(entry));
    let help = lacking
        .iter()
        .map(|body| format!("add `[[root_access]]` with a `person` and `holds_for = \"{}\"`", word(body)));
    let help = list(help, "and");
    let own = keys.iter().find(|key| key.entry.at == entry.at).map(Key::span);
    let finding = facts.at(entry, own.or(service.name.span()), message).help(help);
    let first = Some(&keys[0]).filter(|_| own.is_none());
    Some(first.into_iter().fold(finding, |finding, key| {
        finding.label(&key.entry.path, key.span(), "held for somebody else")
    }))
}

/// Nothing is listed: a gap, and worth a word where much depends on the service.
fn nobody_listed(facts: &Facts, entry: &Entry, service: &Service) -> Option<Diagnostic> {
    let access = &service.root_access;
    let gap = access.unknown();
    if service.critical.get() != Some(&Critical::High) || !(access.has_no_items() || gap.is_some()) {
        return None;
    }
    let why = gap.map_or(String::new(), unknown_because);
    let message = format!("much depends on {}, and nobody is known to hold root access to it{why}", name(entry));
    let help = "list who can open it and for whom: `[[root_access]]` with `person` and `holds_for`";
    let span = gap.map(|gap| gap.span).or(service.critical.span());
    Some(facts.at(entry, span, message).at_level(Level::Warning).help(help))
}

fn is_held_for(body: &Body, keys: &[Key]) -> bool {
    let holders: &[HoldsFor] = match word(body) {
        "board" => &[HoldsFor::Board],
        "iwg" => &[HoldsFor::Iwg, HoldsFor::Group],
        // A body that the record has no word for cannot be judged.
        _ => return true,
    };
    keys.iter().any(|key| key.is_for(holders))
}

/// What `holds_for` calls the body; empty when it has no word for it.
fn word(body: &Body) -> &'static str {
    match (body.word.as_str(), body.group_type.as_deref()) {
        ("board", _) | (_, Some("board")) => "board",
        ("iwg" | "group", _) | (_, Some("working-group")) => "iwg",
        _ if body.of_record => "iwg",
        _ => "",
    }
}
