//! Who speaks of a record.

use std::collections::{BTreeMap, BTreeSet};

use serde::Serialize;

use crate::id::Kind;
use crate::site::{Entry, Via};
use crate::text::long_date;

use super::View;
use super::part::{capitalised, spoken_id};

impl View<'_> {
    /// Who speaks of the record, by kind; without those that a section of the page already names.
    pub fn mentions(&self, entry: &Entry) -> Vec<Mentions> {
        let told = told_elsewhere(entry.kind());
        let is_told = |via: &Via| matches!(via, Via::Key(key) if told.contains(&&**key));
        let elsewhere: BTreeSet<usize> =
            entry.backlinks.iter().filter(|link| is_told(&link.via)).map(|link| link.from).collect();
        let mut by_kind: BTreeMap<Kind, Vec<Mention>> = BTreeMap::new();
        let mut last = None;
        for link in &entry.backlinks {
            if last == Some(link.from) || link.from == entry.at || elsewhere.contains(&link.from) {
                continue;
            }
            last = Some(link.from);
            let from = &self.site.entries[link.from];
            let how = match &link.via {
                Via::Key(key) => HOW.iter().find(|(name, _)| **name == **key).map(|(_, how)| *how),
                Via::Text => None,
            };
            let title = match from.id.date().filter(|_| from.kind() == Kind::Meeting) {
                Some(date) => long_date(date),
                None => from.title.clone(),
            };
            by_kind.entry(from.kind()).or_default().push(Mention {
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
                Mentions { title: capitalised(&title), lines }
            })
            .collect()
    }
}

/// Keys whose references a section of the page shows, so that they need no mention.
fn told_elsewhere(kind: Kind) -> &'static [&'static str] {
    match kind {
        Kind::Person => &["present", "owner", "admins", "operator", "member.person", "donor"],
        Kind::Organization => &["operator", "owner", "host", "affiliation.organization", "donor"],
        Kind::Group => &["group", "parent", "owner", "holders", "donor"],
        Kind::Service => &["depends_on"],
        Kind::Proposal => &["proposals", "task"],
        Kind::Roadmap => &["plan"],
        _ => &[],
    }
}

/// How a record speaks of another, for keys that say more than that it does.
const HOW: &[(&str, &str)] = &[
    ("about", "about this"),
    ("agenda.about", "on the agenda"),
    ("decisions", "taken there"),
    ("depends_on", "depends on it"),
    ("goal.items", "part of a goal"),
    ("meeting", "taken there"),
    ("proposals", "answers it"),
    ("supersedes", "supersedes it"),
];

/// The records of one kind that speak of another.
#[derive(Serialize)]
pub struct Mentions {
    /// `Meetings`.
    pub title: String,
    pub lines: Vec<Mention>,
}

/// One record that speaks of another.
#[derive(Serialize)]
pub struct Mention {
    pub title: String,
    pub id: Option<String>,
    pub href: String,
    /// In what way, where that says more than that it does.
    pub how: Option<&'static str>,
}
