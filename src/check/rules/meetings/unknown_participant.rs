//! Names under *Participants* that the directory of people does not know.

use crate::check::prelude::*;
use crate::fields::PERSON;
use crate::site::Resolved;
use crate::text::{nearest, slug};

pub const FIND: Find = Find::Site(find);

fn find(facts: &Facts) -> Vec<Diagnostic> {
    let spellings = spellings(facts);
    facts.site.of_kind(Kind::Meeting).flat_map(|entry| of_meeting(facts, entry, &spellings)).collect()
}

/// Every name, alias and slug of the directory, with the person.
fn spellings<'a>(facts: &Facts<'a>) -> Vec<(&'a str, &'a Entry)> {
    let of_person = |entry: &'a Entry| {
        let person = entry.person();
        let aliases = person.map_or(&[][..], |person| person.aliases.items());
        let names =
            [entry.title.as_str(), &*entry.id.key].into_iter().chain(aliases.iter().map(|alias| alias.value.as_str()));
        names.map(move |name| (name, entry)).collect::<Vec<_>>()
    };
    facts.site.of_kind(Kind::Person).flat_map(of_person).collect()
}

fn of_meeting(facts: &Facts, entry: &Entry, spellings: &[(&str, &Entry)]) -> Vec<Diagnostic> {
    let unknown = facts.site.participants(entry).into_iter().filter_map(|(written, span)| {
        let resolved = facts.site.resolve(&written, PERSON);
        let is_unknown = matches!(resolved, Resolved::Missing | Resolved::WrongKind(_));
        is_unknown.then_some((written, span))
    });
    unknown
        .map(|(written, span)| {
            // What follows in brackets or after a dash is no part of the name.
            let name = written.split([',', '(', '–', '—']).next().unwrap_or(&written).trim();
            let near = nearest(name, spellings.iter().map(|(spelling, _)| *spelling));
            let meant = near
                .and_then(|near| spellings.iter().find(|(spelling, _)| *spelling == near))
                .map(|(_, person)| *person);
            let help = match meant {
                Some(person) => {
                    format!(
                        "if {} is meant, write `@{}`, or add this spelling to the `aliases` in `{}`",
                        person.title, person.id, person.path
                    )
                }
                None => format!(
                    "add `people/{}.md` with `name = \"{name}\"`, or the spelling to somebody's `aliases`",
                    slug(name)
                ),
            };
            facts.at(entry, span, format!("the directory of people does not know `{written}`")).help(help)
        })
        .collect()
}
