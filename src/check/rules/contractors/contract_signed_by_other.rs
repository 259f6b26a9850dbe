//! Contracts that somebody signed who does not sign for the project.

use crate::check::prelude::*;

pub(crate) const FIND: Find = each!(contractor, find);

fn find(facts: &Facts, entry: &Entry, contractor: &Contractor) -> Vec<Diagnostic> {
    contractor.contract.items().iter().filter_map(|contract| find_in_contract(facts, entry, contract)).collect()
}

fn find_in_contract(facts: &Facts, entry: &Entry, contract: &Contract) -> Option<Diagnostic> {
    let site = facts.site;
    let signer = contract.signed_by.get().and_then(|signer| site.find(signer))?;
    let bodies = site.profile.requirements.bodies("signers");
    let known: Vec<&Entry> = bodies.iter().filter_map(|body| site.body(body, entry)).collect();
    let on = contract.starts.get().copied().unwrap_or(site.today);
    let signs_for = |body: &&Entry| {
        let lists_members = body.group().is_some_and(|group| !group.member.items().is_empty());
        body.at == signer.at || site.is_member(signer, body, on) || !lists_members && signer.person().is_some()
    };
    // A body that has no record here may well be the one that signed.
    if known.is_empty() || known.len() < bodies.len() || known.iter().any(signs_for) {
        return None;
    }
    let whom = list(bodies.iter().map(|body| body.title.clone()), "or");
    let message = format!(
        "the contract `{}` is signed by {}, and contracts are signed by {whom}",
        contract.id.text(),
        name(signer)
    );
    let help = format!(
        "have {whom} sign it, or correct `signed_by = \"{}\"`",
        known.first().map_or("…", |body| &*body.id.key)
    );
    Some(facts.at(entry, contract.signed_by.span(), message).help(help))
}
