//! Mail addresses of people who have not agreed that they are published.

use crate::check::prelude::*;

pub const FIND: Find = Find::Site(find);

fn find(facts: &Facts) -> Vec<Diagnostic> {
    let people = facts.site.of_kind(Kind::Person).filter_map(|entry| Some((entry, entry.person()?)));
    people
        .filter(|(entry, person)| {
            person.email.get().is_some() && !person.publish_email.is_true() && !is_unread(entry, "publish_email")
        })
        .map(|(entry, person)| {
            let message =
                format!("the mail address of {} stands in the record, and nothing says that they agreed", name(entry));
            let help = "take it out, or ask them and add `publish_email = true`";
            facts.at(entry, person.email.span(), message).help(help)
        })
        .collect()
}
