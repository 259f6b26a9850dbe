//! The terms of the members of a group.

use std::collections::BTreeMap;

use super::{Entry, Site};
use crate::document::group::{Group, Member};
use crate::fields::At;
use crate::text::{Date, Span};

impl Site {
    /// The terms of `person` in `group`, past and future ones included, in the order in which they are written.
    pub fn terms_of<'a>(&'a self, group: &'a Entry, person: &'a Entry) -> impl Iterator<Item = &'a At<Member>> + Clone {
        let terms = group.group().map_or(&[][..], |group| group.member.items()).iter();
        terms.filter(|term| term.person.get().and_then(|it| self.find(it)).is_some_and(|it| it.at == person.at))
    }

    /// The last day of the last term of `person` in `group` that is over, with its place; `None` when none is.
    pub fn last_day(&self, group: &Entry, person: &Entry) -> Option<(Date, Span)> {
        let ends = self.terms_of(group, person).filter_map(|term| term.to.get().copied().zip(term.to.span()));
        ends.filter(|(to, _)| *to < self.today).max_by_key(|(to, _)| *to)
    }
}

/// The end of the last term of `person` before `day`, else the beginning of the first one after it, with a word for it;
/// `None` when they have no such term.
pub fn nearest_term(site: &Site, group: &Entry, person: &Entry, day: Date) -> Option<(Span, &'static str)> {
    let terms = site.terms_of(group, person);
    let ended = terms.clone().filter(|term| term.period().has_ended(day));
    if let Some(term) = ended.max_by_key(|term| term.to.get().copied()) {
        return Some((term.to.span()?, "the term ended here"));
    }
    let begins = terms.filter(|term| !term.period().has_begun(day)).min_by_key(|term| term.from.get().copied())?;
    Some((begins.from.span()?, "the term begins here"))
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
