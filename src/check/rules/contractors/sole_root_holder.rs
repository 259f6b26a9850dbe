//! Services to which the contractor alone holds root access.

use crate::check::prelude::*;
use crate::document::shared::HoldsFor;

pub(crate) const FIND: Find = each!(record, find);

fn find(facts: &Facts, entry: &Entry) -> Vec<Diagnostic> {
    let services = facts.site.opened_by(entry).into_iter();
    let found = services.flat_map(|service| {
        facts.site.contractors_of(service).filter_map(|contractor| find_in_service(facts, contractor, service))
    });
    // The first entry that says so has the finding: in the record of the service, else in one of a contractor.
    found.filter(|finding| finding.path == entry.path).collect()
}

fn find_in_service(facts: &Facts, contractor: &Entry, service: &Entry) -> Option<Diagnostic> {
    let keys = facts.site.keys(service);
    let first = keys.first()?;
    let is_unclear = [service, contractor].into_iter().any(|it| it.is_unreadable("root_access.holds_for"));
    if is_unclear || !keys.iter().all(|key| key.is_for(&[HoldsFor::Contractor])) {
        return None;
    }
    let message = format!("only {} holds root access to {}", contractor.title, name(service));
    let help = "give access to somebody of the group and of the board, and list them: `holds_for = \"iwg\"`, \
        `holds_for = \"board\"`";
    Some(facts.at(first.entry, first.span(), message).for_several(service.id.to_string()).help(help))
}
