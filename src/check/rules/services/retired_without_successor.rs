//! Retired services that do not say what took their place.

use crate::check::Facts;
use crate::check::rules::history::is_unread;
use crate::check::rules::phrase::name;
use crate::diagnostic::{Diagnostic, Level};
use crate::document::service::Lifecycle;
use crate::fields::Field;
use crate::id::Kind;
use crate::site::Entry;
use crate::workflow::Means;

pub fn find(facts: &Facts) -> Vec<Diagnostic> {
    facts.site.of_kind(Kind::Service).filter_map(|entry| of_service(facts, entry)).collect()
}

fn of_service(facts: &Facts, entry: &Entry) -> Option<Diagnostic> {
    let service = entry.service()?;
    let is_retired = service.lifecycle.get() == Some(&Lifecycle::Retired) || entry.has_entered(&[Means::Retired]);
    let (span, level) = match &service.successor {
        Field::Absent if is_retired && !is_unread(entry, "successor") => (service.lifecycle.span(), Level::Error),
        Field::Unknown(gap) if is_retired => (Some(gap.span), Level::Warning),
        Field::Absent | Field::Unknown(_) | Field::Stated(_) | Field::Withheld(_) => return None,
    };
    let message = format!("{} is retired, and nothing says what took its place", name(entry));
    let help = "add `successor = \"…\"` with the service that does its work now, or `successor = false` if none does";
    Some(facts.at(entry, span, message).at_level(level).help(help))
}
