//! Statements of work that go to a contractor and do not say why.

use crate::check::Facts;
use crate::check::rules::history::is_unread;
use crate::check::rules::phrase::name;
use crate::diagnostic::Diagnostic;
use crate::document::sow::Route;
use crate::fields::Field;
use crate::id::Kind;
use crate::site::Entry;

pub fn find(facts: &Facts) -> Vec<Diagnostic> {
    facts.site.of_kind(Kind::Sow).filter_map(|entry| of_sow(facts, entry)).collect()
}

fn of_sow(facts: &Facts, entry: &Entry) -> Option<Diagnostic> {
    let sow = entry.sow().filter(|sow| sow.route.get() == Some(&Route::Contractor))?;
    let span = match &sow.route_reason {
        Field::Absent if !is_unread(entry, "route_reason") => sow.route.span(),
        Field::Unknown(gap) => Some(gap.span),
        Field::Absent | Field::Stated(_) | Field::Withheld(_) => return None,
    };
    let message = format!("{} goes to a contractor, and nothing says why", name(entry));
    let help = "add `route_reason = \"…\"`: what makes it too large for volunteers, or which service level it needs";
    Some(facts.at(entry, span, message).help(help))
}
