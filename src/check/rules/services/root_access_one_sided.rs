//! Services to which one of the bodies that must hold root access holds none.

use crate::check::prelude::*;
use crate::check::rules::inventory::{Key, contractors_of, in_use, keys, unknown_because};
use crate::document::service::Critical;
use crate::document::shared::HoldsFor;

pub const FIND: Find = Find::Site(find);

fn find(facts: &Facts) -> Vec<Diagnostic> {
    if facts.site.profile.requirements.bodies("root_holders").is_empty() {
        return Vec::new();
    }
    in_use(facts.site).filter_map(|(entry, service)| of_service(facts, entry, service)).collect()
}

fn of_service(facts: &Facts, entry: &Entry, service: &Service) -> Option<Diagnostic> {
    let keys = keys(facts.site, entry);
    if keys.is_empty() {
        return nobody_listed(facts, entry, service);
    }
    // What only the contractor can open is another finding.
    let is_of_contractor = keys.iter().all(|key| key.is_for(&[HoldsFor::Contractor]));
    if is_unread(entry, "holds_for") || (is_of_contractor && contractors_of(facts.site, entry).next().is_some()) {
        return None;
    }
    let bodies = facts.site.profile.requirements.bodies("root_holders").iter();
    let lacking: Vec<&Body> = bodies.map(|body| &**body).filter(|body| !is_held_for(body, &keys)).collect();
    if lacking.is_empty() {
        return None;
    }
    let whom = list(lacking.iter().map(|body| body.title.clone()), "and");
    let message = format!("nobody holds root access to {} for {whom}", name(entry));
    let help = lacking
        .iter()
        .map(|body| format!("add `[[root_access]]` with a `person` and `holds_for = \"{}\"`", word(body)));
    let help = list(help, "and");
    let finding = match keys.iter().find(|key| key.entry.at == entry.at) {
        Some(own) => facts.at(entry, own.span(), message),
        None => facts.at(entry, service.name.span(), message).label(
            &keys[0].entry.path,
            keys[0].span(),
            "held for somebody else",
        ),
    };
    Some(with_clause(facts, finding.help(help)))
}

/// Nothing is listed: a gap, and worth a word where much depends on the service.
fn nobody_listed(facts: &Facts, entry: &Entry, service: &Service) -> Option<Diagnostic> {
    if service.critical.get() != Some(&Critical::High) || is_unread(entry, "root_access") {
        return None;
    }
    let (span, why) = match &service.root_access {
        Field::Unknown(gap) => (Some(gap.span), unknown_because(gap)),
        Field::Absent | Field::Stated(_) => (service.critical.span(), String::new()),
        Field::Unreadable(_) | Field::Withheld(_) => return None,
    };
    let message = format!("much depends on {}, and nobody is known to hold root access to it{why}", name(entry));
    let help = "list who can open it and for whom: `[[root_access]]` with `person` and `holds_for`";
    Some(with_clause(facts, facts.at(entry, span, message).at_level(Level::Warning).help(help)))
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

fn with_clause(facts: &Facts, finding: Diagnostic) -> Diagnostic {
    finding.cited(facts.site.profile.clause_of("root_holders"))
}
