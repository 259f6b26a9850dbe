//! Work on shared infrastructure that began without an agreement, or that is said to touch none.

use crate::check::prelude::*;
use crate::document::service::Critical;
use crate::document::sow::Route;

pub(crate) const FIND: Find = each!(sow, find);

fn find(facts: &Facts, entry: &Entry, sow: &Sow) -> Option<Diagnostic> {
    not_agreed(facts, entry, sow).or_else(|| touches_after_all(facts, entry, sow))
}

/// What people rely on is shared, whatever the front matter says.
fn touches_after_all(facts: &Facts, entry: &Entry, sow: &Sow) -> Option<Diagnostic> {
    let is_denied = sow.shared_infrastructure.get() == Some(&false) && entry.has_reached(Means::UnderWay);
    let is_shared = |it: &Service| it.is_relied_on() && it.critical.get() != Some(&Critical::Low);
    let relied_on = || facts.site.targets(entry, "services").find(|it| it.service().is_some_and(is_shared));
    let service = (is_denied && !entry.ever_ended()).then(relied_on).flatten()?;
    let message = format!(
        "{} says that it touches no shared infrastructure, and lists {}, which people rely on",
        name(entry),
        name(service)
    );
    let help = "set `shared_infrastructure = true`, and name in `agreements` who agreed; or take the service out of `services`";
    Some(facts.at(entry, sow.shared_infrastructure.span(), message).at_level(Level::Warning).help(help))
}

fn not_agreed(facts: &Facts, entry: &Entry, sow: &Sow) -> Option<Diagnostic> {
    let has_begun = sow.shared_infrastructure.is_true() && entry.has_reached(Means::UnderWay);
    // A contract is what the group and the contractor agreed on.
    let is_contracted = sow.route.get() == Some(&Route::Contractor) && sow.contract.get().is_some();
    // Where the workflow asks for the agreement, the step without it is wrong.
    if !has_begun || is_contracted || facts.site.fields_lacking_for_steps(entry).contains(&"agreements") {
        return None;
    }
    let agreements = &sow.agreements;
    let level = if agreements.has_no_items() { Level::Error } else { agreements.unknown().map(|_| Level::Warning)? };
    let span = agreements.span().or(sow.shared_infrastructure.span());
    let message = format!("{} changes shared infrastructure, and nobody's agreement is on record", name(entry));
    let help =
        "add `agreements = [\"DEC-…\", \"…\"]`: the decision of the group, and the contractor that runs the system";
    Some(facts.at(entry, span, message).at_level(level).help(help))
}
