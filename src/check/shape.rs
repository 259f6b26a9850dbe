//! The shapes that findings of many rules share: a field left open, a term and the rule for it, what an entry refers to by a
//! key, the host of an address, the labels of several places.

use std::collections::BTreeMap;

use crate::check::Facts;
use crate::check::common::member_name;
use crate::check::phrase::name;
use crate::diagnostic::Level;
use crate::document::group::Member;
use crate::fields::look;
use crate::fields::{Field, Ref};
use crate::site::{Edge, Entry, Step};
use crate::text::{Date, Span, count, parse_date};
use crate::workflow::RoleRule;

/// What a finding says of a field that its author left open.
pub(crate) struct Gap {
    /// An error where the key is not there; a warning where its author says that nobody knows.
    pub level: Level,
    pub span: Option<Span>,
    /// The author's reason, as the end of a message; empty where none is given.
    pub why: String,
}

/// The gap in `field`, at its own place, or `beside` where the key is not there. `None` when there is nothing to ask for: it
/// is stated, withheld, or could not be read.
pub(crate) fn gap<T>(field: &Field<T>, beside: Option<Span>) -> Option<Gap> {
    match field {
        Field::Absent => Some(Gap { level: Level::Error, span: beside, why: String::new() }),
        Field::Unknown(unknown) => {
            let reason = Some(unknown.reason.trim()).filter(|reason| !reason.is_empty());
            let why = reason.map_or(String::new(), |reason| format!(": {reason}"));
            Some(Gap { level: Level::Warning, span: Some(unknown.span), why })
        }
        Field::Unreadable(_) | Field::Stated(_) | Field::Withheld(_) => None,
    }
}

/// What `field` names: by its name where the record knows it, else as written.
pub(crate) fn name_of<const KINDS: u32>(facts: &Facts, field: &Field<Ref<KINDS>>) -> String {
    let known = field.get().and_then(|reference| facts.site.find(reference));
    known.map_or_else(|| field.text().to_owned(), name)
}

/// ``the term of Ada as chair of `iwg` ``.
pub(crate) fn term_name(facts: &Facts, group: &Entry, term: &Member) -> String {
    let role = term.role.get().map_or("member", |role| role.as_str());
    format!("the term of {} as {role} of {}", member_name(facts, term), name(group))
}

/// What the profile asks of the role that `term` is for, in a group such as `group`.
pub(crate) fn rule_of<'a>(facts: &Facts<'a>, group: &Entry, term: &Member) -> Option<&'a RoleRule> {
    facts.site.asked_of(group)?.role(term.role.get()?.as_str())
}

/// What `entry` refers to under `key`, in the order in which it is written.
pub(crate) fn edges<'a>(entry: &'a Entry, key: &'a str) -> impl Iterator<Item = &'a Edge> {
    entry.edges.by(key)
}

/// Where the value of `key` is written in the front matter; `None` when it is not there.
pub(crate) fn key_span(entry: &Entry, key: &str) -> Option<Span> {
    look::field(entry.record.as_value(), key)?.span()
}

/// The state of `entry`, as events spell it; empty for kinds without states.
pub(crate) fn state_of(entry: &Entry) -> &str {
    entry.status.as_ref().map_or("", |status| &status.state)
}

/// The last step of `entry`, where it is written in the record.
pub(crate) fn last_step(entry: &Entry) -> Option<&Step> {
    entry.status.as_ref()?.steps.last().filter(|step| step.span != Span::default())
}

/// The day with which the name of the file begins.
pub(crate) fn day_of_file(entry: &Entry) -> Option<Date> {
    entry.path.stem().get(..10).and_then(parse_date)
}

pub(crate) fn first_line(entry: &Entry) -> Span {
    Span::new(0, entry.text.find('\n').unwrap_or(entry.text.len()))
}

/// The host of an address of the web, and what comes after it; `None` for other addresses.
pub(crate) fn host_and_rest(address: &str) -> Option<(&str, &str)> {
    let address = address.strip_prefix("https://").or_else(|| address.strip_prefix("http://"))?;
    Some(address.split_at(address.find(['/', '?', '#', ':']).unwrap_or(address.len())))
}

/// The values by their keys, those of a key in the order in which they came.
pub(crate) fn grouped<K: Ord, V>(pairs: impl IntoIterator<Item = (K, V)>) -> BTreeMap<K, Vec<V>> {
    let mut groups: BTreeMap<K, Vec<V>> = BTreeMap::new();
    pairs.into_iter().for_each(|(key, value)| groups.entry(key).or_default().push(value));
    groups
}

/// `, and 3 others in this file`; empty for none.
pub(crate) fn and_more(before: &str, more: usize, singular: &str, plural: &str) -> String {
    if more == 0 { String::new() } else { format!("{before}and {} in this file", count(more, singular, plural)) }
}
