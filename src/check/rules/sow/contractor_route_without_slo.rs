//! Statements of work that go to a contractor without a service level.

use crate::check::prelude::*;
use crate::document::sow::Route;

pub const FIND: Find = each!(record, of_sow);

fn of_sow(facts: &Facts, entry: &Entry) -> Option<Diagnostic> {
    let sow = entry.sow().filter(|sow| sow.route.get() == Some(&Route::Contractor))?;
    let is_chosen = entry.has_entered(&[Means::Routed, Means::Referred, Means::Approved, Means::UnderWay]);
    if !is_chosen || entry.means() == Some(Means::Done) || entry.has_ended() {
        return None;
    }
    let (span, level) = match &sow.slo {
        Field::Absent => (sow.route.span(), Level::Error),
        Field::Stated(slo) if slo.is_empty() && slo.unreadable.is_empty() => (Some(slo.span), Level::Error),
        Field::Unknown(gap) => (Some(gap.span), Level::Warning),
        Field::Unreadable(_) | Field::Stated(_) | Field::Withheld(_) => return None,
    };
    // What the services that it is about already promise need not be written twice.
    let has_level = |service: &Entry| service.service().is_some_and(|it| !it.slo.items().is_empty());
    if facts.site.targets(entry, "services").any(has_level) {
        return None;
    }
    let message = format!("{} goes to a contractor, and no service level says what it must hold", name(entry));
    let help = "add an `[[slo]]` table: `indicator = \"response-time\"`, `objective = \"<= 4 h\"`; a level in the record of \
        a service that it lists counts as well";
    Some(facts.at(entry, span, message).at_level(level).help(help))
}
