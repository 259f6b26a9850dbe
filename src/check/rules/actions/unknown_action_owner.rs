//! Actions of people whom the directory does not know.

use crate::check::prelude::*;
use crate::fields::ANY;
use crate::site::Owner;
use crate::text::{did_you_mean, nearest};

pub const FIND: Find = each!(record, find);

fn find(facts: &Facts, entry: &Entry) -> Vec<Diagnostic> {
    facts.site.actions_in(entry).iter().flat_map(|action| unknown_owners(facts, entry, action)).collect()
}

fn unknown_owners(facts: &Facts, entry: &Entry, action: &Action) -> Vec<Diagnostic> {
    let written = &entry.outline.tasks[action.task].owners;
    let unknown = action.owners.iter().zip(written).filter_map(|(owner, (_, span))| match owner {
        Owner::Known(_) => None,
        Owner::Unknown(name) => Some((name, *span)),
    });
    unknown
        .map(|(name, span)| {
            let message = format!(
                "the action “{}” is for `{name}`, whom the directory of people does not know",
                shortened(&action.what)
            );
            let is_group = facts.site.resolve(name, ANY).entry().is_some_and(|it| it.kind() == Kind::Group);
            let slugs = facts.site.of_kind(Kind::Person).map(|person| &*person.id.key);
            let help = match nearest(name, slugs) {
                _ if is_group => "name a person of the group: what a group is to do, nobody does".to_owned(),
                Some(meant) => did_you_mean(&format!("@{meant}")),
                None if name == "me" => "name whoever it is: `@` and the name of a file in `people/`".to_owned(),
                None => format!("add `people/{name}.md`, or name somebody who is there"),
            };
            facts.at(entry, span, message).help(help)
        })
        .collect()
}
