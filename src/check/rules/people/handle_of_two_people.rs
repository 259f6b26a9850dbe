//! Names, spellings and accounts that are in the entries of two people.

use std::collections::HashMap;

use crate::check::prelude::*;

pub(crate) const FIND: Find = Find::Site(find);

fn find(facts: &Facts) -> Vec<Diagnostic> {
    let mut first: HashMap<(&str, String), (&Entry, Span)> = HashMap::new();
    let handles = facts.site.of_kind(Kind::Person).flat_map(|entry| handles(entry).map(move |it| (entry, it)));
    let found = handles.filter_map(|(entry, (what, handle, span))| {
        // Accounts know no capitals.
        let words = handle.trim().trim_start_matches('@').to_lowercase();
        let normal = words.split_whitespace().collect::<Vec<_>>().join(" ");
        let (other, place) = *first.entry((what, normal)).or_insert((entry, span));
        let message = format!("{what} `{handle}` belongs to {} (`{}`) already", name(other), other.path);
        let help = "take it out of one of the two; if both are the same person, join their entries and keep the other slug in `aliases`";
        let finding = facts.at(entry, span, message).help(help).label(&other.path, place, "the other person");
        (other.at != entry.at).then_some(finding)
    });
    found.collect()
}

/// What somebody can be found by, with its place.
fn handles(entry: &Entry) -> impl Iterator<Item = (&'static str, &str, Span)> {
    entry.person().into_iter().flat_map(|person| {
        let github = ("the account on GitHub", &person.github);
        let fields = [("the name", &person.name), github, ("the account on the forum", &person.discourse)];
        let stated = fields.into_iter().filter_map(|(what, field)| Some((what, field.get()?.as_str(), field.span()?)));
        // A spelling must not be somebody else's name either.
        stated.chain(person.aliases.items().iter().map(|alias| ("the name", alias.value.as_str(), alias.span)))
    })
}
