//! Services whose place in their life changed without a step that says when, by whom and by which decision.

use crate::check::Facts;
use crate::check::rules::history::is_unread;
use crate::check::rules::phrase::name;
use crate::diagnostic::Diagnostic;
use crate::document::service::Lifecycle;
use crate::id::Kind;
use crate::site::Entry;

pub fn find(facts: &Facts) -> Vec<Diagnostic> {
    facts.site.of_kind(Kind::Service).filter_map(|entry| of_service(facts, entry)).collect()
}

fn of_service(facts: &Facts, entry: &Entry) -> Option<Diagnostic> {
    let service = entry.service()?;
    let now = *service.lifecycle.get()?;
    let last = entry.events().last();
    if is_unread(entry, "event") || last.is_some_and(|event| event.to.text() == now.as_str()) {
        return None;
    }
    let (before, label) = match last {
        Some(event) => (format!("its last step leads to `{}`", event.to.text()), event.to.span()),
        // Without a history only the revision before this one can tell that something changed.
        None => {
            let before = lifecycle_before(facts, entry).filter(|before| *before != now)?;
            (format!("was `{before}` before this change, which adds no step"), None)
        }
    };
    let message = format!("{} is `{now}`, and {before}", name(entry));
    let help = format!(
        "add `[[event]]` with `to = \"{now}\"`, `date`, `by` and the `decision`, or set `lifecycle` back"
    );
    let finding = facts.at(entry, service.lifecycle.span(), message).help(help);
    Some(match label {
        Some(span) => finding.label(&entry.path, span, "the last step"),
        None => finding,
    })
}

fn lifecycle_before(facts: &Facts, entry: &Entry) -> Option<Lifecycle> {
    let before = facts.base?.record(&entry.id)?;
    before.service()?.lifecycle.get().copied()
}
