//! Retired services that do not say what took their place.

use crate::check::prelude::*;

pub const FIND: Find = each!(service, of_service);

fn of_service(facts: &Facts, entry: &Entry, service: &Service) -> Option<Diagnostic> {
    let is_retired = service.lifecycle.get() == Some(&Lifecycle::Retired) || entry.has_entered(&[Means::Retired]);
    let (span, level) = match &service.successor {
        Field::Absent if is_retired => (service.lifecycle.span(), Level::Error),
        Field::Unknown(gap) if is_retired => (Some(gap.span), Level::Warning),
        Field::Absent | Field::Unreadable(_) | Field::Unknown(_) | Field::Stated(_) | Field::Withheld(_) => {
            return None;
        }
    };
    let message = format!("{} is retired, and nothing says what took its place", name(entry));
    let help = "add `successor = \"…\"` with the service that does its work now, or `successor = false` if none does";
    Some(facts.at(entry, span, message).at_level(level).help(help))
}
