//! Actions of people whom the directory does not know.

use crate::check::prelude::*;
use crate::fields::ANY;
use crate::site::Owner;
use crate::text::did_you_mean;

pub(crate) const FIND: Find = each!(action, find);

fn find(facts: &Facts, entry: &Entry, action: &Action) -> Vec<Diagnostic> {
    // Where no people are kept at all, that is one finding for all names in minutes.
    if entry.is_minutes() && facts.site.of_kind(Kind::Person).next().is_none() {
        return Vec::new();
    }
    let written = &entry.outline.tasks[action.task].owners;
    let unknown = action.owners.iter().zip(written).filter_map(|(owner, (_, span))| match owner {
        Owner::Unknown(name) => Some((name, *span)),
        Owner::Known(_) => None,
    });
    let finding = |(name, span): (&String, Span)| {
        let what = shortened(&action.what);
        let message = format!("the action “{what}” is for `{name}`, whom the directory of people does not know");
        facts.at(entry, span, message).help(help(facts, name))
    };
    unknown.map(finding).collect()
}

fn help(facts: &Facts, name: &str) -> String {
    let is_group = facts.site.resolve(name, ANY).entry().is_some_and(|it| it.kind() == Kind::Group);
    match person_meant(facts.site, name) {
        _ if is_group => "name a person of the group: what a group is to do, nobody does".to_owned(),
        Some(meant) => did_you_mean(&format!("@{}", meant.id)),
        None if name == "me" => "name whoever it is: `@` and the name of a file in `people/`".to_owned(),
        None => format!("add `people/{name}.md`, or name somebody who is there"),
    }
}
