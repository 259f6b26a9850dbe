//! Services that hold personal data and name nobody to ask about it.

use crate::check::prelude::*;

pub(crate) const FIND: Find = each!(service, find);

fn find(facts: &Facts, entry: &Entry, service: &Service) -> Option<Diagnostic> {
    let contact = &service.gdpr_contact;
    let has_nobody = contact.is_missing() || contact.unknown().is_some();
    if !service.personal_data.is_true() || !has_nobody {
        return None;
    }
    let span = contact.span().or(service.personal_data.span());
    let message = format!("{} holds personal data and names nobody to ask about it", name(entry));
    let help =
        "add `gdpr_contact = \"…\"`: an address or a page where people can ask what is stored, and have it deleted";
    Some(facts.at(entry, span, message).help(help))
}
