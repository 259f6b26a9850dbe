//! Values that are still withheld after their day.

use std::collections::BTreeMap;

use crate::check::prelude::*;
use crate::site::withheld::{Secret, secrets};

pub(crate) const FIND: Find = each!(file, find);

/// One finding for each key and day: the prices of one call were withheld together.
fn find(facts: &Facts, entry: &Entry) -> Vec<Diagnostic> {
    let secrets = secrets(entry);
    let mut past: BTreeMap<(&str, Date), Vec<&Secret>> = BTreeMap::new();
    for secret in secrets.iter().filter(|secret| !secret.holds(facts.site.today)) {
        if let Some(until) = secret.until {
            past.entry((secret.key.as_str(), until)).or_default().push(secret);
        }
    }
    past.into_iter()
        .map(|((key, until), secrets)| {
            let age = days(days_between(until, facts.site.today));
            let message = format!("`{key}` of {} was to be withheld until {until}, {age} ago", name(entry));
            let help = format!(
                "write the value, `{key} = …`, or take a decision on a later day and name it: `by = \"DEC-…\"`"
            );
            let finding = facts.at(entry, secrets[0].span, message).help(help);
            secrets[1..].iter().fold(finding, |finding, secret| finding.label(&entry.path, secret.span, "and this"))
        })
        .collect()
}
