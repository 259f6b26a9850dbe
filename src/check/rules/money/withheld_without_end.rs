//! Values that are withheld without an end.

use crate::check::prelude::*;
use crate::site::withheld::{Secret, all};

pub const FIND: Find = Find::Site(find);

fn find(facts: &Facts) -> Vec<Diagnostic> {
    let mut found = Vec::new();
    for (entry, secrets) in all(facts.site).filter(|(entry, _)| !is_unread(entry, "until")) {
        let endless: Vec<&Secret> = secrets.iter().filter(|secret| secret.until.is_none()).collect();
        let Some((first, rest)) = endless.split_first() else { continue };
        let mut keys: Vec<&str> = endless.iter().map(|secret| secret.key.as_str()).collect();
        keys.dedup();
        let message = format!("{} of {} is withheld, and no day is named until when", quoted(keys, "and"), name(entry));
        let help = "add the day: `until = 2027-01-31`; it can be moved later, by a decision";
        let finding = facts.at(entry, first.span, message).help(help);
        found.push(rest.iter().fold(finding, |finding, secret| finding.label(&entry.path, secret.span, "and this")));
    }
    found
}
