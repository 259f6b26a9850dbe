//! Values that are withheld without an end.

use crate::check::prelude::*;
use crate::site::withheld::{Secret, secrets};

pub(crate) const FIND: Find = each!(file, find);

fn find(facts: &Facts, entry: &Entry) -> Option<Diagnostic> {
    let secrets = secrets(entry);
    let is_read = |secret: &Secret| secret.key != "cost" || !entry.is_unreadable("cost.until");
    let endless: Vec<&Secret> = secrets.iter().filter(|it| it.until.is_none() && is_read(it)).collect();
    let (first, rest) = endless.split_first()?;
    let mut keys: Vec<&str> = endless.iter().map(|secret| secret.key.as_str()).collect();
    keys.dedup();
    let message = format!("{} of {} is withheld, and no day is named until when", quoted(keys, "and"), name(entry));
    let help = "add the day: `until = 2027-01-31`; it can be moved later, by a decision";
    let finding = facts.at(entry, first.span, message).help(help);
    Some(rest.iter().fold(finding, |finding, secret| finding.label(&entry.path, secret.span, "and this")))
}
