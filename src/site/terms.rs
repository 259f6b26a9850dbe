//! The terms of the members of a group.

use std::collections::BTreeMap;

use super::{Entry, Site};
use crate::document::group::{Group, Member};
use crate::fields::At;
use crate::text::{Date, Span};

/// The end of the last term of `person` before `day`, else the beginning of the first one after it, with a word for it;
/// `None` when they have no such term.
pub fn nearest_term(site: &Site, group: &Entry, person: &Entry, day: Date) -> Option<(Span, &'static str)> {
    let is_theirs = |term: &&At<Member>| {
        term.person.get().and_then(|it| site.find(it)).is_some_and(|member| member.at == person.at)
    };
    let terms = || group.group().map_or(&[][..], |group| group.member.items()).iter().filter(is_theirs);
    let ended = terms().filter(|term| term.period().has_ended(day));
    match ended.max_by_key(|term| term.to.get().copied()) {
        Some(term) => Some((term.to.span()?, "the term ended here")),
        None => {
            let begins = terms().filter(|term| !term.period().has_begun(day));
            let term = begins.min_by_key(|term| term.from.get().copied())?;
            Some((term.from.span()?, "the term begins here"))
        }
    }
}

/// The terms that run on `date`, in the order in which they are written, also of people whom the directory does not know.
pub fn running(group: &Group, date: Date) -> impl Iterator<Item = &At<Member>> {
    group.member.items().iter().filter(move |term| term.period().holds(date))
}

/// Those whose term runs on `date`, each once, by what the record calls them, with the term that is written last.
pub fn current_members(group: &Group, date: Date) -> BTreeMap<&str, &At<Member>> {
    let known = running(group, date).filter(|term| !term.person.text().is_empty());
    known.map(|term| (term.person.text(), term)).collect()
}
