//! Retired services that do not say what took their place.

use crate::check::prelude::*;

pub(crate) const FIND: Find = each!(service, find);

fn find(facts: &Facts, entry: &Entry, service: &Service) -> Option<Diagnostic> {
    let is_retired = service.lifecycle.get() == Some(&Lifecycle::Retired) || entry.has_entered(&[Means::Retired]);
    is_retired.then_some(())?;
    let successor = &service.successor;
    let level = if successor.is_missing() { Level::Error } else { successor.unknown().map(|_| Level::Warning)? };
    let span = successor.span().or(service.lifecycle.span());
    let message = format!("{} is retired, and nothing says what took its place", name(entry));
    let help = "add `successor = \"…\"` with the service that does its work now, or `successor = false` if none does";
    Some(facts.at(entry, span, message).at_level(level).help(help))
}
