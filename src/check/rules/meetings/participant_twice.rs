//! People whom a meeting lists twice.

use std::collections::HashMap;

use crate::check::prelude::*;
use crate::fields::PERSON;

pub(crate) const FIND: Find = each!(meeting, find);

fn find(facts: &Facts, entry: &Entry, meeting: &Meeting) -> Vec<Diagnostic> {
    let mut seen: HashMap<String, (&str, Span)> = HashMap::new();
    let twice = listed(facts, entry, meeting).into_iter().filter_map(|(written, list, span)| {
        let person = facts.site.resolve(&written, PERSON).entry();
        let key = person.map_or_else(|| written.to_lowercase(), |person| person.id.key.to_string());
        let Some((first, place)) = seen.get(&key) else {
            seen.insert(key, (list, span));
            return None;
        };
        let who = person.map_or(written, name);
        let message = match *first == list {
            true => format!("{who} is listed twice among the {list}"),
            false => format!("{who} is listed among the {first} and among the {list}"),
        };
        let finding = facts
            .at(entry, span, message)
            .help("take one of the two out, of `present`, `regrets` or the list in the text");
        Some(finding.label(&entry.path, *place, "the first time"))
    });
    twice.collect()
}

/// Every name in the lists of a meeting, with what the list is called.
fn listed(facts: &Facts, entry: &Entry, meeting: &Meeting) -> Vec<(String, &'static str, Span)> {
    let lists = [(&meeting.present, "participants"), (&meeting.guests, "guests"), (&meeting.regrets, "regrets")];
    let in_front = lists.into_iter().flat_map(|(list, title)| {
        list.items().iter().map(move |person| (person.as_str().to_owned(), title, person.span))
    });
    let in_text = facts.site.participants(entry).into_iter().map(|(written, span)| (written, "participants", span));
    in_text.chain(in_front).collect()
}
