//! Statements of work for which a way is chosen without a word on why.

use crate::check::prelude::*;
use crate::document::sow::Route;

pub(crate) const FIND: Find = each!(sow, find);

fn find(facts: &Facts, entry: &Entry, sow: &Sow) -> Option<Diagnostic> {
    let route = sow.route.get()?;
    let is_asked = *route == Route::Contractor || facts.site.profile.requirements.is_set("reason_for_each_way");
    // Where the step asks for the reason, the step without it is wrong.
    if !is_asked || facts.site.fields_lacking_for_steps(entry).contains(&"route_reason") {
        return None;
    }
    let span = match &sow.route_reason {
        Field::Absent => sow.route.span(),
        Field::Unknown(gap) => Some(gap.span),
        Field::Unreadable(_) | Field::Stated(_) | Field::Withheld(_) => return None,
    };
    let (to, help, level) = match route {
        Route::Contractor => {
            let help =
                "add `route_reason = \"…\"`: what makes it too large for volunteers, or which service level it needs";
            ("a contractor", help, Level::Error)
        }
        Route::Bounty => (
            "a bounty",
            "add `route_reason = \"…\"`: what sort of work it is, and why it is worth money",
            Level::Warning,
        ),
        Route::Volunteer => (
            "volunteers",
            "add `route_reason = \"…\"`: what sort of work it is, and which service it needs",
            Level::Warning,
        ),
    };
    let message = format!("{} goes to {to}, and nothing says why", name(entry));
    let finding = facts.at(entry, span, message).at_level(level).help(help);
    let is_other = *route != Route::Contractor;
    Some(if is_other { citing(facts, "reason_for_each_way", finding) } else { finding })
}
