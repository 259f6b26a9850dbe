//! Statements of work that go to a contractor without a service level.

use crate::check::Facts;
use crate::check::rules::history::is_unread;
use crate::check::rules::phrase::name;
use crate::diagnostic::{Diagnostic, Level};
use crate::document::sow::Route;
use crate::fields::Field;
use crate::id::Kind;
use crate::site::Entry;
use crate::workflow::Means;

pub fn find(facts: &Facts) -> Vec<Diagnostic> {
    facts.site.of_kind(Kind::Sow).filter_map(|entry| of_sow(facts, entry)).collect()
}

fn of_sow(facts: &Facts, entry: &Entry) -> Option<Diagnostic> {
    let sow = entry.sow().filter(|sow| sow.route.get() == Some(&Route::Contractor))?;
    let is_chosen = entry.has_entered(&[Means::Routed, Means::Referred, Means::Approved, Means::UnderWay]);
    if !is_chosen || entry.means() == Some(Means::Done) || entry.has_ended() {
        return None;
    }
    let (span, level) = match &sow.slo {
        Field::Absent if !is_unread(entry, "slo") => (sow.route.span(), Level::Error),
        Field::Stated(slo) if slo.is_empty() && !is_unread(entry, "slo") => (Some(slo.span), Level::Error),
        Field::Unknown(gap) => (Some(gap.span), Level::Warning),
        Field::Absent | Field::Stated(_) | Field::Withheld(_) => return None,
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
