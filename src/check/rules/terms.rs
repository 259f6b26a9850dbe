//! Terms of members, also of those whom the directory does not know.

use std::collections::BTreeMap;

use crate::check::Facts;
use crate::diagnostic::Diagnostic;
use crate::document::group::{Group, Member};
use crate::fields::At;
use crate::id::Kind;
use crate::site::{Entry, Site};
use crate::text::{Date, Span};
use crate::workflow::GroupRequirements;

/// Whether a term runs on `date`: its first and its last day count, and a day that is not stated is no limit.
pub fn runs_on(term: &Member, date: Date) -> bool {
    term.from.get().is_none_or(|from| *from <= date) && term.to.get().is_none_or(|to| date <= *to)
}

/// The end of the last term of `person` before `day`, else the beginning of the first one after it, with a word for it.
pub fn nearest_term(site: &Site, group: &Entry, person: &Entry, day: Date) -> Option<(Span, &'static str)> {
    let is_theirs = |term: &&At<Member>| {
        term.person.get().and_then(|it| site.find(it)).is_some_and(|member| member.at == person.at)
    };
    let terms = || group.group().map_or(&[][..], |group| group.member.items()).iter().filter(is_theirs);
    let ended = terms().filter(|term| term.to.get().is_some_and(|to| *to < day));
    let begins = terms().filter(|term| term.from.get().is_some_and(|from| *from > day));
    match ended.max_by_key(|term| term.to.get().copied()) {
        Some(term) => Some((term.to.span()?, "the term ended here")),
        None => {
            let term = begins.min_by_key(|term| term.from.get().copied())?;
            Some((term.from.span()?, "the term begins here"))
        }
    }
}

/// Every group with what the profile asks of groups of its type; groups of which nothing is asked are left out.
pub fn asked_groups<'a>(facts: &Facts<'a>) -> impl Iterator<Item = (&'a Entry, &'a Group, &'a GroupRequirements)> {
    let site = facts.site;
    site.of_kind(Kind::Group).filter_map(|entry| {
        let group = entry.group()?;
        Some((entry, group, site.profile.group(group.r#type.get()?.as_str())?))
    })
}

/// `finding` with the clause behind the requirement `key` of groups of this type, else with the one behind the outer key:
/// `roles.member.term_days`, `roles.member`, `roles`.
pub fn with_clause(facts: &Facts, group: &Group, key: &str, finding: Diagnostic) -> Diagnostic {
    let mut keys = std::iter::successors(Some(key), |key| key.rsplit_once('.').map(|(outer, _)| outer));
    let clause_of = |key: &str| facts.site.profile.clause_of(&format!("group.{}.{key}", group.r#type.get()?));
    finding.cited(keys.find_map(clause_of))
}

/// Those whose term runs on `date`, each once, by what the record calls them, with the term that is written last.
pub fn current(group: &Group, date: Date) -> BTreeMap<&str, &At<Member>> {
    let running = group.member.items().iter().filter(|term| runs_on(term, date));
    running.filter(|term| !term.person.text().is_empty()).map(|term| (term.person.text(), term)).collect()
}
