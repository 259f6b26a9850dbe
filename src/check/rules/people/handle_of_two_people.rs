//! Names, spellings and accounts that are in the entries of two people.

use crate::check::prelude::*;
use std::collections::HashMap;

pub const FIND: Find = Find::Site(find);

fn find(facts: &Facts) -> Vec<Diagnostic> {
    let mut first: HashMap<(&'static str, String), (&Entry, Span)> = HashMap::new();
    let mut found = Vec::new();
    for entry in facts.site.of_kind(Kind::Person) {
        for (what, handle, span) in handles(entry) {
            let (other, place) = *first.entry((what, normal(handle))).or_insert((entry, span));
            if other.at != entry.at {
                let message = format!("{what} `{handle}` belongs to {} already", described(other));
                let help = "take it out of one of the two; if both are the same person, join their entries and keep the \
                    other slug as an alias";
                let finding = facts.at(entry, span, message).help(help);
                found.push(finding.label(&other.path, place, "the other person"));
            }
        }
    }
    found
}

/// What somebody can be found by, with its place.
fn handles(entry: &Entry) -> Vec<(&'static str, &str, Span)> {
    let Some(person) = entry.person() else { return Vec::new() };
    let fields = [
        ("the name", &person.name),
        ("the account on GitHub", &person.github),
        ("the account on the forum", &person.discourse),
    ];
    let stated = fields.into_iter().filter_map(|(what, field)| Some((what, field.get()?.as_str(), field.span()?)));
    // A spelling must not be somebody else's name either.
    let aliases = person.aliases.items().iter().map(|alias| ("the name", alias.value.as_str(), alias.span));
    stated.chain(aliases).collect()
}

/// Accounts know no capitals.
fn normal(handle: &str) -> String {
    handle.trim().trim_start_matches('@').to_lowercase().split_whitespace().collect::<Vec<_>>().join(" ")
}

fn described(entry: &Entry) -> String {
    format!("{} (`{}`)", name(entry), entry.path)
}
