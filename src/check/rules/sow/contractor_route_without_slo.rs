//! Statements of work that go to a contractor without a service level.

use crate::check::prelude::*;
use crate::document::sow::Route;

pub(crate) const FIND: Find = each!(sow, find);

fn find(facts: &Facts, entry: &Entry, sow: &Sow) -> Option<Diagnostic> {
    let is_chosen = entry.has_entered(&[Means::Routed, Means::Referred, Means::Approved, Means::UnderWay]);
    let is_over = entry.means() == Some(Means::Done) || entry.has_ended();
    // What the services that it is about already promise need not be written twice.
    let has_level = |service: &Entry| service.service().is_some_and(|it| !it.slo.items().is_empty());
    let is_contractors = sow.route.get() == Some(&Route::Contractor);
    if !is_contractors || !is_chosen || is_over || facts.site.targets(entry, "services").any(has_level) {
        return None;
    }
    let level = if sow.slo.has_no_items() { Level::Error } else { sow.slo.unknown().map(|_| Level::Warning)? };
    let message = format!("{} goes to a contractor, and no service level says what it must hold", name(entry));
    let help = "add an `[[slo]]` table: `indicator = \"response-time\"`, `objective = \"<= 4 h\"`; a level in the record of \
        a service that it lists counts as well";
    Some(facts.at(entry, sow.slo.span().or(sow.route.span()), message).at_level(level).help(help))
}
