//! Names under *Participants* that the directory of people does not know.

use std::collections::BTreeSet;

use crate::check::prelude::*;
use crate::fields::PERSON;
use crate::text::{nearest, slug};

pub(crate) const FIND: Find = Find::Site(find);

fn find(facts: &Facts) -> Vec<Diagnostic> {
    if facts.site.of_kind(Kind::Person).next().is_none() {
        return no_directory(facts).into_iter().collect();
    }
    let spellings: Vec<(&str, &Entry)> = facts.site.of_kind(Kind::Person).flat_map(spellings).collect();
    facts.site.of_kind(Kind::Meeting).flat_map(|entry| of_meeting(facts, entry, &spellings)).collect()
}

/// Without a directory nobody is known, and one finding says so.
fn no_directory(facts: &Facts) -> Option<Diagnostic> {
    let named = facts.site.of_kind(Kind::Meeting).filter_map(|entry| {
        let names = facts.site.participants(entry);
        (!names.is_empty()).then_some((entry, names))
    });
    let named: Vec<(&Entry, Vec<(String, Span)>)> = named.collect();
    let (first, names) = named.first()?;
    let all: BTreeSet<&str> = named.iter().flat_map(|(_, names)| names).map(|(name, _)| name.as_str()).collect();
    let message = format!(
        "there is no directory of people; {} in the minutes of {}",
        count(all.len(), "name stands", "names stand"),
        count(named.len(), "meeting", "meetings")
    );
    let help = "add a page for each: `candor new person \"…\"` writes `people/….md` with the `name`";
    let span = names.first().map(|(_, span)| *span);
    Some(facts.at(first, span, message).at_level(Level::Warning).help(help))
}

/// The name, the slug and the aliases of a person.
fn spellings(entry: &Entry) -> impl Iterator<Item = (&str, &Entry)> {
    let aliases = entry.person().map_or(&[][..], |person| person.aliases.items());
    let names = [entry.title.as_str(), &*entry.id.key].into_iter();
    names.chain(aliases.iter().map(|alias| alias.value.as_str())).map(move |name| (name, entry))
}

/// The only one with this first name.
fn only_first_name<'a>(facts: &Facts<'a>, name: &str) -> Option<&'a Entry> {
    let mut people = facts.site.of_kind(Kind::Person).filter(|it| it.title.split_whitespace().next() == Some(name));
    people.next().filter(|_| people.next().is_none())
}

fn of_meeting(facts: &Facts, entry: &Entry, spellings: &[(&str, &Entry)]) -> Vec<Diagnostic> {
    let finding = |(written, span): (String, Span)| {
        if facts.site.resolve(&written, PERSON).entry().is_some() {
            return None;
        }
        // What follows in brackets or after a dash is no part of the name.
        let name = written.split([',', '(', '–', '—']).next().unwrap_or(&written).trim();
        let near = nearest(name, spellings.iter().map(|(spelling, _)| *spelling));
        let meant = near.and_then(|near| spellings.iter().find(|(spelling, _)| *spelling == near)).map(|(_, it)| *it);
        let meant = meant.or_else(|| only_first_name(facts, name));
        let help = match meant {
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
