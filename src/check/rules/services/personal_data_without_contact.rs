//! Services that hold personal data and name nobody to ask about it.

use crate::check::Facts;
use crate::check::rules::history::is_unread;
use crate::check::rules::phrase::name;
use crate::diagnostic::Diagnostic;
use crate::fields::Field;
use crate::id::Kind;
use crate::site::Entry;

pub fn find(facts: &Facts) -> Vec<Diagnostic> {
    facts.site.of_kind(Kind::Service).filter_map(|entry| of_service(facts, entry)).collect()
}

fn of_service(facts: &Facts, entry: &Entry) -> Option<Diagnostic> {
    let service = entry.service().filter(|service| service.personal_data.is_true())?;
    let span = match &service.gdpr_contact {
        Field::Absent if !is_unread(entry, "gdpr_contact") => service.personal_data.span(),
        Field::Unknown(gap) => Some(gap.span),
        Field::Absent | Field::Stated(_) | Field::Withheld(_) => return None,
    };
    let message = format!("{} holds personal data and names nobody to ask about it", name(entry));
    let help =
        "add `gdpr_contact = \"…\"`: an address or a page where people can ask what is stored, and have it deleted";
    Some(facts.at(entry, span, message).help(help))
}
