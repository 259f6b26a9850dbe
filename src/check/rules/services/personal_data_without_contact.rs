//! Services that hold personal data and name nobody to ask about it.

use crate::check::prelude::*;

pub const FIND: Find = each!(record, of_service);

fn of_service(facts: &Facts, entry: &Entry) -> Option<Diagnostic> {
    let service = entry.service().filter(|service| service.personal_data.is_true())?;
    let span = match &service.gdpr_contact {
        Field::Absent => service.personal_data.span(),
        Field::Unknown(gap) => Some(gap.span),
        Field::Unreadable(_) | Field::Stated(_) | Field::Withheld(_) => return None,
    };
    let message = format!("{} holds personal data and names nobody to ask about it", name(entry));
    let help =
        "add `gdpr_contact = \"…\"`: an address or a page where people can ask what is stored, and have it deleted";
    Some(facts.at(entry, span, message).help(help))
}
