//! Who speaks of a record.

use std::collections::{BTreeMap, BTreeSet};

use serde::Serialize;

use crate::id::Kind;
use crate::page::place;
use crate::site::{Entry, Via};
use crate::text::capitalised;
use crate::words;

use super::View;
use super::kind;
use super::part::spoken_id;

impl View<'_> {
    /// Who speaks of the record, by kind; without those that a section of the page shows already.
    pub(crate) fn mentions(&self, entry: &Entry) -> Vec<impl Serialize> {
        let keys = kind::about(entry.kind()).in_sections;
        let is_in_section = |via: &Via| matches!(via, Via::Key(key) if keys.contains(&&**key));
        let elsewhere: BTreeSet<usize> =
            entry.backlinks.iter().filter(|link| is_in_section(&link.via)).map(|link| link.from).collect();
        // The thread of its matter names them.
        let in_thread: BTreeSet<usize> = self.named_in_thread(entry).map(|it| it.at).collect();
        let mut by_kind: BTreeMap<Kind, Vec<_>> = BTreeMap::new();
        let mut last = None;
        for link in &entry.backlinks {
            if last == Some(link.from)
                || link.from == entry.at
                || elsewhere.contains(&link.from)
                || in_thread.contains(&link.from)
            {
                continue;
            }
            last = Some(link.from);
            let from = &self.site.entries[link.from];
            if place::is_for_editors(&from.address) {
                continue;
            }
            let how = match &link.via {
                Via::Key(key) => words::MENTIONS.iter().find(|(name, _)| **name == **key).map(|(_, how)| *how),
                Via::Text => None,
            };
            let title = match from.id.date().filter(|_| from.kind() == Kind::Meeting) {
                Some(date) => words::long_date(date),
                None => from.title.clone(),
            };
            by_kind.entry(from.kind()).or_default().push(given! {
                title,
                id: spoken_id(&from.id),
                href: self.to_record(from),
                how,
            });
        }
        by_kind
            .into_iter()
            .map(|(kind, lines)| {
                let title = if lines.len() == 1 { self.singular(kind) } else { self.plural(kind) };
                given! { title: capitalised(&title), lines }
            })
            .collect()
    }
}
