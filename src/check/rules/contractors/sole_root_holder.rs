//! Services to which the contractor alone holds root access.

use crate::check::prelude::*;
use crate::check::rules::inventory::{keys, run_by_contractors};
use crate::document::shared::HoldsFor;

pub const FIND: Find = Find::Site(find);

fn find(facts: &Facts) -> Vec<Diagnostic> {
    let run = run_by_contractors(facts.site);
    let pairs = run.flat_map(|(contractor, services)| services.into_iter().map(move |service| (contractor, service)));
    pairs.filter_map(|(contractor, service)| of_service(facts, contractor, service)).collect()
}

fn of_service(facts: &Facts, contractor: &Entry, service: &Entry) -> Option<Diagnostic> {
    let keys = keys(facts.site, service);
    let first = keys.first()?;
    let is_unclear = is_unread(service, "holds_for") || is_unread(contractor, "holds_for");
    if is_unclear || !keys.iter().all(|key| key.is_for(&[HoldsFor::Contractor])) {
        return None;
    }
    let message = format!("only {} holds root access to {}", contractor.title, name(service));
    let help = "give access to somebody of the group and of the board, and list them: `holds_for = \"iwg\"`, \
        `holds_for = \"board\"`";
    Some(facts.at(first.entry, first.span(), message).help(help))
}
