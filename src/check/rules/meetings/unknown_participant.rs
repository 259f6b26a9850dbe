//! Names under *Participants* that the directory of people does not know.

use crate::check::prelude::*;
use crate::fields::PERSON;
use crate::text::{nearest, slug};

pub(crate) const FIND: Find = Find::Site(find);

fn find(facts: &Facts) -> Vec<Diagnostic> {
    let spellings: Vec<(&str, &Entry)> = facts.site.of_kind(Kind::Person).flat_map(spellings).collect();
    facts.site.of_kind(Kind::Meeting).flat_map(|entry| of_meeting(facts, entry, &spellings)).collect()
}

/// The name, the slug and the aliases of a person.
fn spellings(entry: &Entry) -> impl Iterator<Item = (&str, &Entry)> {
    let aliases = entry.person().map_or(&[][..], |person| person.aliases.items());
    let names = [entry.title.as_str(), &*entry.id.key].into_iter();
    names.chain(aliases.iter().map(|alias| alias.value.as_str())).map(move |name| (name, entry))
}

fn of_meeting(facts: &Facts, entry: &Entry, spellings: &[(&str, &Entry)]) -> Vec<Diagnostic> {
    let finding = |(written, span): (String, Span)| {
        if facts.site.resolve(&written, PERSON).entry().is_some() {
            return None;
        }
        // What follows in brackets or after a dash is no part of the name.
        let name = written.split([',', '(', '–', '—']).next().unwrap_or(&written).trim();
        let near = nearest(name, spellings.iter().map(|(spelling, _)| *spelling));
        let meant = near.and_then(|near| spellings.iter().find(|(spelling, _)| *spelling == near));
        let help = match meant {
            Some((_, it)) => format!(
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
