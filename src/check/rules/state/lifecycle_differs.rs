//! Services whose `lifecycle` says something else than the last step of their history.

use crate::check::Facts;
use crate::check::rules::phrase::name;
use crate::diagnostic::Diagnostic;
use crate::id::Kind;
use crate::site::Entry;

pub fn find(facts: &Facts) -> Vec<Diagnostic> {
    facts.site.of_kind(Kind::Service).filter_map(|entry| of_service(facts, entry)).collect()
}

fn of_service(facts: &Facts, entry: &Entry) -> Option<Diagnostic> {
    let service = entry.service()?;
    let (stated, event) = (service.lifecycle.get()?, entry.events().last()?);
    let (to, date) = (event.to.get()?, event.date.get()?);
    // A state that nobody knows is another finding.
    facts.site.profile.kind(entry.kind())?.state(to)?;
    if to == stated.as_str() {
        return None;
    }
    let message = format!("{} says `lifecycle = \"{stated}\"`, and became `{to}` on {date}", name(entry));
    let help = format!("write `lifecycle = \"{to}\"`, or add the event that led to `{stated}`");
    let finding = facts.at(entry, service.lifecycle.span(), message).help(help);
    Some(match event.to.span() {
        Some(span) => finding.label(&entry.path, span, "the last step"),
        None => finding,
    })
}
