//! Services whose place in their life is not the one to which their last step leads.

use crate::check::prelude::*;
use crate::site::meaning_of_life;

pub(crate) const FIND: Find = each!(service, find);

fn find(facts: &Facts, entry: &Entry, service: &Service) -> Option<Diagnostic> {
    let lifecycle = &service.lifecycle;
    let now = *lifecycle.get()?;
    let last = entry.events().last().filter(|_| !entry.is_unreadable("event"))?;
    // A state that the workflow does not know means nothing.
    facts.site.means(entry.kind(), last.to.get()?).filter(|means| *means != meaning_of_life(now))?;
    let message = format!("{} is `{now}`, and its last step leads to `{}`", name(entry), last.to.text());
    let state = facts.site.state_that(Kind::Service, meaning_of_life(now));
    let help =
        format!("add `[[event]]` with `to = \"{state}\"`, `date`, `by` and the `decision`, or set `lifecycle` back");
    let finding = facts.at(entry, lifecycle.span(), message).help(help);
    Some(finding.label(&entry.path, last.to.span(), "the last step"))
}
