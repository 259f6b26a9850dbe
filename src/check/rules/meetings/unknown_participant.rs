//! Names under *Participants* that the directory of people does not know.

use std::collections::BTreeSet;

use crate::check::prelude::*;
use crate::fields::PERSON;
use crate::site::{Owner, name_in};
use crate::text::slug;

pub(crate) const FIND: Find = Find::Site(find);

fn find(facts: &Facts) -> Vec<Diagnostic> {
    if facts.site.of_kind(Kind::Person).next().is_none() {
        return no_directory(facts).into_iter().collect();
    }
    // Somebody's name that could not be read may be any of them.
    if facts.site.of_kind(Kind::Person).any(|entry| entry.is_unreadable_at(&["name", "aliases"])) {
        return Vec::new();
    }
    facts.site.of_kind(Kind::Meeting).flat_map(|entry| of_meeting(facts, entry)).collect()
}

/// One finding for all names where no people are kept at all: there is one thing to do about them.
fn no_directory(facts: &Facts) -> Option<Diagnostic> {
    let mut names = BTreeSet::new();
    let mut meetings = 0;
    for entry in facts.site.entries.iter().filter(|entry| entry.is_minutes()) {
        let here = names_in(facts, entry);
        meetings += usize::from(!here.is_empty());
        names.extend(here);
    }
    let first = names.first()?;
    let message = format!(
        "there is no directory of people; {} in the minutes of {}",
        count(names.len(), "name stands", "names stand"),
        count(meetings, "meeting", "meetings")
    );
    let help = format!(
        "add a file below `people/` for each, such as `people/{}.md` with `name = \"{first}\"`; `candor new person \"{first}\"` writes it",
        slug(first)
    );
    Some(in_configuration(facts, None, message).at_level(Level::Warning).help(help))
}

/// Everybody whom minutes name: as present, in front or in the text, and as owners of actions.
fn names_in(facts: &Facts, entry: &Entry) -> BTreeSet<String> {
    let in_text = facts.site.participants(entry).into_iter().map(|(written, _)| name_in(&written).to_owned());
    let in_front = entry.references.iter().filter(|it| entry.kind() == Kind::Meeting && it.kinds == PERSON);
    let owners = facts.site.actions_in(entry).iter().flat_map(|action| &action.owners);
    let owners = owners.filter_map(|owner| match owner {
        Owner::Unknown(name) => Some(name.clone()),
        Owner::Known(_) => None,
    });
    in_text.chain(in_front.map(|it| it.text.clone())).chain(owners).filter(|name| !name.is_empty()).collect()
}

fn of_meeting(facts: &Facts, entry: &Entry) -> Vec<Diagnostic> {
    let finding = |(written, span): (String, Span)| {
        if facts.site.resolve(&written, PERSON).entry().is_some() {
            return None;
        }
        let name = Some(name_in(&written)).filter(|name| !name.is_empty()).unwrap_or(&written);
        let help = match person_meant(facts.site, name) {
            Some(it) => format!(
                "if {} is meant, write `@{}`, or add this spelling to the `aliases` in `{}`",
                it.title, it.id, it.path
            ),
            None => format!(
                "add `people/{}.md` with `name = \"{name}\"`, or the spelling to somebody's `aliases`",
                slug(name)
            ),
        };
        Some(facts.at(entry, span, format!("the directory of people does not know `{written}`")).help(help))
    };
    facts.site.participants(entry).into_iter().filter_map(finding).collect()
}
