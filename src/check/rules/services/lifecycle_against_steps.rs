//! Services whose place in their life is not the one to which their last step leads.

use crate::check::prelude::*;
use crate::site::meaning_of_life;

pub const FIND: Find = each!(record, of_service);

fn of_service(facts: &Facts, entry: &Entry) -> Option<Diagnostic> {
    let lifecycle = &entry.service()?.lifecycle;
    let now = *lifecycle.get()?;
    let last = entry.events().last()?;
    // A state that nobody knows is another finding.
    facts.site.means(entry.kind(), last.to.get()?).filter(|means| *means != meaning_of_life(now))?;
    if is_unread(entry, "event") {
        return None;
    }
    let message = format!("{} is `{now}`, and its last step leads to `{}`", name(entry), last.to.text());
    let state = facts.site.state_that(Kind::Service, meaning_of_life(now));
    let help =
        format!("add `[[event]]` with `to = \"{state}\"`, `date`, `by` and the `decision`, or set `lifecycle` back");
    let finding = facts.at(entry, lifecycle.span(), message).help(help);
    Some(finding.label(&entry.path, last.to.span(), "the last step"))
}
