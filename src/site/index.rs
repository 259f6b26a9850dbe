//! From the words of a reference to the record that it means.

use std::collections::HashMap;
use std::sync::Arc;

use crate::document::{Document, Record};
use crate::fields::{bit, kinds};
use crate::id::{Kind, RecordId};

use super::Entry;

/// What a reference leads to.
#[derive(Debug, Clone, Copy)]
pub enum Resolved<'a> {
    Found(&'a Entry),
    /// Found by one of its aliases or by its name; its slug would be the right word.
    ByAlias(&'a Entry),
    /// There is such a record, but the field wants another kind.
    WrongKind(&'a Entry),
    Missing,
}

impl<'a> Resolved<'a> {
    /// The record, when it is of a kind that the field accepts.
    pub fn entry(self) -> Option<&'a Entry> {
        match self {
            Resolved::Found(entry) | Resolved::ByAlias(entry) => Some(entry),
            Resolved::WrongKind(_) | Resolved::Missing => None,
        }
    }
}

/// Every id and every alias of the site.
#[derive(Debug)]
pub struct Index {
    /// By kind, then by key; numbers without leading zeros.
    by_key: HashMap<Kind, HashMap<String, usize>>,
    /// Names and aliases of people and organizations, in lower case with single spaces.
    by_alias: HashMap<String, usize>,
}

impl Index {
    /// The index, and for each document the earlier one that has the same id.
    pub fn of(documents: &[Arc<Document>]) -> (Index, Vec<Option<usize>>) {
        let mut index = Index { by_key: HashMap::new(), by_alias: HashMap::new() };
        let duplicates = documents
            .iter()
            .enumerate()
            .map(|(at, document)| {
                for name in aliases(document) {
                    index.by_alias.entry(normal(name)).or_insert(at);
                }
                let keys = index.by_key.entry(document.kind()).or_default();
                match keys.get(&*document.id.canonical().key) {
                    Some(first) => Some(*first),
                    None => {
                        keys.insert(document.id.canonical().key.to_string(), at);
                        None
                    }
                }
            })
            .collect();
        (index, duplicates)
    }

    pub fn get(&self, id: &RecordId) -> Option<usize> {
        self.by_key.get(&id.kind)?.get(&*id.canonical().key).copied()
    }

    pub fn resolve<'a>(&self, entries: &'a [Entry], text: &str, accepted: u32) -> Resolved<'a> {
        if let Some(id) = RecordId::parse(text) {
            return match self.get(&id) {
                Some(at) if accepted & bit(id.kind) != 0 => Resolved::Found(&entries[at]),
                Some(at) => Resolved::WrongKind(&entries[at]),
                None => Resolved::Missing,
            };
        }
        let keyed = |kind: Kind| self.by_key.get(&kind).and_then(|keys| keys.get(text)).map(|at| &entries[*at]);
        if let Some(entry) = kinds(accepted).find_map(keyed) {
            return Resolved::Found(entry);
        }
        let by_alias = self.by_alias.get(&normal(text)).map(|at| &entries[*at]);
        match by_alias.filter(|entry| accepted & bit(entry.kind()) != 0) {
            Some(entry) => Resolved::ByAlias(entry),
            None => match Kind::ALL.iter().copied().filter(|kind| *kind != Kind::Page).find_map(keyed) {
                Some(entry) => Resolved::WrongKind(entry),
                None => Resolved::Missing,
            },
        }
    }
}

fn aliases(document: &Document) -> impl Iterator<Item = &str> {
    let (name, aliases) = match &document.record {
        Record::Person(it) => (Some(&it.name), Some(&it.aliases)),
        Record::Organization(it) => (Some(&it.name), Some(&it.aliases)),
        Record::Group(it) => (Some(&it.name), None),
        _ => (None, None),
    };
    let name = name.and_then(|name| name.get()).map(String::as_str);
    let aliases = aliases.into_iter().flat_map(|aliases| aliases.items()).map(|alias| alias.value.as_str());
    name.into_iter().chain(aliases)
}

fn normal(name: &str) -> String {
    name.split_whitespace().collect::<Vec<_>>().join(" ").to_lowercase()
}
