//! Statements of work that go to a contractor and do not say why.

use crate::check::prelude::*;
use crate::document::sow::Route;

pub(crate) const FIND: Find = each!(sow, find);

fn find(facts: &Facts, entry: &Entry, sow: &Sow) -> Option<Diagnostic> {
    if sow.route.get() != Some(&Route::Contractor) {
        return None;
    }
    let span = match &sow.route_reason {
        Field::Absent => sow.route.span(),
        Field::Unknown(gap) => Some(gap.span),
        Field::Unreadable(_) | Field::Stated(_) | Field::Withheld(_) => return None,
    };
    let message = format!("{} goes to a contractor, and nothing says why", name(entry));
    let help = "add `route_reason = \"…\"`: what makes it too large for volunteers, or which service level it needs";
    Some(facts.at(entry, span, message).help(help))
}
