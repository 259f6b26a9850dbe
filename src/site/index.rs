//! From the words of a reference to the record that it means.

use std::sync::Arc;

use rayon::prelude::*;

use crate::document::{Document, Record};
use crate::fields::{ANY, CONTRACTOR, bit};
use crate::id::{Kind, QuickMap, RecordId};
use crate::layout::Layout;

use super::Entry;

/// What a reference leads to.
#[derive(Debug, Clone, Copy)]
pub enum Resolved<'a> {
    /// A record of a kind that the field accepts, by its id or its slug.
    Found(&'a Entry),
    /// Found by one of its aliases or by its name; its slug would be the right word.
    ByAlias(&'a Entry),
    /// There is such a record, but the field wants another kind.
    WrongKind(&'a Entry),
    /// No record of any kind has that id or name.
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
#[derive(Debug, Clone, Default)]
pub(super) struct Index {
    /// By key, numbers without leading zeros: one record of each kind and prefix, in the order of the kinds.
    by_key: QuickMap<String, Vec<(RecordId, usize)>>,
    /// Names and aliases of people and organizations, and `@` with the accounts of people, in lower case with single spaces.
    by_alias: QuickMap<String, usize>,
    /// The ids of contracts, each with the contractor who signed it.
    by_contract: QuickMap<String, usize>,
    /// The group of each type that one group alone has; `None` where several have it.
    by_type: QuickMap<String, Option<usize>>,
}

impl Index {
    /// The index, and for each document the earlier one that has the same id.
    pub(super) fn of(documents: &[Arc<Document>]) -> (Index, Vec<Option<usize>>) {
        let mut index = Index::default();
        index.by_key.reserve(documents.len());
        let ids: Vec<RecordId> = documents.par_iter().map(|document| document.id.canonical()).collect();
        let duplicates = documents
            .iter()
            .zip(ids)
            .enumerate()
            .map(|(at, (document, id))| {
                for name in aliases(document) {
                    index.by_alias.entry(normal(name)).or_insert(at);
                }
                let contracts = document.contractor().map_or(&[][..], |contractor| contractor.contract.items());
                for id in contracts.iter().filter_map(|contract| contract.id.get()) {
                    index.by_contract.entry(id.clone()).or_insert(at);
                }
                if let Some(of_type) = document.group().and_then(|group| group.r#type.get()) {
                    let only = index.by_type.entry(of_type.as_str().to_owned());
                    only.and_modify(|only| *only = None).or_insert(Some(at));
                }
                if let Some(handle) = handle(document) {
                    index.by_alias.entry(handle).or_insert(at);
                }
                let records = index.by_key.entry(id.key.to_string()).or_default();
                match records.binary_search_by(|(other, _)| other.cmp(&id)) {
                    Ok(there) => Some(records[there].1),
                    Err(place) => {
                        records.insert(place, (id, at));
                        None
                    }
                }
            })
            .collect();
        (index, duplicates)
    }

    pub(super) fn get(&self, id: &RecordId) -> Option<usize> {
        self.in_series(id.kind, id.canonical_key(), id.prefix())
    }

    /// The record of this kind whose id has this key, in the form that all spellings share, behind this prefix.
    fn in_series(&self, kind: Kind, key: &str, prefix: &str) -> Option<usize> {
        let records = self.by_key.get(key)?;
        records.iter().find(|(it, _)| it.kind == kind && it.prefix() == prefix).map(|(_, at)| *at)
    }

    /// The group of a type, when there is exactly one.
    pub(super) fn only_group_of_type(&self, group_type: &str) -> Option<usize> {
        *self.by_type.get(group_type)?
    }

    /// The first record, in the order of the kinds, that has `key` and is of one of `kinds`.
    pub(super) fn keyed(&self, key: &str, kinds: u32) -> Option<usize> {
        self.by_key.get(key)?.iter().find(|(id, _)| kinds & bit(id.kind) != 0).map(|(_, at)| *at)
    }

    pub(super) fn resolve<'a>(&self, layout: &Layout, entries: &'a [Entry], text: &str, accepted: u32) -> Resolved<'a> {
        if let Some(at) = self.by_contract.get(text).filter(|_| accepted & CONTRACTOR != 0) {
            return Resolved::Found(&entries[*at]);
        }
        if let Some(spelled) = layout.spelled(text) {
            let found = match spelled.row {
                Some(row) => self.in_series(spelled.kind, spelled.canonical_key(), row.prefix()),
                None => self.keyed(spelled.canonical_key(), bit(spelled.kind)),
            };
            return match found {
                Some(at) if accepted & bit(spelled.kind) != 0 => Resolved::Found(&entries[at]),
                Some(at) => Resolved::WrongKind(&entries[at]),
                None => Resolved::Missing,
            };
        }
        if let Some(at) = self.keyed(text, accepted) {
            return Resolved::Found(&entries[at]);
        }
        let by_alias = self.by_alias.get(&normal(text)).map(|at| &entries[*at]);
        match by_alias.filter(|entry| accepted & bit(entry.kind()) != 0) {
            Some(entry) => Resolved::ByAlias(entry),
            None => match self.keyed(text, ANY) {
                Some(at) => Resolved::WrongKind(&entries[at]),
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

/// `@account`, as minutes and issues write it.
fn handle(document: &Document) -> Option<String> {
    let Record::Person(person) = &document.record else { return None };
    let account = person.github.get()?.trim().trim_start_matches('@');
    (!account.is_empty()).then(|| normal(&format!("@{account}")))
}

fn normal(name: &str) -> String {
    name.split_whitespace().collect::<Vec<_>>().join(" ").to_lowercase()
}
