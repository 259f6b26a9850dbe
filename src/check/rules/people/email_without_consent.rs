//! Mail addresses of people who have not agreed that they are published.

use crate::check::prelude::*;
use crate::document::person::Person;

pub(crate) const FIND: Find = each!(person, find);

fn find(facts: &Facts, entry: &Entry, person: &Person) -> Option<Diagnostic> {
    let agreed = person.publish_email.is_true() || person.publish_email.is_unreadable();
    if person.email.get().is_none() || agreed {
        return None;
    }
    let message = format!("the mail address of {} is in the record, and nothing says that they agreed", name(entry));
    let help = "take it out, or ask them and add `publish_email = true`";
    Some(facts.at(entry, person.email.span(), message).help(help))
}
